"""What a release and the register say of its participants goes in; complete participants come out, for each edition.

For every text, the edition's own words come first, then the original's in that language, then the register's in that
language, then the original's in its own, then whatever the register has.
"""

from __future__ import annotations

from datetime import date

from pressgen.frontmatter import ParticipantKeys
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.model import Participant, Person, Register, Term, Words


def term_on(person: Person, day: date) -> Term | None:
    """Give the office that a person held on a day; of several, the one begun last."""
    held = [
        term
        for term in person.terms
        if (term.start is None or term.start <= day) and (term.end is None or day <= term.end)
    ]
    return max(held, key=lambda term: term.start or date.min, default=None)


def text_in(words: Words | None, language: str, own: str) -> str:
    """Give the words in `language`; those without a language are in `own`, the language of their file."""
    if words is None:
        return ""
    found = words.root.get(language, "")
    return found or (words.root.get("und", "") if language == own else "")


def _first(words: Words | None) -> str:
    return next(iter(words.root.values()), "") if words else ""


class Participants:
    """The participants of one release."""

    def __init__(self, release: ReleaseFiles, register: Register, day: date) -> None:
        self.original = release.original
        self.keys = release.original.front.participants or ()
        self.people = [register.people.get(one.person) if one.person else None for one in self.keys]
        self.terms = [term_on(person, day) if person else None for person in self.people]

    def of(self, edition: EditionFile) -> tuple[Participant, ...]:
        """Give the participants in the words of one edition."""
        own = edition.front.participants or ()
        same = len(own) == len(self.keys) and edition is not self.original
        return tuple(self._participant(index, own[index] if same else None, edition) for index in range(len(self.keys)))

    def _participant(self, index: int, own: ParticipantKeys | None, edition: EditionFile) -> Participant:
        keys, person, term = self.keys[index], self.people[index], self.terms[index]
        stands = bool(keys.country or keys.organisation)

        def text(key: str, register: Words | None) -> str:
            mine: Words | None = getattr(keys, key)
            language = edition.language
            return (
                (text_in(getattr(own, key), language, language) if own else "")
                or text_in(mine, language, self.original.language)
                or text_in(register, language, "und")
                or text_in(mine, self.original.language, self.original.language)
                or _first(mine)
                or _first(register)
            )

        return Participant.model_construct(
            name=text("name", person.names if person else None),
            honorific=text("honorific", person.honorific if person else None),
            role=text("role", term.role if term else None),
            country=keys.country or ("" if stands or term is None else term.country),
            organisation=keys.organisation or ("" if stands or term is None else term.organisation),
            person=keys.person or "",
        )
