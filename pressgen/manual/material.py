"""The manual's page on what pressgen touches in the theme.

A build compares the same list with the theme that is installed.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.plugin.material import touches

_MATERIAL = f"""\
This page is for those who maintain pressgen. It lists everything that pressgen changes in
[Material for MkDocs](https://squidfunk.github.io/mkdocs-material/), or reads from it: no other part of pressgen knows
the theme. All of it is so since version {touches.VERSION}, and was compared with versions up to {touches.COMPARED}.

A build compares this list with the theme that is installed, and reports what has changed
([PG111](problems.md#PG111)). A test does so too, and compares the theme's templates with those that pressgen's own were
copied from. The most stable ways come first: an option, a template, a script or style sheet of pressgen's own, and last
a pattern that changes the theme's file.
"""


def material_page() -> Iterator[str]:
    """List what pressgen touches in the theme."""
    yield _MATERIAL
    yield "| way | what | why | where | the theme's file |\n|---|---|---|---|---|"
    for touch in touches.TOUCHES:
        where = ", ".join(f"`{name}`" for name in touch.where.split(", "))
        yield f"| {touch.via} | {touch.what} | {touch.why} | {where} | `{touch.file}` |"
