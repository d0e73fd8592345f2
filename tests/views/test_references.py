"""How pages refer to other releases, in every complete language."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from pressgen.languages import language
from pressgen.views.lists.listing import ListingEntry
from pressgen.views.references import marked_number, refer_to
from tests.views.samples import SEED, listing_entry

FORMS = {
    "en": "No. 11/2024, 12 March 2024, Title",
    "fr": "N° 11/2024 du 12 mars 2024, Title",
    "ar": "رقم 11/2024 بتاريخ 12 مارس 2024، Title",
    "cy": "Rhif 11/2024, 12 Mawrth 2024, Title",
    "km": "លេខ 11/2024 ចុះថ្ងៃទី១២ ខែមីនា ឆ្នាំ២០២៤៖ Title",
}


def entry(number: str, tag: str) -> ListingEntry:
    titles = {tag: "Title"}
    known = replace(listing_entry(SEED, "KH"), original=tag, titles=titles, names={}, day=date(2024, 3, 12))
    return replace(known, number=number)


def words_of(html: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", html)).replace("\u00a0", " ")


@pytest.mark.parametrize("tag", FORMS)
def test_number_day_and_title_stand_in_the_form_of_the_language(tag: str) -> None:
    html = refer_to(entry("11/2024", tag), "x/", language(tag))

    assert words_of(html) == FORMS[tag]
    assert "\u00a0<bdi>11/2024</bdi>" in html, "the number is whole, and in its own direction"
    assert '<a href="x/">Title</a>' in html


@pytest.mark.parametrize("tag", FORMS)
def test_a_release_without_a_number_is_known_by_its_day(tag: str) -> None:
    said = words_of(refer_to(entry("", tag), "x/", language(tag)))

    assert said.startswith(language(tag).date(date(2024, 3, 12)))
    assert said.endswith("Title")


@pytest.mark.parametrize("number,said", [
    ("AS/12/FC.1", "AS/12/FC.1"), ("No. 5", "No. 5"), ("٤٦/٢٠٢٤", "No. ٤٦/٢٠٢٤"), ("<b>", "<b>"), ("", ""),
])  # fmt: skip
def test_only_a_figure_needs_a_word(number: str, said: str) -> None:
    html = marked_number(number, language("en"))

    assert words_of(html) == said
    assert language("en").numbered(number).replace("\u00a0", " ") == said


def test_a_title_in_another_language_and_a_release_that_is_withdrawn_say_so() -> None:
    withdrawn = replace(entry("9/2024", "fr"), withdrawn=True, withdrawn_on=date(2024, 2, 29))
    html = refer_to(withdrawn, "x/", language("ar"))

    assert '<a href="x/" lang="fr" dir="ltr">Title</a>' in html
    assert html.index("</a>") < html.index("متاح باللغة الفرنسية فقط") < html.index("سُحب بتاريخ 29 فبراير 2024")


def test_a_language_without_words_of_its_own_marks_those_of_the_master_alone() -> None:
    html = refer_to(entry("11/2024", "nl"), "x/", language("nl"))

    number = '<span lang="en" dir="ltr">No.\u00a0<bdi>11/2024</bdi></span>'
    assert html == f'{number}, 12 maart 2024, <a href="x/">Title</a>'
