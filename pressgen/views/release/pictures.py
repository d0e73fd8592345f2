"""Show the pictures of a release, attached or in its text, each once, with caption and credit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

from pressgen.model import Attachment, ReleaseFile, is_picture
from pressgen.text.filling import Credit
from pressgen.text.holes import picture_numbers
from pressgen.views.facts import Marked, mark_words
from pressgen.views.release.edition import EditionView


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture below the text; `width` and `height` are 0 where its file does not tell them."""

    href: str
    alt: Marked
    caption: Marked
    credit: str
    width: int
    height: int


def pictures(shown: EditionView) -> Iterator[Picture]:
    """List the attached pictures that the text does not show."""
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


def credits_of(shown: EditionView) -> Mapping[int, Credit]:
    """Write captions and credits for pictures that the text shows as figures, by the number of their reference."""
    return {
        number: Credit(_marked(mark_words(attachment.caption, shown.tag)), _credit_html(attachment, shown))
        for block in shown.edition.body.blocks
        if block.kind == "figure"
        for number in picture_numbers(block)
        if (attachment := _attachment(number, shown))
    }


def _within(shown: EditionView) -> Iterator[str]:
    """List the attached files that the text shows, except within a paragraph, where their credit would be lost."""
    for block in shown.edition.body.blocks:
        for number in picture_numbers(block):
            attachment = _attachment(number, shown)
            if attachment and (block.kind == "figure" or not _credit(attachment, shown)):
                yield attachment.file


def _attachment(number: int, shown: EditionView) -> Attachment | None:
    """Return the attachment that a picture of the text shows; None if only the text has the picture."""
    reference = shown.edition.body.references[number]
    if reference.release != shown.release.id or not reference.file:
        return None
    return next((attachment for attachment in shown.record.attachments if attachment.file == reference.file), None)


def _credit(attachment: Attachment, shown: EditionView) -> str:
    credit = attachment.credit.in_language(shown.tag).text
    return shown.say("credit", name=credit) if credit else ""


def _credit_html(attachment: Attachment, shown: EditionView) -> Markup:
    credit = _credit(attachment, shown)
    return Markup('<span class="pg-picture__credit">{}</span>').format(credit) if credit else Markup("")


def _marked(words: Marked) -> Markup:
    plain = escape(words.text)
    return Markup('<span lang="{}" dir="{}">{}</span>').format(words.lang, words.dir, plain) if words.lang else plain
