"""The measurement of growth distinguishes work that grows with its input from work that grows with its square."""

from __future__ import annotations

from tests.growth import grows_with_its_input


def test_work_for_each_item_grows_with_its_input() -> None:
    assert grows_with_its_input(range, lambda items: sum(item % 7 for item in items), 20_000)


def test_work_for_each_pair_grows_faster() -> None:
    assert not grows_with_its_input(range, lambda items: sum(a < b for a in items for b in items), 200)
