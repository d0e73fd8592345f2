"""The pages of `docs/`: their paths go in, each with its language, its address and its translations come out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from pressgen.addresses import Address, Addresses, file_of
from pressgen.load.docs import MARKDOWN, Docs, docs_folder
from pressgen.load.identity import Releases
from pressgen.load.names import printable
from pressgen.problems import Place, Problem, codes
from pressgen.site import WrittenPage

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig


@dataclass(frozen=True)
class DocsPage:
    """A page of `docs/`: its path there, its language, its path without the language, and its address."""

    source: str
    language: str
    neutral: str
    address: Address

    @classmethod
    def of(cls, source: str, addresses: Addresses) -> DocsPage:
        """Give the page at the path `source`."""
        language, neutral = addresses.docs_file(source)
        return cls(source, language, neutral, addresses.docs_page(source))

    @property
    def name(self) -> str:
        """Its name as the host has it: the file's without ending and language, `index` for a README."""
        stem = PurePosixPath(self.neutral).stem
        return "index" if stem == "README" else stem

    @property
    def file(self) -> str:
        """The path of its file in the site."""
        return unquote(file_of(self.address))


@dataclass(frozen=True)
class DocsPages:
    """All pages of `docs/`, and the other files there, by their paths."""

    pages: Mapping[str, DocsPage]
    others: tuple[str, ...]
    addresses: Addresses

    @classmethod
    def of(cls, sources: Iterable[str], addresses: Addresses) -> DocsPages:
        """Give the pages among the files at `sources`, paths below `docs/` with slashes."""
        pages, others = {}, []
        for source in sorted(sources):
            if source.endswith(MARKDOWN):
                pages[source] = DocsPage.of(source, addresses)
            else:
                others.append(source)
        return cls(pages, tuple(others), addresses)

    @cached_property
    def by_place(self) -> Mapping[tuple[str, str], DocsPage]:
        """Each page by its language and its address in the site's first language, which its translations share."""
        return {(page.language, self._place(page.neutral)): page for page in reversed([*self.pages.values()])}

    def at(self, address: Address) -> DocsPage | None:
        """Give the page at an address, if there is one."""
        return next((page for page in self.pages.values() if page.address == address), None)

    def twin(self, source: str, language: str) -> DocsPage | None:
        """Give the page at `source` in another language, or itself in its own; nothing where there is none."""
        page = self.pages.get(source)
        return self.by_place.get((language, self._place(page.neutral))) if page else None

    def translations(self, page: DocsPage) -> Mapping[str, Address]:
        """Give the addresses of a page in the languages it is in, in the site's order, and its `x-default`."""
        twins = {tag: self.twin(page.source, tag) for tag in self.addresses.languages}
        found = {tag: twin.address for tag, twin in twins.items() if twin}
        if self._place(page.neutral) == self.addresses.home(self.addresses.languages[0]):
            return self.addresses.home_translations()
        return self.addresses.translations(found.__getitem__, found)

    def written(self) -> Mapping[str, WrittenPage]:
        """Give every page as the site knows it, by address."""
        return {page.address: WrittenPage(page.address, self.translations(page)) for page in self.pages.values()}

    @property
    def files(self) -> tuple[str, ...]:
        """The paths in the site of everything in `docs/`."""
        return (*(page.file for page in self.pages.values()), *self.others)

    def collisions(self, docs_dir: str, made: Iterable[str]) -> Iterator[Problem]:
        """Tell of pages and files that would stand where another, or one of the site's own at `made`, stands."""
        taken = dict.fromkeys(made, "pressgen")
        for source in [*self.pages, *self.others]:
            page = self.pages.get(source)
            path = page.file if page else source
            if path in taken:
                other = "a page of pressgen's own" if taken[path] == "pressgen" else taken[path]
                where = f"the address {path.removesuffix('index.html') or '/'}"
                yield codes.DOUBLED_ADDRESS.at(
                    Place(printable(f"{docs_dir}/{source}")),
                    f"this file and {other} both have {where}",
                    "give the file another name",
                )
            taken.setdefault(path, f"{docs_dir}/{source}")

    def _place(self, neutral: str) -> Address:
        return self.addresses.docs_page(neutral)


def docs_of(config: MkDocsConfig, docs_dir: str, releases: Releases, *, preview: bool) -> Docs:
    """Look through the folder of pages as the host will; `docs_dir` is what problems call it.

    Drafts are the host's own, and shown in a preview only.
    """
    specs = [spec for spec in (config.exclude_docs, None if preview else config.draft_docs) if spec]
    excluded = lambda source: any(spec.match_file(source) for spec in specs)  # noqa: E731  # it is one expression
    return docs_folder(Path(config.docs_dir), docs_dir, releases, excluded)
