"""Write a page that leads on at once: from an older address of a release, or from the root of a site with one language.

It has nothing but a link, since a browser leaves it at once. Search engines take an immediate refresh for a permanent
redirect, so the page has a refresh and a canonical link and is not hidden from them
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
    """Write the page at `source` that leads the reader to `target`, in the language `tag`, also without a script.

    Search engines are sent to the complete address `canonical`, if it is not empty.
    """
    view = RedirectView(
        href=relative(source, target),
        target=unquote(target),
        canonical=canonical,
        script=relative(source, REDIRECT_SCRIPT),
        title=title,
    )
    return f"{render('redirect.html', view, language(tag))}\n".encode()
