"""Which files are opened and which are not: links, devices, folders, and names that differ between systems."""

import os
import socket
from pathlib import Path

import pytest

from pressgen.load import load
from pressgen.settings import Settings
from tests.load.project import SETTINGS, Load, english, khmer, reported, write


def test_links_within_the_folder_lead_to_their_file(loading: Load, tmp_path: Path) -> None:
    write(tmp_path, {"releases/2022/x.en.md": english()})
    (tmp_path / "releases/y.en.md").symlink_to("2022/x.en.md")
    loaded = loading({})
    assert loaded.problems == ()
    assert [release.id for release in loaded.releases] == ["x", "y"]


@pytest.mark.parametrize(
    ("target", "words"),
    [
        ("../../secret.md", "leaves the folder"),
        ("/etc/hostname", "leaves the folder"),
        ("y.en.md", "in a circle"),
        ("nothing.md", "leads nowhere"),
        ("..", "in a circle"),
        ("../../outside", "leaves the folder"),
        ("../2021", "another folder"),
    ],
)
def test_other_links_are_reported_and_not_followed(loading: Load, tmp_path: Path, target: str, words: str) -> None:
    files = {
        "secret.md": english(),
        "outside/z.md": english(),
        "releases/2021/w.md": english(),
        "releases/2022/x.md": english(),
    }
    write(tmp_path, files)
    (tmp_path / "releases/2022/y.en.md").symlink_to(target)
    loaded = loading({})
    assert reported(loaded) == [("2022/y.en.md:1:1", "PG008")]
    assert words in loaded.problems[0].message
    assert [release.id for release in loaded.releases] == ["w", "x"]


def test_a_file_of_one_release_cannot_be_borrowed_by_a_link(loading: Load, tmp_path: Path) -> None:
    """A photograph under embargo must not be published with another release."""
    secret = english("embargo: 2999-01-01T00:00Z", "attachments: [{file: p.jpg, alt: A}]")
    write(tmp_path, {"releases/secret.md": secret, "releases/secret/p.jpg": b"x", "releases/x/q.jpg": b"x"})
    (tmp_path / "releases/x/p.jpg").symlink_to("../secret/p.jpg")
    loaded = loading({"x.md": english("attachments: [{file: p.jpg, alt: A}, {file: q.jpg, alt: B}]")})
    assert reported(loaded) == [("x.md:5:22", "PG044"), ("x/p.jpg:1:1", "PG008")]
    assert [file.name for file in loaded.releases[1].files] == ["q.jpg"]


def test_many_links_between_folders_do_not_multiply(loading: Load, tmp_path: Path) -> None:
    for number in range(30):
        folder = tmp_path / f"releases/d{number}"
        folder.mkdir(parents=True)
        for name in ("a", "b"):
            (folder / name).symlink_to(f"../d{number + 1}")
    loaded = loading({})
    assert len(loaded.problems) == 60


def test_special_files_are_never_opened(loading: Load, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "releases/pipe.en.md")
    with socket.socket(socket.AF_UNIX) as listening:
        here = Path.cwd()
        os.chdir(tmp_path / "releases")
        try:
            listening.bind("talk.en.md")
        finally:
            os.chdir(here)
        loaded = loading({"x.md": english()})
    assert reported(loaded) == [("pipe.en.md:1:1", "PG001"), ("talk.en.md:1:1", "PG001")]
    assert [release.id for release in loaded.releases] == ["x"]


def test_a_file_that_cannot_be_opened_is_reported(loading: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    opening = Path.open

    def refuse(path: Path, *arguments: str) -> object:
        if path.name == "y.md":
            raise PermissionError(13, "Permission denied")
        return opening(path, *arguments)

    loading({"x.md": english(), "y.md": english()})
    monkeypatch.setattr(Path, "open", refuse)
    loaded = loading({})
    assert reported(loaded) == [("y.md:1:1", "PG001")]
    assert "permission denied" in loaded.problems[0].message


def test_an_attachment_that_cannot_be_read_is_reported_and_not_published(
    loading: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    loading({"x.md": english("attachments: [{file: a.pdf, title: Annex}]"), "x/a.pdf": "%PDF"})
    monkeypatch.setattr(os, "access", lambda path, mode: not str(path).endswith("a.pdf"))
    loaded = loading({})
    assert reported(loaded) == [("x.md:5:22", "PG044"), ("x/a.pdf:1:1", "PG001")]
    assert loaded.releases[0].files == ()


def test_each_file_is_read_once(loading: Load, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    opening = Path.open

    def count(path: Path, *arguments: str) -> object:
        if "releases" in path.parts and arguments == ("rb",):
            opened.append(path.name)
        return opening(path, *arguments)

    files = {"x.en.md": english(), "x.km.md": english(), "register/topics.yml": "a: {names: A}\n"}
    loading(files)
    monkeypatch.setattr(Path, "open", count)
    loading({})
    assert sorted(opened) == ["topics.yml", "x.en.md", "x.km.md"]


@pytest.mark.parametrize("name", [b"bad\xff.en.md", b"new\nline.en.md", b"\xe2\x80\xaeturned.en.md"])
def test_names_that_cannot_be_printed_are_reported_in_escapes(loading: Load, tmp_path: Path, name: bytes) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/releases/" + name)).write_text(
        english("slug: a-good-one"), encoding="utf-8"
    )
    loaded = loading({})
    assert [problem.code.id for problem in loaded.problems] == ["PG030"]
    assert str(loaded.problems[0].place).isprintable()
    assert loaded.problems[0].message.isprintable()


def test_a_photograph_is_found_however_its_name_is_composed(loading: Load) -> None:
    loaded = loading({"x.md": english("attachments: [{file: caf\u00e9.jpg, alt: A}]"), "x/cafe\u0301.jpg": b"1"})
    assert loaded.problems == ()
    assert [file.name for file in loaded.releases[0].files] == ["caf\u00e9.jpg"]
    assert Path(loaded.origins.files["x", "caf\u00e9.jpg"]).read_bytes() == b"1"


def test_a_missing_folder_is_reported(tmp_path: Path) -> None:
    problems = load(tmp_path, Settings()).problems
    assert [(problem.code.id, problem.place.path) for problem in problems] == [("PG060", "mkdocs.yml")]


@pytest.mark.parametrize("releases_dir", [".", "press/releases", "./releases/"])
def test_the_folder_may_be_anywhere(tmp_path: Path, releases_dir: str) -> None:
    folder = tmp_path / releases_dir
    write(folder, {"x.en.md": english("plaice: A"), "x/a.jpg": b"x", "register/topics.yml": "A: {names: B}\n"})
    settings = SETTINGS.model_copy(update={"releases_dir": releases_dir})
    top = {".": "", "press/releases": "press/releases/", "./releases/": "releases/"}[releases_dir]
    found = [(str(problem.place), problem.code.id) for problem in load(tmp_path, settings).problems]
    assert found == [
        (f"{top}register/topics.yml:1:1", "PG030"),
        (f"{top}x.en.md:5:1", "PG018"),
        (f"{top}x/a.jpg:1:1", "PG050"),
    ]


def test_a_file_over_the_limit_is_not_read_in_whole(loading: Load) -> None:
    loaded = loading({"x.md": english() + "x" * 5_000_000, "y.md": english()})
    assert reported(loaded) == [("x.md:1:1", "PG003")]
    assert [release.id for release in loaded.releases] == ["y"]


def test_an_original_that_cannot_be_read_is_not_said_to_be_missing(
    loading: Load, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def forbidden(file: Path, mode: str = "r") -> object:
        if file.name == "x.en.md" and mode == "rb":
            raise PermissionError(13, "Permission denied")
        return opened(file, mode)

    monkeypatch.setattr(Path, "open", forbidden)
    loaded = loading({"x.en.md": english(), "x.km.md": khmer("translation: courtesy")})
    assert reported(loaded) == [("x.en.md:1:1", "PG001")]
