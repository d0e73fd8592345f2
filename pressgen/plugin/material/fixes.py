"""Mends of the theme's own faults, made in a page as the theme rendered it.

Material opens its menus with check boxes that no keyboard reaches, and has their labels take the focus instead, which
only a script can then press; the label of the drawer takes none at all. Here the check boxes get a name, the drawer's
stands beside its label in the header, and the style sheet accessibility.css lets them take the focus, so that the menus
open without a mouse and without a script.

Material cuts the site's name off where it has no room, and puts the page's title in its place when a reader scrolls.
Here it is a link to the home page, set so that no word of it is broken.

Where a site asks for `navigation.instant`, Material puts the content of the next page into this one, and leaves most of
the header as it was. What depends on the page stands in a part of its own here, which is named so that Material takes
it along: the name, the language menu, the search box. masthead.js does what is left.

Its button that leads back to the top floats above the text that a reader scrolled back to. It is a link at the end of
the page here.

Material takes whatever a page holds for an article. In pressgen's pages only a release is one, and its page has an
`article` of its own, so that programs that extract it find the release and nothing else.
"""

from __future__ import annotations

import re
from html import unescape

from pressgen.plugin.material.search_box import PLACE
from pressgen.views.titles import set_name

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
_DIRECTION = re.compile(r'<body dir="([^"]*)"')
# The site's name in the header is the first of two, the second being the title of the page.
_NAME = re.compile(
    r'<div class="md-header__title" data-md-component="header-title">\s*<div class="md-header__ellipsis">\s*'
    r'<div class="md-header__topic">\s*<span class="md-ellipsis">\s*(.*?)\s*</span>.*?</span>'
    r"\s*</div>\s*</div>\s*</div>",
    re.DOTALL,
)
_HOME = re.compile(r'<a href="([^"]*)"[^>]*class="md-header__button md-logo"')
_LANGUAGE_MENU = re.compile(
    r'<div class="md-header__option">\s*<div class="md-select">.*?</ul>\s*</div>\s*</div>\s*</div>', re.DOTALL
)
_TOP = re.compile(r'<button type="button" class="md-top md-icon"[^>]*>.*?</svg>\s*(.*?)\s*</button>', re.DOTALL)
_DRAWER_TITLE = re.compile(r'(<label class="md-nav__title" for="__drawer">.*?</a>)\s*([^<]*?)\s*</label>', re.DOTALL)
_CONTENT = re.compile(r'<article( class="md-content__inner\b[^>]*)>(.*)</article>', re.DOTALL)


def with_fixes(html: str, language: str = "") -> str:
    """Give the body of a page in a language, mended. What is not found stays."""
    titles = {id_: _plain(title) for id_, title in _TITLE.findall(html)}
    html = _with_masthead(html, language)
    if name := _DRAWER_NAME.search(html):
        html = _DRAWER.sub(rf'\2\1 aria-label="{name[1]}">', html, count=1)
    html = _TOGGLE.sub(lambda found: _named(found[1], titles.get(found[2], "")) + ">", html)
    html = _MENU.sub(lambda found: f'{found[1]}aria-label="{titles.get(found[2], "")}"', html)
    if _CONTENTS_BOX not in html:
        html = html.replace(_CONTENTS_LABEL, "")
    html = _TOP.sub(r'<p class="pg-to-top"><a href="#">\1</a></p>', html, count=1)
    html = _CONTENT.sub(r"<div\1>\2</div>", html, count=1)
    return _LABEL.sub(r"\1", html)


def _with_masthead(html: str, language: str) -> str:
    """Set the site's name in the header and the drawer, and put into one part what the header says of the page."""
    name, home, direction = _NAME.search(html), _HOME.search(html), _DIRECTION.search(html)
    if name is None or home is None:
        return html
    menu = _LANGUAGE_MENU.search(html, name.end())
    read = direction[1] if direction else "ltr"
    said = set_name(unescape(name[1]), language)
    masthead = (
        f'<div class="pg-masthead" data-md-component="header-topic" lang="{language}" dir="{read}">\n'
        f'<a class="pg-masthead__name" href="{home[1]}">{said}</a>\n'
        f"{menu[0] if menu else ''}{'' if PLACE in html else PLACE}</div>"
    )
    between = html[name.end() : menu.start()] + html[menu.end() :] if menu else html[name.end() :]
    return _DRAWER_TITLE.sub(rf"\1\n<span>{said}</span>\n</label>", html[: name.start()] + masthead + between, count=1)


def _named(tag: str, name: str) -> str:
    return f'{tag} aria-label="{name}"' if name else tag


def _plain(title: str) -> str:
    """Give the words of a title, fit for an attribute: tags left out, everything else as the theme escaped it."""
    return " ".join(_TAG.sub("", title).split()).replace('"', "&quot;")
