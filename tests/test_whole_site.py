"""What must hold for a site as a whole: its bytes, built by the real command from a small project."""

import os
import struct
import subprocess
import sys
import zlib
from collections.abc import Mapping
from pathlib import Path

import pytest

BEFORE = "1767225600"  # 1 January 2026
AFTER = "1798761600"  # 1 January 2027

CONFIG = """\
site_name: Ministry of Foreign Affairs of Examplia
site_url: https://mfa.example/press/
theme:
  name: material
plugins:
  - pressgen:
      languages: [en, fr]
      timezone: Europe/Oslo
      issuer:
        country: XA
        state: {en: Republic of Examplia, fr: République d'Examplie}
        name: {en: Ministry of Foreign Affairs, fr: Ministère des Affaires étrangères}
        place: {en: Exampolis, fr: Exampole}
"""

PUBLIC = """\
---
title: Meeting with the Minister of Elsewhere
date: 2025-11-03
kind: meeting
place: Exampolis
---

The two Ministers met in Exampolis.
"""

SECRET = """\
---
title: Signing of the secret treaty
date: 2025-12-01
kind: signing
number: "MFA/2025/99"
{hidden}
aliases: [news/secret]
supersedes: [2025-11-03-meeting]
attachments:
  - {{file: signing.png, title: The signing, alt: Two ministers at a table}}
---

![Handshake of the ministers](2025-12-01-secret-treaty/handshake.png "After the signing")

The treaty was signed with Qqxyzistan.
"""

SECRET_FR = """\
---
title: Signature du traité secret
translation: courtesy
attachments:
  - {file: signing.png, title: La signature, alt: Deux ministres à une table}
---

![Poignée de main](2025-12-01-secret-treaty/handshake.png "Après la signature")

Le traité a été signé.
"""


def picture() -> bytes:
    """Return a PNG of one white pixel."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\xff")) + chunk(b"IEND", b"")
    )


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def public_files() -> dict[str, str | bytes]:
    return {
        "mkdocs.yml": CONFIG,
        "docs/index.md": "# Press office\n\nThe [meeting](../releases/2025/2025-11-03-meeting.en.md).\n",
        "docs/about.md": "# About\n\nThe press office of an invented ministry.\n",
        "releases/2025/2025-11-03-meeting.en.md": PUBLIC,
    }


def secret_files(hidden: str) -> dict[str, str | bytes]:
    """Return a release with every key, and a public release that is related to it."""
    return {
        "releases/2025/2025-11-03-meeting.en.md": PUBLIC.replace(
            "place: Exampolis", "place: Exampolis\nrelated: [2025-12-01-secret-treaty]"
        ),
        "releases/2025/2025-12-01-secret-treaty.en.md": SECRET.format(hidden=hidden),
        "releases/2025/2025-12-01-secret-treaty.fr.md": SECRET_FR,
        "releases/2025/2025-12-01-secret-treaty/signing.png": picture(),
        "releases/2025/2025-12-01-secret-treaty/handshake.png": picture(),
    }


def build(project: Path, epoch: str = BEFORE, hash_seed: str = "0") -> dict[str, bytes]:
    """Build the project with the real command and give every file of the site."""
    environment = {**os.environ, "SOURCE_DATE_EPOCH": epoch, "PYTHONHASHSEED": hash_seed}
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict"],
        cwd=project,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    site = project / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return write(tmp_path / "project", public_files())


@pytest.fixture(scope="module")
def without(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Build the site without anything that is not public."""
    return build(write(tmp_path_factory.mktemp("without") / "project", public_files()))


@pytest.mark.parametrize("hidden", ["embargo: 2026-06-01T12:00:00+01:00", "status: draft"])
def test_what_is_not_public_changes_no_byte(project: Path, without: dict[str, bytes], hidden: str) -> None:
    with_secret = build(write(project, secret_files(hidden)))
    assert sorted(with_secret) == sorted(without)
    assert [name for name in without if with_secret[name] != without[name]] == []
    assert not [name for name, content in with_secret.items() if b"ecret" in content and name.endswith(".html")]


def test_an_embargo_that_is_over_publishes_text_photographs_and_redirects(project: Path) -> None:
    site = build(write(project, secret_files("embargo: 2026-06-01T12:00:00+01:00")), epoch=AFTER)
    assert b"signed with Qqxyzistan" in site["en/releases/2025-12-01-secret-treaty/index.html"]
    assert site["releases/2025-12-01-secret-treaty/handshake.png"] == picture()
    assert site["releases/2025-12-01-secret-treaty/signing.png"] == picture()
    assert b"en/releases/2025-12-01-secret-treaty/" in site["news/secret/index.html"]


def test_the_same_input_gives_the_same_bytes(project: Path) -> None:
    write(project, secret_files("status: published"))
    assert build(project, hash_seed="1") == build(project, hash_seed="2")


def test_a_mistake_leaves_the_previous_site_as_it_was(project: Path) -> None:
    before = build(project)
    write(project, {"releases/2025/2025-12-24-broken.en.md": "---\ntitle: Broken\n---\n"})
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build"], cwd=project, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "PG019" in done.stderr
    assert "Traceback" not in done.stderr
    site = project / "site"
    assert {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    } == before


def test_only_declared_files_are_published(demo: Path) -> None:
    kinds = {path.suffix for path in demo.rglob("*") if path.is_file()}

    pages = {".html", ".css", ".js", ".gz", ".woff2", ".png", ".svg", ".txt", ".jpg"}
    index = {".chunk", ".list", ".lines"}
    assert kinds <= pages | index | {".json", ".xml", ".csv", ".ics", ".bib", ".ris", ".yml"}
    # Two workflows are there to be copied.
    sources = {path.relative_to(demo).as_posix() for path in demo.rglob("*") if path.suffix in (".md", ".py", ".yml")}
    assert sources == {"workflows/check.yml", "workflows/publish.yml"}
