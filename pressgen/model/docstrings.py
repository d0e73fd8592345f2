"""Docstrings that are content: descriptions in JSON Schemas. What `python -OO` drops is read from the source."""

from __future__ import annotations

import ast
import inspect
import sys


def keep_docstrings(module: str) -> None:
    """Have the classes of a module described under `-OO` as they are without it; for the end of the module."""
    if sys.flags.optimize > 1:
        restore_docstrings(module)


def restore_docstrings(module: str) -> None:
    """Restore the docstrings of a module's classes from its source."""
    source = inspect.getsource(sys.modules[module])
    # From Python 3.14 on, what `ast.parse` reads has no docstrings either under `-OO`.
    tree = compile(source, module, "exec", ast.PyCF_ONLY_AST, dont_inherit=True, optimize=0)
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.ClassDef):
            getattr(sys.modules[module], node.name).__doc__ = ast.get_docstring(node)
