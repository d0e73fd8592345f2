"""A load with a memo finds what a load without one finds, and builds no more than what changed."""

from __future__ import annotations

import os
import pickle
import random
import sqlite3
import sys
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressgen.engine import pool
from pressgen.engine.record import FILE, BuildRecord
from pressgen.load import Loaded, load
from pressgen.load.pickles import light_pickle, light_unpickle
from pressgen.model import Body
from pressgen.problems import codes
from pressgen.stamps import Stamp
from tests.load.project import SETTINGS, english, khmer, reported, write

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)
PEOPLE = """\
dara-sok: {names: {en: SOK Dara, km: សុខ ដារ៉ា}, terms: [{role: {en: Minister, km: រដ្ឋមន្ត្រី}, country: KH}]}
anna-berg: {names: {en: Anna BERG, km: អាណា ប៊ឺក}, terms: [{role: {en: Envoy, km: ប្រេសិត}, country: SE}]}
"""
BERG = "participants: [{name: Anna BERG, role: Envoy, country: SE}]"


class Project:
    """A project in a folder, whose files get older times in the order in which they are written."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = 1_000_000_000
        (folder / "releases").mkdir()

    def write(self, path: str, content: str | bytes) -> None:
        """Write a file below the releases' folder, or below the project's if the path begins with `/`."""
        path = path[1:] if path[0] == "/" else f"releases/{path}"
        write(self.folder, {path: content})
        self.clock += 1
        os.utime(self.folder / path, (self.clock, self.clock))

    def remove(self, path: str) -> None:
        (self.folder / "releases" / path).unlink()

    def load(self, memo: BuildRecord | None = None, now: datetime = NOW) -> Loaded:
        return load(self.folder, SETTINGS, now=now, memo=memo) if memo else load(self.folder, SETTINGS, now=now)

    def record(self) -> BuildRecord:
        return BuildRecord(self.folder / ".cache", b"this program")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Return a project of some releases, none of whose files is too young to be known by its stamp."""

    def stamp(found: os.stat_result) -> Stamp:
        return Stamp(found.st_size, found.st_mtime_ns, found.st_mtime_ns, found.st_ino)

    # The package has a function of the module's name.
    monkeypatch.setattr(sys.modules["pressgen.load.walk"], "stamp_of", stamp)
    project = Project(tmp_path)
    project.write("register/people.yml", PEOPLE)
    project.write("/docs/about.md", "# About\n")
    project.write(
        "2022-02-15-a.en.md", english(BERG, body="See [b](2022-02-16-b.en.md) and [about](../docs/about.md).")
    )
    project.write("2022-02-15-a.km.md", khmer("translation: courtesy"))
    project.write("2022-02-16-b.en.md", english("date_: 1", body="![A](photo.png) [c](2022-02-17-c.en.md#para-1)"))
    project.write(
        "2022-02-16-b.en.md", english("number: B/1", body="[A](a.pdf) [c](2022-02-17-c.en.md#para-1)\n\n1. B.")
    )
    project.write("2022-02-16-b/a.pdf", b"%PDF")
    project.write("2022-02-17-c.en.md", english("related: [2022-02-15-a]", body="1. The Ministers met."))
    return project


def found(loaded: Loaded) -> tuple[object, ...]:
    """Return all that a load tells, texts and digests among it."""
    releases = [
        (release, release.digest, [list(edition.body.sections) for edition in release.editions.values()])
        for release in loaded.releases
    ]
    register, ignored = loaded.register, loaded.ignored
    people = [one.digest for one in register.people.values()]
    return releases, register, people, loaded.problems, loaded.aliases, ignored, loaded.lists, loaded.origins


def built(project: Project, **named: datetime) -> set[str]:
    """Load a project with its record, and return the last letters of the releases that were built."""
    loaded = project.load(project.record(), **named)
    assert found(loaded) == found(project.load(**named))
    return {id_[11:] for id_ in loaded.built}


# Hits and misses


def test_the_first_load_builds_all_and_the_next_nothing(project: Project) -> None:
    assert built(project) == {"a", "b", "c"}
    assert built(project) == set()


def test_nothing_is_read_that_has_not_changed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project)
    read: list[str] = []
    whole = Path.open

    def opened(path: Path, *arguments: str) -> object:
        read.append(path.name)
        return whole(path, *arguments)

    monkeypatch.setattr(Path, "open", opened)
    project.load(project.record())
    assert read == ["people.yml"], "it is small"


def test_an_edit_builds_its_release(project: Project) -> None:
    built(project)
    project.write("2022-02-17-c.en.md", english("related: [2022-02-15-a]", body="1. The Ministers met again."))
    assert built(project) == {"c"}
    assert built(project) == set()


def test_a_file_with_new_times_and_the_same_bytes_builds_nothing(project: Project) -> None:
    built(project)
    project.write("2022-02-15-a.km.md", khmer("translation: courtesy"))
    assert built(project) == set()


def test_a_correction_of_the_register_builds_the_releases_that_asked_for_it(project: Project) -> None:
    built(project)
    project.write("register/people.yml", PEOPLE.replace("role: {en: Minister", "role: {en: Prime Minister"))
    assert built(project) == set(), "nobody names him"
    project.write("register/people.yml", PEOPLE.replace("Envoy", "Special Envoy"))
    assert built(project) == {"a"}
    project.write("register/people.yml", "# A line more\n" + PEOPLE.replace("country: SE", "country: NO"))
    assert built(project) == {"a"}
    project.write("register/people.yml", "# Two\n# lines\n" + PEOPLE.replace("country: SE", "country: NO"))
    assert built(project) == {"a"}, "its problem names the line of the register"
    assert built(project) == set()


def test_a_new_person_is_found_in_the_releases_that_write_the_name(project: Project) -> None:
    project.write("register/people.yml", PEOPLE.splitlines()[0] + "\n")
    built(project)
    project.write("register/people.yml", PEOPLE)
    assert built(project) == {"a"}


def test_a_new_release_builds_itself_and_those_that_named_it_in_vain(project: Project) -> None:
    project.write("2022-02-17-c.en.md", english("related: [2022-02-18-d]"))
    project.write("2022-02-19-e.en.md", english(body="[d](2022-02-18-d.en.md)"))
    built(project)
    project.write("2022-02-20-f.en.md", english())
    assert built(project) == {"f"}
    project.write("2022-02-18-d.en.md", english())
    assert built(project) == {"c", "d", "e"}
    project.remove("2022-02-18-d.en.md")
    assert built(project) == {"c", "e"}


def test_a_file_of_the_folder_builds_its_release_and_those_that_point_to_it(project: Project) -> None:
    project.write("2022-02-17-c.en.md", english(body="[A](2022-02-16-b/a.pdf)"))
    built(project)
    project.write("2022-02-16-b/a.pdf", b"%PDF and more")
    assert built(project) == {"b"}, "the other one shows no size"
    (project.folder / "releases/2022-02-16-b/a.pdf").unlink()
    assert built(project) == {"b", "c"}


def test_a_page_of_docs_builds_the_releases_that_point_to_it(project: Project) -> None:
    built(project)
    (project.folder / "docs/about.md").unlink()
    assert built(project) == {"a"}
    assert built(project) == set()
    project.write("/docs/about.md", "# Again\n")
    assert built(project) == {"a"}


def test_a_day_on_which_a_problem_ends_builds_the_release(project: Project) -> None:
    project.write("2026-11-30-d.en.md", english().replace("2022-02-15", "2026-11-30"))
    assert built(project) == {"a", "b", "c", "d"}
    ahead = ("2026-11-30-d.en.md:3:7", codes.DAY_AHEAD.id)
    assert ahead in reported(project.load(project.record()))
    assert built(project, now=NOW.replace(day=29)) == set()
    assert built(project, now=NOW.replace(day=30)) == {"d"}
    assert ahead not in reported(project.load(project.record(), now=NOW.replace(day=30)))
    assert built(project, now=NOW.replace(day=29)) == {"d"}, "a clock can be set back"


def test_a_setting_builds_all_and_parses_none(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project)
    releases = project.load().releases
    settings = SETTINGS.model_copy(update={"colour": "#000000"})
    monkeypatch.setattr("pressgen.load.readings.read_bytes", None)
    loaded = load(project.folder, settings, now=NOW, memo=project.record())
    assert len(loaded.built) == 3
    assert loaded.releases == releases


def test_a_file_that_was_changed_within_the_clocks_grain_is_read_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = "2022-02-17-c.en.md"
    project.write(path, english(body="Before"))
    times = (project.folder / "releases" / path).stat().st_mtime_ns
    monkeypatch.setattr("pressgen.load.time_ns", lambda: times + 1000)
    built(project)
    (project.folder / "releases" / path).write_bytes(english(body="Behind").encode())
    os.utime(project.folder / "releases" / path, ns=(times, times))
    assert built(project) == {"c"}
    monkeypatch.undo()


# Any sequence of changes

TEXTS = (
    "The Ministers met.", "1. One.\n\n3. Three.", "[x]({id}.en.md)", "[x]({id}.en.md#para-1)", "![p](photo.png)",
    "[a]({id}/a.pdf)", "[a](a.pdf)", "[about](../docs/about.md)", "[no](../docs/no.md)", "[s](a.html)", "**", "",
)  # fmt: skip
LINES = (
    BERG, "participants: [{person: dara-sok}]", "participants: [{person: nobody}]", "number: 1/2022",
    "related: [{id}]", "supersedes: [{id}]", "corrects: [{id}]", "aliases: [old/1]", "aliases: [releases/{id}]",
    "embargo: 2027-01-01 09:00 +07:00", "status: draft", "countries: [NO, XX]", "topics: [water]",
    "contacts: [desk]", "attachments: [{file: a.pdf, title: A}]", "ignore: {PG037: why}", "authoritative: [en, km]",
    "slug: 2022-02-15-x", "event: {date: 2022-02-14}", "corrections: [{date: 2026-12-01, note: N}]", "tittle: A",
    "a: [",
)  # fmt: skip
IDS = tuple(f"2022-02-1{day}-{name}" for day in range(4) for name in ("x", "y"))


def change(project: Project, chance: random.Random) -> None:
    """Change a project as somebody might."""
    id_, other = chance.choice(IDS), chance.choice(IDS)
    releases = project.folder / "releases"
    kind = chance.choice(("english", "english", "english", "khmer", "remove", "register", "file", "docs", "rename"))
    if kind in ("english", "khmer"):
        lines = [line.replace("{id}", other) for line in chance.sample(LINES, chance.randint(0, 3))]
        body = chance.choice(TEXTS).replace("{id}", other)
        text = english(*lines, body=body) if kind == "english" else khmer(*lines, body=body)
        project.write(f"{id_}.{kind[:2] if kind == 'english' else 'km'}.md", text)
    elif kind in ("remove", "rename"):
        files = sorted(releases.glob("*.md"))
        path = chance.choice(files) if files else None
        if path and kind == "remove":
            path.unlink()
        elif path:
            path.rename(releases / f"{other}.{chance.choice(('en', 'km', 'fr', 'EN'))}.md")
    elif kind == "register":
        entries = chance.sample(PEOPLE.splitlines(), chance.randint(0, 2))
        project.write("register/people.yml", "\n".join(entries).replace("Envoy", chance.choice(("Envoy", "Consul"))))
        project.write("register/topics.yml", chance.choice(("water: {names: {en: Water, km: ទឹក}", "", "water: [")))
        project.write("register/contacts.yml", chance.choice(("desk: {names: {en: D}, to: 2020-01-01}", "")))
    elif kind == "file":
        path = releases / id_ / chance.choice(("a.pdf", "photo.png", "a.html"))
        if path.exists():
            path.unlink()
        else:
            project.write(f"{id_}/{path.name}", chance.randbytes(chance.randint(1, 50)))
    else:
        page = project.folder / "docs/about.md"
        page.unlink() if page.exists() else project.write("/docs/about.md", "# About")


@pytest.mark.parametrize("seed", range(6))
def test_any_sequence_of_changes_gives_what_a_load_without_a_memo_gives(project: Project, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(25):
        for _ in range(chance.randint(1, 3)):
            change(project, chance)
        now = NOW.replace(day=chance.randint(1, 30)) if chance.random() < 0.3 else NOW
        built(project, now=now)


# What a record can be


@pytest.mark.parametrize("seed", range(15))
def test_a_damaged_record_changes_nothing(project: Project, seed: int) -> None:
    chance = random.Random(seed)
    built(project)
    path = project.folder / ".cache" / FILE
    content = bytearray(path.read_bytes())
    for _ in range(chance.randint(1, 400)):
        content[chance.randrange(len(content))] = chance.randrange(256)
    path.write_bytes(content)
    built(project)
    built(project)


@pytest.mark.parametrize("kind", ["files", "reading", "text", "releases", "register"])
def test_a_record_that_has_lost_some_values_changes_nothing(project: Project, kind: str) -> None:
    built(project)
    record = project.record()
    record.keep_only(kind, list(record.keys(kind))[::2])
    record.close()
    built(project)
    assert built(project) == set()


def test_a_record_that_cannot_be_written_changes_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    built(project)
    monkeypatch.setattr("pressgen.engine.record._PATIENCE", 0.01)
    holding = sqlite3.connect(project.folder / ".cache" / FILE, isolation_level=None)
    holding.execute("BEGIN IMMEDIATE")
    project.write("2022-02-17-c.en.md", english(body="Changed."))
    assert built(project) == {"c"}
    assert built(project) == {"c"}, "it could not be kept"
    holding.close()
    assert built(project) == {"c"}
    assert built(project) == set()


def test_a_record_of_something_else_changes_nothing(project: Project) -> None:
    built(project)
    record = project.record()
    for kind in ("files", "reading", "releases", "register"):
        values = [{1: 2}, ("a",), SETTINGS, None, b"x"]
        record.put(kind, {key: light_pickle(values[at % 5]) for at, key in enumerate(record.keys(kind))})
    record.close()
    built(project)


# Texts


def test_texts_are_fetched_from_the_record_by_every_process(project: Project) -> None:
    loaded = project.load(project.record())
    bodies = [edition.body for release in loaded.releases for edition in release.editions.values()]
    again = [
        edition.body for release in project.load(project.record()).releases for edition in release.editions.values()
    ]
    forget_texts()
    assert pool.apart(texts_of, again, 2) == [texts_of(body) for body in bodies]


def texts_of(body: Body) -> list[str]:
    return [block.text for block in body.blocks]


def forget_texts() -> None:
    """Have no text that was read stay unpacked."""
    for number in range(100):
        assert Body((), ()).sections == ()
        assert not pickle.loads(pickle.dumps(Body.packed(bytes([number] * 32), (), Body().pack()))).sections


def test_a_lost_text_is_read_from_its_file_again_unless_that_has_changed(project: Project) -> None:
    built(project)
    record = project.record()
    loaded = project.load(record)
    record.keep_only("text", [])
    forget_texts()
    assert found(loaded)[0] == found(project.load())[0]
    forget_texts()
    project.write("2022-02-17-c.en.md", english(body="Something else."))
    with pytest.raises(OSError, match="was changed"):
        list(loaded.releases[2].editions["en"].body.blocks)


def test_a_text_whose_file_is_gone_is_kept_no_longer(project: Project) -> None:
    words = "This is under embargo and stands nowhere else"
    project.write("2022-03-01-s.en.md", english("embargo: 2027-01-01 09:00 +07:00", body=words))
    record = project.record()
    release = project.load(record).releases[-1]
    text = release.editions["en"].body.pack()
    record.close()
    path = project.folder / ".cache" / FILE
    assert text in path.read_bytes()
    project.remove("2022-03-01-s.en.md")
    record = project.record()
    project.load(record)
    record.close()
    assert text not in path.read_bytes()
    assert b"2022-03-01-s" not in path.read_bytes()


# Pickles


class Harmful:
    """What runs something when it is read."""

    def __init__(self, function: Callable[..., object], *arguments: object) -> None:
        self.function = function
        self.arguments = arguments

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return self.function, self.arguments


def harmful() -> Iterator[bytes]:
    for function, *arguments in (
        (os.mkdir, "made"),
        (eval, "1"),
        (getattr, "", "join"),
        (pickle.loads, b""),
        (open, "made", "w"),
    ):
        yield pickle.dumps(Harmful(function, *arguments))
    yield b"cpressgen.load\nload\n(tR."
    yield b"cpressgen.load.pickles\npickle\n."
    yield b"cpressgen.engine.record\nBuildRecord\n(NtR."


@pytest.mark.parametrize("data", [*harmful(), b"", b"\x80\x05", b"junk"])
def test_a_pickle_of_anything_else_is_not_read(data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert light_unpickle(data, None) is None
    assert not list(tmp_path.iterdir())
