"""Small sites, written into a folder and built by the real commands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

RELEASE = """\
---
title: {title}
date: 2022-02-15
kind: readout
participants:
  - {{name: {name}, country: KH}}
---

{text}
"""
TRANSLATION = """\
---
title: {title}
participants:
  - {{name: {name}}}
---

{text}
"""
CONFIGURATION = """\
site_name: Ministry
site_url: https://example.org/press/
theme: {name: material}
plugins:
  - pressgen:
      languages: [en, km]
      issuer: {country: KH, name: {en: Ministry, km: ក្រសួង}}
"""
FILES: Mapping[str, str] = {
    "mkdocs.yml": CONFIGURATION,
    "docs/index.md": "# Welcome\n\nThe [call](../releases/2022/call.en.md#p1), and [about us](about.md).\n",
    "docs/about.md": "# About us\n\nBack [home](index.md).\n",
    "docs/about.km.md": "# អំពីយើង\n\nត្រឡប់ [ទៅ](index.md), [call](../releases/2022/call.md).\n",
    "releases/2022/call.en.md": RELEASE.format(title="A call", name="Prak Sokhonn", text="The two spoke."),
    "releases/2022/call.km.md": TRANSLATION.format(title="ការហៅ", name="ប្រាក់ សុខុន", text="ទាំងពីរបាននិយាយ។"),
    "releases/2022/visit.en.md": RELEASE.format(title="A visit", name="Prak Sokhonn", text="One visited the other."),
}


@dataclass(frozen=True)
class Built:
    """How a build ended, and everything that it said."""

    code: int
    log: str


def write_files(folder: Path, files: Mapping[str, str | None]) -> None:
    """Write each file by its path below `folder`; nothing for text removes it."""
    for path, text in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            target.unlink()
        else:
            target.write_text(text, encoding="utf-8")


def files_below(folder: Path) -> dict[str, bytes]:
    """Read every file by its path below `folder`."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The folder of a small site in English and Khmer."""
    write_files(tmp_path, FILES)
    return tmp_path


@pytest.fixture
def files() -> Mapping[str, str]:
    """The files of the small site by their paths."""
    return FILES


@pytest.fixture
def write(project: Path) -> Callable[[Mapping[str, str | None]], None]:
    """Write files of the project, or remove them."""
    return lambda files: write_files(project, files)


@pytest.fixture
def page(project: Path) -> Callable[[str], str]:
    """Read a page of the built site by its address."""
    return lambda address: (project / "site" / address / "index.html").read_text(encoding="utf-8")


@pytest.fixture
def build(project: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Built]:
    """Run `mkdocs build` on the project."""

    def run(*arguments: str) -> Built:
        monkeypatch.chdir(project)
        result = CliRunner().invoke(cli, ["build", *arguments])
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exc_info
        return Built(result.exit_code, result.output)

    return run
