"""Refuse to publish files that could run something.

A host serves a file by its ending, and a browser that is given a web page or a drawing with a script runs it in the
name of the site. So endings that run something are refused, and files that could be read as a page are looked into.
"""

from __future__ import annotations

import re
from pathlib import Path

_ACTIVE = frozenset(
    re.findall(
        r"\w+",
        "html htm xhtml xht shtml shtm mht mhtml hta svgz xsl xslt xul js mjs cjs jsx ts wasm css swf jar class "
        "php phtml php3 php4 php5 asp aspx ashx asmx jsp jspx cgi pl py rb sh bash zsh fish ps1 psm1 vbs vbe wsf wsh "
        "exe bat cmd com scr msi msix dll cpl pif lnk url desktop reg inf apk app dmg pkg deb rpm iso img "
        "docm dotm xlsm xltm xlam pptm potm ppsm ppam htaccess htpasswd config ini env md markdown yml yaml",
    )
)
_READ_AS_PAGES = frozenset(("svg", "xml", "rdf", "rss", "atom", "kml", "gml", "gpx", "txt", "csv", "tsv", "json"))
_SCRIPTED = re.compile(
    rb"<\s*(?:[\w-]+:)?(?:script|handler|listener|iframe|embed|foreignobject)\b"
    rb"|\son[a-z]{3,}\s*=|(?:java|vb)script\s*:|<\?xml-stylesheet|<!ENTITY|data\s*:\s*text/html|1999/xhtml"
    rb"|&#(?:x0*(?:6a|4a)|0*(?:106|74));|<\s*(?:[\w-]+:)?(?:set|animate)\b[^>]*attributename\s*=\s*[\"']?(?:on|href|xlink:href)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|script|iframe|svg)\b", re.IGNORECASE | re.DOTALL
)
_MOST_READ = 20 * 1_048_576
_BEGINNING = 4096


def active(name: str) -> str:
    """Return why a file of this name must not be published, or nothing."""
    last = name.rpartition("/")[2]
    _, dot, ending = last.rpartition(".")
    if not dot:
        return "its name has no ending, so a browser would guess what it is"
    ending = ending.lower()
    return f"files that end with .{ending} can run something" if ending in _ACTIVE else ""


def scripted(file: str, name: str) -> str:
    """Return why what stands in a file must not be published, or nothing; only text that can be a page is read."""
    ending = name.rpartition(".")[2].lower()
    if ending not in _READ_AS_PAGES:
        return ""
    try:
        with Path(file).open("rb") as opened:
            data = opened.read(_MOST_READ + 1)
    except OSError:
        return "it cannot be read"
    if len(data) > _MOST_READ:
        return "it is too large to be looked into"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        data = data.decode("utf-16", "replace").encode()
    if ending in ("txt", "csv", "tsv", "json"):
        return "it is a web page by what stands in it" if _PAGE.match(data[:_BEGINNING]) else ""
    return "there is a script or a page in it" if _SCRIPTED.search(data) else ""
