"""Say of what a file of a built site is made, when it was made last and why, for `pressgen explain`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

import click

from pressgen import __version__, extension
from pressgen.addresses import Address, Addresses, file_of
from pressgen.archive import build_time
from pressgen.cli.project import Project, find
from pressgen.engine import lock
from pressgen.engine.known import KnownOutput, KnownSlice, SiteRecord
from pressgen.engine.making import FILES, NEW, SHELL
from pressgen.engine.record import BuildRecord
from pressgen.load import Loaded
from pressgen.load.names import printable
from pressgen.program import program_digest
from pressgen.settings import Settings
from pressgen.site import Site
from pressgen.site.docs_pages import DocsPages
from pressgen.site.inputs import InputKind, SliceInput, slices_with_inputs

_FEW = 10
"""How many inputs of a kind are named unless all are asked for."""
_REASONS = {
    NEW: "no build with this version of pressgen, these templates and these words had made it",
    SHELL: "the theme's page around it had changed",
    FILES: "the site did not hold the file that had been made",
}
_OF_THE_ARCHIVE = "what the archive knows of it had changed"


class Answer(NamedTuple):
    """What the command prints, and whether the site has the file that was asked for."""

    lines: Sequence[str]
    is_known: bool = True


def explain_address(address: str, config_file: Path | None, *, whole: bool) -> Answer:
    """Explain the file of the site at an address; `whole` names every input.

    Raises click.UsageError if there is no project, or the time of the build is none.
    """
    project = find(None, config_file)
    top = project.configuration.folder
    program = program_digest(top, digits=project.configuration.settings.digits)
    store = BuildRecord(top / lock.CACHE, program, writes=False)
    try:
        record = SiteRecord(store, project.folders.site)
        if not record.slices:
            return Answer([_never_built(project)], is_known=False)
        return _Explaining(project, record).answer(address, whole=whole)
    finally:
        store.close()


@dataclass
class _Explaining:
    """An explanation of one file of a project whose site is on record."""

    project: Project
    record: SiteRecord

    @cached_property
    def _places(self) -> dict[str, tuple[str, KnownSlice, KnownOutput]]:
        """The slice of each file of the site, its name first, and the output that the file is of."""
        return {
            file: (name, one, output)
            for name, one in self.record.slices.items()
            for output in one.outputs
            for file in (output.path, *(file.path for file in output.files))
        }

    @cached_property
    def _settings(self) -> Settings:
        return self.project.configuration.settings

    @cached_property
    def _loaded(self) -> Loaded:
        return self.project.load()

    @cached_property
    def _pages(self) -> DocsPages:
        return DocsPages.of(self.project.docs().files, Addresses.of(self._settings))

    def answer(self, address: str, *, whole: bool) -> Answer:
        paths = [*_paths(address, self.project)]
        path = next((path for path in paths if path in self._places), "")
        if path:
            return Answer([*self._explained(path, whole=whole)])
        source = next((page.source for page in self._pages.pages.values() if page.file in paths), "")
        if source:
            made_of = f"{self.project.configuration.docs_dir}/{source}"
            return Answer([f"{paths[0]} is made by MkDocs from {printable(made_of)}, and not by pressgen"])
        return Answer([self._unknown(address, paths)], is_known=False)

    def _explained(self, path: str, *, whole: bool) -> Iterator[str]:
        name, known, output = self._places[path]
        slice_, inputs = self._slice(name)
        others = f"{len(known.outputs)} outputs are" if len(known.outputs) > 1 else "nothing else is"
        yield printable(path)
        yield f"  slice: {printable(name)} ({others} made of the same)"
        yield f"  made: {_time(output)}, because {self._reason(output, inputs)}"
        if slice_ != known.key and name not in {"front", "search index", "sitemap"}:
            yield "  since then what it is made of has changed: the next build looks at it again"
        yield "made of:"
        yield from (f"  {line}" for line in self._made_of(name, output, inputs, whole=whole))

    def _slice(self, name: str) -> tuple[str, Sequence[SliceInput]]:
        """Return the key that a slice has now, and of what it is made; nothing if it is none of the site any more."""
        configuration = self.project.configuration
        site = Site.of(
            self._loaded, self._settings, name=configuration.site_name, url=configuration.site_url, now=_now()
        )
        for slice_, inputs in slices_with_inputs(site, self._pages.sitemap_entries()):
            if slice_.name == name:
                return (slice_.key or b"").hex(), inputs
        return "", ()

    def _reason(self, output: KnownOutput, inputs: Iterable[SliceInput]) -> str:
        if output.why in _REASONS:
            return _REASONS[output.why]
        changes = self.record.changes(output.made)
        changed = [self._named(one) for one in inputs if one.written in changes]
        if not changed:
            return _OF_THE_ARCHIVE
        few, more = changed[:_FEW], len(changed) - _FEW
        return f"{', '.join(few)}{f' and {more} more' if more > 0 else ''} had changed"

    def _made_of(self, name: str, output: KnownOutput, inputs: Sequence[SliceInput], *, whole: bool) -> Iterator[str]:
        known = [one for one in inputs if self._is_there(one)]
        for kind in (InputKind.RELEASE, InputKind.FILE, InputKind.REGISTER):
            of_kind = [self._named(one) for one in known if one.kind is kind]
            shown = of_kind if whole else of_kind[:_FEW]
            yield from (f"{kind.value}: {one}" for one in shown)
            if len(shown) < len(of_kind):
                yield f"{kind.value}: {len(of_kind) - len(shown)} more (--all names them)"
        if name == "sitemap":
            yield "the addresses and days of all pages of the site"
        if name in {"front", "search index"}:
            yield f"pages: those of {self.project.configuration.docs_dir}/"
        yield f"configuration: {self.project.configuration.name or 'none'}"
        folders = [folder for folder in extension.FOLDERS if (self.project.configuration.folder / folder).is_dir()]
        yield ", ".join([f"program: pressgen {__version__}", *(f"{folder}/" for folder in folders)])
        if output.shell:
            yield f"theme: the page around it, for {output.shell.partition(' ')[0]}"

    def _is_there(self, one: SliceInput) -> bool:
        """True for an input that exists: a page may also change when an entry of the register comes into being."""
        lists = self._loaded.register
        return one.kind is not InputKind.REGISTER or one.id in getattr(lists, one.within)

    def _named(self, one: SliceInput) -> str:
        """Name an input as its author knows it, by its file."""
        origins, top = self._loaded.origins, self._settings.releases_dir
        if one.kind is InputKind.RELEASE:
            files = (path for (release, _), path in origins.editions.items() if release == one.id)
            return printable(", ".join(files))
        if one.kind is InputKind.FILE:
            source = Path(origins.files[one.within, one.id])
            folder = self.project.configuration.folder
            return printable(source.relative_to(folder).as_posix() if source.is_relative_to(folder) else source.name)
        if one.kind is InputKind.REGISTER:
            return printable(f"{top}/register/{one.within}.yml: {one.id}")
        return self.project.configuration.name or "the configuration"

    def _unknown(self, address: str, paths: Sequence[str]) -> str:
        near = [close for path in paths for close in get_close_matches(path, self._places, 3, 0.6)]
        shown = [path.removesuffix("index.html") or "/" for path in dict.fromkeys(near)][:3]
        hint = f"\nthe nearest: {', '.join(map(printable, shown))}" if shown else ""
        return f"the site has nothing at {printable(address)}{hint}"


def _now() -> datetime:
    try:
        return build_time()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def _time(output: KnownOutput) -> str:
    return datetime.fromtimestamp(output.made).astimezone().isoformat(" ", "minutes")


def _paths(address: str, project: Project) -> Iterator[str]:
    """List the files of the site that an address may mean, as it was typed: with or without language and last slash."""
    settings, site_url = project.configuration.settings, urlsplit(project.configuration.site_url)
    parts = urlsplit(address.strip())
    path = parts.path
    if parts.netloc or path.startswith(site_url.path.rstrip("/") + "/"):
        path = path.removeprefix(site_url.path.rstrip("/"))
    path = unquote(path.lstrip("/"))
    for start in ("", *(f"{tag}/" for tag in settings.languages)):
        yield file_of(Address(start + path))
        yield file_of(Address(f"{start}{path.rstrip('/')}/".removeprefix("/")))


def _never_built(project: Project) -> str:
    folder = printable(str(project.configuration.folder))
    return (
        f"no build of {folder} is on record with this version of pressgen, its templates and words. "
        "Run mkdocs build first: it keeps in .cache/pressgen what it makes, when and why."
    )
