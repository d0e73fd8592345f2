"""Words by language: what an author gives in one language or several goes in, the words for a reader come out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BaseModel, ConfigDict, RootModel, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from pressgen import languages


class Value(BaseModel):
    """A frozen value that accepts no key it does not know."""

    # Its validator is built when the first value is checked: a command that needs none does not wait for it.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Phrase(NamedTuple):
    """Words and the tag of the language they are in (`und` where the author did not say)."""

    text: str
    language: str


def _is_tag(tag: str) -> str:
    if tag != "und" and not languages.is_language(tag):
        error = "language_tag"
        raise PydanticCustomError(error, "unknown language")
    return tag


LanguageTag = Annotated[str, AfterValidator(_is_tag)]
Wording = Annotated[str, StringConstraints(strip_whitespace=True)]


class Words(RootModel[dict[LanguageTag, Wording]]):
    """The same words in several languages, by language tag; `und` holds words given without a language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, given: object) -> object:
        return {"und": given} if isinstance(given, str) else given

    def __bool__(self) -> bool:
        return bool(self.root)

    def __iter__(self) -> Iterator[Phrase]:  # type: ignore[override]  # pydantic iterates over fields
        return (Phrase(text, language) for language, text in self.root.items())

    def in_language(self, language: str) -> Phrase:
        """Give the words in `language`, or else those without a language, or else the first given."""
        for tag in (language, "und", *self.root):
            if tag in self.root:
                return Phrase(self.root[tag], tag)
        return Phrase("", language)
