"""A build makes only what differs from the site, and the site never depends on what the record says."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from hashlib import blake2b
from pathlib import Path

import pytest

from pressgen import engine
from pressgen.addresses import Address
from pressgen.engine import pool
from pressgen.engine.finishing import copy_kept, finish
from pressgen.engine.known import KnownPlan, KnownSlice, SiteRecord, read_entries, written_entries
from pressgen.engine.making import FILES, INPUTS, NEW, SHELL, Made, Workshop
from pressgen.engine.next_site import NextSite
from pressgen.engine.planning import Plan, plan
from pressgen.engine.record import FILE, BuildRecord
from pressgen.exports import SitemapEntry
from pressgen.model.groups import COUNTRIES
from pressgen.site.output import (
    Call,
    CopyOutput,
    FileOutput,
    IndexOutput,
    Output,
    PageOutput,
    Piece,
    PiecedOutput,
    copy_output,
)
from pressgen.site.slices import Slice
from pressgen.views.page import Page, Shell, ShellKey
from tests.engine.conftest import PLACE, SEARCH, corpus

KEY = ShellKey("en", 1, COUNTRIES)
ENTRY = SitemapEntry(Address("a/"), date(2022, 2, 15))


def text(value: str) -> bytes:
    return value.encode()


def page(title: str) -> Page:
    return Page(Address("page/"), "en", COUNTRIES, title, "", "", f"<p>{title}</p>", {})


@dataclass
class Project:
    """A site of slices whose outputs hold plain texts, built as the plugin builds one."""

    folder: Path
    words: dict[str, dict[str, str]] = field(
        default_factory=lambda: {"one": {"one/a.txt": "a", "one/b.txt": "b"}, "two": {"two/index.html": "two"}}
    )
    title: str = "Title"
    before: str = "<html>"
    search: bool = True
    program: bytes = b"program"
    declared: list[str] = field(default_factory=list)
    made: Mapping[str, str] = field(default_factory=dict)
    pieces: tuple[str, ...] = ()

    @property
    def site(self) -> Path:
        return self.folder / "site"

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def slices(self) -> Iterator[Slice]:
        for name, files in self.words.items():
            yield Slice(name, blake2b(repr(files).encode()).digest(), partial(self._declare, name, files))
        yield Slice("page", blake2b(self.title.encode()).digest(), self._page)
        yield Slice("copy", (self.folder / "annex.pdf").read_bytes(), self._copy)
        if self.pieces:
            yield Slice("pieces", repr(self.pieces).encode(), self._pieced)
        if self.search:
            yield Slice("search", b"search", self._index)

    def _declare(self, name: str, files: Mapping[str, str]) -> Iterator[Output]:
        self.declared.append(name)
        for path, words in files.items():
            yield FileOutput(path, Call.of(text, words))

    def _pieced(self) -> Iterator[Output]:
        pieces = (Piece(words.encode(), partial(self._piece, words)) for words in self.pieces)
        yield PiecedOutput("pieces.txt", tuple(pieces))

    def _piece(self, words: str) -> Call[bytes]:
        self.declared.append(words)
        return Call.of(text, words)

    def _page(self) -> Iterator[Output]:
        self.declared.append("page")
        yield PageOutput("page/index.html", KEY, Call.of(page, self.title), ENTRY)

    def _copy(self) -> Iterator[CopyOutput]:
        self.declared.append("copy")
        yield copy_output("files/annex.pdf", str(self.folder / "annex.pdf"))

    def _index(self) -> Iterator[IndexOutput]:
        self.declared.append("search")
        yield IndexOutput(f"{SEARCH}/", corpus())

    def shell(self, _key: ShellKey) -> Shell:
        return Shell((self.before, "</html>"), ("article",))

    def plan(self, record: SiteRecord) -> Plan:
        return plan(self.slices(), record.slices)

    def build(
        self,
        site: Path | None = None,
        hook: Callable[[Path], object] = lambda _: None,
        early: Callable[[Path], object] = lambda _: None,
        shown: Callable[[Made, Path, Path], Mapping[str, object]] | None = None,
    ) -> dict[str, bytes]:
        """Build the site, or another one, and return its files."""
        folder = site or self.site
        self.declared.clear()
        store = BuildRecord(self.cache, self.program)
        record = SiteRecord(store, folder)
        place = NextSite.of(folder, self.cache)
        place.begin(alone=True)
        early(place.folder)
        made = engine.make(self.plan(record), Workshop(self.shell, place.folder, place.site, None, PLACE))
        copies = copy_kept(made, place.site, place.folder) if shown is None else {}
        hook(place.folder)
        assert finish(made, place.folder, place.site, record, copies).left == ()
        place.remove()
        store.close()
        self.made = made.made
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


ALL = {"one/a.txt", "one/b.txt", "two/index.html", "page/index.html", "files/annex.pdf", f"{SEARCH}/"}


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "annex.pdf").write_bytes(b"%PDF")
    return Project(tmp_path)


def is_clean(project: Project) -> bool:
    """True if the site is what a build without a record and without an earlier site makes."""
    found = {path.relative_to(project.site).as_posix(): path.read_bytes()
             for path in project.site.rglob("*") if path.is_file()}  # fmt: skip
    shutil.copytree(project.folder / "cache", project.folder / "kept")
    shutil.rmtree(project.cache)
    clean = project.build(project.folder / "clean")
    shutil.rmtree(project.folder / "clean")
    shutil.rmtree(project.cache)
    (project.folder / "kept").rename(project.cache)
    assert found == clean
    return True


def test_everything_is_made_once(project: Project) -> None:
    project.build()
    assert project.made == dict.fromkeys(ALL, NEW)
    before = {path: path.stat().st_mtime_ns for path in project.site.rglob("*")}
    project.build()

    assert project.made == {}
    assert project.declared == []
    assert {path: path.stat().st_mtime_ns for path in project.site.rglob("*")} == before
    assert is_clean(project)


def test_only_outputs_whose_inputs_differ_are_made(project: Project) -> None:
    project.build()
    project.words["one"]["one/b.txt"] = "other"
    project.words["three"] = {"three.txt": "three"}
    del project.words["two"]
    files = project.build()

    assert project.made == {"one/b.txt": INPUTS, "three.txt": NEW}
    assert project.declared == ["one", "three"]
    assert "two/index.html" not in files
    assert is_clean(project)
    (project.folder / "annex.pdf").write_bytes(b"%PDF another")
    assert project.build()["files/annex.pdf"] == b"%PDF another"
    assert project.made == {"files/annex.pdf": INPUTS}


def test_pages_are_made_again_in_another_shell(project: Project) -> None:
    project.build()
    project.before = "<html lang='en'>"
    project.build()

    assert project.made == {"page/index.html": SHELL}
    assert is_clean(project)
    project.build()
    assert project.made == {}


def test_another_program_makes_everything(project: Project) -> None:
    project.build()
    project.program = b"another"
    project.build()

    assert project.made == dict.fromkeys(ALL, NEW)


@pytest.mark.parametrize(
    ("touch", "made"),
    [
        (lambda site: (site / "one/a.txt").unlink(), {"one/a.txt"}),
        (lambda site: (site / "one/a.txt").write_text("x"), {"one/a.txt"}),
        (lambda site: (site / "one/a.txt").write_text("longer"), {"one/a.txt"}),
        (lambda site: shutil.rmtree(site / "one"), {"one/a.txt", "one/b.txt"}),
        (lambda site: (shutil.rmtree(site / "one"), (site / "one").write_text("a file")), {"one/a.txt", "one/b.txt"}),
        (lambda site: ((site / "one/a.txt").unlink(), (site / "one/a.txt").symlink_to("b.txt")), {"one/a.txt"}),
        (lambda site: next((site / SEARCH).rglob("*.chunk")).unlink(), {f"{SEARCH}/"}),
        (shutil.rmtree, ALL),
        (lambda site: (site / "one/more.txt").write_text("somebody's"), set()),
        (lambda site: os.utime(site / "one/a.txt", (1, 1)), set()),
    ],
)  # fmt: skip
def test_what_others_touch_is_made_again(project: Project, touch: Callable[[Path], object], made: set[str]) -> None:
    files = project.build()
    touch(project.site)

    assert project.build() == files
    assert project.made == dict.fromkeys(made, FILES)
    assert project.build() == files
    assert project.made == {}


def test_a_site_that_a_machine_of_ci_restores_is_not_made_again(project: Project) -> None:
    """Its files have other inodes and times then: their bytes are compared."""
    files = project.build()
    shutil.copytree(project.site, project.folder / "restored", copy_function=shutil.copyfile)
    shutil.rmtree(project.site)
    (project.folder / "restored").rename(project.site)

    assert project.build() == files
    assert project.made == {}


def cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def lie(path: Path) -> None:
    """Have the record say that everything is as it is, of values that mean something else."""
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT kind, key, value FROM kept").fetchall()
        values = [value for _, _, value in rows]
        for (kind, key, _), value in zip(rows, values[1:] + values[:1], strict=True):
            connection.execute("UPDATE kept SET value = ? WHERE kind = ? AND key = ?", (value, kind, key))
    connection.close()


@pytest.mark.parametrize("damage", [Path.unlink, cut, lambda path: path.write_bytes(b"no database"), lie])
def test_a_damaged_record_changes_nothing(project: Project, damage: Callable[[Path], object]) -> None:
    files = project.build()
    damage(project.cache / FILE)

    assert project.build() == files
    assert project.made == dict.fromkeys(ALL, NEW)
    assert project.build() == files
    assert project.made == {}


def test_an_older_record_and_an_older_site_change_nothing(project: Project) -> None:
    project.build()
    shutil.copytree(project.cache, project.folder / "old-cache")
    shutil.copytree(project.site, project.folder / "old-site")
    project.words["one"]["one/b.txt"] = "x"  # as long as before
    project.title = "Other"
    files = project.build()

    shutil.rmtree(project.cache)
    shutil.copytree(project.folder / "old-cache", project.cache)
    assert project.build() == files
    shutil.rmtree(project.site)
    shutil.copytree(project.folder / "old-site", project.site)
    assert project.build() == files
    assert project.made == dict.fromkeys(("one/b.txt", "page/index.html"), FILES)


def test_a_record_that_is_locked_or_cannot_be_written_changes_nothing(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressgen.engine.record._PATIENCE", 0.01)
    project.build()
    project.title = "Other"
    other = sqlite3.connect(project.cache / FILE, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    locked = project.build()
    other.close()

    assert is_clean(project)
    assert project.build() == locked
    with monkeypatch.context() as patch:
        patch.setattr(BuildRecord, "put", lambda *_: False)  # as on a full disk
        project.title = "Another"
        full = project.build()
    assert is_clean(project)
    assert project.build() == full


def test_two_sites_of_a_project_are_kept_apart_and_forgotten_when_gone(project: Project) -> None:
    files = project.build()
    assert project.build(project.folder / "other") == files
    assert project.made == dict.fromkeys(ALL, NEW)
    assert project.build() == files
    assert project.made == {}
    kinds = "SELECT DISTINCT kind FROM kept WHERE kind LIKE 'slice %'"
    with closing(sqlite3.connect(project.cache / FILE)) as record:
        assert len(record.execute(kinds).fetchall()) == 2
    shutil.rmtree(project.folder / "other")
    project.build()
    with closing(sqlite3.connect(project.cache / FILE)) as record:
        assert len(record.execute(kinds).fetchall()) == 1


def edit(folder: Path) -> None:
    """Change every file in its place, as a hook may that minifies pages."""
    for path in folder.rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes() + b"!")


def test_hooks_see_the_whole_site_and_their_changes_are_made_anew(project: Project) -> None:
    files = project.build()
    inodes = {path: path.stat().st_ino for path in project.site.rglob("*")}
    seen: set[str] = set()

    def look(folder: Path) -> None:
        seen.update(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())

    assert project.build(hook=look) == files
    assert seen == files.keys()
    assert {path: path.stat().st_ino for path in project.site.rglob("*")} == inodes

    edited = {path: data + b"!" for path, data in files.items()}
    assert project.build(hook=edit) == edited
    assert project.build(hook=edit) == edited
    assert set(project.made) == ALL
    assert project.build() == files


def test_hooks_may_remove_or_replace_files(project: Project) -> None:
    files = project.build()

    def change(folder: Path) -> None:
        (folder / "one/a.txt").unlink()
        (folder / "one/b.txt").unlink()
        (folder / "one/b.txt").write_text("b")
        (folder / "own.txt").write_text("own")

    changed = {**files, "own.txt": b"own"}
    del changed["one/a.txt"]
    assert project.build(hook=change) == changed
    assert project.build(hook=change) == changed
    assert project.build() == files
    assert project.made == {"one/a.txt": FILES, "one/b.txt": FILES}


def test_a_file_that_somebody_else_makes_for_the_same_place_counts_as_in_a_clean_build(project: Project) -> None:
    files = project.build()

    def write(folder: Path) -> None:
        (folder / "one").mkdir(exist_ok=True)
        (folder / "one/a.txt").write_text("another")

    assert project.build(hook=write, shown=lambda *_: {})["one/a.txt"] == b"another"
    assert project.build() == files


def test_a_file_of_the_host_gives_way_as_in_a_clean_build(project: Project) -> None:
    """MkDocs has a sitemap of its own, which pressgen's replaces."""

    def write(folder: Path) -> None:
        (folder / "one").mkdir()
        (folder / "one/a.txt").write_text("MkDocs' own")

    files = project.build(early=write)
    assert files["one/a.txt"] == b"a"
    assert project.build(early=write) == files
    assert project.made == {}


def test_a_file_in_the_place_of_a_folder_is_an_error_as_in_a_clean_build(project: Project) -> None:
    files = project.build()
    for moment in ("early", "hook"):
        with pytest.raises(OSError, match="one"):
            project.build(shown=lambda *_: {}, **{moment: lambda folder: (folder / "one").write_text("in the way")})
        assert {path: (project.site / path).read_bytes() for path in files} == files


@pytest.mark.parametrize("processes", [1, 3])
def test_what_is_made_is_the_same_by_however_many(
    project: Project, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    if processes > 1 and not hasattr(os, "fork"):
        pytest.skip("this platform does not fork")
    monkeypatch.setattr(pool, "processes_for", lambda _: processes)
    project.words["many"] = {f"many/{number}.txt": f"{number}" for number in range(50)}
    project.build()
    project.words["many"]["many/7.txt"] = "seven"
    project.build()

    assert project.made == {"many/7.txt": INPUTS}
    assert is_clean(project)


def test_an_error_keeps_the_site_and_the_record(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    files = project.build()
    project.words["one"]["one/b.txt"] = "other"

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("pressgen.engine.writing.write_file", fail)
        with pytest.raises(OSError, match="No space"):
            project.build()
    assert {path: (project.site / path).read_bytes() for path in files} == files
    project.build()
    assert project.made == {"one/b.txt": INPUTS}


def test_an_index_that_lacks_its_words_is_made_every_time(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("pressgen.search.stemming.PACKAGE", "not-installed-anywhere")
        project.build()
        project.build()
        assert project.made == {f"{SEARCH}/": FILES}
    project.build()
    assert project.made == {f"{SEARCH}/": FILES}
    project.build()
    assert project.made == {}


def test_what_the_record_holds_of_a_slice_is_read_as_it_was_written(project: Project) -> None:
    project.build()
    known = SiteRecord(BuildRecord(project.cache, project.program), project.site).slices["page"]

    assert read_entries(known.entries) == (ENTRY,)
    assert read_entries(written_entries(())) == ()
    assert [row.why for row in known.outputs] == [NEW]
    assert KnownSlice.read(known.written()) == known
    for damaged in (b"", b"[]", b"{}", b'["key",{},"",[["path"]]]', b'["key",1,"",[]]', b"\xff"):
        assert KnownSlice.read(damaged) is None


def test_a_shell_of_an_unknown_name_counts_as_another(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.build()
    monkeypatch.setattr("pressgen.engine.making.BY_NAME", {})
    project.build()
    assert project.made == {"page/index.html": SHELL}


def test_a_plan_is_kept_within_a_build(project: Project) -> None:
    record = SiteRecord(BuildRecord(None), project.site)
    slices = tuple(project.slices())
    first = plan(slices, record.slices)
    assert set(first.paths) == ALL
    declared = list(project.declared)
    again = plan(project.slices(), record.slices, first)

    assert again.paths == first.paths
    assert project.declared == declared
    assert list(again.entries) == [ENTRY]
    keyless = Slice("one", None, slices[0].outputs)
    assert plan([keyless], record.slices, first).slices[0] is not first.slices[0]
    assert plan([Slice("x", b"", lambda: iter(()))], {}).slices[0].known is None


def test_of_a_file_in_pieces_those_that_it_has_are_kept(project: Project) -> None:
    project.pieces = ("one;", "two;", "three;")
    assert project.build()["pieces.txt"] == b"one;two;three;"
    for pieces, new in ((("three;", "one;", "2;"), ["2;"]), (("2;", "three;"), [])):
        project.pieces = pieces
        assert project.build()["pieces.txt"] == "".join(pieces).encode()
        assert (project.declared, project.made) == (new, {"pieces.txt": "inputs"})


def test_no_piece_is_kept_of_a_file_that_somebody_has_edited(project: Project) -> None:
    project.pieces = ("one;", "two;")
    project.build()
    (project.site / "pieces.txt").write_bytes(b"ONE;TWO;")
    assert project.build()["pieces.txt"] == b"one;two;"
    (project.site / "pieces.txt").write_bytes(b"ONE;TWO;")
    project.pieces = ("one;", "2;")
    assert project.build()["pieces.txt"] == b"one;2;"
    assert project.declared == ["one;", "2;"]


def test_a_plan_is_known_only_with_the_keys_that_its_slices_had(project: Project) -> None:
    project.build()
    with closing(BuildRecord(project.cache, project.program)) as store:
        record = SiteRecord(store, project.site)
        kept = KnownPlan("ground", "texts", tuple(record.slices))
        record.keep(record.slices, kept)
        assert SiteRecord(store, project.site).site.plan == kept
        # As where a build was killed before it could keep its plan.
        record.keep({**record.slices, "page": replace(record.slices["page"], key="00")})
        assert SiteRecord(store, project.site).site.plan is None
