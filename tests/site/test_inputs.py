"""Of what each slice is made: the inputs whose change changes its key."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from pressgen.site.inputs import InputKind, SliceInput, inputs_of, slices_with_inputs
from tests.site.edits import PROJECT, write
from tests.site.projects import NOW, site_at


@pytest.fixture
def inputs(tmp_path: Path) -> dict[str, tuple[SliceInput, ...]]:
    write(tmp_path, PROJECT)
    return {slice_.name: found for slice_, found in slices_with_inputs(site_at(tmp_path))}


def test_a_release_is_made_of_its_files_and_what_it_names(inputs: dict[str, tuple[SliceInput, ...]]) -> None:
    found = set(inputs["release 2024-03-01-visit"])
    assert SliceInput(InputKind.RELEASE, "2024-03-01-visit") in found
    assert SliceInput(InputKind.FILE, "text.pdf", "2024-03-01-visit") in found
    assert {one for one in found if one.kind is InputKind.REGISTER} >= {
        SliceInput(InputKind.REGISTER, "kari", "people"),
        SliceInput(InputKind.REGISTER, "fisheries", "topics"),
        SliceInput(InputKind.REGISTER, "sea", "topics"),
        SliceInput(InputKind.REGISTER, "desk", "contacts"),
    }
    assert SliceInput(InputKind.RELEASE, "2024-11-30-summit") not in found


def test_a_profile_is_made_of_its_releases(inputs: dict[str, tuple[SliceInput, ...]]) -> None:
    releases = {one.id for one in inputs["profile series chair"] if one.kind is InputKind.RELEASE}
    assert releases == {"2024-05-02-call"}


def test_every_slice_has_the_key_that_it_has_without_notes(tmp_path: Path) -> None:
    write(tmp_path, PROJECT)
    site = site_at(tmp_path)
    noted = [(slice_.name, slice_.key) for slice_, _ in slices_with_inputs(site)]
    assert noted == [(slice_.name, slice_.key) for slice_ in site.slices((), ())]


@pytest.mark.parametrize(
    ("path", "before", "after", "changed"),
    [
        ("series.yml", "Our chair", "The chair", SliceInput(InputKind.REGISTER, "chair", "series")),
        ("people.yml", "Envoy", "Legate", SliceInput(InputKind.REGISTER, "kari", "people")),
        ("countries.yml", "Sverige", "Svea rike", SliceInput(InputKind.REGISTER, "SE", "countries")),
        ("contacts.yml", "+999 1", "+999 2", SliceInput(InputKind.REGISTER, "desk", "contacts")),
    ],
)
def test_an_entry_of_the_register_changes_the_keys_of_what_is_made_of_it_and_no_others(
    tmp_path: Path, path: str, before: str, after: str, changed: SliceInput
) -> None:
    def state() -> tuple[dict[str, bytes | None], dict[SliceInput, bytes]]:
        site = site_at(tmp_path)
        return {slice_.name: slice_.key for slice_ in site.slices((), ())}, dict(inputs_of(site))

    write(tmp_path, PROJECT)
    keys, digests = state()
    made_of = {slice_.name for slice_, found in slices_with_inputs(site_at(tmp_path)) if changed in found}
    file = f"releases/register/{path}"
    write(tmp_path, {file: PROJECT[file].replace(before, after)})
    new_keys, new_digests = state()

    assert {one for one in digests if digests[one] != new_digests[one]} == {changed}
    assert {name for name in keys if keys[name] != new_keys[name]} - {"sitemap"} == made_of


def test_a_release_is_another_input_when_it_falls_out_of_force(tmp_path: Path) -> None:
    files, path = dict(PROJECT), "releases/2025/2025-01-10-statement.en.md"
    advisory = files[path].replace("kind: statement", "kind: advisory")
    files[path] = advisory.replace("date: ", "valid: {until: 2026-01-02}\ndate: ", 1)
    write(tmp_path, files)
    before, after = (dict(inputs_of(site_at(tmp_path, now=NOW + timedelta(days=days)))) for days in (0, 3))

    changed = {one for one, digest in after.items() if before[one] != digest}
    assert changed == {SliceInput(InputKind.RELEASE, "2025-01-10-statement")}
