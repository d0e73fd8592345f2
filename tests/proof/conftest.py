"""Both sites, built once: the repository's own, and the demonstration archive in `examples/`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import hosted
from tests.browser.tabs import Tab, Tabs
from tests.conftest import built_strictly
from tests.proof.checker import BuiltSite

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
SITES = ("own", *sorted(path.parent.name for path in EXAMPLES.glob("*/mkdocs.yml")))
"""The names of the sites that must hold: the repository's own, and each of `examples/`."""


@dataclass(frozen=True)
class ProvenSite(BuiltSite):
    """A built site that is proven, with the languages it is in."""

    languages: frozenset[str] = frozenset()


Sites = Callable[[str], ProvenSite]


@pytest.fixture(scope="session")
def sites(demo: Path, tmp_path_factory: pytest.TempPathFactory, repository: Path) -> Sites:
    """Return a function that builds a site by its name, strictly, at the first call, and returns it."""
    built: dict[str, ProvenSite] = {}

    def site(name: str) -> ProvenSite:
        if name not in built:
            project = repository if name == "own" else EXAMPLES / name
            folder = demo if name == "own" else built_strictly(project, tmp_path_factory)
            text = (project / "mkdocs.yml").read_text("utf-8")
            address = re.search(r"^site_url: (\S+)", text, re.MULTILINE)
            languages = re.search(r"^ +languages: \[([^]]*)]", text, re.MULTILINE)
            assert address
            assert languages
            built[name] = ProvenSite(folder, address[1], frozenset(re.split(r"[,\s]+", languages[1])))
        return built[name]

    return site


@pytest.fixture(scope="session")
def hosts(sites: Sites) -> Iterator[Callable[[str], str]]:
    """Return a function that serves a site by its name and returns the address, without a slash at its end."""
    with ExitStack() as closing:
        served: dict[str, str] = {}

        def serve(name: str) -> str:
            if name not in served:
                served[name] = closing.enter_context(hosted(sites(name).folder))
            return served[name]

        yield serve


Open = Callable[..., Page]


@pytest.fixture
def open_page(tabs: Tabs, hosts: Callable[[str], str]) -> Iterator[Open]:
    """Return a function that goes to a page of a site, by the site's name and the page's path.

    The pages of a test are those of one reader, who goes from one to the next in one tab. With `fresh` it is one of
    whom nobody else gets the tab, with a browser that has fetched nothing.
    """
    with ExitStack() as closing:
        taken: dict[tuple[bool, bool], Tab] = {}

        def opened(
            name: str,
            path: str,
            *,
            width: int = 1440,
            height: int = 900,
            scripts: bool = True,
            scheme: Literal["light", "dark"] = "light",
            fresh: bool = False,
        ) -> Page:
            if (scripts, fresh) not in taken or taken[scripts, fresh].page.is_closed():
                taken[scripts, fresh] = closing.enter_context(tabs.taken(scripts=scripts, fresh=fresh))
            tab = taken[scripts, fresh]
            tab.look(width=width, height=height, scheme=scheme, motion="reduce")
            tab.page.goto(f"{hosts(name)}/{path}", wait_until="load")
            return tab.page

        yield opened
