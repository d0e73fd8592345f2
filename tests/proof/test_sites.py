"""Both sites as they were built: nothing in them is dead, alone, double or at odds with itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.proof.checker import CHECKS, BuiltSite
from tests.proof.conftest import SITES, Sites


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", SITES)
def test_the_site_holds(sites: Sites, name: str, check: Callable[[BuiltSite], Iterator[str]]) -> None:
    assert list(check(sites(name))) == []


def test_there_is_a_demonstration_beside_the_repositorys_own_site() -> None:
    assert len(SITES) > 1
