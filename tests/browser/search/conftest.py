"""A browser on sites with a stand-in for the search that answers at once, so that tests see only the page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Page

from pressgen.search import scripts
from pressgen.site.search import text_rules
from tests.browser.conftest import hosted, policy_of_the_manual
from tests.browser.tabs import Tabs
from tests.conftest import built_strictly

STAND_IN = Path(__file__).parent / "stand_in.js"


@pytest.fixture(scope="session")
def invented(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Path:
    """Return the folder of the demonstration archive, in English, French and Arabic."""
    return built_strictly(repository / "examples/marevia", tmp_path_factory)


Serve = Callable[..., str]


@pytest.fixture(scope="session")
def serve(tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Iterator[Serve]:
    """Return a function that serves a site with the stand-in, under the manual's policy, below a path of the host."""
    with ExitStack() as closing:
        served: dict[tuple[Path, str], str] = {}

        def address(site: Path, below: str = "") -> str:
            if (site, below) not in served:
                folder = tmp_path_factory.mktemp("served")
                copy = shutil.copytree(site, folder / below, dirs_exist_ok=True)
                (script,) = (copy / "assets/pressgen/search").glob("search-*.js")
                sources = {
                    **scripts.read_sources(),
                    "search.js": STAND_IN.read_text("utf-8"),
                    scripts.RULES: text_rules(),
                }
                script.write_bytes(scripts.joined_modules(sources, scripts.MAIN))
                policy = policy_of_the_manual(repository, site)
                served[site, below] = closing.enter_context(hosted(folder, policy))
            return served[site, below]

        yield address


@pytest.fixture
def page(tabs: Tabs) -> Iterator[Page]:
    """Return a new reader's tab, in which requests may be lost."""
    with tabs.taken() as tab:
        yield tab.page


@pytest.fixture(scope="session")
def host(invented: Path, serve: Serve) -> str:
    """Serve the demonstration archive, and return its address."""
    return serve(invented)
