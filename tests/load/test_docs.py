"""The folder of pages: files that the host could not publish, and every way in which a release would become a page."""

from __future__ import annotations

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pressgen.cli.project import find
from pressgen.load.docs import Docs, docs_folder, ways_to_releases
from pressgen.load.folders import Folders, no_folder, overlaps, unwritable
from pressgen.load.identity import Releases
from pressgen.problems import Place, codes
from tests.load.growing import bound, grown
from tests.load.project import english, write

CONFIGURATION = "site_name: A\nsite_url: https://press.example/\nplugins: [pressgen]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Write a project with a page, and a release under embargo with a picture."""
    hidden = english("embargo: 2999-01-01T00:00Z", "attachments: [{file: p.jpg, alt: A}]")
    write(
        tmp_path,
        {
            "mkdocs.yml": CONFIGURATION,
            "docs/index.md": "# Welcome\n",
            "releases/2022/hid.en.md": hidden,
            "releases/2022/hid/p.jpg": b"\xff\xd8\xff",
        },
    )
    return tmp_path


def reported(project: Path) -> list[tuple[str, str]]:
    """Return what `pressgen check` reports of a project: each problem's path and code."""
    asked = find(project, None)
    return [(problem.place.path, problem.code.id) for problem in asked.checked(asked.load(), asked.docs()).problems]


def looked(project: Path) -> Docs:
    return docs_folder(project / "docs", "docs", Releases(project / "releases"), lambda _: False)


@pytest.mark.parametrize(
    ("name", "target"),
    [
        ("releases", "../releases"),
        ("2022", "../releases/2022"),
        ("photos", "../releases/2022/hid"),
        ("x.md", "../releases/2022/hid.en.md"),
        ("x.jpg", "../releases/2022/hid/p.jpg"),
        ("x.jpg", "again.jpg"),
        ("deep/below/x", "../../../releases/2022"),
    ],
)
def test_a_link_to_the_releases_is_an_error(project: Path, name: str, target: str) -> None:
    (project / "elsewhere").symlink_to("releases")
    (project / "docs" / name).parent.mkdir(parents=True, exist_ok=True)
    (project / "docs" / name).symlink_to(target)
    if target == "again.jpg":
        (project / "docs/again.jpg").symlink_to("../elsewhere/2022/hid/p.jpg")

    found = reported(project)

    assert (f"docs/{name}", "PG100") in found
    assert {code for _, code in found} == {"PG100"}
    assert looked(project).files == ("index.md",)
    assert looked(project).leaves_out(f"{name}/any.md")


def test_a_link_to_a_folder_that_holds_the_releases_is_followed_no_further_than_to_them(project: Path) -> None:
    (project / "store").mkdir()
    shutil.move(project / "releases", project / "store" / "releases")
    (project / "store" / "note.md").write_text("# A note\n")
    (project / "mkdocs.yml").write_text(
        CONFIGURATION.replace("[pressgen]", "[pressgen: {releases_dir: store/releases}]")
    )
    (project / "docs" / "all").symlink_to("../store")

    assert reported(project) == [("docs/all/releases", "PG100")]


def test_a_second_name_of_a_file_is_an_error(project: Path) -> None:
    os.link(project / "releases/2022/hid.en.md", project / "docs/x.md")
    assert reported(project) == [("docs/x.md", "PG100")]


def test_the_folder_that_the_configuration_names_may_be_a_link(project: Path) -> None:
    for place in ("docs/archive", "archive"):
        (project / place).symlink_to(os.path.relpath(project / "releases", (project / place).parent))
        options = CONFIGURATION.replace("[pressgen]", f"[pressgen: {{releases_dir: {place}}}]")
        (project / "mkdocs.yml").write_text(options)
        assert reported(project) == [], place
        assert find(project, None).docs().files == ("index.md",), place
        (project / place).unlink()


def test_a_link_that_the_configuration_leaves_out_is_no_error(project: Path) -> None:
    (project / "docs/releases").symlink_to("../releases")
    (project / "docs/.hidden").symlink_to("../releases")
    (project / "docs/.#index.md").symlink_to("somebody@somewhere")
    (project / "mkdocs.yml").write_text(f"{CONFIGURATION}exclude_docs: releases/\n")
    assert reported(project) == []


def test_a_theme_of_the_sites_own_shows_no_release(project: Path) -> None:
    (project / "mkdocs.yml").write_text(f"{CONFIGURATION}theme: {{name: material, custom_dir: own}}\n")
    (project / "own").mkdir()
    (project / "own/x").symlink_to("../releases/2022")
    (project / "own/nowhere.html").symlink_to("nothing")
    assert reported(project) == [("own/x", "PG100")]
    assert [
        problem.code.id
        for problem in ways_to_releases(project / "releases/2022", "own", Releases(project / "releases"))
    ] == ["PG100"]


def test_what_is_no_file_is_reported_and_not_opened(project: Path) -> None:
    docs = project / "docs"
    os.mkfifo(docs / "pipe.md")
    os.mkfifo(docs / "pipe.png")
    bound(docs, "talk.md")
    (docs / "nowhere.png").symlink_to("nothing.png")
    (docs / "self.md").symlink_to("self.md")
    (docs / "null.md").symlink_to("/dev/null")
    (docs / "latin.md").write_bytes(b"# caf\xe9\n")
    (docs / os.fsdecode(b"caf\xe9.md")).write_text("# Coffee\n")
    (docs / "loop").symlink_to(".")

    assert reported(project) == [
        ("docs/caf\\udce9.md", "PG101"), ("docs/latin.md", "PG005"), ("docs/loop", "PG008"),
        ("docs/nowhere.png", "PG008"),
        ("docs/null.md", "PG001"), ("docs/pipe.md", "PG001"), ("docs/pipe.png", "PG001"), ("docs/self.md", "PG008"),
        ("docs/talk.md", "PG001"),
    ]  # fmt: skip
    assert looked(project).files == ("index.md",)
    assert looked(project).endless


def test_many_links_between_folders_do_not_multiply(project: Path) -> None:
    for number in range(30):
        folder = project / f"docs/d{number}"
        folder.mkdir()
        for name in ("a", "b"):
            (folder / name).symlink_to(f"../d{number + 1}")
    found = looked(project)
    assert found.endless
    assert len(found.problems) < 1_500


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("caf\u00e9.md", "cafe\u0301.md"), [("docs/caf\u00e9.md", "PG102")]),
        (("e\u0301/x.png", "\u00e9/x.png"), [("docs/\u00e9/x.png", "PG102")]),
        (("X.png", "x.png"), [("docs/x.png", "PG103")]),
        (("a/x.png", "b/x.png"), []),
    ],
)
def test_names_that_are_one_elsewhere(project: Path, names: tuple[str, str], expected: object) -> None:
    write(project / "docs", dict.fromkeys(names, b"x"))
    assert reported(project) == expected


def test_attachments_whose_names_are_one_elsewhere(project: Path) -> None:
    both = "[{file: a.pdf, title: A}, {file: A.pdf, title: B}, {file: caf\u00e9.pdf, title: C}]"
    names = ["a.pdf", "A.pdf", "caf\u00e9.pdf", "cafe\u0301.pdf"]
    write(
        project, {"releases/y.md": english(f"attachments: {both}"), **{f"releases/y/{name}": b"%PDF" for name in names}}
    )
    assert reported(project) == [("releases/y/a.pdf", "PG103"), ("releases/y/caf\u00e9.pdf", "PG102")]


def folders(project: Path, releases: str = "releases", docs: str = "docs", site: str = "site") -> Folders:
    return Folders(Place("mkdocs.yml"), project, project / releases, project / docs, project / site)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"docs": "releases/docs"}, "the folder of `docs_dir` lies within that of `releases_dir`"),
        ({"docs": "releases"}, "the folder of `docs_dir` lies within that of `releases_dir`"),
        ({"site": "releases/2022/site"}, "the folder of `site_dir` lies within that of `releases_dir`"),
        ({"site": "link"}, "the folder of `site_dir` lies within that of `releases_dir`"),
        ({"site": "docs/site"}, "the folder of `site_dir` lies within that of `docs_dir`"),
        ({"releases": "site/releases"}, "the folder of `releases_dir` lies within that of `site_dir`"),
        ({"site": ".", "releases": "../r", "docs": "../d"}, "the project lies within that of `site_dir`"),
        ({"site": "../s", "docs": "."}, "the folder of `docs_dir` is that of mkdocs.yml itself"),
    ],
)
def test_folders_within_each_other_are_reported_once(project: Path, given: dict[str, str], message: str) -> None:
    (project / "link").symlink_to("releases/2022")
    [problem] = overlaps(folders(project, **given))
    assert problem.message.startswith(message)
    assert "such as `docs`" in problem.hint or "such as `site`" in problem.hint


def test_releases_within_the_folder_of_pages_are_in_order(project: Path) -> None:
    assert [*overlaps(folders(project, releases="docs/releases"))] == []


def test_a_finished_site_among_the_releases_is_reported_in_one_line(project: Path) -> None:
    write(project, {f"releases/site/en/{number}/index.html": "x" for number in range(30)})
    (project / "mkdocs.yml").write_text(f"{CONFIGURATION}site_dir: releases/site\n")
    assert reported(project) == [("mkdocs.yml", "PG104")]


def test_a_site_that_cannot_be_written_is_reported(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = Place("mkdocs.yml")
    for name in ("mkdocs.yml", "mkdocs.yml/site", "gone", "gone/site"):
        (project / "gone").unlink(missing_ok=True)
        (project / "gone").symlink_to("nothing")
        assert [problem.code for problem in no_folder(place, project / name)] == [codes.UNWRITABLE_SITE], name
        assert [problem.code for problem in unwritable(place, project / name)] == [codes.UNWRITABLE_SITE], name
    (project / "site").mkdir()
    assert [*unwritable(place, project / "site"), *unwritable(place, project / "new/site")] == []
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "permission denied" in next(unwritable(place, project / "new/site")).message

    def full(**_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pressgen.load.folders.tempfile.TemporaryFile", full)
    assert "no space left on device" in next(unwritable(place, project / "site")).message


def test_whatever_stands_in_the_folders_is_reported_in_lines(tmp_path: Path, seeds: Callable[[int], range]) -> None:
    for seed in seeds(25):
        project, chance = tmp_path / str(seed), random.Random(seed)
        write(project, {"mkdocs.yml": CONFIGURATION, "docs/index.md": "# A\n", "releases/r.en.md": english()})
        made = [*grown(project / "docs", chance), *grown(project / "releases", chance)]
        asked = find(project, None)
        found = asked.checked(asked.load(), asked.docs()).problems
        for problem in found:
            assert f"{problem.place}{problem.message}{problem.hint}".isprintable(), (seed, problem)
        kinds = {one.split()[0] for one in made if ".git" not in one}
        assert found or not kinds & {"pipe", "socket"}, (seed, made)
        shutil.rmtree(project)
