"""Words that are missing in a language in which a page shows them: of the register, of a release, of countries.

Each is reported once, where it is best mended: an entry of the register in its file, a release's words in the file of
the edition that lacks them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from pressgen.frontmatter import MOST_REPORTED, Marks, shown
from pressgen.languages import has_country_name, language, scripts_of
from pressgen.load.known_release import KnownRelease, NamedCountry
from pressgen.load.lookup import Lookup
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.load.people import Participants, said, text_in
from pressgen.model import Attachment, Event, Issuer, Record, Register, Release, Words, fields_of_words, is_named
from pressgen.model.groups import GROUPS
from pressgen.model.register import parent_of
from pressgen.problems import Problem, codes
from pressgen.settings import Settings, said_in, spoken
from pressgen.text.script_table import first_script

_NAMED = 6
"""So many of an edition's missing words are named in one message."""

# The words of a release


def missing_in_editions(release: ReleaseFiles, facts: Record, people: Participants) -> Iterator[Problem]:
    """Report words that stand in another language on the page of a translation, once for each file."""
    for file in release.translations:
        missing = [*_of_participants(file, people), *_of_facts(release, file, facts)]
        if not missing:
            continue
        named = ", ".join(f"`{one}`" for one in missing[:_NAMED])
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        name = language("en").name_of(file.language)
        message = f"this edition has no words in {name} for {named}{more}, and shows those of another language"
        hint = "write them here, lists in the order of the original"
        yield codes.MISSING_WORDS.at(file.parsed.marks.key(), message, hint)


def _of_participants(file: EditionFile, people: Participants) -> Iterator[str]:
    for index, key, text in people.in_another_language(file):
        if not (key == "name" and _same_script(text, file.language)):
            yield f"participants[{index + 1}].{key}"


def _of_facts(release: ReleaseFiles, file: EditionFile, facts: Record) -> Iterator[str]:
    for where, words in _words_of(release, facts):
        if words and not said_in(words, file.language):
            text = words.in_language(release.original.language).text
            name_alone = where.endswith(("place", "credit")) and _is_name(text)
            if not (name_alone and _same_script(text, file.language)):
                yield where
    yield from _of_place(release.original, file, facts)


def _words_of(release: ReleaseFiles, facts: Record) -> Iterator[tuple[str, Words]]:
    """List the words that a release itself gives of its facts, each with its place in the front matter."""
    if facts.event:
        for key in fields_of_words(Event):
            yield f"event.{key}", getattr(facts.event, key)
    if facts.withdrawn:
        yield "withdrawn.reason", facts.withdrawn.reason
    for index, correction in enumerate(facts.corrections, 1):
        yield f"corrections[{index}].note", correction.note
    for index, attachment in enumerate(facts.attachments, 1):
        for key in fields_of_words(Attachment):
            yield f"attachments[{index}].{key}", getattr(attachment, key)
    for index, (written, issuer) in enumerate(zip(release.original.front.issuer or (), facts.issuers, strict=False), 1):
        for key in fields_of_words(Issuer):
            if getattr(written, key):
                yield f"issuer[{index}].{key}", getattr(issuer, key)


def _of_place(original: EditionFile, file: EditionFile, facts: Record) -> Iterator[str]:
    """Name the place of issue where the edition has to take the original's words for it."""
    theirs, seat = original.front.place, facts.issuers[0].place
    if theirs is None or (file.front.place and said(file.front.place, file.language, file.language)):
        return
    text = text_in(theirs, original.language, original.language)
    same_seat = text == seat.root.get(original.language) and said_in(seat, file.language)
    told = said(theirs, file.language, original.language) or not text or same_seat
    if not told and not (_is_name(text) and _same_script(text, file.language)):
        yield "place"


def _is_name(text: str) -> bool:
    """Return whether a text is a name alone, such as that of a city: every word of it begins with a capital."""
    return all(word[0].isupper() or not word[0].isalpha() for word in text.replace("-", " ").split())


def _same_script(text: str, tag: str) -> bool:
    return first_script(text) in scripts_of(tag)


# The words of the register


def missing_in_register(releases: Sequence[Release], lookup: Lookup, settings: Settings) -> Iterator[Problem]:
    """Report entries of the register that a release shows and that lack words in a language of the site."""
    register = lookup.register
    for list_, ids in _shown_ids(releases, register).items():
        marks = lookup.marks.get(list_)
        if marks is None or list_ in lookup.broken:
            continue
        problems = (problem for id_ in ids for problem in _of_entry(list_, id_, register, marks, settings.languages))
        yield from islice(problems, MOST_REPORTED)


def _shown_ids(releases: Sequence[Release], register: Register) -> Mapping[str, Iterable[str]]:
    """Collect the ids of the register that releases show, by list; the wider entries that they belong to among them."""
    found: dict[str, dict[str, None]] = {list_: {} for list_ in Register.model_fields}
    keys = [*(group.key for group in GROUPS if group.listed_by_author), "contacts"]
    for release in releases:
        record = release.record
        for list_ in keys:
            if ids := getattr(record, list_):
                found[list_].update(dict.fromkeys(ids))
        for one in record.participants:
            found["people"][one.person] = found["countries"][one.country] = found["organisations"][one.organisation] = (
                None
            )
    for group in (group for group in GROUPS if group.nested):
        entries = register.entries(group)
        for id_ in [*found[group.register]]:
            wider = id_
            while (parent := parent_of(entries.get(wider))) and parent not in found[group.register]:
                found[group.register][parent] = None
                wider = parent
    return {list_: [id_ for id_ in getattr(register, list_) if id_ in ids] for list_, ids in found.items()}


def _of_entry(list_: str, id_: str, register: Register, marks: Marks, tags: tuple[str, ...]) -> Iterator[Problem]:
    entry = getattr(register, list_)[id_]
    words: list[tuple[tuple[str | int, ...], Words]] = [(("names",), entry.names)]
    words += [((key,), getattr(entry, key)) for key in ("honorific", "role") if hasattr(entry, key)]
    words += [(("terms", index, "role"), term.role) for index, term in enumerate(getattr(entry, "terms", ()))]
    for path, given in words:
        is_name = list_ == "people" and path == ("names",)
        missing = [tag for tag in tags if given and not _serves(given, tag, is_name=is_name)]
        if missing:
            message = f"`{path[-1]}` of '{shown(id_)}' has no words in {spoken(missing)}, and is shown there"
            hint = f"add {', '.join(f'`{tag}: …`' for tag in missing)}"
            yield codes.MISSING_WORDS.at(marks.value(id_, *path), message, hint)


def _serves(words: Words, tag: str, *, is_name: bool) -> bool:
    """Return whether words serve for a language; a person's name does for every language of its script."""
    return said_in(words, tag) or (is_name and any(_same_script(text, tag) for text in words.root.values()))


# The names of countries


def countries_to_name(original: EditionFile) -> Iterator[NamedCountry]:
    """List the countries of a release that only the register or the letterhead can have a name for."""
    front, marks = original.front, original.parsed.marks
    for index, code in enumerate(front.countries):
        yield from _to_name(code, marks, "countries", index)
    for key in ("participants", "issuer"):
        for index, one in enumerate(getattr(front, key) or ()):
            yield from _to_name(one.country, marks, key, index, "country")


def _to_name(code: str | None, marks: Marks, *path: str | int) -> Iterator[NamedCountry]:
    if code and not has_country_name(code):
        yield NamedCountry(code, marks.value(*path))


def unnamed_countries(releases: Iterable[KnownRelease], lookup: Lookup, settings: Settings) -> Iterator[Problem]:
    """Report countries that are shown by their codes for the want of a name, each where it first stands."""
    if "countries" in lookup.broken:
        return
    countries, own = lookup.register.countries, settings.issuer
    told: set[str] = set()
    for code, place in (*(one for release in releases for one in release.countries), *_countries_of(lookup)):
        if code in told or is_named(code, countries, own) or not lookup.is_country(code):
            continue
        told.add(code)
        names = ", ".join(f"{tag}: …" for tag in settings.languages)
        hint = f"add it to register/countries.yml: `{code}: {{names: {{{names}}}}}`"
        if code == own.country:
            hint = f"write the state's name below `issuer` in mkdocs.yml: `state: {{{names}}}`"
        yield codes.UNNAMED_COUNTRY.at(place, f"nobody has a name for the country '{code}': the code is shown", hint)


def _countries_of(lookup: Lookup) -> Iterator[NamedCountry]:
    """List the countries for which people of the register hold or held an office."""
    for id_, person in lookup.register.people.items():
        for index, term in enumerate(person.terms):
            yield from _to_name(term.country, lookup.marks["people"], id_, "terms", index, "country")
