"""Find the plugins and hooks that may look through the finished site, or change it, after pressgen has made it.

What has not changed is not made, so that they would miss it: for them it is put there as well. `data/onlookers.yml`
names plugins that only write files of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

import yaml

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.plugins import BasePlugin


def onlookers(config: MkDocsConfig, own: BasePlugin) -> list[str]:  # type: ignore[type-arg]
    """List the modules whose `on_post_build` runs after that of the plugin `own`, but for harmless ones."""
    methods = config.plugins.events["post_build"]
    last = min(at for at, method in enumerate(methods) if getattr(method, "__self__", None) is own)
    modules = [_module(method) for method in methods[last + 1 :] if getattr(method, "__self__", None) is not own]
    return [name for name in modules if not _is_harmless(name)]


def _module(method: object) -> str:
    """Return the module of a plugin, whoever wrote the method that it inherits, or of a hook."""
    plugin = getattr(method, "__self__", None)
    return str(getattr(type(plugin) if plugin is not None else method, "__module__", ""))


def _is_harmless(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in _harmless())


@cache
def _harmless() -> frozenset[str]:
    text = resources.files("pressgen").joinpath("data/onlookers.yml").read_text("utf-8")
    modules: Mapping[str, str] = yaml.load(text, getattr(yaml, "CBaseLoader", yaml.BaseLoader))  # noqa: S506  # our own
    return frozenset(modules)
