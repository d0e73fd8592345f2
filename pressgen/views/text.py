"""The text of a release for its page: sanitised blocks and link targets go in, linked and anchored HTML comes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

from pressgen.languages import Language
from pressgen.model import Block
from pressgen.text.linking import linked

_ATTRIBUTES = r'(?:\s+[\w:-]+(?:="[^"]*")?)*'
_ANCHORED_TAG = re.compile(rf"<(p|li)\b({_ATTRIBUTES})>")
_BACK = re.compile(r'<a class="footnote-back" href="#fnref-([^"]*)"')
_PRINTED_NUMBER = re.compile(r"para-([^-]+)")
_ID = re.compile(r'\sid="([^"]+)"')
# Notes have links back of their own, and an end mark is nothing to point to.
_WITHOUT_ANCHORS = frozenset({"notes", "end-mark", "html"})
_ANCHORED_WITHIN = frozenset({"paragraph", "list"})


def block_html(block: Block, links: Sequence[str], words: Language) -> Markup:
    """Give a block's HTML with its links put in and a discreet link to each of its anchors.

    `links[N]` is the address for `pressgen:N`, relative to the page; where it is empty or missing the reader
    cannot follow it, so the words stay and the link goes.
    """
    html = linked(block.html, links)
    if block.kind == "notes":
        html = _BACK.sub(lambda tag: _labelled_back(tag, words), html)
    if block.kind in _WITHOUT_ANCHORS:
        return Markup(html)  # noqa: S704 - sanitised by `text`, which made it
    if block.kind in _ANCHORED_WITHIN:
        return Markup(_ANCHORED_TAG.sub(lambda tag: _with_anchor(tag, words), html))  # noqa: S704
    label = words.say("link-to-section") if block.kind == "heading" else _paragraph_label(block.anchor, words)
    return Markup(f'<div class="pg-anchored">{html}{_anchor(block.anchor, label)}</div>')  # noqa: S704


def _with_anchor(tag: re.Match[str], words: Language) -> str:
    found = _ID.search(tag[2])
    return f"{tag[0]}{_anchor(found[1], _paragraph_label(found[1], words))}" if found else tag[0]


def _labelled_back(tag: re.Match[str], words: Language) -> str:
    label = words.say("note-back", number=words.digits(tag[1]))
    return f'{tag[0]} aria-label="{escape(label)}"'


def _paragraph_label(anchor: str, words: Language) -> str:
    # What is printed before the paragraph, or else its place: para-7 and para-7-2 are 7, p3 and table-3 are 3.
    printed = _PRINTED_NUMBER.match(anchor)
    number = printed[1] if printed else anchor.rpartition("-")[2].removeprefix("p")
    return words.say("link-to-paragraph", number=words.digits(number))


def _anchor(anchor: str, label: str) -> str:
    # The sign itself is drawn by the style sheet, so that it is not copied with the text.
    return f'<a class="pg-anchor" href="#{escape(anchor)}" aria-label="{escape(label)}"></a>' if anchor else ""
