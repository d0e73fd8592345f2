"""Show what stands above the text of a release: notices, letterhead, facts, and the sides that met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from pressgen.archive import Force, Hidden, dated_event
from pressgen.exports.citations import paper_key
from pressgen.model import Event, Issuer, Participant, Side, Translation, Validity, Words
from pressgen.model.groups import KINDS, PEOPLE, Subject
from pressgen.views.facts import NOTHING, Marked, mark, mark_name, mark_words
from pressgen.views.in_force import days_in_force, force_key
from pressgen.views.profiles.individuals import PersonLine
from pressgen.views.release.edition import EditionView
from pressgen.views.release.metadata import published


@dataclass(frozen=True, slots=True)
class Notice:
    """A limit on how far readers may rely on the text: `sort` is its kind, `href` leads to what to read instead."""

    sort: str
    text: str
    note: Marked = NOTHING
    href: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class LetterheadView:
    """One issuing body as its paper prints it; `motto` keeps its lines."""

    state: Marked
    motto: Marked
    name: Marked
    emblem: str


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands over the title of a release, with the marks of its language; `is_kind` if it names the kind."""

    text: str
    marks: Marked = NOTHING
    href: str = ""
    is_kind: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact under its label: a time, for readers and for machines, and further details.

    `href` leads to the place of the time in the calendar.
    """

    label: str
    time: str = ""
    iso: str = ""
    details: tuple[Marked, ...] = ()
    href: str = ""


@dataclass(frozen=True, slots=True)
class SideView:
    """Those who took part for one country or organisation; `name` is empty if they stood for neither."""

    name: Marked
    people: tuple[PersonLine, ...]
    href: str = ""


def notices(shown: EditionView, hidden: Hidden | None) -> Iterable[Notice]:
    """List what limits how far readers may rely on the text, the gravest first."""
    record, words = shown.record, shown.words
    if hidden is Hidden.DRAFT:
        yield Notice("draft", shown.say("notice-draft"))
    if hidden is Hidden.EMBARGO and record.embargo:
        yield Notice("embargo", shown.say("notice-embargo", date=shown.moment(record.embargo)))
    if record.is_withdrawn:
        yield _withdrawn(shown)
    # Earlier corrections stand below the text with the last one.
    for correction in record.corrections[-1:]:
        text = shown.say("notice-corrected", date=words.date(correction.date))
        yield Notice("corrected", text, mark_words(correction.note, shown.tag))
    translation = shown.edition.translation
    if shown.tag in record.authoritative or shown.tag == shown.release.original:
        return
    if translation and translation is not Translation.OFFICIAL:
        original = shown.release.original
        name = words.name_of(original)
        yield Notice(
            translation.value,
            shown.say(f"notice-{translation.value}", language=name),
            _translator(shown),
            href=shown.to_release(original, shown.release.id),
            link=shown.say("read-original", language=name),
        )


def _translator(shown: EditionView) -> Marked:
    """Name the translator, if readers decide by it how far to rely on the text."""
    translator = shown.edition.translator
    return Marked(shown.words.say("notice-translator", translator=translator)) if translator else NOTHING


def _withdrawn(shown: EditionView) -> Notice:
    withdrawn, words = shown.record.withdrawn, shown.words
    if withdrawn is None:
        return Notice("withdrawn", shown.say("notice-withdrawn-undated"))
    text = shown.say("notice-withdrawn", date=words.date(withdrawn.date))
    return Notice("withdrawn", text, mark_words(withdrawn.reason, shown.tag))


def letterhead(issuer: Issuer, tag: str, up: str) -> LetterheadView:
    """Show the letterhead of an issuing body in a language; `up` leads to the site's root."""
    state, motto, name = (mark_words(words, tag) for words in (issuer.state, issuer.motto, issuer.name))
    return LetterheadView(state, motto, name, up + issuer.emblem if issuer.emblem else "")


def release_heading(shown: EditionView) -> Heading:
    """Return what stands over the title: the site's own words for the kind, its name, or else that of a release."""
    record = shown.record
    own = mark_words(shown.facts.headings.get(record.kind, Words({})), shown.tag)
    if own:
        return Heading(own.text, own)
    key = paper_key(record)
    if key == f"kind-{record.kind.value}":
        return Heading(shown.say(key), href=shown.to_profile(Subject(KINDS, record.kind.value)), is_kind=True)
    return Heading(shown.say(key))


def running_head(shown: EditionView) -> str:
    """Return what stands above the further sheets of a printed release: its number, or what heads it, and its day."""
    number, words = " ".join(shown.record.number.split()), shown.words
    # Whatever its script, it stands before the day in the direction of the page.
    isolated = f"\u2068{number}\u2069"
    if number:
        name = words.opening(words.say("number-of", number=isolated)) if words.has_word_for(number) else isolated
    else:
        heading = release_heading(shown).text
        name = heading.striptags() if isinstance(heading, Markup) else heading
    return f"{name} · {words.date(shown.record.day)}"


def facts_of(shown: EditionView) -> Iterable[Fact]:
    """List while when it is in force, when and where it was issued, and when, how and where its event was held."""
    words, issued = shown.words, shown.record.issued
    if shown.record.valid and shown.force:
        yield _in_force(shown.record.valid, shown.force, shown)
    yield Fact(
        shown.say("issued"),
        shown.moment(issued.time) if issued.time else words.date(issued.day),
        published(shown.release),
        _some(mark_name(shown.edition.place, shown.tag)),
    )
    event = shown.record.event
    if event:
        yield _event(event, shown)


def _in_force(valid: Validity, force: Force, shown: EditionView) -> Fact:
    return Fact(shown.say(force_key(force)), days_in_force(valid, force, shown.words, shown.moment))


def _event(event: Event, shown: EditionView) -> Fact:
    words, tag = shown.words, shown.tag
    held = Marked(shown.say(f"mode-{event.mode.value}")) if event.mode else NOTHING
    when = words.span(event.start, event.end) if event.start else ""
    one_day = event.start is not None and event.end in (None, event.start)
    return Fact(
        shown.say("event"),
        when,
        event.start.isoformat() if event.start and one_day else "",
        _some(
            held,
            mark_words(event.place, tag),
            mark_words(event.occasion, tag),
        ),
        _in_calendar(event, shown),
    )


def _in_calendar(event: Event, shown: EditionView) -> str:
    """Return the link to the day of the event, if the calendar has it: nothing of withdrawn releases, no messages."""
    if event.start is None or shown.record.is_withdrawn or not dated_event(shown.record):
        return ""
    return f"{shown.to(shown.facts.addresses.calendar_year(shown.tag, event.start.year))}#{event.start.isoformat()}"


def room_of(facts: Iterable[Fact]) -> int:
    """Count the letters that facts take in one line, with what stands between them."""
    texts = [text for fact in facts for text in (fact.label, fact.time, *(detail.text for detail in fact.details))]
    return sum(len(text) + 2 for text in texts)


ONE_LINE = 82


def sides_of(shown: EditionView) -> tuple[SideView, ...]:
    """Group the participants by the side they stood for, each where it is first named."""
    sides: dict[Side, list[Participant]] = {}
    for participant in shown.record.participants:
        sides.setdefault(participant.side, []).append(participant)
    tag = shown.tag
    return tuple(
        SideView(
            mark(shown.facts.side(side, tag, shown.record.day), tag),
            tuple(
                PersonLine(
                    mark_name(person.honorific.in_language(tag).text, tag),
                    mark_name(person.name.in_language(tag).text, tag),
                    mark_name(person.role.in_language(tag).text, tag),
                    shown.to_profile(Subject(PEOPLE, person.person)),
                )
                for person in people
            ),
            shown.to_side(side),
        )
        for side, people in sides.items()
    )


def _some(*details: Marked) -> tuple[Marked, ...]:
    return tuple(detail for detail in details if detail)
