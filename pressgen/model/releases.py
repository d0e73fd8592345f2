"""Releases and their editions: the record, and the same words in every language that has them."""

from __future__ import annotations

from functools import cached_property
from hashlib import blake2b
from typing import Any, Self

from pydantic import model_validator

from pressgen.model.bodies import Body
from pressgen.model.facts import Record, Translation
from pressgen.model.frozen import FrozenMap, FrozenMapping, Value, ValueWithDigest
from pressgen.model.title_lines import on_one_line

_DIGEST_SIZE = 32
_NO_TEXT = Body()


class Edition(Value):
    """The text of a release in one language, complete: facts that the original owns are filled in."""

    release: str
    language: str
    title: str
    summary: str
    place: str
    body: Body
    translation: Translation | None = None
    translator: str = ""

    @property
    def title_line(self) -> str:
        """The title on one line, whatever lines its author gave it."""
        return on_one_line(self.title, self.language)


class ReleaseFile(Value):
    """A picture or annex that a release names: its path in the release's folder and its number of bytes.

    `width` and `height` are a picture's in pixels, 0 where it does not tell them.
    """

    name: str
    size: int
    width: int = 0
    height: int = 0


_PICTURES = (".avif", ".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp")


def is_picture(name: str) -> bool:
    """True if a page shows a file of this name as a picture: the ending decides."""
    return name.lower().endswith(_PICTURES)


class Alias(Value):
    """An older address of a release: a path from the site's root, and the language whose page stands for it now.

    Without a language, the page of all editions stands for it.
    """

    path: str
    language: str


class Release(ValueWithDigest):
    """One act of communication: its id, its record and its editions, the original's among them.

    `files` are those of its folder that it names, and no others: only they are published. Its digest covers its texts
    by theirs.
    """

    id: str
    record: Record
    original: str
    editions: FrozenMapping[str, Edition]
    files: tuple[ReleaseFile, ...] = ()
    aliases: tuple[Alias, ...] = ()

    @model_validator(mode="after")
    def _has_its_original(self) -> Self:
        if self.original not in self.editions:
            message = f"release {self.id!r} lacks its original edition {self.original!r}"
            raise ValueError(message)
        return self

    @cached_property
    def facts_digest(self) -> bytes:
        """The digest of everything but the texts."""
        written = self.model_dump_json(exclude={"editions": {"__all__": {"body"}}})
        # JSON has the zones of times only as hours from UTC.
        zones = (str(moment and moment.tzinfo) for moment in self.record.moments)
        return blake2b(" ".join((written, *zones)).encode(), digest_size=_DIGEST_SIZE).digest()

    def canonical(self) -> bytes:
        """Write the digest of everything but the texts, and those of the texts."""
        return b"".join((self.facts_digest, *(edition.body.digest for edition in self.editions.values())))

    def __copy__(self) -> Self:
        copied = super().__copy__()
        copied.__dict__.pop("facts_digest", None)
        return copied

    def __getstate__(self) -> dict[str, Any]:
        return {**super().__getstate__(), "facts_digest": self.facts_digest}

    def without_texts(self) -> Release:
        """Return the release with its facts alone, for files that show no texts."""
        editions = {tag: edition.model_copy(update={"body": _NO_TEXT}) for tag, edition in self.editions.items()}
        copied = self.model_copy(update={"editions": FrozenMap(editions)})
        copied.__dict__["facts_digest"] = self.facts_digest
        return copied

    def edition_for(self, language: str) -> Edition:
        """Return the edition in `language`, or else the original."""
        return self.editions.get(language) or self.editions[self.original]
