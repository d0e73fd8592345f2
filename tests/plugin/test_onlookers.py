"""Plugins and hooks that may look through the finished site are found; harmless ones and earlier ones are not."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority

from pressgen.plugin.onlookers import onlookers


class Looking(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Look through the site."""


class First(BasePlugin):  # type: ignore[type-arg, no-untyped-call]
    @event_priority(50)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Look at what is there before pressgen's own."""


def with_plugins(project: Path, *plugins: BasePlugin) -> list[str]:  # type: ignore[type-arg]
    config = load_config(str(project / "mkdocs.yml"))
    for number, plugin in enumerate(plugins):
        config.plugins[f"other-{number}"] = plugin
    return onlookers(config, config.plugins["pressgen"])


def test_a_site_with_pressgen_alone_has_none(project: Path) -> None:
    assert with_plugins(project) == []


def test_whoever_comes_after_pressgen_may_look(project: Path) -> None:
    assert with_plugins(project, Looking()) == [Looking.__module__]
    assert with_plugins(project, First()) == []


def test_plugins_that_only_write_their_own_files_do_not(project: Path) -> None:
    redirects = type("Redirects", (Looking,), {"__module__": "mkdocs_redirects.plugin"})
    others = type("Others", (Looking,), {"__module__": "mkdocs_redirects_of_others"})
    assert with_plugins(project, redirects()) == []
    assert with_plugins(project, others()) == ["mkdocs_redirects_of_others"]


def test_a_hook_may_look(project: Path) -> None:
    (project / "own.py").write_text("def on_post_build(config):\n    pass\n", "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as configuration:
        configuration.write("hooks: [own.py]\n")
    assert with_plugins(project) == ["own.py"]
