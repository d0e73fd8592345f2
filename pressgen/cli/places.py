"""Find the configuration that a path belongs to, and the part of its project that the path is."""

from __future__ import annotations

import os
from pathlib import Path

import click

CONFIGURATIONS = ("mkdocs.yml", "mkdocs.yaml", "properdocs.yml", "properdocs.yaml")
"""The names that a project's configuration may have; the first that exists is read."""


def typed_path(path: Path | None) -> Path:
    """Return a path as it was typed, from the root; links are not followed: messages have the path that was typed."""
    return Path(os.path.abspath(path or Path()))  # noqa: PTH100  # likewise


def configuration_of(path: Path | None, config_file: Path | None) -> Path | None:
    """Return the configuration that is named, or else the nearest in or above a path; nothing where there is none."""
    if config_file:
        return typed_path(config_file)
    asked = typed_path(path)
    folders = [asked, *asked.parents] if asked.is_dir() else asked.parents
    files = (folder / name for folder in folders for name in CONFIGURATIONS)
    return next((file for file in files if file.is_file()), None)


def part_of(folder: Path, releases: Path, docs: Path, path: Path | None) -> str:
    """Return the path of a part of a project from its folder, with slashes; empty for the whole.

    Raises click.UsageError for what is neither among the releases nor in the folder of pages.
    """
    asked = typed_path(path)
    if path is None or asked == releases or folder.is_relative_to(asked):
        return ""
    parts = (releases, docs, *(folder / name for name in CONFIGURATIONS))
    if not any(asked.is_relative_to(part) or part.is_relative_to(asked) for part in parts):
        message = f"{path} is not among the releases in {releases} nor a page in {docs}"
        raise click.UsageError(message)
    return asked.relative_to(folder).as_posix()
