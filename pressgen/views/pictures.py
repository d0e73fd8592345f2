"""A release's pictures: those attached and those in its text go in, each comes out once, with caption and credit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from pressgen.model import Attachment, Block, ReleaseFile, is_picture
from pressgen.views.facts import Marked, mark_words
from pressgen.views.shown import Shown

_REFERENCE = re.compile(r'<img [^>]*?src="pressgen:([0-9]+)"')


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture below the text; `width` and `height` are 0 where its file does not tell them."""

    href: str
    alt: Marked
    caption: Marked
    credit: str
    width: int
    height: int


def pictures(shown: Shown) -> Iterator[Picture]:
    """Give the attached pictures that the text does not show itself."""
    files: Mapping[str, ReleaseFile] = {file.name: file for file in shown.release.files}
    within = set(_within(shown))
    for attachment in shown.record.attachments:
        if not is_picture(attachment.file) or attachment.file in within:
            continue
        file = files.get(attachment.file)
        yield Picture(
            shown.to(shown.facts.addresses.file(shown.release.id, attachment.file)),
            mark_words(attachment.alt or attachment.title, shown.tag),
            mark_words(attachment.caption or attachment.title, shown.tag),
            _credit(attachment, shown),
            file.width if file else 0,
            file.height if file else 0,
        )


def credited(html: Markup, block: Block, shown: Shown) -> Markup:
    """Give the HTML of a block of the text, under its picture what the attachment says of it and the text does not."""
    attachment = _attached(block, shown) if block.kind == "figure" else None
    if attachment is None:
        return html
    credit = _credit(attachment, shown)
    said = Markup('<span class="pg-picture__credit">{}</span>').format(credit) if credit else Markup("")
    if "</figcaption>" in html:
        return Markup(f" {said}</figcaption>".join(html.rsplit("</figcaption>", 1))) if said else html  # noqa: S704 - escaped above
    caption = _marked(mark_words(attachment.caption, shown.tag))
    if not caption and not said:
        return html
    below = Markup("<figcaption>{} {}</figcaption></figure>").format(caption, said)
    return Markup(below.join(html.rsplit("</figure>", 1)))  # noqa: S704 - likewise


def _within(shown: Shown) -> Iterator[str]:
    """Give the attached files that the text shows, but those whose credit would be lost within a paragraph."""
    for block in shown.edition.body.blocks:
        for file in _files(block, shown):
            attachment = next((one for one in shown.record.attachments if one.file == file), None)
            if attachment and (block.kind == "figure" or not _credit(attachment, shown)):
                yield file


def _files(block: Block, shown: Shown) -> Iterator[str]:
    references = shown.edition.body.references
    for found in _REFERENCE.finditer(block.html) if "<img " in block.html else ():
        reference = references[int(found[1])]
        if reference.release == shown.release.id and reference.file:
            yield reference.file


def _attached(block: Block, shown: Shown) -> Attachment | None:
    """Give the attachment that a figure of the text shows, or nothing where the picture is in the text alone."""
    file = next(_files(block, shown), None)
    return next((one for one in shown.record.attachments if one.file == file), None)


def _credit(attachment: Attachment, shown: Shown) -> str:
    credit = attachment.credit.in_language(shown.tag).text
    return shown.say("credit", name=credit) if credit else ""


def _marked(words: Marked) -> Markup:
    plain = escape(words.text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(words.lang, words.dir, plain) if words.lang else plain
