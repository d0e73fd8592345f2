"""Find the files of the project that texts and attachments point to.

A text may point to the file of another edition, to a file in the folder of its own release, and to a page of `docs/`.
Only files that a release names are published, so a file in its folder that nothing names is reported too.
"""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from pressgen.frontmatter import nearest, shown
from pressgen.load.archive_wide import nearest_id
from pressgen.load.names import attachment_name, printable
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.load.pictures import Size, size_of
from pressgen.load.safe_files import active, scripted
from pressgen.load.unreadable import unreadable
from pressgen.load.walk import Walked, top_of
from pressgen.model import Body, Reference, ReleaseFile, is_picture
from pressgen.problems import Place, Problem, codes
from pressgen.text.targets import looks_like_site

_SAFE = "publish a PDF, a picture or a table instead"


class _Target(NamedTuple):
    """What a reference leads to: an edition, a file of a release, or a page of `docs/`; empty if it cannot be read."""

    release: str = ""
    language: str = ""
    file: str = ""
    page: str = ""


class Targets:
    """Everything that texts of the project can point to."""

    def __init__(
        self, project: Path, releases_dir: str, docs_dir: str, walked: Walked, releases: tuple[ReleaseFiles, ...]
    ) -> None:
        self.docs = os.path.realpath(project / docs_dir)
        self.docs_dir = docs_dir
        self.top = top_of(releases_dir)
        self.project = project
        self.walked = walked
        self.editions = {file.path: (release.id, file.language) for release in releases for file in release.files}
        self.ids = {release.id for release in releases}
        self.known = {source.path for source in walked.sources}
        self.folder_of = {release.id: _own_folder(release, walked) for release in releases}
        self._refusals: dict[tuple[str, str], str] = {}
        self._sizes: dict[tuple[str, str], Size | None] = {}
        self.owner = {folder: id_ for id_, folder in self.folder_of.items() if folder}

    def files(self, release: str) -> Mapping[str, str]:
        """Map the files in a release's own folder, by their path in it, to where they can be read."""
        return self.walked.folders.get(self.folder_of[release], {})

    def refused(self, release: str, name: str) -> str:
        """Return why a file in a release's own folder is not published; empty if it is."""
        key = (release, name)
        if key not in self._refusals:
            self._refusals[key] = active(name) or scripted(self.files(release)[name], name)
        return self._refusals[key]

    def resolve(self, release: ReleaseFiles, file: EditionFile, body: Body) -> tuple[Body, tuple[Problem, ...]]:
        """Find what each reference of a text leads to."""
        if not body.references:
            return body, ()
        problems: list[Problem] = []
        references = []
        for reference, spot in zip(body.references, file.parsed.spots, strict=True):
            target = self._reference(release, file, reference, Place(printable(file.path), *spot))
            if isinstance(target, Problem):
                problems.append(target)
            references.append(reference if isinstance(target, Problem) else self._resolved(reference, target))
        return body.with_references(references), tuple(problems)

    def _resolved(self, reference: Reference, target: _Target) -> Reference:
        """Return a reference with what it leads to; with the size of a picture, a page can reserve its room."""
        width, height = (self.size(target.release, target.file) if target.file else None) or (0, 0)
        return Reference(
            target=reference.target,
            picture=reference.picture,
            release=target.release,
            language=target.language,
            file=target.file,
            page=target.page,
            fragment=reference.target.partition("#")[2],
            width=width,
            height=height,
        )

    def size(self, release: str, name: str) -> Size | None:
        """Return the width and height of a picture in a release's own folder; None if its file does not say."""
        key = (release, name)
        if key not in self._sizes:
            self._sizes[key] = size_of(self.files(release)[name]) if is_picture(name) else None
        return self._sizes[key]

    def _reference(
        self, release: ReleaseFiles, file: EditionFile, reference: Reference, place: Place
    ) -> _Target | Problem:
        code = codes.MISSING_PICTURE if reference.picture else codes.MISSING_TARGET
        written = reference.target.partition("#")[0]
        target = unicodedata.normalize("NFC", unquote(written.partition("?")[0]))
        what = f"'{shown(reference.target, 120)}'"
        if not target:
            return _Target(release.id, file.language)
        if target.startswith("/") or "\0" in target:
            hint = "write the path from this file, or only the name of a file in the release's own folder"
            return code.at(place, f"{what} is not a file of this project", hint)
        path = posixpath.normpath(posixpath.join(file.source.folder, target))
        for candidate in (path, posixpath.normpath(f"{self.folder_of[release.id]}/{target}")):
            if (found := self._file(candidate, reference)) is not None:
                if found.file and (why := self.refused(found.release, found.file)):
                    return codes.ACTIVE_FILE.at(place, f"{what} is not published: {why}", _SAFE)
                return found
        if path.startswith("../") or path == "..":
            return code.at(place, f"{what} leaves the project", "put the file into the release's own folder")
        return code.at(place, f"{what} does not exist", self._hint(release, file, target))

    def _file(self, path: str, reference: Reference) -> _Target | None:
        if path in self.editions and not reference.picture:
            return _Target(*self.editions[path])
        if path in self.known and not reference.picture:
            # The file exists and cannot be read, which has been reported.
            return _Target()
        folder = path.rpartition("/")[0]
        while folder:
            if folder in self.owner:
                name = path[len(folder) + 1 :]
                return _Target(self.owner[folder], file=name) if name in self.walked.folders[folder] else None
            folder = folder.rpartition("/")[0]
        # The folder of the releases may lie within that of the pages; what stands there is no page.
        if path.startswith(f"{self.docs_dir}/") and not (self.top and path.startswith(f"{self.top}/")):
            return self._page(path)
        return None

    def _page(self, path: str) -> _Target | None:
        parts = path.split("/")
        real = os.path.realpath(self.project / path)
        if any(part.startswith(".") for part in parts) or not real.startswith(self.docs + os.sep):
            return None
        return _Target(page=path[len(self.docs_dir) + 1 :]) if Path(real).is_file() else None

    def _hint(self, release: ReleaseFiles, file: EditionFile, target: str) -> str:
        own = f"the folder {printable(self.folder_of[release.id] or file.source.own_folder)}/"
        name = target.rpartition("/")[2]
        if looks_like_site(target):
            return f"an address of the web begins with https://: write https://{target}"
        stem = name.partition(".")[0]
        if stem in self.ids and not name.lower().endswith(".md"):
            meant = self._edition_meant(stem, file.language)
            return f"a release is named by its file: '{posixpath.relpath(meant, file.source.folder or '.')}'"
        if name.lower().endswith(".md"):
            meant = self._edition_meant(name[:-3], file.language)
            written = posixpath.relpath(meant, file.source.folder or ".") if meant else ""
            return f"did you mean '{written}'?" if written else "look at its name"
        beside = posixpath.normpath(posixpath.join(file.source.folder, target))
        if not beside.startswith("../") and (self.project / beside).is_file():
            return f"move the file into {own}; only what stands there is published with the release"
        if likely := nearest(name, [inner.rpartition("/")[2] for inner in self.files(release.id)]):
            return f"did you mean '{likely}'?"
        return f"put the file into {own}"

    def _edition_meant(self, stem: str, language: str) -> str:
        """Return the file of the edition that a name without language, or a misspelt one, may mean."""
        slug = stem if stem in self.ids else stem.rpartition(".")[0]
        if slug not in self.ids:
            slug = nearest_id(stem.partition(".")[0], self.ids)
        paths = {tag: path for path, (id_, tag) in self.editions.items() if id_ == slug}
        return paths.get(language) or next(iter(paths.values()), "")

    def attachments(self, release: ReleaseFiles) -> Iterator[Problem]:
        """Report attachments that do not exist, and pictures among them without a description."""
        file = release.original
        files = self.files(release.id)
        for index, keys in enumerate(file.front.attachments):
            name = attachment_name(keys.file, file.source.stem)
            place = file.parsed.marks.value("attachments", index, "file")
            where = f"(attachments[{index + 1}].file)"
            if why := active(name) if name not in files else self.refused(release.id, name):
                yield codes.ACTIVE_FILE.at(place, f"'{shown(name)}' is not published: {why} {where}", _SAFE)
            elif name not in files:
                likely = nearest(name, files) if files else ""
                own = printable(self.folder_of[release.id] or file.source.own_folder)
                hint = f"did you mean '{likely}'?" if likely else f"put the file into the folder {own}/"
                message = f"the attachment '{shown(name)}' does not exist {where}"
                yield codes.MISSING_ATTACHMENT.at(place, message, hint)
            elif is_picture(name) and not file.parsed.marks.has("attachments", index, "alt"):
                hint = "add `alt:` with what the picture shows, for readers who cannot see it"
                yield codes.MISSING_ALT.at(place, f"the picture '{shown(name)}' has no description {where}", hint)

    def named(
        self, release: ReleaseFiles, bodies: Mapping[str, Body]
    ) -> tuple[tuple[ReleaseFile, ...], tuple[Problem, ...]]:
        """Return the files of its folder that a release names: only they are published."""
        files = self.files(release.id)
        if not files:
            return (), ()
        original = release.original
        names = {attachment_name(one.file, original.source.stem) for one in original.front.attachments}
        names |= {
            reference.file
            for body in bodies.values()
            for reference in body.references
            if reference.release == release.id and reference.file
        }
        wanted = sorted(name for name in names & files.keys() if not self.refused(release.id, name))
        files_or_problems = [self._published(release.id, name) for name in wanted]
        problems = tuple(each for each in files_or_problems if isinstance(each, Problem))
        return tuple(each for each in files_or_problems if isinstance(each, ReleaseFile)), problems

    def _published(self, release: str, name: str) -> ReleaseFile | Problem:
        source = self.files(release)[name]
        width, height = self.size(release, name) or (0, 0)
        try:
            size = Path(source).stat().st_size
        except OSError as error:
            return unreadable(Place(printable(f"{self.folder_of[release]}/{name}")), error)
        return ReleaseFile(name=name, size=size, width=width, height=height)

    def unused(self, release: ReleaseFiles, named: tuple[ReleaseFile, ...]) -> Iterator[Problem]:
        """Report files in a release's folder that it does not name."""
        folder = self.folder_of[release.id]
        used = {file.name for file in named}
        # A file that is named and refused has been reported where it is named.
        refused = {name for id_, name in self._refusals if id_ == release.id}
        for name in self.files(release.id):
            if name not in used and not (name in refused and self.refused(release.id, name)):
                hint = "name it under `attachments` or in the text, or remove it"
                message = "nothing in the release names this file, so it is not published"
                yield codes.UNUSED_FILE.at(Place(printable(f"{folder}/{name}")), message, hint)


def _own_folder(release: ReleaseFiles, walked: Walked) -> str:
    """Return the path of the release's own folder, beside the original or a translation; empty if it has none."""
    return next((file.source.own_folder for file in release.files if file.source.own_folder in walked.folders), "")
