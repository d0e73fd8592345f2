"""Write a feed in the form of JSON Feed (https://www.jsonfeed.org/version/1.1/), `feed.json`."""

from __future__ import annotations

import json
from typing import Any

from pressgen.archive.changes import rfc3339
from pressgen.feeds.values import Entry, Feed

VERSION = "https://jsonfeed.org/version/1.1"


def json_feed(feed: Feed) -> bytes:
    """Write the feed as a JSON Feed."""
    document = {
        "version": VERSION,
        "title": feed.title,
        "user_comment": feed.about,
        "home_page_url": feed.page,
        "feed_url": feed.json,
        "language": feed.language,
        "authors": [{"name": feed.author}],
        "_pressgen": {"archives": feed.archives},
        "items": [_item(entry) for entry in feed.entries],
    }
    return (json.dumps(document, ensure_ascii=False, separators=(",", ":")) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": entry.url,
        "url": entry.url,
        "title": entry.title,
        "content_html": entry.content,
        "summary": entry.summary,
        "date_published": rfc3339(entry.published),
        "date_modified": rfc3339(entry.updated),
        "authors": [{"name": author} for author in entry.authors],
        "tags": [category.label for category in entry.categories],
        "language": entry.language,
        # What a reader of feeds need not know; the leading underscore is the form's own way to say so.
        "_pressgen": {"data": entry.data, "withdrawn": entry.withdrawn},
    }
    if not entry.summary:
        del item["summary"]
    if entry.enclosures:
        item["attachments"] = [
            {"url": file.url, "mime_type": file.type, "size_in_bytes": file.size}
            | ({"title": file.title} if file.title else {})
            for file in entry.enclosures
        ]
    return item
