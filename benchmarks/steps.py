"""What an author changes between two builds: one sentence, one release more, one name in the register."""

from __future__ import annotations

from pathlib import Path

from benchmarks.archive import ADVISER, LANGUAGES

SENTENCE = "\n\nThe two sides agreed to meet again in {number} months.\n"
MORE = """\
---
title: "{title}"
date: 2024-12-{day:02}
kind: signing
{rest}---

The Ministers signed treaty no. {number} on the protection of lighthouses, and thanked the keepers of all of them.
"""


def edit(folder: Path, number: int) -> Path:
    """Add a sentence to the English text of one release below `folder`, another for each `number`; return the file."""
    files = sorted(
        path for path in folder.rglob("20??-*.md") if path.name.endswith(".en.md") or "/en/" in path.as_posix()
    )
    path = files[(len(files) // 2 + number) % len(files)]
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(SENTENCE.format(number=number + 2))
    return path


def add_release(project: Path, number: int) -> None:
    """Add a release with its translation to a project of pressgen."""
    for tag, title in zip(LANGUAGES, ("A treaty on lighthouses", "សន្ធិសញ្ញាស្តីពីប៉មភ្លើង"), strict=True):
        rest = "translation: courtesy\n" if tag != LANGUAGES[0] else f"number: MFA/L/{number}\n"
        text = MORE.format(title=title, day=number % 28 + 1, rest=rest, number=number)
        path = project / f"releases/2024/2024-12-{number % 28 + 1:02}-lighthouses-{number}.{tag}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def correct_name(project: Path, number: int) -> None:
    """Correct a name in the register, which some 20 pages print."""
    path = project / "releases/register/people.yml"
    text = path.read_text("utf-8")
    for name in ADVISER:
        beginning = next(line for line in text.splitlines() if name in line)
        text = text.replace(beginning, f"{beginning.partition(name)[0]}{name} {'I' * (number + 1)}")
    path.write_text(text, encoding="utf-8", newline="\n")
