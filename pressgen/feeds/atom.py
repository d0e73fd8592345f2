"""Write a feed in the form of Atom (RFC 4287), `feed.xml`.

It is written line by line and not by a library: libraries for feeds either need lxml or take the time of the clock if
the record has none, and the same feed must have the same bytes everywhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressgen.archive.changes import rfc3339
from pressgen.feeds.values import Category, Entry, Feed

# XML 1.0 has no place for these, not even escaped. The loader lets none in.
_IMPOSSIBLE = bytes(octet for octet in range(0x20) if octet not in b"\t\n\r")
_NO_CHARACTERS = ("\ufffe".encode(), "\uffff".encode())


def atom(feed: Feed) -> bytes:
    """Write the feed as an Atom document."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        # For a reader who opens the feed in a browser: https://www.w3.org/TR/xml-stylesheet/.
        f'<?xml-stylesheet type="text/css" href={_quoted(feed.style)}?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_quoted(feed.language)}>',
        *_head(feed),
    ]
    for entry in feed.entries:
        lines += _entry(entry)
    lines.append("</feed>\n")
    # One pass over the octets of the whole is many times quicker than one over the characters of each text.
    octets = "\n".join(lines).encode(errors="replace").translate(None, _IMPOSSIBLE)
    for impossible in _NO_CHARACTERS:
        octets = octets.replace(impossible, b"")
    return octets


def _head(feed: Feed) -> Iterator[str]:
    # The feed's own address is its id: it is for ever, and no two feeds share it.
    yield f"  <id>{_text(feed.atom)}</id>"
    yield f"  <title>{_text(feed.title)}</title>"
    yield f"  <subtitle>{_text(feed.about)}</subtitle>"
    yield f"  <updated>{rfc3339(feed.updated)}</updated>"
    yield f"  <author><name>{_text(feed.author)}</name></author>"
    yield f'  <link rel="self" type="application/atom+xml" href={_quoted(feed.atom)}/>'
    yield f'  <link rel="alternate" type="text/html" hreflang={_quoted(feed.language)} href={_quoted(feed.page)}/>'
    yield f'  <link rel="alternate" type="application/feed+json" href={_quoted(feed.json)}/>'
    # Where the rest is: https://html.spec.whatwg.org/#link-type-archives, registered with IANA for every format.
    yield f'  <link rel="archives" type="application/json" href={_quoted(feed.archives)}/>'
    yield "  <generator>pressgen</generator>"


def _entry(entry: Entry) -> Iterator[str]:
    yield f"  <entry xml:lang={_quoted(entry.language)} xml:base={_quoted(entry.url)}>"
    yield f"    <id>{_text(entry.url)}</id>"
    yield f"    <title>{_text(entry.title)}</title>"
    yield f"    <published>{rfc3339(entry.published)}</published>"
    yield f"    <updated>{rfc3339(entry.updated)}</updated>"
    for author in entry.authors:
        yield f"    <author><name>{_text(author)}</name></author>"
    yield f'    <link rel="alternate" type="text/html" hreflang={_quoted(entry.language)} href={_quoted(entry.url)}/>'
    yield f'    <link rel="alternate" type="application/json" href={_quoted(entry.data)}/>'
    for file in entry.enclosures:
        title = f" title={_quoted(file.title)}" if file.title else ""
        yield (
            f'    <link rel="enclosure" type={_quoted(file.type)} length="{file.size}"'
            f"{title} href={_quoted(file.url)}/>"
        )
    for category in entry.categories:
        yield _category(category)
    if entry.summary:
        yield f"    <summary>{_text(entry.summary)}</summary>"
    yield f'    <content type="html">{_text(entry.content)}</content>'
    yield "  </entry>"


def _category(category: Category) -> str:
    term, scheme, label = (_quoted(part) for part in (category.term, category.scheme, category.label))
    return f"    <category term={term} scheme={scheme} label={label}/>"


def _text(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    text = _text(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return f'"{text}"'
