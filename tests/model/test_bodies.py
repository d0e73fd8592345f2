"""A text is known by its digest, and its words come from wherever they are kept."""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field

import pytest

from pressgen.model import (
    AlignmentHole,
    AnchorHole,
    Block,
    Body,
    CreditHole,
    IdHole,
    LinkEnd,
    LinkHole,
    PictureHole,
    Reference,
    Section,
    TextRun,
)

PIECES = (
    '<p id="',
    IdHole("p1"),
    AnchorHole("para-7", " class=x", "7", is_item=False),
    TextRun("ក &amp; “a” \ud800"),
    LinkHole(None, "p2", "", " rel=x", "n1"),
    LinkHole(0, "", "", ""),
    LinkEnd(),
    PictureHole(0, "<", ">"),
    CreditHole(0, has_caption=True),
    AlignmentHole("end"),
    "</p>",
)
HEADING = Block(kind="heading", anchor="s1", pieces=("<h2>", TextRun("One"), "</h2>"), text="One", level=2)
BLOCK = Block(kind="paragraph", anchor="p1", pieces=PIECES, text="ក & “a”\n\u2028")
SECTIONS = (Section(blocks=(BLOCK,)), Section(heading=HEADING), Section())
REFERENCE = Reference(target="a.png", picture=True, width=3)


@dataclass
class Shelf:
    """A store that counts how often it is asked."""

    texts: dict[bytes, bytes] = field(default_factory=dict)
    asked: int = 0

    def text(self, digest: bytes) -> bytes:
        """Return the packed text with this digest."""
        self.asked += 1
        return self.texts[digest]


def others() -> None:
    """Have so many other texts read that none is still unpacked."""
    for number in range(100):
        assert Body((Section(blocks=(BLOCK._replace(text=str(number)),)),)).sections


def test_every_piece_comes_back_as_it_was() -> None:
    body = Body(SECTIONS, (REFERENCE,))
    others()
    assert body.sections == SECTIONS
    assert [type(piece) for piece in next(iter(body.blocks)).pieces] == [type(piece) for piece in PIECES]
    assert [block.anchor for block in body.blocks] == ["p1", "s1"]


def test_bodies_with_equal_digests_are_equal_and_others_are_not() -> None:
    body = Body(SECTIONS, (REFERENCE,))
    assert body == Body(SECTIONS, (REFERENCE.model_copy(),))
    assert hash(body) == hash(Body(SECTIONS, (REFERENCE,)))
    for other in (
        Body(SECTIONS[:2], (REFERENCE,)),
        Body(SECTIONS),
        Body(SECTIONS, (REFERENCE.model_copy(update={"width": 4}),)),
        Body((Section(blocks=(BLOCK._replace(pieces=(*PIECES[:-1], IdHole("</p>"))),)), *SECTIONS[1:])),
    ):
        assert body != other
        assert body.digest != other.digest


def test_a_stored_text_is_fetched_when_something_asks_for_it() -> None:
    whole = Body(SECTIONS, (REFERENCE,))
    shelf = Shelf({whole.text_digest: whole.pack()})
    others()
    body = Body.stored(whole.text_digest, (REFERENCE,), shelf)
    assert body == whole
    assert body.with_references(()) == Body(SECTIONS)
    others()
    assert shelf.asked == 0
    assert body.sections == SECTIONS
    assert body.with_references(()).sections == SECTIONS
    assert shelf.asked == 1, "it stays unpacked for its neighbours"


def test_a_body_takes_its_text_along() -> None:
    whole = Body(SECTIONS, (REFERENCE,))
    shelf = Shelf({whole.text_digest: whole.pack()})
    again = pickle.loads(pickle.dumps(Body.stored(whole.text_digest, (REFERENCE,), shelf)))
    shelf.texts.clear()
    others()
    assert again == whole
    assert again.sections == SECTIONS


def test_a_body_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        Body().references = (REFERENCE,)
