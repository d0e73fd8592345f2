"""Make the files of a site from its declared outputs: what has changed since the last build, by several processes.

An output depends on its declaration alone, and so does a parsed file on its own bytes, so that both can be made in any
order (`pool`), and need not be made where nothing of it has changed. Planning (`plan`) says which slices of the site
are as they were; making (`make`) makes the outputs of the others that differ; publishing (`finishing`) puts them into
the site.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pressgen.engine.making import Made, Workshop
    from pressgen.engine.planning import Plan, plan
    from pressgen.engine.pool import each, without_collection
    from pressgen.engine.steps import make, write_all

__all__ = ["Made", "Plan", "Workshop", "each", "make", "plan", "without_collection", "write_all"]

_MODULES = {
    "Made": "making",
    "Plan": "planning",
    "Workshop": "making",
    "each": "pool",
    "make": "steps",
    "plan": "planning",
    "without_collection": "pool",
    "write_all": "steps",
}


def __getattr__(name: str) -> object:
    """Import what is asked for when it is asked for: a command that needs the record alone loads no pages."""
    if name not in _MODULES:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
