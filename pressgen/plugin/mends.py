"""Mends of the theme's own faults, made in a page as the theme rendered it.

Material opens its menus with check boxes that no keyboard reaches, and has their labels take the focus instead, which
only a script can then press; the label of the drawer takes none at all. Here the check boxes get a name, the drawer's
stands beside its label in the header, and the style sheet accessibility.css lets them take the focus, so that the menus
open without a mouse and without a script.

Material takes whatever a page holds for an article. In pressgen's pages only a release is one, and its page has an
`article` of its own, so that programs that extract it find the release and nothing else.
"""

from __future__ import annotations

import re

_DRAWER = re.compile(
    r'(<input class="md-toggle" data-md-toggle="drawer" [^>]*?)>\s*(.*?)'
    r'(?=<label class="md-header__button md-icon" for="__drawer")',
    re.DOTALL,
)
_DRAWER_NAME = re.compile(r'<nav class="md-nav md-nav--primary[^"]*" aria-label="([^"]*)"')
_TITLE = re.compile(
    r'<label class="md-nav__title" for="(__nav_[\d_]+)">\s*<span class="md-nav__icon md-icon"></span>(.*?)</label>',
    re.DOTALL,
)
_TOGGLE = re.compile(r'(<input class="md-nav__toggle [^>]*?id="(__nav_[\d_]+)"[^>]*?)\s*>')
_MENU = re.compile(r'(<nav class="md-nav" [^>]*?)aria-labelledby="(__nav_[\d_]+)_label"')
_LABEL = re.compile(r'(<label class="md-nav__link[^>]*?) tabindex="\d*"')
# The list of a page's own headings is opened by a box only where it stands in the menu.
_CONTENTS_BOX, _CONTENTS_LABEL = 'id="__toc"', ' for="__toc"'
_TAG = re.compile(r"<[^>]*>")
_CONTENT = re.compile(r'<article( class="md-content__inner\b[^>]*)>(.*)</article>', re.DOTALL)


def mended(html: str) -> str:
    """Give a page of the theme's whose menus a keyboard can open, and whose content is no article in itself.

    What is not found stays.
    """
    titles = {id_: _plain(title) for id_, title in _TITLE.findall(html)}
    if name := _DRAWER_NAME.search(html):
        html = _DRAWER.sub(rf'\2\1 aria-label="{name[1]}">', html, count=1)
    html = _TOGGLE.sub(lambda found: _named(found[1], titles.get(found[2], "")) + ">", html)
    html = _MENU.sub(lambda found: f'{found[1]}aria-label="{titles.get(found[2], "")}"', html)
    if _CONTENTS_BOX not in html:
        html = html.replace(_CONTENTS_LABEL, "")
    html = _CONTENT.sub(r"<div\1>\2</div>", html, count=1)
    return _LABEL.sub(r"\1", html)


def _named(tag: str, name: str) -> str:
    return f'{tag} aria-label="{name}"' if name else tag


def _plain(title: str) -> str:
    """Give the words of a title, fit for an attribute: tags left out, everything else as the theme escaped it."""
    return " ".join(_TAG.sub("", title).split()).replace('"', "&quot;")
