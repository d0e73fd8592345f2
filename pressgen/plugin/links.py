"""Resolve links in pages of `docs/` that lead to the files of releases.

An author links to the file, `../releases/2022/x.en.md#p3`. The link becomes a token before MkDocs looks for its target
among the pages of `docs/`, and the token becomes the release's address when the page is rendered.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from posixpath import dirname, join, normpath, relpath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit, urlunsplit

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

from pressgen.addresses import Address, relative
from pressgen.archive import Hidden
from pressgen.text.holes import ids_in

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pressgen.archive import Archive
    from pressgen.site.docs_pages import DocsPages

TOKEN = "x-pressgen-link:"  # noqa: S105  # a scheme that no address has
_TOKENS = re.compile(re.escape(TOKEN) + r'([^"#?]*)')
_NOWHERE = f'="{TOKEN}"'
_TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)\b((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*/?>')
_ID = re.compile(r'\sid="[^"]*"')

Rewrite = Callable[[str], str | None]
"""A function from a link as its author wrote it to the link of the page, or None if it has no target."""


@dataclass(frozen=True, slots=True)
class WrittenLink:
    """A link in a page of `docs/`: the path and language of the page, and the link as written."""

    source: str
    language: str
    url: str


@dataclass(frozen=True)
class Sources:
    """The targets that links of `docs/` may have.

    `docs_dir` and `releases_dir` are relative to the project, with slashes. `hidden` are the releases that exist and
    are not public, by the path of their files without language and ending, with the reason.
    """

    archive: Archive
    pages: DocsPages
    docs_dir: str
    releases_dir: str
    hidden: Mapping[str, Hidden] = field(default_factory=dict)

    def resolve(self, link: WrittenLink, warn: Callable[[str], None]) -> str | None:
        """Return the link of the page: itself, the same page in the language of the reader, or a token for a release.

        Without a target it calls `warn` with the reason, and returns None.
        """
        try:
            parts = urlsplit(link.url)
        except ValueError as error:
            warn(f"which no browser can follow: {error}")
            return None
        if parts.scheme or parts.netloc or not parts.path or parts.path.startswith("/"):
            return link.url
        folder = join(self.docs_dir, dirname(link.source))
        target = normpath(join(folder, unquote(parts.path)))
        if not target.startswith(f"{self.releases_dir}/"):
            return self._page(link, target)
        address = self._release(link, target, parts.fragment, warn)
        if address is None:
            return None
        return TOKEN + address + (f"#{parts.fragment}" if parts.fragment else "")

    def _page(self, link: WrittenLink, target: str) -> str:
        """Return a link to a page without a language as a link to that page in the language of this one."""
        parts = urlsplit(link.url)
        source = relpath(target, self.docs_dir)
        page = self.pages.pages.get(source)
        twin = self.pages.twin(source, link.language)
        if page is None or twin is None or page.source != page.neutral:
            return link.url
        path = quote(relpath(twin.source, dirname(link.source) or "."))
        return urlunsplit(("", "", path, parts.query, parts.fragment)) if twin is not page else link.url

    def _release(self, link: WrittenLink, target: str, fragment: str, warn: Callable[[str], None]) -> Address | None:
        places = self.pages.addresses
        if target in self._files:
            return places.file(*self._files[target])
        if target not in self._editions:
            # A release under embargo will be public in time, so the link can stay.
            if not (target.endswith(".md") and self._hidden(target) is Hidden.EMBARGO):
                warn(self._complaint(link, target))
            return None
        release_id, named = self._editions[target]
        release = self.archive.by_id[release_id]
        language = named or (link.language if link.language in release.editions else release.original)
        if fragment and unquote(fragment) not in ids_in(release.editions[language].body.blocks):
            path = self.archive.origins.path(release_id, language)
            warn(f"but '{path}' has no anchor '#{unquote(fragment)}'")
        return places.release(language, release_id)

    def _complaint(self, link: WrittenLink, target: str) -> str:
        if self._hidden(target):
            return "but that release is not public yet"
        page = target.endswith(".md")
        reason = "but there is no such release" if page else "but no release names such a file"
        shown = self.archive.by_id
        editions = [path for (release, _), path in self.archive.origins.editions.items() if release in shown]
        near = get_close_matches(target, editions if page else self._files, n=1)
        if not near:
            return reason
        return f"{reason}. Did you mean '{relpath(near[0], join(self.docs_dir, dirname(link.source)))}'?"

    def _hidden(self, target: str) -> Hidden | None:
        """Return why the release of a file is not public; None if it is public or there is no such release."""
        for path, why in self.hidden.items():
            if target.startswith((f"{path}/", f"{path}.")):
                return why
        return None

    @cached_property
    def _editions(self) -> Mapping[str, tuple[str, str]]:
        """The release and the language of each source file; no language if the file's name has none."""
        editions: dict[str, tuple[str, str]] = {}
        for release in self.archive.releases:
            for language in release.editions:
                path, suffix = self.archive.origins.path(release.id, language), f".{language}.md"
                editions[path] = (release.id, language if path.endswith(suffix) else "")
                if path.endswith(suffix):
                    editions.setdefault(path.removesuffix(suffix) + ".md", (release.id, ""))
        return editions

    @cached_property
    def _files(self) -> Mapping[str, tuple[str, str]]:
        files = self.archive.origins.files
        return {
            files[release.id, file.name]: (release.id, file.name)
            for release in self.archive.releases
            for file in release.files
        }


class SourceLinks(Extension):
    """The Markdown extension that calls `rewrite` for each link and picture of the page that is read."""

    def __init__(self) -> None:
        super().__init__()
        self.rewrite: Rewrite = str

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Register it just before MkDocs' own, which has the priority 0."""
        md.treeprocessors.register(_Links(self), "pressgen_links", 0.5)


class _Links(Treeprocessor):
    def __init__(self, extension: SourceLinks) -> None:
        super().__init__()
        self._extension = extension

    def run(self, root: Element) -> None:
        for element in root.iter():
            key = {"a": "href", "img": "src"}.get(element.tag)
            url = element.get(key) if key else None
            if key is None or url is None:
                continue
            rewritten = self._extension.rewrite(url)
            # MkDocs looks for the target of every link, so a link to nowhere is a token too until it has done so.
            element.set(key, TOKEN if rewritten is None else rewritten)


def finished(html: str, address: Address) -> str:
    """Return the content of the page at `address` with links in place of their tokens."""
    # A token without an address is a link without a target: only its words stay, and of a picture nothing.
    alive = _without_dead(html) if _NOWHERE in html else html
    return _TOKENS.sub(lambda match: relative(address, Address(match[1])), alive)


def _without_dead(html: str) -> str:
    """Remove the tags of links and pictures without a target; the words of links stay.

    An empty tag would show that there will be something.
    """
    closing: list[str] = []

    def replaced(tag: re.Match[str]) -> str:
        ends, name, attributes = tag.groups()
        if name not in {"a", "img", "source"}:
            return tag[0]
        if ends:
            return closing.pop() if name == "a" and closing else tag[0]
        is_dead = _NOWHERE in attributes
        if name != "a":
            return "" if is_dead else tag[0]
        # Other links in the text may lead to its id, so that stays.
        anchor = _ID.search(attributes)
        closing.append("" if is_dead and not anchor else "</span>" if is_dead else "</a>")
        return (f"<span{anchor[0]}>" if anchor else "") if is_dead else tag[0]

    return _TAG.sub(replaced, html)
