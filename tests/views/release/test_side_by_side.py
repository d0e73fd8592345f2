"""Editions beside each other: every block once, those together that belong together, ids that stay unique."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import html5lib
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from pressgen.archive import Hidden
from pressgen.model import Block, Body, Release, Section, Status, Translation
from pressgen.text.filling import Filling, fill
from pressgen.text.parsing import parse_body
from pressgen.views.page import Page, PageType
from pressgen.views.release.aligning import By, aligned
from pressgen.views.release.side_by_side import side_by_side_page
from tests.blocks import block_of
from tests.views.golden import assert_golden, written
from tests.views.samples import CAMBODIAN_SITE, COMMUNIQUE, EXAMPLIAN_SITE, SEED, body_of

LANGUAGES = ["en", "km", "fr"]


def text(source: str, tag: str = "en") -> Body:
    return parse_body(source, language=tag, languages=LANGUAGES, path="x.md", first_line=1)[0]


def shown(body: Body, other: Body) -> list[tuple[str, ...]]:
    found = aligned([body, other], [None, None])
    rows = [row for part in found.parts for row in part] + list(found.closing) + list(found.notes)
    return [tuple(" / ".join(block.text for block in cell) for cell in row.cells) for row in rows]


def with_texts(en: Body, km: Body) -> Release:
    editions = {tag: SEED.editions[tag].model_copy(update={"body": body}) for tag, body in (("en", en), ("km", km))}
    return SEED.model_copy(update={"editions": editions})


def page(release: Release, **more: object) -> Page:
    return side_by_side_page(CAMBODIAN_SITE, release, links={"en": (), "km": ()}, **more)  # type: ignore[arg-type]


# Rows


def test_equal_texts_stand_paragraph_by_paragraph() -> None:
    one, other = text("A\n\nB\n\n## H\n\nC"), text("a\n\nb\n\n## h\n\nc", "km")

    assert shown(one, other) == [("A", "a"), ("B", "b"), ("H", "h"), ("C", "c")]
    assert aligned([one, other], [None, None]).by is By.PARAGRAPH


def test_unequal_sections_stand_section_by_section() -> None:
    one, other = text("A\n\nB\n\n## H\n\nC\n\n## I\n\nD"), text("a\n\nb\n\n## h\n\nc1\n\nc2\n\n## i\n\nd", "km")

    assert shown(one, other) == [("A", "a"), ("B", "b"), ("H", "h"), ("C", "c1 / c2"), ("I", "i"), ("D", "d")]
    assert aligned([one, other], [None, None]).by is By.SECTION


def test_printed_numbers_hold_unequal_texts_together() -> None:
    one, other = text("Intro\n\n1. A\n\n2. B\n\n3. C"), text("intro\n\nmore\n\n១. a\n\nbetween\n\n២. b\n\n៣. c", "km")

    assert shown(one, other) == [
        ("Intro", "intro / more"), ("1. A", "១. a / between"), ("2. B", "២. b"), ("3. C", "៣. c"),
    ]  # fmt: skip
    assert aligned([one, other], [None, None]).by is By.NUMBER


def test_texts_of_equal_length_with_other_numbers_are_not_mistaken_for_equal() -> None:
    one, other = text("1. A\n\n2. B\n\nX"), text("y\n\n1. a\n\n2. b")

    assert shown(one, other) == [("", "y"), ("1. A", "1. a"), ("2. B / X", "2. b")]


def test_texts_with_other_headings_are_one_section() -> None:
    one, other = text("A\n\n## H\n\nB"), text("a\n\n## h\n\nb\n\n## i\n\nc")

    assert shown(one, other) == [("A / H / B", "a / h / b / i / c")]


def test_deeper_headings_of_one_text_do_not_part_the_other() -> None:
    one, other = text("A\n\n## H\n\nB\n\n## I\n\nD"), text("a\n\n## h\n\n### g\n\nb\n\n## i\n\nd")

    assert shown(one, other) == [("A", "a"), ("H", "h"), ("B", "g / b"), ("I", "i"), ("D", "d")]


def test_an_end_mark_that_only_one_has_makes_texts_not_unequal() -> None:
    assert shown(text("A\n\nB\n\n* * *"), text("a\n\nb")) == [("A", "a"), ("B", "b"), ("* * *", "")]
    assert aligned([text("A\n\n* * *"), text("a")], [None, None]).by is By.PARAGRAPH


def test_a_text_without_words_stands_beside_one_with_them() -> None:
    assert shown(text(""), text("a\n\nb")) == [("", "a / b")]


BLOCKS = st.lists(
    st.sampled_from(["paragraph", "heading", "deeper", "numbered", "end-mark", "notes", "list", "table"]), max_size=9
)


def invented(kinds: list[str], name: str, first: int) -> Body:
    """Build a body of these blocks; numbers begin at `first`, so that texts share some of them."""
    sections: list[tuple[Block | None, list[Block]]] = [(None, [])]
    number = first
    for place, kind in enumerate(kinds):
        words = f"{name}{place}"
        if kind in ("heading", "deeper"):
            tag = "h2" if kind == "heading" else "h3"
            html = f'<{tag} id="{words}">{words}</{tag}>'
            sections.append((block_of(kind="heading", anchor=words, html=html, text=words, level=int(tag[1])), []))
            continue
        anchor = words
        if kind == "numbered":
            anchor, kind, number = f"para-{number}", "list", number + 1  # noqa: PLW2901
        html = f'<p id="{anchor}">{words}</p>'
        sections[-1][1].append(block_of(kind=kind, anchor=anchor, html=html, text=words))  # type: ignore[arg-type]
    return Body(sections=tuple(Section(heading=heading, blocks=tuple(blocks)) for heading, blocks in sections))


@examples(max_examples=300)
@given(texts=st.lists(st.tuples(BLOCKS, st.integers(1, 3)), min_size=2, max_size=4), signed=st.booleans())
def test_every_block_of_every_edition_is_shown_exactly_once_and_in_order(
    texts: list[tuple[list[str], int]], signed: bool
) -> None:
    bodies = [invented(kinds, "abcd"[place], first) for place, (kinds, first) in enumerate(texts)]
    blocks = [list(body.blocks) for body in bodies]
    found = aligned(bodies, [each[-1] if each and signed else None for each in blocks])
    rows = [row for part in found.parts for row in part] + [*found.closing, *found.notes]

    for column, each in enumerate(blocks):
        cells = [block for row in rows for block in row.cells[column]]
        expected = [block for block in each if block.kind != "notes"] + [b for b in each if b.kind == "notes"]
        assert cells == expected
    assert all(any(row.cells) and len(row.cells) == len(bodies) for row in rows)


@examples(max_examples=60)
@given(one=BLOCKS, other=BLOCKS, first=st.integers(1, 3))
def test_a_page_shows_every_word_once_and_no_id_twice(one: list[str], other: list[str], first: int) -> None:
    en, km = invented(one, "a", 1), invented(other, "b", first)
    article = page(with_texts(en, km)).article
    ids = Counter(re.findall(r'\sid="([^"]+)"', article))

    for body in (en, km):
        for block in body.blocks:
            assert article.count(f">{block.text}<") == 1
    assert set(ids.values()) <= {1}


# The page


def test_unequal_texts_say_so_and_equal_ones_do_not() -> None:
    equal = page(with_texts(text("A\n\nB"), text("a\n\nb")))
    by_section = page(with_texts(text("A\n\nB"), text("a\n\nb\n\nc")))
    by_number = page(with_texts(text("1. A\n\n2. B"), text("1. a\n\nx\n\n2. b")))

    assert "pg-beside__alignment" not in equal.article
    assert '<p class="pg-beside__alignment">អត្ថបទទាំងនេះ' in by_section.article
    assert "aligned by paragraph number" in by_number.article


def test_the_originals_ids_are_kept_and_the_others_name_their_language() -> None:
    body = text("See the note.[^1]\n\n## Part\n\n1. A\n\n[^1]: Note.")
    article = page(with_texts(body, body)).article
    for id_ in ("p1", "part", "para-1", "fn-1", "fnref-1"):
        assert article.count(f'id="{id_}"') == article.count(f'id="{id_}.km"') == 1
    assert article.count('href="#fn-1"') == article.count('href="#fn-1.km"') == 1


def test_only_tags_get_another_id_never_words() -> None:
    html = '<p id="p1" title="a > b">id="x" <a href="#p1">#p1</a> <a href="../x/#p1">x</a> <a href="p1">y</a></p>'

    assert fill(block_of(html), Filling(id_ending=".km")) == (
        '<p id="p1.km" title="a > b">id="x" <a href="#p1.km">#p1</a> <a href="../x/#p1">x</a> <a href="p1">y</a></p>'
    )


def test_every_column_carries_its_language_and_direction_in_the_order_of_the_sites() -> None:
    found = side_by_side_page(EXAMPLIAN_SITE, COMMUNIQUE, links={"fr": (), "ar": ()})
    tree = html5lib.parseFragment(found.article, namespaceHTMLElements=False)
    rows = [each for each in tree.iter("div") if "pg-row" in (each.get("class") or "")]

    assert rows
    for row in rows:
        # What a cell does not say it has from the page.
        assert [(cell.get("lang", found.language), cell.get("dir")) for cell in row] == [("fr", None), ("ar", "rtl")]
    assert [each.get("class") for each in tree.iter("h1")] == ["pg-title pg-title--medium"]


def test_the_page_is_for_readers_of_every_other_language() -> None:
    found = page(SEED)

    assert "noindex" not in found.head
    assert f'<link rel="canonical" href="{CAMBODIAN_SITE.site_url}{found.address}">' in found.head
    assert f'hreflang="x-default" href="{CAMBODIAN_SITE.site_url}{found.address}">' in found.head
    assert (found.address, found.language) == ("releases/2022-02-15-norway-video-call/", "en")
    assert found.type is PageType.SIDE_BY_SIDE
    assert found.alternates["km"] == "km/releases/2022-02-15-norway-video-call/"
    assert '<a href="../../en/releases/2022-02-15-norway-video-call/" hreflang="en">English</a>' in found.article
    assert re.findall('hreflang="([^"]*)"', found.head) == ["en", "km", "x-default"]


def test_a_withdrawn_release_is_hidden_from_search_engines() -> None:
    gone = SEED.model_copy(update={"record": SEED.record.model_copy(update={"status": Status.WITHDRAWN})})

    assert '<meta name="robots" content="noindex">' in page(gone).head
    assert "canonical" not in page(gone).head


def test_what_limits_a_text_is_said_in_its_own_column_and_language() -> None:
    editions = {
        "en": SEED.editions["en"],
        "km": SEED.editions["km"].model_copy(update={"translation": Translation.COURTESY}),
    }
    record = SEED.record.model_copy(update={"authoritative": ("en",)})
    release = SEED.model_copy(update={"original": "en", "editions": editions, "record": record})
    found = page(release)
    tree = html5lib.parseFragment(found.article, namespaceHTMLElements=False)
    row = next(each for each in tree.iter("div") if "pg-beside__notices" in (each.get("class") or ""))

    notices = {cell.get("lang", found.language): [each.get("class") for each in cell.iter("div")][1:] for cell in row}
    assert notices == {"en": [], "km": ["pg-notice pg-notice--courtesy"]}


def test_a_language_without_edition_gets_the_releases_own_page() -> None:
    facts = replace(CAMBODIAN_SITE, languages=("en", "km", "fr"))
    found = side_by_side_page(facts, SEED, links={"en": (), "km": ()})

    assert found.alternates["fr"] == "fr/releases/2022-02-15-norway-video-call/"


def test_a_preview_is_marked() -> None:
    assert "pg-notice--draft" in page(SEED, hidden=Hidden.DRAFT).article


def test_only_texts_that_print_no_signature_are_signed() -> None:
    unsigned = page(with_texts(body_of("The Ministers met.", "They parted."), body_of("…", "…")))
    signed = page(SEED)

    assert unsigned.article.count('<p class="pg-signature">') == 2
    assert signed.article.count('<p class="pg-signature">') == 0
    assert signed.article.count('<div class="pg-signature">') == 2


def test_a_release_without_dateline_has_no_row_for_it() -> None:
    release = with_texts(body_of("The Ministers met.", "They parted."), body_of("…", "…"))
    record = release.record.model_copy(update={"dateline": False})
    found = page(release.model_copy(update={"record": record})).article

    assert "pg-signature" not in found
    assert "<div></div>" not in found


def test_golden_with_equal_paragraphs() -> None:
    body = body_of("បានជួបគ្នា។", "បានផ្លាស់ប្តូរទស្សនៈ។", "រាជធានីភ្នំពេញ ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២")

    assert_golden("side-by-side.en.html", written(page(with_texts(SEED.editions["en"].body, body))))


def test_golden_with_unequal_sections_and_two_directions() -> None:
    found = side_by_side_page(EXAMPLIAN_SITE, COMMUNIQUE, links={"fr": ("fr/releases/2019-accord/#para-3",), "ar": ()})

    assert_golden("side-by-side.fr.html", written(found))
