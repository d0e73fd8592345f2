"""Find the language, the address and the translations of each page of `docs/`, and places that two files would have."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath
from urllib.parse import unquote

from pressgen.addresses import Address, Addresses, file_of, is_archives
from pressgen.exports import SitemapEntry
from pressgen.languages import language
from pressgen.load.docs import MARKDOWN
from pressgen.load.names import printable
from pressgen.problems import Place, Problem, codes

_OF_A_LIST = 3
"""The number of parts in the path of a list's page: its language, its name, and `index.html`."""


@dataclass(frozen=True)
class DocsPage:
    """A page of `docs/`: its path there, its language, its path without the language, and its address."""

    source: str
    language: str
    neutral: str
    address: Address

    @classmethod
    def of(cls, source: str, addresses: Addresses) -> DocsPage:
        """Return the page at the path `source`."""
        language, neutral = addresses.docs_file(source)
        return cls(source, language, neutral, addresses.docs_page(source))

    @property
    def name(self) -> str:
        """Its name in the host: that of its file without ending and language, `index` for a README."""
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
        """Collect the pages among the files at `sources`, paths below `docs/` with slashes."""
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
        """Return the page at an address, or None."""
        return next((page for page in self.pages.values() if page.address == address), None)

    def twin(self, source: str, language: str) -> DocsPage | None:
        """Return the translation of the page at `source`, or the page itself in its own language; None without one."""
        page = self.pages.get(source)
        return self.by_place.get((language, self._place(page.neutral))) if page else None

    def translations(self, page: DocsPage) -> Mapping[str, Address]:
        """Return the addresses of a page in the languages it is in, in the site's order, and its `x-default`."""
        twins = {tag: self.twin(page.source, tag) for tag in self.addresses.languages}
        places = {tag: twin.address for tag, twin in twins.items() if twin}
        if self._place(page.neutral) == self.addresses.home(self.addresses.languages[0]):
            return self.addresses.home_translations()
        return self.addresses.translations(places.__getitem__, places)

    def sitemap_entries(self) -> tuple[SitemapEntry, ...]:
        """Return the sitemap's entries of all pages, which the host writes itself."""
        return tuple(SitemapEntry(page.address, None) for page in self.pages.values())

    @property
    def files(self) -> tuple[str, ...]:
        """The paths in the site of everything in `docs/`."""
        return (*(page.file for page in self.pages.values()), *self.others)

    def collisions(self, docs_dir: str, own: Iterable[str]) -> Iterator[Problem]:
        """Report pages and files that would have the place of another, or of one of pressgen's `own` files."""
        taken = dict.fromkeys(own, "pressgen")
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

    def reserved(self, docs_dir: str, own: Container[str]) -> Iterator[Problem]:
        """Report pages in the place of a list that the archive will have and that is not among its `own` files yet."""
        for source, page in self.pages.items():
            parts = page.file.split("/")
            if len(parts) == _OF_A_LIST and is_archives(page.file, self.addresses.languages) and page.file not in own:
                message = f"this page takes the address {page.address}, where the archive's own page will stand"
                hint = f"give the file another name, before a release needs '{parts[1]}'"
                yield codes.RESERVED_ADDRESS.at(Place(printable(f"{docs_dir}/{source}")), message, hint)

    def misplaced(self, docs_dir: str) -> Iterator[Problem]:
        """Report pages in a folder that has the tag of another language."""
        for source, page in self.pages.items():
            folder, _, rest = source.partition("/")
            if rest and folder in self.addresses.languages and folder != page.language:
                name = PurePosixPath(self.addresses.docs_file(rest)[1])
                meant = name.with_name(f"{name.stem}.{folder}{name.suffix}")
                mine, theirs = (language("en").name_of(tag) for tag in (page.language, folder))
                message = f"this page is in {mine} for pressgen, and its folder is called '{folder}'"
                hint = f"if it is in {theirs}, rename it to '{docs_dir}/{meant}'"
                yield codes.FOLDER_OF_A_LANGUAGE.at(Place(printable(f"{docs_dir}/{source}")), message, hint)

    def _place(self, neutral: str) -> Address:
        return self.addresses.docs_page(neutral)
