"""Cite a release: as a line for people, and in RIS for programs.

RIS is the form that every program for references reads (https://en.wikipedia.org/wiki/RIS_(file_format)). The author is
an institution; titles stand in their own script. RIS has no word for a press release, so it is a report whose type says
what it is. Readers add the day of access.

It stands in the release's page, where it is copied and downloaded; no file is published for it. When a reader opens it,
the page's script writes the same as BibTeX and as CSL-JSON (`assets/js/cite.js`): in the page they were a tenth of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from pressgen.languages import language as language_of
from pressgen.model import Kind, Phrase, Record, Release, Translation, Words
from pressgen.model.frozen import FrozenMap

NO_HEADINGS: Mapping[Kind, Words] = FrozenMap()
"""A site that has no words of its own over its releases."""


@dataclass(frozen=True, slots=True)
class Citation:
    """One edition of a release as it is cited.

    `issuers` are the names of the issuing bodies, `states` those of their states in the same order, each empty if it is
    unknown or stands in the name of the body. `sort` is what the paper is called, `address` is complete or empty.
    """

    key: str
    language: str
    title: str
    issuers: tuple[Phrase, ...]
    states: tuple[Phrase, ...]
    sort: str
    number: str
    place: str
    day: date
    address: str
    note: str

    @classmethod
    def of(cls, release: Release, tag: str, address: str, headings: Mapping[Kind, Words] = NO_HEADINGS) -> Citation:
        """Cite a release's edition in the language `tag`, whose page has the complete `address`, empty if unknown.

        `headings` are the site's own words for papers of some kinds.
        """
        record, edition, words = release.record, release.editions[tag], language_of(tag)
        issuers = tuple(_named(issuer.name.in_language(tag)) for issuer in record.issuers)
        states = tuple(_named(issuer.state.in_language(tag)) for issuer in record.issuers)
        return cls(
            key=f"{release.id}-{tag.lower()}",
            language=tag,
            title=edition.title_line,
            issuers=issuers,
            states=tuple(
                Phrase("", tag) if state.text in name.text else state
                for name, state in zip(issuers, states, strict=True)
            ),
            sort=headings.get(record.kind, Words({})).in_language(tag).text or words.say(paper_key(record)),
            number=_line(record.number),
            place=_line(edition.place),
            day=record.day,
            address=address,
            note="; ".join(_notes(release, tag)),
        )

    @property
    def bodies(self) -> tuple[str, ...]:
        """The issuing bodies, each with its state before it."""
        words = language_of(self.language)
        return tuple(
            words.say("issuing-body", None, state=state.text, ministry=issuer.text) if state.text else issuer.text
            for state, issuer in zip(self.states, self.issuers, strict=True)
        )


_NAMED_BY_KIND = frozenset({
    Kind.STATEMENT, Kind.JOINT_STATEMENT, Kind.ANNOUNCEMENT, Kind.CONDOLENCE, Kind.CONGRATULATION, Kind.BRIEFING,
    Kind.SPEECH, Kind.ADVISORY, Kind.CORRECTION,
})  # fmt: skip
"""The kinds that head their papers: a joint statement is no press release that is called so."""


def paper_key(record: Record) -> str:
    """Return the key of the words that say what a paper is: its kind, or else a press release."""
    if record.kind in _NAMED_BY_KIND:
        return f"kind-{record.kind.value}"
    return "joint-release" if len(record.issuers) > 1 else "press-release"


def _notes(release: Release, tag: str) -> Iterable[str]:
    """List what readers of a citation must know: that the text is withdrawn, or a translation with less authority."""
    record, words = release.record, language_of(tag)
    if record.is_withdrawn:
        yield words.say("status-withdrawn")
    translation = release.editions[tag].translation
    if translation and translation is not Translation.OFFICIAL and tag not in record.authoritative:
        yield words.say(f"translation-{translation.value}")


def ris(citation: Citation) -> str:
    """Write a citation in the form RIS. Its specification asks for line ends of two characters, as on Windows.

    The author has no state before the name: a comma would part the name of a person.
    """
    day = citation.day
    fields = [
        ("TY", "RPRT"),
        *(("AU", issuer.text) for issuer in citation.issuers),
        ("TI", citation.title),
        ("M3", citation.sort),
        ("SN", citation.number),
        ("PB", _institution(citation)),
        ("CY", citation.place),
        ("PY", f"{day.year:04}"),
        ("DA", f"{day.year:04}/{day.month:02}/{day.day:02}/"),
        ("LA", citation.language),
        ("N1", citation.note),
        ("UR", citation.address),
        ("ID", citation.key),
    ]
    lines = [f"{tag}  - {text}" for tag, text in fields if text]
    return "\r\n".join([*lines, "ER  - ", ""])


def _institution(citation: Citation) -> str:
    """Name all that issued the text together, for a form that has room for one name."""
    return language_of(citation.language).join(citation.bodies)


def _named(name: Phrase) -> Phrase:
    return Phrase(_line(name.text), name.language)


def _line(text: str) -> str:
    return " ".join(text.split())
