"""Pictures of a release: each once, with its words, its credit and its size."""

from __future__ import annotations

import re

import pytest

from pressgen.model import Attachment, Block, BlockKind, Body, Reference, Release, ReleaseFile, Section, Words
from pressgen.views.release.page import release_page
from tests.blocks import block_of
from tests.views.samples import EXAMPLIAN_SITE, FRENCH_ONLY

HANDS = Attachment(
    file="hands.png",
    alt=Words({"fr": "Deux mains"}),
    caption=Words({"fr": "À Exampole", "ar": "في إكسامبوليس"}),
    credit=Words({"und": "A. <Dessinatrice>"}),
)
FILE = ReleaseFile(name="hands.png", size=9_000, width=1200, height=800)


def block(html: str, kind: BlockKind = "figure") -> Block:
    return block_of(html, kind=kind, anchor="figure-1")


def html(*blocks: Block, attachment: Attachment = HANDS, file: ReleaseFile = FILE) -> str:
    """Return the text and the pictures of a release that has an attachment and these blocks."""
    reference = Reference(target="x", picture=True, release=FRENCH_ONLY.id, file="hands.png")
    body = Body(sections=(Section(blocks=blocks),), references=(reference,))
    edition = FRENCH_ONLY.editions["fr"].model_copy(update={"body": body})
    record = FRENCH_ONLY.record.model_copy(update={"attachments": (attachment,)})
    changed: Release = FRENCH_ONLY.model_copy(update={"record": record, "editions": {"fr": edition}, "files": (file,)})
    found = release_page(EXAMPLIAN_SITE, "fr", changed, links=("fr/x/hands.png",)).article
    return found[found.index('<div class="pg-text">') : found.index("<footer")]


def test_an_attached_picture_has_its_size_and_a_neutral_credit() -> None:
    found = html()
    assert 'alt="Deux mains" width="1200" height="800" fetchpriority="low"' in found
    assert '>À Exampole <span class="pg-picture__credit">Crédit\xa0: A. &lt;Dessinatrice&gt;</span>' in found


def test_a_picture_without_a_known_size_has_none() -> None:
    found = html(file=FILE.model_copy(update={"width": 0, "height": 0}))
    assert "hands.png" in found
    assert "width=" not in found


CREDIT = '<span class="pg-picture__credit">Crédit\xa0: A. &lt;Dessinatrice&gt;</span>'


@pytest.mark.parametrize(
    ("written", "caption"),
    [
        ("<figcaption>Les mains</figcaption>", f"Les mains {CREDIT}"),
        ("", f"À Exampole {CREDIT}"),
    ],
)
def test_a_picture_in_the_text_is_shown_there_alone_with_its_credit(written: str, caption: str) -> None:
    found = html(block(f'<figure id="figure-1"><img src="pressgen:0" alt="Des mains">{written}</figure>'))
    assert found.count("<img") == 1
    assert re.findall("<figcaption>(.*?)</figcaption>", found) == [caption]


def test_a_credit_is_not_lost_where_the_picture_stands_within_a_paragraph() -> None:
    within = block('<p id="p1">Ici <img src="pressgen:0" alt="Des mains">.</p>', "paragraph")
    assert html(within).count("<img") == 2
    assert html(within, attachment=HANDS.model_copy(update={"credit": Words({})})).count("<img") == 1


def test_a_picture_that_is_only_in_the_text_is_as_it_was() -> None:
    figure = '<figure id="figure-1"><img src="pressgen:0" alt="Des mains"></figure>'
    found = html(block(figure), attachment=HANDS.model_copy(update={"file": "other.png"}))
    assert "<figcaption>" not in found[: found.index("</figure>")]
    assert found.count("<img") == 2
