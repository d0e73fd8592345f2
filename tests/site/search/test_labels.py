"""The names of filters, in the order in which readers of a language look for them."""

from __future__ import annotations

from pressgen.site.search import _in_order


def test_names_of_filters_are_in_the_order_of_the_language() -> None:
    names = {"SE": "Öland", "ZA": "Zed", "AT": "Austria", "X2": "Austria"}

    assert [id_ for id_, _ in _in_order(names, "sv")] == ["AT", "X2", "ZA", "SE"]
    assert [id_ for id_, _ in _in_order(names, "en")] == ["AT", "X2", "SE", "ZA"]
