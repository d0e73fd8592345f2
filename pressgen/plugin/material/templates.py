"""Add to the theme's environment what pressgen's versions of its templates need."""

from __future__ import annotations

from collections.abc import Sequence
from html import unescape
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader

from pressgen.plugin.material.configuration import FOLDER
from pressgen.plugin.material.frame import Frame
from pressgen.views.template_code import TemplateCode
from pressgen.views.titles import set_name

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

THEME = "material"
"""The folder in which pressgen's templates find those of the theme: `material/base.html`."""


def extend_templates(env: Environment, folders: Sequence[str]) -> None:
    """Add to the theme's environment the theme's own templates under `material/`, and the filter `pressgen_name`.

    `folders` are the theme's folders, the site's overrides first; those behind pressgen's are the theme itself. The
    byte code of both is kept.
    """
    own = PrefixLoader({THEME: FileSystemLoader(theme_folders(folders))})
    env.loader = ChoiceLoader([env.loader, own] if env.loader else [own])
    env.filters["pressgen_name"] = _name
    env.globals.setdefault("pressgen", Frame())  # for templates that the host renders without a page
    if env.bytecode_cache is None:
        env.bytecode_cache = TemplateCode(folders[folders.index(str(FOLDER)) :])


def theme_folders(folders: Sequence[str]) -> Sequence[str]:
    """Return the folders of the theme itself, without the site's overrides and pressgen's own."""
    return folders[folders.index(str(FOLDER)) + 1 :]


def _name(name: str, tag: str) -> Markup:
    """Return the site's name as HTML in which lines break only between words; templates have it escaped."""
    return set_name(unescape(name), tag)
