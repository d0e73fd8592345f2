"""Complete the participants of a release from its files and the register.

For every text, the edition's own words come first, then the original's in that language, then the register's in that
language, then the original's in its own, then whatever the register has. A participant who is written out, and whose
name is that of one person of the register, is linked to that person: what the release prints stays as it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pressgen.frontmatter import MOST_REPORTED, ParticipantKeys, shown
from pressgen.letters import unseen_hint
from pressgen.load.directory import NameMatch
from pressgen.load.offices import is_capacity, is_past, same_office
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.load.register_answers import RegisterAnswers
from pressgen.model import Participant, Person, Term, Words
from pressgen.problems import Place, Problem, codes

_MOST_SOUGHT = 200
"""More participants than any release has are read, and not looked for in the register."""


def text_in(words: Words | None, language: str, own: str) -> str:
    """Return the words in `language`; those without a language are in `own`, the language of their file."""
    if words is None:
        return ""
    found = words.root.get(language, "")
    return found or (words.root.get("und", "") if language == own else "")


@dataclass(frozen=True, slots=True)
class ParticipantWords:
    """Words of a participant as one file has them, and where."""

    text: str
    language: str
    place: Place


class Participants:
    """The participants of one release; `problems` are what they say otherwise than the register."""

    def __init__(self, release: ReleaseFiles, register: RegisterAnswers, day: date) -> None:
        self.files = release.files
        self.original = release.original
        self.translations = release.translations
        self.keys = release.original.front.participants or ()
        self.register = register
        self.day = day
        self.first, self.last = _days(release, day)
        self.problems: list[Problem] = []
        self.ids = [self._id(index, keys) for index, keys in enumerate(self.keys)]
        self.people = [register.person(id_) if id_ else None for id_ in self.ids]
        self.terms = [self._term(index) for index in range(len(self.keys))]
        self.problems += islice(self._lone_honorifics(), MOST_REPORTED)
        for index, (keys, id_) in enumerate(zip(self.keys, self.ids, strict=True)):
            if id_ and not keys.person and self._is_elsewhere(keys, id_):
                # Told of above; who it is has to be said before a page of that person names this release.
                self.ids[index], self.people[index], self.terms[index] = "", None, None
        self.participants = tuple(self._participant(index) for index in range(len(self.keys)))

    def _own(self, file: EditionFile) -> Sequence[ParticipantKeys]:
        """Return a translation's own words for the participants; nothing where they are not the same people."""
        own = file.front.participants or ()
        return own if len(own) == len(self.keys) and file is not self.original else ()

    def _participant(self, index: int) -> Participant:
        keys, person, term = self.keys[index], self.people[index], self.terms[index]
        # A person found by name gives no facts, and words only for what the release says in another language.
        stands = bool(keys.country or keys.organisation) or not keys.person
        held = person.terms_between(self.first, self.last) if person else ()
        words = {key: self._words(index, key, known) for key, known in self._registered(index).items()}
        return Participant(
            name=words["name"],
            honorific=words["honorific"],
            role=words["role"],
            country=keys.country or ("" if stands or term is None else term.country),
            organisation=keys.organisation or ("" if stands or term is None else term.organisation),
            person=self.ids[index],
            offices=tuple(person.terms[at].role for at in held) if person else (),
        )

    def _registered(self, index: int) -> Mapping[str, Words | None]:
        """The register's words for a participant's name, honorific and role.

        The role has none where the release writes another office than the register's: its translation would deny it.
        """
        person, term = self.people[index], self.terms[index]
        words = ((role.text, _role_in(term, role.language)) for role in self.roles(index))
        same = all(same_office(text, known) for text, known in words if known)
        return {
            "name": person.names if person else None,
            "honorific": person.honorific if person else None,
            "role": term.role if term and same else None,
        }

    def _words(self, index: int, key: str, register: Words | None) -> Words:
        """Collect the words of a participant by language: each file's own, then the original's, then the register's.

        The words that serve where a language has none are first: the original's in its own language, or else the first
        that it has, or else the first of the register.
        """
        language = self.original.language
        mine: Words | None = getattr(self.keys[index], key)
        texts: dict[str, str] = {}
        if mine:
            texts[language] = text_in(mine, language, language)
            texts |= {tag: text for tag, text in mine.root.items() if tag not in ("und", language)}
        if register and (mine or self.keys[index].person):
            for tag, text in register.root.items():
                if not texts.get(tag) and not (mine and tag == "und"):
                    texts[tag] = text
        for file in self.translations:
            own = self._own(file)
            if own and (text := text_in(getattr(own[index], key), file.language, file.language)):
                texts[file.language] = text
        return Words.of({tag: text for tag, text in texts.items() if text})

    def in_another_language(self, edition: EditionFile) -> Iterator[tuple[int, str, str]]:
        """List what the release itself writes of its participants and this edition has to show in another language.

        Each is the participant's index, the key (name, honorific or role) and the text that is shown. What the register
        lacks is not among it.
        """
        own = self._own(edition)
        if edition.front.participants and not own:
            # They are not the same people, which is told elsewhere.
            return
        for index, keys in enumerate(self.keys):
            for key, known in self._registered(index).items():
                mine: Words | None = getattr(keys, key)
                language = edition.language
                here = own and text_in(getattr(own[index], key), language, language)
                theirs = mine and said(mine, language, self.original.language)
                if mine and not (here or theirs or text_in(known, language, "und")):
                    yield index, key, getattr(self.participants[index], key).in_language(language).text

    def written(self, index: int, key: str) -> Iterator[ParticipantWords]:
        """List what each file of the release has for a participant's name or role, the original's first."""
        for file in self.files:
            keys = self.keys[index] if file is self.original else next(iter(self._own(file)[index : index + 1]), None)
            words: Words | None = getattr(keys, key) if keys else None
            for phrase in words or ():
                if phrase.text:
                    language = file.language if phrase.language == "und" else phrase.language
                    yield ParticipantWords(phrase.text, language, file.parsed.marks.value("participants", index, key))

    def _lone_honorifics(self) -> Iterator[Problem]:
        """Report honorifics that stand before no name, neither here nor in the register."""
        for index, person in enumerate(self.people):
            honorific = next(self.written(index, "honorific"), None)
            if honorific and not (person and person.names) and not any(self.written(index, "name")):
                message = f"'{shown(honorific.text)}' stands before no name (participants[{index + 1}].honorific)"
                hint = "add the `name`, or take the honorific away; it is printed before the office"
                yield codes.LONE_HONORIFIC.at(honorific.place, message, hint)

    # Who it is

    def _id(self, index: int, keys: ParticipantKeys) -> str:
        """Return the id of the person who took part: the one that is written, or else the one who is called so."""
        if keys.person:
            return keys.person
        if not self.register.has_people() or index >= _MOST_SOUGHT:
            return ""
        names = list(self.written(index, "name"))
        found = [(name, self.register.find(name.text)) for name in names]
        meant = [(name, people) for name, one in found if (people := self._meant(index, keys, one))]
        if meant:
            return self._agreed(meant)
        if found and not any(one.people for _, one in found):
            self._report_near(index, keys, found)
        return ""

    def _meant(self, index: int, keys: ParticipantKeys, found: NameMatch) -> tuple[str, ...]:
        """Choose among the people whom a name may mean those who can have taken part."""
        if not found.people:
            return tuple(id_ for id_ in found.alike if self._is_of(keys, id_) and self._holds(index, id_))
        people = [id_ for id_ in found.people if not self._is_elsewhere(keys, id_)]
        if not people and found.ordered and len(found.people) == 1:
            # Somebody of the same name and another country: told below, with both places.
            return found.people
        ways: Sequence[Callable[[str], object]] = (
            lambda id_: self._is_of(keys, id_),
            lambda id_: self.register.person_called(id_).terms_between(self.first, self.last),
            lambda id_: self._holds(index, id_),
        )
        for can_be in ways:
            if len(people) > 1:
                people = [id_ for id_ in people if can_be(id_)] or people
        return tuple(people)

    def _agreed(self, meant: Sequence[tuple[ParticipantWords, tuple[str, ...]]]) -> str:
        """Return the one person that all names can mean, or report that there are several or none."""
        common = [id_ for id_ in meant[0][1] if all(id_ in people for _, people in meant)]
        name, people = (
            meant[0] if common else next(one for one in meant if not set(one[1]) & set(meant[0][1]) or one is meant[-1])
        )
        if len(common) == 1:
            return common[0]
        if common:
            fitting = " and ".join(self._at(id_) for id_ in common)
            hint = f"write `person: {common[0]}`, or another's id"
            self.problems.append(
                codes.UNCLEAR_PERSON.at(name.place, f"'{shown(name.text)}' fits several people: {fitting}", hint)
            )
            return ""
        other, others = meant[0]
        message = (
            f"'{shown(name.text)}' is {self._at(people[0])}, "
            f"and '{shown(other.text)}' in {_where(other.place)} is {self._at(others[0])}"
        )
        hint = "name the same people in the same order in every language, or write `person:` with the id"
        self.problems.append(codes.UNCLEAR_PERSON.at(name.place, message, hint))
        return ""

    def _report_near(
        self, index: int, keys: ParticipantKeys, found: Sequence[tuple[ParticipantWords, NameMatch]]
    ) -> None:
        for name, one in found:
            near = [id_ for id_ in one.near if self._is_of(keys, id_) and self._holds(index, id_)]
            if len(near) == 1:
                self._report_name(name, near[0])

    def _report_name(self, name: ParticipantWords, id_: str) -> None:
        known = self.register.person_called(id_).names.in_language(name.language).text
        message = f"'{shown(name.text)}' is written '{shown(known)}' in the register, {self._where_is(id_)}"
        hint = unseen_hint(name.text, f"correct it, or add it to the `variants` of '{id_}'")
        self.problems.append(codes.NAME_DIFFERS.at(name.place, message, hint))

    def _is_elsewhere(self, keys: ParticipantKeys, id_: str) -> bool:
        """Return whether a person has never stood for the country that the release gives."""
        countries = {term.country for term in self.register.person_called(id_).terms if term.country}
        return bool(keys.country and countries) and keys.country not in countries

    def _is_of(self, keys: ParticipantKeys, id_: str) -> bool:
        """Return whether a person is known to have stood for the country or organisation that the release gives."""
        terms = self.register.person_called(id_).terms
        return any(
            (keys.country and term.country == keys.country)
            or (keys.organisation and term.organisation == keys.organisation)
            for term in terms
        )

    def _holds(self, index: int, id_: str) -> bool:
        """Return whether the register gives a person the office that the release writes, as far as it tells."""
        person = self.register.person_called(id_)
        judged = [self._agrees(role, person, person.terms_between(self.first, self.last)) for role in self.roles(index)]
        return False not in judged

    # What they hold

    def roles(self, index: int) -> Iterator[ParticipantWords]:
        """Return a participant's office in each language that the release has it in; a guest's or a host's is none."""
        return (role for role in self.written(index, "role") if not is_capacity(role.text))

    @staticmethod
    def _agrees(role: ParticipantWords, person: Person, held: Sequence[int]) -> bool | None:
        """Return whether an office is one that a person held; nothing where the register has it in no such language."""
        known = [text for index in held if (text := _in_tongue(person.terms[index].role, role.language))]
        return any(same_office(role.text, text) for text in known) if known else None

    def _term(self, index: int) -> Term | None:
        """Return the office that the register supplies words of; report where the release is at odds with it."""
        person = self.people[index]
        if person is None:
            return None
        id_, keys = self.ids[index], self.keys[index]
        if keys.person:
            for name in self.written(index, "name"):
                if not self.register.calls(id_, name.text):
                    self._report_name(name, id_)
        held = person.terms_between(self.first, self.last)
        roles = list(self.roles(index))
        past = any(is_past(role.text) for role in roles)
        if person.terms and not past:
            self._report_office(index, person, held, roles)
        if keys.person:
            return person.term_on(self.day)
        agreeing = [at for at in held if any(self._agrees(role, person, (at,)) for role in roles)]
        return person.terms[agreeing[-1]] if agreeing else None

    def _report_office(
        self, index: int, person: Person, held: Sequence[int], roles: Sequence[ParticipantWords]
    ) -> None:
        id_, keys = self.ids[index], self.keys[index]
        where = self._place_of(index, roles)
        if told := self._other_country(keys.country or "", person, held, id_):
            place = self.original.parsed.marks.value("participants", index, "country")
            self.problems.append(self._office_problem(place, told))
            return
        if not held:
            if roles or (keys.person and not keys.role):
                told = f"the register gives {self._at(id_)} no office on {self.day.isoformat()}"
                self.problems.append(self._office_problem(where, told))
            return
        for role in roles:
            if self._agrees(role, person, held) is False:
                at = held[-1]
                known = _in_tongue(person.terms[at].role, role.language)
                line = _where(self.register.place_of_role(id_, at))
                told = f"'{shown(role.text)}' is '{shown(known)}' on {self.day.isoformat()} in the register, {line}"
                self.problems.append(
                    self._office_problem(role.place, told, unseen_hint(role.text) or unseen_hint(known))
                )

    def _other_country(self, country: str, person: Person, held: Sequence[int], id_: str) -> str:
        if not country or self.register.hint("country", country) is not None:
            return ""
        terms = [person.terms[at] for at in held] or list(person.terms)
        countries = dict.fromkeys(term.country for term in terms if term.country)
        if not countries or country in countries:
            return ""
        known = " and ".join(countries)
        return f"{self._at(id_)} stood for {known} on {self.day.isoformat()}, not for {shown(country)}"

    @staticmethod
    def _office_problem(place: Place, message: str, first: str = "") -> Problem:
        hint = "correct it here, or the person's `terms`; a namesake needs an entry of their own and `person:` here"
        hint = f"{first}; {hint}" if first else hint
        return codes.OFFICE_DIFFERS.at(place, message, hint)

    def _place_of(self, index: int, roles: Sequence[ParticipantWords]) -> Place:
        marks = self.original.parsed.marks
        key = next((key for key in ("person", "name") if marks.has("participants", index, key)), "")
        return roles[0].place if roles else marks.value("participants", index, key)

    def _at(self, id_: str) -> str:
        return f"'{id_}' ({self._where_is(id_)})"

    def _where_is(self, id_: str) -> str:
        return _where(self.register.place_of_person(id_))


def _days(release: ReleaseFiles, day: date) -> tuple[date, date]:
    """Return the first and last day of which a release speaks: of its issue and of what it reports."""
    event = release.original.front.event
    days = [day, *(one for one in (event.date, event.start, event.end) if one)] if event else [day]
    return min(days), max(days)


def _role_in(term: Term | None, language: str) -> str:
    return _in_tongue(term.role, language) if term else ""


def _in_tongue(words: Words, language: str) -> str:
    """Return words in a language or a variety of it; those of the register without a language serve for any."""
    tongue = language.partition("-")[0]
    found = words.root.get(language) or words.root.get("und")
    return found or next((text for tag, text in words.root.items() if tag.partition("-")[0] == tongue), "")


def said(words: Words, language: str, own: str) -> bool:
    """Return whether words are given in a language or a variety of it; those without a language are in `own`."""
    given = {own if tag == "und" else tag for tag, text in words.root.items() if text}
    return language.partition("-")[0] in {tag.partition("-")[0] for tag in given}


def _where(place: Place) -> str:
    return f"{place.path}:{place.line}"
