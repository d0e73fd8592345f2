"""Write the invented archive as a site of Hugo: the same texts and facts, with the slim theme in `hugo/`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.archive import COUNTRIES, LANGUAGES, NAMES, SUBJECTS, Invented, invent

_THEME = Path(__file__).with_name("hugo")
_TITLES = {"en": ("Releases", "Year"), "km": ("សេចក្តីប្រកាស", "ឆ្នាំ")}


def hugo_files(releases: int) -> Iterator[tuple[str, str]]:
    """List the files of the site, each as its path and its text."""
    for path in sorted(_THEME.rglob("*")):
        if path.is_file():
            yield path.relative_to(_THEME).as_posix(), path.read_text("utf-8")
    for tag, (title, _) in _TITLES.items():
        yield f"content/{tag}/releases/_index.md", f'---\ntitle: "{title}"\n---\n'
    years = set()
    for release in invent(releases):
        for side, tag in enumerate(LANGUAGES):
            if (tag, release.day.year) not in years:
                years.add((tag, release.day.year))
                heading = f'---\ntitle: "{_TITLES[tag][1]} {release.day.year}"\n---\n'
                yield f"content/{tag}/releases/{release.day.year}/_index.md", heading
            yield hugo_page(release, side)


def hugo_page(release: Invented, side: int) -> tuple[str, str]:
    """Return the path and the text of a release in the language on one `side`."""
    tag = LANGUAGES[side]
    text = release.texts[tag]
    front = (
        f'title: "{text.title}"\ndate: {release.day}\nkind: {release.kind}\n'
        f"number: {release.number}\nplace: Exampolis\n"
        f'countries: ["{COUNTRIES[release.country][side]}"]\n'
        f'topics: ["{SUBJECTS[release.person % len(SUBJECTS)][side]}"]\n'
        f'participants: ["{NAMES[release.person][side]}"]\n'
    )
    return f"content/{tag}/releases/{release.day.year}/{release.slug}.md", f"---\n{front}---\n\n{text.body}"
