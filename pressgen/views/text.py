"""The text of a release for its page: each block with its links put in, and a link to each of its anchors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from pressgen.languages import Language
from pressgen.model import Block
from pressgen.text.linking import linked
from pressgen.views.anchor_names import WITHOUT_ANCHORS, of_several
from pressgen.views.titles import kept_in

_ATTRIBUTES = r'(?:\s+[\w:-]+(?:="[^"]*")?)*'
_ANCHORED_TAG = re.compile(rf"<(p|li)\b({_ATTRIBUTES})>")
_BACK = re.compile(r'<li id="fn-(?P<note>[^"]*)"|<a class="footnote-back" href="#[^"]*"')
_ID = re.compile(r'\sid="([^"]+)"')
_ANCHORED_WITHIN = frozenset({"paragraph", "list"})


def block_html(
    block: Block, links: Sequence[str], names: Mapping[str, str], words: Language, people: Sequence[str] = ()
) -> Markup:
    """Build a block's HTML with its links put in and a discreet link to each of its anchors.

    `links[N]` is the address for `pressgen:N`, relative to the page; where it is empty or missing the reader
    cannot follow it, so the words stay and the link goes. `names` says what each anchor is called; `people` are
    those of whose names no line breaks.
    """
    html = kept_in(linked(block.html, links), words.tag, people)
    if block.kind == "notes":
        html = _labelled_back(html, words)
    if block.kind in WITHOUT_ANCHORS:
        return Markup(html)  # noqa: S704 - sanitised by `text`, which made it
    if block.kind in _ANCHORED_WITHIN:
        return Markup(_ANCHORED_TAG.sub(lambda tag: _with_anchor(tag, names), html))  # noqa: S704
    return Markup(f'<div class="pg-anchored">{html}{_anchor(block.anchor, names)}</div>')  # noqa: S704


def _with_anchor(tag: re.Match[str], names: Mapping[str, str]) -> str:
    found = _ID.search(tag[2])
    return f"{tag[0]}{_anchor(found[1], names)}" if found else tag[0]


def _labelled_back(html: str, words: Language) -> str:
    """Say of each link back which note it is of, and which of several places it leads to."""
    note = ""
    total: Counter[str] = Counter()
    for tag in _BACK.finditer(html):
        note = tag["note"] or note
        total[note] += not tag["note"]
    seen: Counter[str] = Counter()

    def labelled(tag: re.Match[str]) -> str:
        nonlocal note
        if tag["note"]:
            note = tag["note"]
            return tag[0]
        seen[note] += 1
        label = words.say("note-back", number=words.digits(note))
        label = of_several(label, seen[note], total[note], words)
        return f'{tag[0]} aria-label="{escape(label)}"'

    return _BACK.sub(labelled, html)


def _anchor(anchor: str, names: Mapping[str, str]) -> str:
    # The sign itself is drawn by the style sheet, so that it is not copied with the text.
    return f'<a class="pg-anchor" href="#{escape(anchor)}" aria-label="{escape(names[anchor])}"></a>' if anchor else ""
