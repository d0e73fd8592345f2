"""Errors during a build: reported in one line with the state of the site, and never as a traceback."""

from __future__ import annotations

import errno
import itertools
import os
import random
import shutil
import signal
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

import pytest
from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig

from pressgen.engine import lock, pool, writing
from pressgen.plugin import content
from pressgen.settings import Settings
from tests.load.growing import grown


class Built(Protocol):
    code: int
    log: str


Write = Callable[[Mapping[str, str | None]], None]
Build = Callable[..., Built]

AS_IT_WAS = "The previous site is as it was."
MIXED = (
    "is partly the new one and partly the previous one, each file whole. The next build that ends well completes it."
)
SECRET = """\
---
title: The treaty
date: 2022-03-01
kind: signing
embargo: 2999-01-01T00:00Z
attachments: [{file: annex.pdf, title: The annex}]
---

The treaty of Zubrowka was signed by nobody that we may name yet.
"""


@pytest.fixture
def secret(project: Path, write: Write) -> Path:
    """Return a project that has a release under embargo, with an annex."""
    write({"releases/2022/secret.en.md": SECRET, "releases/2022/secret/annex.pdf": "%PDF Zubrowka, an annex"})
    return project


def before(project: Path) -> dict[str, int]:
    site = project / "site"
    return {str(path): path.stat().st_mtime_ns for path in site.rglob("*") if path.is_file()}


def told_in_lines(built: Built, state: str) -> bool:
    assert built.code == 1, built.log
    assert "Traceback" not in built.log
    assert state in built.log, built.log
    return True


def test_whatever_is_wrong_in_the_folders_is_reported_before_the_site_is_touched(build: Build, secret: Path) -> None:
    assert build().code == 0
    site = before(secret)
    docs = secret / "docs"
    os.mkfifo(docs / "pipe.md")
    (docs / "nowhere.png").symlink_to("nothing.png")
    (docs / "releases").symlink_to("../releases")
    (docs / "loop").symlink_to(".")
    (docs / "again").symlink_to(".")
    (docs / os.fsdecode(b"caf\xe9.md")).write_text("# Coffee\n")
    (secret / "mkdocs.yml").write_text((secret / "mkdocs.yml").read_text("utf-8") + "site_dir: mkdocs.yml\n", "utf-8")
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    for told in ("pipe.md:1:1: error PG001", "nowhere.png:1:1: error PG008", "releases:1:1: error PG100"):
        assert f"docs/{told}" in built.log
    for told in ("docs/loop:1:1: error PG008", "docs/caf\\udce9.md:1:1: error PG101", "mkdocs.yml:1:1: error PG106"):
        assert told in built.log
    assert before(secret) == site


def test_a_picture_of_what_is_hidden_is_reported_before_the_site_is_touched(build: Build, secret: Path) -> None:
    assert build().code == 0
    site = before(secret)
    with (secret / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write(
            "\n[annex](../releases/2022/secret/annex.pdf)\n\n    [a sample](../releases/2022/secret/annex.pdf)\n"
        )
    with (secret / "releases/2022/call.en.md").open("a", encoding="utf-8") as text:
        text.write("\nThe [annex](secret/annex.pdf).\n")
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert built.log.count("PG105") == 2
    assert "docs/about.md:5:9: error PG105" in built.log
    assert "releases/2022/call.en.md:11:5: error PG105" in built.log
    assert before(secret) == site


def test_of_a_link_to_what_is_hidden_the_words_stay(build: Build, secret: Path) -> None:
    with (secret / "docs/about.md").open("a", encoding="utf-8") as page:
        page.write("\nA [word](../releases/2022/secret.en.md) of it.\n")
    with (secret / "releases/2022/call.en.md").open("a", encoding="utf-8") as text:
        text.write("\nAnother [word](secret.en.md) of it.\n")
    built = build("--strict")
    assert built.code == 0, built.log
    assert "A word of it." in (secret / "site/en/about/index.html").read_text("utf-8")
    assert "Another word of it." in (secret / "site/en/releases/call/index.html").read_text("utf-8")
    assert "<a>" not in (secret / "site/en/releases/call/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "added",
    [
        "File('secret.en.md', folder, config.site_dir, True)",
        "File('secret/annex.pdf', folder, config.site_dir, True)",
        "File.generated(config, 'x.md', abs_src_path=folder + '/secret.en.md')",
        "File.generated(config, 'x.md', content='# New\\n\\n' + Path(folder, 'secret.en.md').read_text())",
        "File.generated(config, 'x.bin', content=Path(folder, 'secret/annex.pdf').read_bytes())",
    ],
)
@pytest.mark.parametrize("event", ["on_files(files, config, **_)", "on_env(env, files, config, **_)"])
def test_files_of_releases_that_plugins_add(build: Build, secret: Path, write: Write, added: str, event: str) -> None:
    hook = f"""\
from pathlib import Path
from mkdocs.structure.files import File
def {event}:
    folder = {str(secret / "releases/2022")!r}
    files.append({added})
"""
    settings = (secret / "mkdocs.yml").read_text("utf-8")
    write({"mkdocs.yml": f"{settings}hooks: [adding.py]\n", "adding.py": hook})
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert "error PG100" in built.log
    assert not [path for path in (secret / "site").rglob("*") if path.is_file() and b"Zubrowka" in path.read_bytes()]


def test_a_page_that_turns_out_to_say_what_is_hidden(build: Build, secret: Path, write: Write) -> None:
    settings = (secret / "mkdocs.yml").read_text("utf-8") + "markdown_extensions: [pymdownx.snippets]\n"
    write({"mkdocs.yml": settings, "docs/about.md": '# About\n\n--8<-- "releases/2022/secret.en.md"\n'})
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert "about.md:1:1: error PG100: this page says what the release 'secret' says" in built.log


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EDQUOT])
def test_what_the_system_refuses_while_the_site_is_written(
    build: Build, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    written = writing.write_file

    def refuse(path: str, data: bytes) -> writing.FileStatus:
        if path.endswith("/call/index.html"):
            raise OSError(number, os.strerror(number), path)
        return written(path, data)

    monkeypatch.setattr(writing, "write_file", refuse)
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert f"site/en/releases/call/index.html: {os.strerror(number).lower()}" in built.log


def test_what_the_system_refuses_the_host(build: Build, monkeypatch: pytest.MonkeyPatch, write: Write) -> None:
    write({"docs/x.png": "x"})

    def refuse(source: str, target: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", target)

    monkeypatch.setattr(utils, "copy_file", refuse)
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert "no space left on device (make room on the disk)" in built.log


def test_what_cannot_be_removed_from_the_previous_site_is_reported(
    build: Build, secret: Path, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"releases/2022/secret.en.md": SECRET.replace("2999-01-01", "2022-01-01")})
    assert build().code == 0
    write({"releases/2022/secret.en.md": SECRET})
    remove = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.is_relative_to(secret / "site"):
            raise PermissionError(errno.EPERM, "Operation not permitted", str(path))
        remove(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        built = build()
    assert told_in_lines(built, MIXED)
    assert f"this could not be removed from the previous site in {secret / 'site'}: " in built.log
    assert "; remove it yourself" in built.log
    assert "Zubrowka" not in (secret / "site/en/releases/index.html").read_text("utf-8")
    assert build().code == 0
    assert not [path for path in (secret / "site").rglob("*") if path.is_file() and b"Zubrowka" in path.read_bytes()]


@pytest.mark.parametrize("change", [Path.unlink, lambda path: path.write_bytes(b"%PDF longer than before")])
def test_an_attachment_that_goes_or_changes_during_the_build(
    build: Build, project: Path, write: Write, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], None]
) -> None:
    annex = SECRET.replace("embargo: 2999-01-01T00:00Z\n", "")
    write({"releases/2022/secret.en.md": annex, "releases/2022/secret/annex.pdf": "%PDF"})
    ended = content.gather

    def gather(config: MkDocsConfig, settings: Settings, now: datetime, **told: Any) -> content.Content:  # noqa: ANN401  # as it is called
        found = ended(config, settings, now, **told)
        change(project / "releases/2022/secret/annex.pdf")
        return found

    monkeypatch.setattr("pressgen.plugin.gather", gather)
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert "releases/2022/secret/annex.pdf: " in built.log


def test_a_page_that_goes_during_the_build(build: Build, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = content.gather

    def gather(config: MkDocsConfig, settings: Settings, now: datetime, **told: Any) -> content.Content:  # noqa: ANN401  # as it is called
        found = ended(config, settings, now, **told)
        (project / "docs/about.md").write_bytes(b"# Half a letter \xe2\x82")
        return found

    monkeypatch.setattr("pressgen.plugin.gather", gather)
    assert told_in_lines(build(), AS_IT_WAS)


def test_a_worker_that_is_ended(build: Build, monkeypatch: pytest.MonkeyPatch, project: Path) -> None:
    assert build().code == 0
    site = before(project)
    shutil.rmtree(project / ".cache")  # so that all is made again
    monkeypatch.setattr(pool, "processes_for", lambda _: 2)
    monkeypatch.setattr(pool, "_begin", lambda _parent: os.kill(os.getpid(), signal.SIGKILL))
    built = build()
    assert told_in_lines(built, AS_IT_WAS)
    assert "was ended from outside; if the system ended it, more memory is needed" in built.log
    assert before(project) == site


def test_two_builds_into_one_folder(build: Build, project: Path) -> None:
    assert build().code == 0
    site = before(project)
    other = lock.acquire(project / "site", project / ".cache/pressgen")
    built = build()
    assert told_in_lines(built, "Nothing was built.")
    assert f"another build is writing to {project / 'site'}: process {os.getpid()} on " in built.log
    assert before(project) == site
    assert build("--site-dir", str(project / "elsewhere")).code == 0
    other.release()
    assert build().code == 0


def test_a_large_attachment_is_not_read_into_memory(build: Build, project: Path, write: Write) -> None:
    write({"releases/2022/secret.en.md": SECRET.replace("embargo: 2999-01-01T00:00Z\n", "")})
    annex = project / "releases/2022/secret/annex.pdf"
    annex.parent.mkdir()
    with annex.open("wb") as file:
        file.truncate(60_000_000)
    assert build().code == 0
    assert (project / "site/releases/secret/annex.pdf").stat().st_size == 60_000_000


def test_whatever_stands_in_the_folders_a_build_ends_in_lines(
    build: Build, project: Path, seeds: Callable[[int], range]
) -> None:
    assert build().code == 0
    kept = project.parent / "kept"
    for folder in ("docs", "releases"):
        shutil.copytree(project / folder, kept / folder)
    ended = set()
    for seed in seeds(6):
        chance = random.Random(seed)
        few = chance.randint(0, 3)
        for folder in ("docs", "releases"):
            shutil.rmtree(project / folder)
            shutil.copytree(kept / folder, project / folder)
        made = [
            *itertools.islice(grown(project / "docs", chance), few),
            *itertools.islice(grown(project / "releases", chance), few),
        ]
        site = before(project)
        built = build()
        ended.add(built.code)
        assert "Traceback" not in built.log, (seed, made)
        assert built.code == 0 or AS_IT_WAS in built.log, (seed, made, built.log)
        assert built.code == 0 or before(project) == site, (seed, made)
    assert ended == {0, 1}
