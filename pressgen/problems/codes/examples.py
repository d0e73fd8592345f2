"""The small texts that the examples of codes are made of."""

from __future__ import annotations

from pressgen.problems import Example, Link

NAME = "2022-02-15-norway-video-call"
EN = f"{NAME}.en.md"
KM = f"{NAME}.km.md"
BODY = "On 14 February 2022, the two Ministers had a video call.\n"
PICTURE = b"\xff\xd8\xff\xe0 a photograph"
"""Stands for a photograph: examples are read, never shown."""


def english(*lines: str, body: str = BODY, title: str = "title: Outcomes of the Video Call") -> str:
    """Return an original with further lines of front matter."""
    return "\n".join(("---", title, "date: 2022-02-15", "kind: readout", *lines, "---", "", body))


def khmer(*lines: str, body: str = "នៅថ្ងៃទី១៤ ខែកុម្ភៈ ឆ្នាំ២០២២ រដ្ឋមន្ត្រីទាំងពីរបានជួបសន្ទនា។\n") -> str:
    """Return a translation with further lines of front matter."""
    return "\n".join(("---", "title: លទ្ធផលនៃជំនួបតាមវីដេអូ", *lines, "---", "", body))


def one(text: str | bytes) -> Example:
    """Return an example of one file."""
    return Example({EN: text})


def original(*lines: str, body: str = BODY) -> Example:
    """Return an example of one original with further lines of front matter."""
    return one(english(*lines, body=body))


def titled(line: str) -> Example:
    """Return an example of one original with this line for its title."""
    return one(english(title=line))


def both(english_file: str, khmer_file: str) -> Example:
    """Return an example of an original and its translation."""
    return Example({EN: english_file, KM: khmer_file})


def with_files(text: str, *names: str) -> Example:
    """Return an example of an original with files in the release's own folder."""
    files: dict[str, str | bytes | Link] = {EN: text}
    files.update({f"{NAME}/{name}": PICTURE for name in names})
    return Example(files)


GOOD = original()
