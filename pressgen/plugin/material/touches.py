"""List everything that pressgen touches in Material for MkDocs: what, why, where, and since which version it is so.

A touch names the text in the theme's own files that it depends on. `missing_touches` compares them with the theme
that is installed, so that a version of the theme that has changed is reported. `VERSION` is the oldest that
pressgen supports; all touches were compared with each version from it to the newest that `COMPARED` names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from importlib.metadata import version
from pathlib import Path

from pressgen.problems import Place, Problem, codes

VERSION = "9.7.5"
"""The oldest version of mkdocs-material that has all these texts, and the oldest that pressgen supports."""

COMPARED = "9.8.2"
"""The newest version that was compared."""

_BUNDLE = "assets/javascripts/bundle.*.min.js"
_ITEM = "partials/nav-item.html"


class Via(StrEnum):
    """How pressgen changes something of the theme, the most stable way first."""

    OPTION = "option"
    TEMPLATE = "template"
    SCRIPT = "script"
    STYLE = "style"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Touch:
    """One thing that pressgen changes in the theme, or reads from it.

    `file`: the theme's file, below its folder of templates. `text`: what must be in the file. `copied`: for a template
    that pressgen has its own version of, the digest of the theme's.
    """

    via: Via
    what: str
    why: str
    where: str
    file: str
    text: str
    copied: str = ""


TOUCHES = (
    Touch(
        Via.OPTION, "`theme.font` is off", "fonts are bundled; nothing is loaded from elsewhere",
        "configuration.add_to", "base.html", "{% if config.theme.font != false %}",
    ),
    Touch(
        Via.OPTION, "`extra.generator` is off, unless a site sets it", "the theme says it in English on all pages",
        "configuration.add_to", "partials/copyright.html", "config.extra.generator == false",
    ),
    Touch(
        Via.OPTION, "`navigation.tabs` is on", "the menu beside a page of a section has that section alone",
        "configuration.add_to", "partials/nav-item.html", '{% if "navigation.tabs" in features %}',
    ),
    Touch(
        Via.OPTION, "`theme.palette` is off", "pressgen has light and dark colours of its own, which need no script",
        "configuration.add_to", "base.html", "{% if config.theme.palette %}",
    ),
    Touch(
        Via.OPTION, "`404.html` is not the theme's", "the page is in the site's languages, and is made by pressgen",
        "configuration.add_to", "404.html", '{% extends "main.html" %}',
    ),
    Touch(
        Via.OPTION, "the plugin `search` is off where a site has pressgen's search", "a page has one search box",
        "search.replace_search", "partials/header.html", '{% if "material/search" in config.plugins %}',
    ),
    Touch(
        Via.OPTION, "`theme.language`, `theme.direction` and the site's name change with each page",
        "the theme has one language for a whole build", "language.LanguageSwitch", "partials/language.html",
        "config.theme.language",
    ),
    Touch(
        Via.OPTION, "`extra.alternate` has the links to other languages, for each page",
        "the theme's lead to the home pages only", "language.LanguageSwitch", "partials/alternate.html",
        "{% for alt in config.extra.alternate %}",
    ),
    Touch(
        Via.OPTION, "`hide` of the front matter, on pages of the archive",
        "a release is no chapter of a manual: it has no menu, no list of headings, no feedback",
        "shells.HIDDEN", "base.html", "page.meta.hide",
    ),
    Touch(
        Via.OPTION, "`page.toc` has one heading, on pages of the archive",
        "the skip link leads to it; the list of headings stays empty", "shells.Shells", "base.html",
        "{% set skip = page.toc | first %}",
    ),
    Touch(
        Via.TEMPLATE, "Khmer, and wrappers for tags that the theme writes differently",
        "`lang` and `dir` must be right", "partials/languages/km.html, language.theme_languages",
        "partials/language.html", '"partials/languages/" ~ config.theme.language ~ ".html"',
    ),
    Touch(
        Via.TEMPLATE, "the block `site_meta`",
        "no relative links to translations, no second canonical address, no versions of programs in every page",
        "base.html", "base.html", """\
      <link rel="icon" href="{{ config.theme.favicon | url }}">
      <meta name="generator" content="mkdocs-{{ mkdocs_version }}, mkdocs-material-""",
    ),
    Touch(
        Via.TEMPLATE, "the block `tabs`", "the ways into the site scroll away with the page", "base.html", "base.html",
        """\
      {% block tabs %}
        {% if "navigation.tabs.sticky" not in features %}
""",
    ),
    Touch(
        Via.TEMPLATE, "the block `site_nav`",
        "menus stand beside pages that have one; a label must not name a check box that does not exist", "base.html",
        "base.html", """\
                <div class="md-sidebar__scrollwrap">
                  <div class="md-sidebar__inner">
                    {% include "partials/nav.html" %}
""",
    ),
    Touch(
        Via.TEMPLATE, "the block `config`", "a page of the archive needs none of the words in it", "base.html",
        "base.html", """\
      <script id="__config" type="application/json">
        {{- {
          "base": base_url,
          "features": features,
          "translations": {
""",
    ),
    Touch(
        Via.TEMPLATE, "the block `container`", "only a release is an `article`", "base.html", "base.html",
        """\
            <div class="md-content" data-md-component="content">
              {% if "navigation.path" in features %}
                {% include "partials/path.html" %}
              {% endif %}
              <article class="md-content__inner md-typeset">
                {% block content %}
""",
    ),
    Touch(
        Via.TEMPLATE, "the header", "the masthead: the name, the languages, the search; nothing fixed to the window",
        "partials/header.html", "partials/header.html", 'data-md-component="header"', copied="f320a4bb28dee623",
    ),
    Touch(
        Via.TEMPLATE, "the language menu", "languages are named, without a pictogram and always in view",
        "partials/alternate.html", "partials/alternate.html", '<div class="md-select">',
        copied="4d0011109d4cf371",
    ),
    Touch(
        Via.TEMPLATE, "the tabs", "the ways into the site are a link each, on every width", "partials/tabs.html",
        "partials/tabs.html", 'data-md-component="tabs"', copied="45d890f096e660e7",
    ),
    Touch(
        Via.TEMPLATE, "the footer", "the colophon", "partials/footer.html", "partials/footer.html",
        '<footer class="md-footer">', copied="1e59d82575e28f43",
    ),
    Touch(
        Via.TEMPLATE, "the first inline script", "a file with the same functions, which no policy has to name",
        "partials/javascripts/base.html", "partials/javascripts/base.html", "__md_scope=new URL(",
        copied="1cbe5171d66606e2",
    ),
    Touch(
        Via.TEMPLATE, "the inline script behind the content", "pages.js opens the content tab that an address names",
        "partials/javascripts/content.html", "partials/javascripts/content.html", 'startsWith("__tabbed_")',
        copied="44606a5c587a0b21",
    ),
    Touch(
        Via.TEMPLATE, "the title of the menu", "no word of the site's name is broken", "partials/nav.html",
        "partials/nav.html", 'for="__drawer"', copied="ae236e0bdf7cedd9",
    ),
    Touch(
        Via.TEMPLATE, "the items of the menu", "check boxes have names and take the focus in place of their labels",
        _ITEM, _ITEM, 'tabindex="{{ tabindex }}"', copied="e97b77406118b4c6",
    ),
    Touch(
        Via.TEMPLATE, "the button that leads back to the top", "it covers text; a link at the end of the page does not",
        "partials/top.html", "partials/top.html", 'data-md-component="top"', copied="b5ecbe160d3f5e49",
    ),
    Touch(
        Via.SCRIPT, "what a reader chose is kept as `__palette`", "early.js reads it before the page is drawn",
        "early.js, colours.js", _BUNDLE, '__md_get("__palette")',
    ),
    Touch(
        Via.SCRIPT, "`navigation.instant` replaces the part `header-topic`", "the masthead is that part",
        "partials/header.html, masthead.js", _BUNDLE, "[data-md-component=header-topic]",
    ),
    Touch(
        Via.SCRIPT, "`document$` reports each page that is loaded",
        "the language and direction of the page change then", "masthead.js", _BUNDLE, "window.document$=",
    ),
    Touch(
        Via.SCRIPT, "`sitemap.xml` is an index only beyond 50,000 pages",
        "`navigation.instant` reads it to know the site's pages; with an index it loads each page whole",
        "exports/sitemap.py", _BUNDLE,
        'new URL("sitemap.xml"',
    ),
    Touch(
        Via.STYLE, "the theme's custom properties and classes", "the look of a state paper",
        "assets/css", "assets/stylesheets/main.*.min.css", "--md-default-fg-color--light:",
    ),
    Touch(
        Via.PATTERN, "the theme's check box of the menu is removed from the body",
        "the header has it beside its label; the theme's is outside of all blocks", "fixes.without_second_drawer",
        "base.html",
        '<input class="md-toggle" data-md-toggle="drawer" type="checkbox" id="__drawer" autocomplete="off">',
    ),
    Touch(
        Via.PATTERN, "`</head>` ends the head, and pressgen's comes before it",
        "a site's own `main.html` may replace each block", "shells.with_head", "base.html", "</head>",
    ),
    Touch(
        Via.PATTERN, "a selector in the theme's script matches nothing",
        "the script would request a sitemap beside every translation and feed; it has no option for that",
        "bundle.without_sitemap_requests", _BUNDLE, '"link[rel=alternate]"',
    ),
    Touch(
        Via.PATTERN, "source maps and the languages of the theme's search are not published",
        "nothing asks for them: a site has pressgen's search", "bundle.without_unused_files", _BUNDLE,
        "//# sourceMappingURL=",
    ),
)  # fmt: skip
"""All touches, by how stable they are."""


def missing_touches(folders: Sequence[str]) -> Iterator[Touch]:
    """Find the touches whose text is not in the theme, whose `folders` are looked through in order."""
    return (touch for touch in TOUCHES if touch.text not in theme_text(folders, touch.file))


def changed_copies(folders: Sequence[str]) -> Iterator[Touch]:
    """Find the templates of pressgen's whose originals in the theme are not those that they were copied from."""
    for touch in TOUCHES:
        text = theme_text(folders, touch.file)
        if touch.copied and blake2b(text.encode(), digest_size=8).hexdigest() != touch.copied:
            yield touch


def theme_text(folders: Sequence[str], file: str) -> str:
    """Read a file of the theme, whose name may have a `*`; nothing if the theme has no such file."""
    path = next((path for folder in folders for path in sorted(Path(folder).glob(file))), None)
    return path.read_text(encoding="utf-8") if path else ""


def theme_problems(folders: Sequence[str], place: Place) -> Iterator[Problem]:
    """Report each touch whose text is not in the theme, with the theme's version."""
    for touch in missing_touches(folders):
        wanted = " ".join(touch.text.split())
        message = f"mkdocs-material {version('mkdocs-material')} has no {wanted!r} in its {touch.file}: {touch.what}"
        hint = f"install a version that pressgen was tried with, 'mkdocs-material>={VERSION},<={COMPARED}'"
        yield codes.CHANGED_THEME.at(place, message, hint)
