"""The files for machines of a site with every case, made once."""

from __future__ import annotations

import pytest

from pressgen.site import Site
from tests.feeds.machines import FILES, machine_files, site_of


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return site_of(tmp_path_factory.mktemp("machines"), FILES)


@pytest.fixture(scope="session")
def files(site: Site) -> dict[str, bytes]:
    return machine_files(site)
