"""Declare the site as Markdown files, for hosts that run no plugins.

Each page is a Markdown file that holds its article as HTML, in a shell that is nothing but front matter. So any host
that reads Markdown shows it at the same address, with links between pages intact.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressgen import addresses
from pressgen.languages import language
from pressgen.site import Site
from pressgen.site.output import Output, PageOutput
from pressgen.views.page import Shell, ShellKey


def stage(site: Site) -> Iterator[Output]:
    """Declare the outputs of a site as files for a host's own `docs` folder.

    The page for unknown addresses and the sitemap are left to the host, which makes its own, and so is the search: its
    index is made of the host's pages.
    """
    left_to_host = (addresses.NOT_FOUND, addresses.SITEMAP)
    for output in replace(site, facts=replace(site.facts, search=False)).outputs():
        if output.path in left_to_host:
            continue
        is_page = isinstance(output, PageOutput)
        yield replace(output, path=output.path.removesuffix(".html") + ".md") if is_page else output


def front_matter_shell(key: ShellKey) -> Shell:
    """Return the shell that makes a page a Markdown file: front matter above, the article below in its language.

    Titles and descriptions arrive escaped for HTML, apostrophes included, so single quotes hold them in YAML.
    """
    words = language(key.language)
    return Shell(
        pieces=(
            "---\ntitle: '",
            "'\ndescription: '",
            f'\'\nhide:\n  - navigation\n  - toc\n---\n\n<div lang="{words.tag}" dir="{words.direction}">\n',
            "\n</div>\n",
        ),
        slots=("title", "description", "article"),
    )
