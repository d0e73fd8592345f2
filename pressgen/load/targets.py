"""Find the files of the project that texts and attachments point to.

A text may point to the file of another edition, to a file in the folder of its own release, and to a page of `docs/`.
Only files that a release names are published, so a file in its folder that nothing names is reported too.
"""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from pressgen.frontmatter import nearest, shown
from pressgen.load.names import attachment_name, printable
from pressgen.load.other_releases import nearest_id
from pressgen.load.pair import EditionFile, ReleaseFiles
from pressgen.load.pictures import Size, size_of
from pressgen.load.safe_files import active, scripted
from pressgen.load.tracking import Tracked, tracked
from pressgen.load.unreadable import unreadable
from pressgen.load.walk import Walked, top_of
from pressgen.model import Body, Reference, ReleaseFile, is_picture
from pressgen.problems import Place, Problem, codes
from pressgen.text.targets import looks_like_site

_SAFE = "publish a PDF, a picture or a table instead"


class Standpoint(NamedTuple):
    """Where a text stands that points to something: its release and language, its file's folder, the release's own."""

    release: str
    language: str
    folder: str
    own_folder: str


class ReferenceTarget(NamedTuple):
    """What a reference leads to: an edition, a file of a release, or a page of `docs/`; empty if it cannot be read.

    Of a picture that tells its size, `width` and `height` are that in pixels.
    """

    release: str = ""
    language: str = ""
    file: str = ""
    page: str = ""
    width: int = 0
    height: int = 0


class ReferenceFault(NamedTuple):
    """Why a reference leads nowhere; `refused` is the file of a release that is there and is not published."""

    message: str
    hint: str
    refused: tuple[str, str] = ("", "")


class Resolved(NamedTuple):
    """A text whose references lead somewhere, what is wrong with them, and its release's files that are refused."""

    body: Body
    problems: tuple[Problem, ...] = ()
    refused: tuple[str, ...] = ()


class Targets(Tracked):
    """Everything that texts of the project can point to."""

    def __init__(
        self, project: Path, releases_dir: str, docs_dir: str, walked: Walked, editions: Mapping[str, tuple[str, str]]
    ) -> None:
        """`editions` holds the id and the language of each release's editions by their paths, the original's first."""
        super().__init__()
        self.docs = os.path.realpath(project / docs_dir)
        self.docs_dir = docs_dir
        self.top = top_of(releases_dir)
        self.project = project
        self.walked = walked
        self.editions = editions
        self.known = {source.path for source in walked.sources}
        sources = {source.path: source for source in walked.sources}
        self.folder_of: dict[str, str] = {}
        for path, (id_, _) in editions.items():
            own = sources[path].own_folder
            if not self.folder_of.setdefault(id_, "") and own in walked.folders:
                self.folder_of[id_] = own
        self._refusals: dict[tuple[str, str], str] = {}
        self.existing: dict[str, bool] = {}
        """Whether a file is at paths from the project's folder that no walk of a folder tells of, once it was asked."""
        self._sizes: dict[tuple[str, str], Size | None] = {}
        self.owner = {folder: id_ for id_, folder in self.folder_of.items() if folder}

    def layout(self, noted: int) -> bytes:
        """Return the digest of all that answers depend on but the pages of `docs/`: editions, and files in folders.

        Empty where a file was too young at the time `noted` to be known by its stamp.
        """
        folders = [(path, self.walked.folder_state(path, noted)) for path in sorted(self.walked.folders)]
        if any(state is None for _, state in folders):
            return b""
        known = repr((sorted(self.known), sorted(self.editions.items()), folders))
        return blake2b(known.encode("utf-8", "backslashreplace"), digest_size=32).digest()

    def files(self, release: str) -> Mapping[str, str]:
        """Map the files in a release's own folder, by their path in it, to where they can be read."""
        return self.walked.folders.get(self.folder_of[release], {})

    def refused(self, release: str, name: str) -> str:
        """Return why a file in a release's own folder is not published; empty if it is."""
        key = (release, name)
        if key not in self._refusals:
            self._refusals[key] = active(name) or scripted(self.files(release)[name], name)
        return self._refusals[key]

    def resolve(self, release: ReleaseFiles, file: EditionFile) -> Resolved:
        """Find what each reference of a text leads to."""
        body = file.parsed.body
        if not body.references:
            return Resolved(body)
        own_folder = self.folder_of[release.id] or file.source.own_folder
        here = Standpoint(release.id, file.language, file.source.folder, own_folder)
        problems: list[Problem] = []
        references: list[Reference] = []
        refused: list[str] = []
        for reference, spot in zip(body.references, file.parsed.spots, strict=True):
            found = self.target(here, reference.target, reference.picture)
            if isinstance(found, ReferenceFault):
                problems.append(_problem(found, reference, Place(printable(file.path), *spot)))
                refused += [name for owner, name in (found.refused,) if owner == release.id]
            references.append(reference if isinstance(found, ReferenceFault) else _resolved(reference, found))
        return Resolved(body.with_references(references), tuple(problems), tuple(refused))

    def size(self, release: str, name: str) -> Size | None:
        """Return the width and height of a picture in a release's own folder; None if its file does not say."""
        key = (release, name)
        if key not in self._sizes:
            self._sizes[key] = size_of(self.files(release)[name]) if is_picture(name) else None
        return self._sizes[key]

    @tracked
    def target(self, here: Standpoint, target: str, picture: bool) -> ReferenceTarget | ReferenceFault:  # noqa: FBT001  # questions have no names
        """Find what a reference leads to."""
        found = self._target(here, target, picture=picture)
        if isinstance(found, ReferenceFault) or not found.file:
            return found
        width, height = self.size(found.release, found.file) or (0, 0)
        return found._replace(width=width, height=height)

    def _target(self, here: Standpoint, written: str, *, picture: bool) -> ReferenceTarget | ReferenceFault:
        target = unicodedata.normalize("NFC", unquote(written.partition("#")[0].partition("?")[0]))
        what = f"'{shown(written, 120)}'"
        if not target:
            return ReferenceTarget(here.release, here.language)
        if target.startswith("/") or "\0" in target:
            hint = "write the path from this file, or only the name of a file in the release's own folder"
            return ReferenceFault(f"{what} is not a file of this project", hint)
        path = posixpath.normpath(posixpath.join(here.folder, target))
        for candidate in (path, posixpath.normpath(f"{self.folder_of[here.release]}/{target}")):
            if (found := self._file(candidate, picture=picture)) is not None:
                if found.file and (why := self.refused(found.release, found.file)):
                    return ReferenceFault(f"{what} is not published: {why}", _SAFE, (found.release, found.file))
                return found
        if path.startswith("../") or path == "..":
            return ReferenceFault(f"{what} leaves the project", "put the file into the release's own folder")
        return ReferenceFault(f"{what} does not exist", self._hint(here, target))

    def _file(self, path: str, *, picture: bool) -> ReferenceTarget | None:
        if path in self.editions and not picture:
            return ReferenceTarget(*self.editions[path])
        if path in self.known and not picture:
            # The file exists and cannot be read, which has been reported.
            return ReferenceTarget()
        folder = path.rpartition("/")[0]
        while folder:
            if folder in self.owner:
                name = path[len(folder) + 1 :]
                return ReferenceTarget(self.owner[folder], file=name) if name in self.walked.folders[folder] else None
            folder = folder.rpartition("/")[0]
        # The folder of the releases may lie within that of the pages; what stands there is no page.
        if path.startswith(f"{self.docs_dir}/") and not (self.top and path.startswith(f"{self.top}/")):
            return self._page(path)
        return None

    def _page(self, path: str) -> ReferenceTarget | None:
        parts = path.split("/")
        real = os.path.realpath(self.project / path)
        if any(part.startswith(".") for part in parts) or not real.startswith(self.docs + os.sep):
            return None
        return ReferenceTarget(page=path[len(self.docs_dir) + 1 :]) if Path(real).is_file() else None

    def _hint(self, here: Standpoint, target: str) -> str:
        own = f"the folder {printable(here.own_folder)}/"
        name = target.rpartition("/")[2]
        if looks_like_site(target):
            return f"an address of the web begins with https://: write https://{target}"
        stem = name.partition(".")[0]
        if stem in self.folder_of and not name.lower().endswith(".md"):
            meant = self._edition_meant(stem, here.language)
            return f"a release is named by its file: '{posixpath.relpath(meant, here.folder or '.')}'"
        if name.lower().endswith(".md"):
            meant = self._edition_meant(name[:-3], here.language)
            written = posixpath.relpath(meant, here.folder or ".") if meant else ""
            return f"did you mean '{written}'?" if written else "look at its name"
        beside = posixpath.normpath(posixpath.join(here.folder, target))
        if not beside.startswith("../") and self._exists(beside):
            return f"move the file into {own}; only what stands there is published with the release"
        if likely := nearest(name, [inner.rpartition("/")[2] for inner in self.files(here.release)]):
            return f"did you mean '{likely}'?"
        return f"put the file into {own}"

    def _exists(self, path: str) -> bool:
        return self.existing.setdefault(path, (self.project / path).is_file())

    def _edition_meant(self, stem: str, language: str) -> str:
        """Return the file of the edition that a name without language, or a misspelt one, may mean."""
        slug = stem if stem in self.folder_of else stem.rpartition(".")[0]
        if slug not in self.folder_of:
            slug = nearest_id(stem.partition(".")[0], self.folder_of)
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
        self, release: ReleaseFiles, bodies: Iterable[Body]
    ) -> tuple[tuple[ReleaseFile, ...], tuple[Problem, ...]]:
        """Return the files of its folder that a release names: only they are published."""
        files = self.files(release.id)
        if not files:
            return (), ()
        names = {
            reference.file
            for body in bodies
            for reference in body.references
            if reference.release == release.id and reference.file
        }
        names |= _attached(release)
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

    def unused(self, release: ReleaseFiles, named: Iterable[ReleaseFile], refused: Iterable[str]) -> Iterator[Problem]:
        """Report files in a release's folder that it does not name; `refused` are those that its texts name in vain."""
        folder = self.folder_of[release.id]
        # A file that is named and refused has been reported where it is named.
        reported = {*refused, *(name for name in _attached(release) if name in self.files(release.id))}
        used = {file.name for file in named} | {name for name in reported if self.refused(release.id, name)}
        for name in self.files(release.id):
            if name not in used:
                hint = "name it under `attachments` or in the text, or remove it"
                message = "nothing in the release names this file, so it is not published"
                yield codes.UNUSED_FILE.at(Place(printable(f"{folder}/{name}")), message, hint)


def _attached(release: ReleaseFiles) -> set[str]:
    """Return the names of a release's attachments, whether they exist or not."""
    original = release.original
    return {attachment_name(one.file, original.source.stem) for one in original.front.attachments}


def _problem(fault: ReferenceFault, reference: Reference, place: Place) -> Problem:
    missing = codes.MISSING_PICTURE if reference.picture else codes.MISSING_TARGET
    return (codes.ACTIVE_FILE if fault.refused[0] else missing).at(place, fault.message, fault.hint)


def _resolved(reference: Reference, target: ReferenceTarget) -> Reference:
    """Return a reference with what it leads to; with the size of a picture, a page can reserve its room."""
    return Reference(
        target=reference.target,
        picture=reference.picture,
        fragment=reference.target.partition("#")[2],
        **target._asdict(),
    )
