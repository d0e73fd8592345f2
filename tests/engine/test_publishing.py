"""A site is published so that every file of it is the old or the new one, whenever that is interrupted."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from pressgen.engine import publishing
from pressgen.engine.next_site import NextSite, remove_tree
from pressgen.engine.publishing import FolderTree, Published, publish

OLD = {
    "index.html": "old home",
    "same/index.html": "same",
    "same/style.css": "css",
    "en/changed/index.html": "old page, long",
    "en/gone/index.html": "gone",
    "en/gone/deep/er.txt": "gone too",
    "file-then-folder": "a file",
    "folder-then-file/index.html": "in a folder",
    "feed.xml": "one",
}
NEW = {
    "index.html": "new home",
    "same/index.html": "same",
    "same/style.css": "css",
    "same/new.css": "new css",
    "en/changed/index.html": "new page, long",
    "en/new/index.html": "new",
    "en/new/deep/er.txt": "new too",
    "file-then-folder/index.html": "in a folder now",
    "folder-then-file": "a file now",
    "feed.xml": "two",
    "top.txt": "at the top",
}
STEPS = ("replace", "rename", "unlink", "rmdir", "mkdir")
"""What publishing changes folders with."""


def write(folder: Path, files: Mapping[str, str]) -> Path:
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder


def read(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


def folders(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write(tmp_path / "site", OLD)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    return write(tmp_path / "made", NEW)


def is_whole(site: Path) -> bool:
    """True if every file is that of the old or of the new site, and none is missing that both have."""
    found = read(site)
    assert all(text in {OLD.get(path), NEW.get(path)} for path, text in found.items()), found
    assert OLD.keys() & NEW.keys() <= found.keys(), found
    return True


def test_the_site_is_what_was_made(site: Path, made: Path) -> None:
    published = publish(made, site)

    assert read(site) == NEW
    assert folders(site) == {"same", "en", "en/changed", "en/new", "en/new/deep", "file-then-folder"}
    assert published.added == (
        "en/new/deep/er.txt", "en/new/index.html", "file-then-folder/index.html", "folder-then-file", "same/new.css",
        "top.txt",
    )  # fmt: skip
    assert published.changed == ("en/changed/index.html", "feed.xml", "index.html")
    assert published.removed == (
        "en/gone/deep/er.txt", "en/gone/index.html", "file-then-folder", "folder-then-file/index.html",
    )  # fmt: skip
    assert published.left == ()


def test_what_is_the_same_is_not_touched(site: Path, made: Path) -> None:
    def status(path: str) -> tuple[int, int, int]:
        found = (site / path).stat()
        return found.st_ino, found.st_mtime_ns, found.st_ctime_ns

    same = ("same/index.html", "same/style.css")
    before = [status(path) for path in same]
    publish(made, site)

    assert [status(path) for path in same] == before
    assert publish(write(site.parent / "again", NEW), site) == Published()


def test_the_first_site_is_there_at_once(made: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", None)  # one renaming of the folder is all
    published = publish(made, tmp_path / "no/such/folder/site")

    assert read(tmp_path / "no/such/folder/site") == NEW
    assert published.added == tuple(sorted(NEW))


def test_names_with_a_dot_belong_to_others(site: Path, made: Path) -> None:
    write(site, {".git/config": "git", ".nojekyll": "old", ".well-known/acme/token": "x", "en/.hidden": "no"})
    write(made, {".nojekyll": "", ".well-known/security.txt": "contact"})
    publish(made, site)

    kept = {".git/config": "git", ".nojekyll": "", ".well-known/acme/token": "x", ".well-known/security.txt": "contact"}
    assert read(site) == {**NEW, **kept}


def test_what_is_kept_stays_though_it_was_not_made(site: Path, tmp_path: Path) -> None:
    made = write(tmp_path / "made", {"index.html": "new home"})
    publish(made, site, kept={"same/index.html", "en/gone/deep/er.txt"})

    assert read(site) == {"index.html": "new home", "same/index.html": "same", "en/gone/deep/er.txt": "gone too"}


def test_links_in_the_site_are_not_followed(site: Path, made: Path, tmp_path: Path) -> None:
    outside = write(tmp_path / "outside", {"index.html": "somebody's", "deep/er.txt": "somebody's"})
    shutil.rmtree(site / "en")
    (site / "en").symlink_to(outside)
    (site / "extra").symlink_to(outside)
    (site / "feed.xml").unlink()
    (site / "feed.xml").symlink_to(outside / "index.html")
    publish(made, site)

    assert read(site) == NEW
    assert not any(path.is_symlink() for path in site.rglob("*"))
    assert read(outside) == {"index.html": "somebody's", "deep/er.txt": "somebody's"}


def test_links_that_were_made_are_published(site: Path, made: Path, tmp_path: Path) -> None:
    (made / "latest").symlink_to("en/new")
    publish(made, site)
    before = os.lstat(site / "latest").st_ino
    again = write(tmp_path / "again", NEW)
    (again / "latest").symlink_to("en/new")

    assert (site / "latest").readlink().as_posix() == "en/new"
    assert publish(again, site) == Published()
    assert os.lstat(site / "latest").st_ino == before


def test_a_copy_by_hard_links_keeps_its_bytes(site: Path, made: Path, tmp_path: Path) -> None:
    shutil.copytree(site, tmp_path / "copy", copy_function=os.link)
    publish(made, site)

    assert read(tmp_path / "copy") == OLD


def test_pages_come_after_what_they_show_and_what_is_gone_last(
    site: Path, made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done: list[str] = []

    def noting(name: str) -> Callable[..., None]:
        function = getattr(os, name)

        def step(*paths: str | Path) -> None:
            done.append(os.path.relpath(paths[-1], site))
            function(*paths)

        return step

    for name in ("replace", "rename"):
        monkeypatch.setattr(os, name, noting(name))
    monkeypatch.setattr(Path, "unlink", lambda path, **_: noting("remove")(path))
    for obstacle in ("file-then-folder", "folder-then-file"):
        remove_tree(site / obstacle)
    done.clear()
    publish(made, site)

    assert done == [
        "en/new", "file-then-folder", "folder-then-file", "same/new.css", "top.txt",
        "feed.xml", "en/changed/index.html", "index.html",
        "en/gone/deep/er.txt", "en/gone/index.html",
    ]  # fmt: skip


def steps_counted(monkeypatch: pytest.MonkeyPatch, stop: Callable[[str], None], at: int) -> Iterator[None]:
    """Have the step of that number do `stop` in place of what it does."""
    count = 0

    def counting(name: str) -> Callable[..., object]:
        function = getattr(os, name)

        def step(*arguments: object, **options: object) -> object:
            nonlocal count
            count += 1
            if count == at:
                stop(os.fsdecode(arguments[0]))  # type: ignore[arg-type]
            return function(*arguments, **options)

        return step

    with monkeypatch.context() as patch:
        for name in STEPS:
            patch.setattr(os, name, counting(name))
        yield


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this platform does not fork")
def test_killed_at_any_step_every_file_is_old_or_new(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at = 0
    while True:
        at += 1
        site, made = write(tmp_path / f"{at}/site", OLD), write(tmp_path / f"{at}/made", NEW)
        process = os.fork()
        if not process:
            for _ in steps_counted(monkeypatch, lambda _: os._exit(9), at):
                publish(made, site)
            os._exit(0)
        killed = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 9
        assert is_whole(site)
        assert publish(write(tmp_path / f"{at}/again", NEW), site).left == ()
        assert read(site) == NEW
        if not killed:
            break
    assert at > 14  # each file that is touched is a step at least


def test_an_error_at_any_step_leaves_whole_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: str) -> None:
        raise OSError(errno.EIO, "Input/output error", path)

    at, failed = 0, True
    while failed:
        at += 1
        site, made = write(tmp_path / f"{at}/site", OLD), write(tmp_path / f"{at}/made", NEW)
        try:
            for _ in steps_counted(monkeypatch, fail, at):
                left = publish(made, site).left
        except OSError:
            pass
        else:
            failed = bool(left) or (site / "en/gone").exists()  # an empty folder that cannot be removed harms nobody
        assert is_whole(site)
        publish(write(tmp_path / f"{at}/again", NEW), site)
        assert read(site) == NEW
        assert not (site / "en/gone").exists()
    assert at > 14


def test_a_site_on_another_disk(site: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What crosses from folder to folder is refused as the system refuses it between disks."""

    def within_one_disk(function: Callable[[str, str], None]) -> Callable[[str, str], None]:
        def move(source: str, target: str) -> None:
            if made in Path(source).parents or made == Path(source):
                raise OSError(errno.EXDEV, "Invalid cross-device link", source, None, target)
            function(source, target)

        return move

    for name in ("replace", "rename"):
        monkeypatch.setattr(os, name, within_one_disk(getattr(os, name)))
    monkeypatch.setattr(Path, "rename", os.rename)
    write(site, {".pressgen-1": "left", "en/.pressgen-2": "left"})
    (made / "latest").symlink_to("en/new")
    publish(made, site)

    assert {path: text for path, text in read(site).items() if not path.startswith("latest/")} == NEW
    assert (site / "latest").readlink().as_posix() == "en/new"
    first = site.parent / "first"
    publish(made, first)
    assert read(first).keys() == read(made).keys()


def test_a_folder_that_cannot_be_read_is_an_error(site: Path, made: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if path == str(site / "en"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return scan(path)

    monkeypatch.setattr(publishing.os, "scandir", refuse)
    with pytest.raises(PermissionError, match="en"):
        publish(made, site)
    assert read(site) == OLD


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other permissions")
def test_the_next_site_is_beside_the_site_hidden_and_private(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    place = NextSite.of(tmp_path / "site", tmp_path / "cache")
    place.begin(alone=True)

    assert place.site == tmp_path / "real"
    assert place.folder.is_relative_to(tmp_path)
    assert place.private.parent == tmp_path
    assert place.private.name.startswith(".real.")
    assert place.private.stat().st_mode & 0o777 == 0o700
    assert (place.private / ".gitignore").read_text() == "*\n"
    (tmp_path / "plain").mkdir()
    assert place.folder.stat().st_mode == (tmp_path / "plain").stat().st_mode
    place.remove()
    assert not place.private.exists()


def test_what_an_interrupted_build_has_left_is_removed(tmp_path: Path) -> None:
    (tmp_path / ".site.pressgen-77/site/en").mkdir(parents=True)
    (tmp_path / ".site.pressgen-78").write_text("a file")
    (tmp_path / ".other.pressgen-79").mkdir()
    place = NextSite.of(tmp_path / "site", tmp_path / "cache")
    place.begin(alone=False)
    assert (tmp_path / ".site.pressgen-77").exists()
    place.begin(alone=True)

    assert FolderTree.of(tmp_path).folders == {
        ".other.pressgen-79", place.private.name, f"{place.private.name}/site",
    }  # fmt: skip


def test_where_nothing_can_be_written_beside_the_site_it_is_made_in_the_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "access", lambda path, _: Path(path) != tmp_path / "disk")
    (tmp_path / "disk/site").mkdir(parents=True)
    place = NextSite.of(tmp_path / "disk/site", tmp_path / "cache")
    place.begin(alone=True)

    assert place.private.parent == tmp_path / "cache"
    assert place.folder.is_dir()
