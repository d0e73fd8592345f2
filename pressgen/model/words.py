"""Words by language: what an author writes in one language or several, and what a reader is shown of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, NamedTuple

from pydantic import AfterValidator, ConfigDict, RootModel, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from pressgen import languages
from pressgen.model.frozen import FrozenMap, FrozenMapping, Value, set_fields


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


class Words(RootModel[FrozenMapping[LanguageTag, Wording]]):
    """The same words in several languages, by language tag; `und` holds words given without a language."""

    model_config = ConfigDict(frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _plain_text(cls, given: object) -> object:
        return {"und": given} if isinstance(given, str) else given

    @classmethod
    def of(cls, texts: Mapping[str, str]) -> Words:
        """Build words from texts that are known to be checked, by language tag."""
        return cls.model_construct(FrozenMap(texts))

    def __getstate__(self) -> dict[str, Any]:
        return {"root": self.root}

    def __setstate__(self, state: dict[str, Any]) -> None:
        set_fields(self, state)

    def __bool__(self) -> bool:
        return bool(self.root)

    def __iter__(self) -> Iterator[Phrase]:  # type: ignore[override]  # pydantic iterates over fields
        return (Phrase(text, language) for language, text in self.root.items())

    def in_language(self, language: str) -> Phrase:
        """Return the words in `language`, or else those without a language, or else the first given."""
        for tag in (language, "und", *self.root):
            if tag in self.root:
                return Phrase(self.root[tag], tag)
        return Phrase("", language)


def fields_of_words(model: type[Value]) -> tuple[str, ...]:
    """List the fields of a model that hold words by language, in their order."""
    return tuple(name for name, field in model.model_fields.items() if field.annotation is Words)
