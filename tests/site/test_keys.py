"""The key of a slice changes with everything that its outputs are declared from, and with little else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from importlib import import_module
from pathlib import Path
from random import Random

import pytest

from pressgen.site import Site
from pressgen.site.digest import Digests
from pressgen.site.inputs import ground_of, inputs_of
from tests.site.edits import EDITS, PROJECT, Edit, Files, comment, text, write
from tests.site.projects import NOW, site_at

Outputs = Mapping[str, bytes]
"""The digests of outputs by their paths."""


def slices_of(site: Site) -> dict[tuple[str, bytes | None], Outputs]:
    """Return the digests of all outputs of each slice, by its name and key."""
    digests = Digests()
    return {
        (slice_.name, slice_.key): {output.path: digests.of(output) for output in slice_.outputs()}
        for slice_ in site.slices((), ())
    }


LIMITS = {
    "pressgen.views.profiles.periods": {"LONG": 2, "LONGEST": 3, "NEWEST": 1},
    "pressgen.views.lists.ledger": {"LONGEST": 1},
    "pressgen.site.ledger": {"LONGEST": 1},
    "pressgen.site": {"LONGEST": 1, "LATEST": 2, "FEED_LENGTH": 3},
    "pressgen.site.data": {"LATEST": 2},
    "pressgen.site.releases": {"LONGEST_YEAR": 2},
    "pressgen.exports.encounters": {"MOST": 1},
    "pressgen.site.whole_archive": {"MOST_LINES": 1, "MOST_ROWS": 2},
    "pressgen.site.feeds": {
        "FEED_LENGTH": 3,
        "SUBJECT_FEED_LENGTH": 1,
        "CALENDAR_LENGTH": 2,
        "SUBJECT_CALENDAR_LENGTH": 1,
    },
    "pressgen.site.materials": {"LATEST": 2},
    "pressgen.site.keys": {"LATEST": 2},
}
"""Limits beyond which lists are cut, so low that the small project passes them."""


class Sequence:
    """A project that is edited again and again; `seen` has the outputs of every slice that it ever had."""

    def __init__(self, folder: Path, seed: int, *, preview: bool = False) -> None:
        self.folder = folder
        self.preview = preview
        self.random = Random(seed)
        self.files: Files = {}
        self.seen: dict[tuple[str, bytes | None], Outputs] = {}
        self.grounds: dict[bytes, tuple[tuple[str, bytes | None], ...]] = {}
        self.change(dict(PROJECT))

    def change(self, files: Files) -> None:
        write(self.folder, files, self.files)
        self.files = files

    def edit(self, edit: Edit) -> None:
        files = dict(self.files)
        edit(self.random, files)
        self.change(files)

    def keys(self) -> Iterator[tuple[str, bytes | None]]:
        return ((slice_.name, slice_.key) for slice_ in site_at(self.folder).slices((), ()) if slice_.key)

    def wrong(self) -> list[str]:
        """Declare the site; list the slices with a key that they had before, and other outputs now.

        Where the site has the ground that it had before, all of its slices have to be what they were.
        """
        wrong = []
        site = site_at(self.folder, preview=self.preview)
        slices = slices_of(site)
        for (name, key), outputs in slices.items():
            before = self.seen.setdefault((name, key), outputs)
            if before != outputs and key is not None:
                wrong.append(name)
        ground = ground_of(site, {one.written: digest.hex() for one, digest in inputs_of(site)}, ())
        if self.grounds.setdefault(ground, tuple(slices)) != tuple(slices):
            wrong.append("ground")
        return wrong


@pytest.mark.parametrize("preview", [False, True], ids=["public", "preview"])
@pytest.mark.parametrize("seed", range(3))
def test_where_a_key_is_what_it_was_so_are_all_outputs_of_the_slice(tmp_path: Path, seed: int, preview: bool) -> None:
    sequence = Sequence(tmp_path, seed, preview=preview)
    assert sequence.wrong() == []
    for _ in range(20):
        edit = sequence.random.choice(EDITS)
        sequence.edit(edit)
        assert (edit.__name__, sequence.wrong()) == (edit.__name__, [])


@pytest.mark.parametrize("seed", range(10, 13))
def test_the_same_holds_where_lists_are_cut(tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for module, limits in LIMITS.items():
        for name, limit in limits.items():
            monkeypatch.setattr(import_module(module), name, limit)
    test_where_a_key_is_what_it_was_so_are_all_outputs_of_the_slice(tmp_path, seed, preview=False)


def changed(folder: Path, edit: Edit) -> set[str]:
    """Return the names of the slices whose keys are others after an edit."""
    sequence = Sequence(folder, 1)
    before = dict(sequence.keys())
    sequence.edit(edit)
    after = dict(sequence.keys())
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def test_a_comment_in_front_matter_changes_no_key(tmp_path: Path) -> None:
    assert changed(tmp_path, comment) == set()


def test_a_sentence_more_changes_no_list(tmp_path: Path) -> None:
    found = changed(tmp_path, text)
    assert len([name for name in found if name.startswith("release ")]) == 1
    assert not [name for name in found if name.startswith(("profile ", "group ", "calendar ", "ledger", "archive"))]


def test_a_name_in_the_register_changes_what_shows_it(tmp_path: Path) -> None:
    def law(_: Random, files: Files) -> None:
        files["releases/register/series.yml"] = "chair:\n  names: {en: The chair}\n"

    found = changed(tmp_path, law)
    assert {"profile series chair", "group series", "release 2024-05-02-call"} <= found
    assert "profile topics sea" not in found
    assert "release 2024-11-30-summit" not in found


def test_what_falls_out_of_force_changes_its_pages_though_no_file_changed(tmp_path: Path) -> None:
    files = dict(PROJECT)
    notice = files["releases/2025/2025-01-10-statement.en.md"].replace("kind: statement", "kind: advisory")
    valid = "valid: {until: 2026-02-28}"
    files["releases/2025/2025-01-10-statement.en.md"] = notice.replace("date: ", f"{valid}\ndate: ", 1)
    write(tmp_path, files)
    last = datetime(2026, 2, 28, 23, tzinfo=UTC) - timedelta(minutes=1)
    earlier, before, after = (slices_of(site_at(tmp_path, now=now)) for now in (NOW, last, last + timedelta(minutes=1)))

    assert before == earlier
    changed = {name for name, _ in before.keys() ^ after.keys()}
    assert {"release 2025-01-10-statement", "profile kinds advisory", "year 2025", "front"} <= changed
    assert not {"release 2024-11-30-summit", "year 2024", "profile topics law", "assets"} & changed
    seen = {name: outputs for (name, _), outputs in after.items()}
    differing = {name for (name, _), outputs in before.items() if outputs != seen[name]}
    assert {"release 2025-01-10-statement", "profile kinds advisory", "year 2025", "front"} <= differing <= changed


def test_the_ground_of_a_site_changes_with_what_any_slice_is_declared_from(tmp_path: Path) -> None:
    sequence = Sequence(tmp_path, 1)
    assert sequence.wrong() == []
    for edit in EDITS:
        sequence.edit(edit)
        assert (edit.__name__, sequence.wrong()) == (edit.__name__, [])
    grounds = len(sequence.grounds)
    sequence.edit(comment)
    assert (sequence.wrong(), len(sequence.grounds)) == ([], grounds)
