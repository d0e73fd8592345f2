"""A page that leads on at once: from a release's older address, or from the root of a site with one language.

It stands alone, with nothing but a link, since a browser leaves it at once. Search engines take an immediate refresh
for a permanent redirect, so the page has a refresh and a canonical link and is not kept out of them
(https://developers.google.com/search/docs/crawling-indexing/301-redirects#metarefresh).
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote

from pressgen.addresses import REDIRECT_SCRIPT, Address, relative
from pressgen.languages import language
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What the template may see: the new address as the link to it and as readers read it, below the site's root.

    `script` takes the query and the fragment along, where scripts run. A page without `title` says that it has moved.
    """

    href: str
    target: str
    canonical: str
    script: str
    title: str


def redirect(source: Address, target: Address, tag: str, canonical: str, title: str = "") -> bytes:
    """Give the page at `source` that leads the reader to `target`, in the language `tag`, without script as well.

    Search engines are sent to the whole address `canonical`, if that is not empty.
    """
    view = RedirectView(
        href=relative(source, target),
        target=unquote(target),
        canonical=canonical,
        script=relative(source, REDIRECT_SCRIPT),
        title=title,
    )
    return f"{render('redirect.html', view, language(tag))}\n".encode()
