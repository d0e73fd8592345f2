"""The page at an older address of a release: two addresses go in, a page that leads to the present one comes out."""

from __future__ import annotations

from html import escape
from urllib.parse import urljoin

from pressgen.addresses import Address, relative


def redirect(source: Address, target: Address, site_url: str) -> bytes:
    """Give the bytes of the page at `source`, which sends readers and search engines on to `target`.

    A static host answers no 301, so the page refreshes at once, as https://www.w3.org/TR/WCAG20-TECHS/H76 allows.
    """
    link = escape(relative(source, target))
    canonical = escape(urljoin(site_url, target)) if site_url else link
    return f"""<!doctype html>
<html lang="und">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="refresh" content="0; url={link}">
    <meta name="robots" content="noindex">
    <link rel="canonical" href="{canonical}">
    <title>{canonical}</title>
  </head>
  <body>
    <p><a href="{link}">{canonical}</a></p>
  </body>
</html>
""".encode()
