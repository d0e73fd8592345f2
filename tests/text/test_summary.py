"""The summary of a text, and how a text is shortened."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.text.sentence import first_sentence, shortened, whole_sentences
from pressgen.text.summary import summary_of
from tests.text.page import read

SAID = "The two Ministers met in Geneva and spoke of trade."


@pytest.mark.parametrize(
    "before",
    [
        "PRESS RELEASE",
        "**PRESS RELEASE**",
        "Check against delivery.",
        "*(Check against delivery)*",
        "FOR IMMEDIATE RELEASE",
        "EMBARGOED UNTIL 10:00 on 2 March 2026",
        "[Unofficial translation]",
        "Unofficial translation from Khmer",
        "Phnom Penh, 15 February 2022",
        "Geneva (Switzerland), Monday, 15 February 2022",
        "Genève, le 1er mars 2026",
        "2 March 2026",
        "To: all diplomatic missions accredited to Veldoria",
        "Ladies and Gentlemen,",
        "Excellencies, distinguished guests:",
        "Mr President,",
        "For the Republic of Veldoria: Ilse Brandt",
        "JOINT STATEMENT OF THE TWO MINISTERS",
        "Communiqué de presse",
        "Seul le prononcé fait foi.",
        "Sous embargo jusqu’au 2 mars 2026 à 10 h",
        "Traduction non officielle",
        "Mesdames et Messieurs,",
        "بيان صحفي",
        "محظور النشر حتى الساعة العاشرة",
        "ترجمة غير رسمية",
        "أصحاب المعالي والسعادة،",
        "Datganiad i’r Wasg",
        "Cyfieithiad answyddogol",
        "Foneddigion a boneddigesau,",
        "សេចក្តីប្រកាសព័ត៌មាន",
        "ការបកប្រែមិនផ្លូវការ",
        "រាជធានីភ្នំពេញ ថ្ងៃទី១៥ ខែកុម្ភៈ ឆ្នាំ២០២២",
    ],
)
def test_what_a_document_is_and_to_whom_it_goes_says_nothing(before: str) -> None:
    for between in ("\n\n", "\n\n---\n\n"):
        body, _ = read(f"{before}{between}{SAID}\n\nSigned.")

        assert summary_of(body, "en") == SAID


@pytest.mark.parametrize(
    ("source", "summary"),
    [
        ("1. The Ministers met.\n\n2. They left.\n\nFor the Republic of Veldoria: Ilse Brandt", "The Ministers met."),
        ("៣. រដ្ឋមន្ត្រីទាំងពីរបានជួបគ្នា។\n\nហត្ថលេខា", "រដ្ឋមន្ត្រីទាំងពីរបានជួបគ្នា។"),
        ("PRESS RELEASE\nThe Ministers met in Geneva.", "The Ministers met in Geneva."),
        ("- The Ministers met.\n- They left.", "The Ministers met."),
        ("> The Ministers met.", "The Ministers met."),
        ("PRESS RELEASE\n\n> The Ministers met.\n\nFor the Republic: Ilse Brandt", "The Ministers met."),
        ("The parties agreed as follows:\n\n1. To meet.", "The parties agreed as follows:"),
        ("Phnom Penh, 15 February 2022 – The Ministers met.", "Phnom Penh, 15 February 2022 – The Ministers met."),
        ("The Ministers met", "The Ministers met"),
        ("Dear friends of the Republic, we met.", "Dear friends of the Republic, we met."),
        ("PRESS RELEASE", ""),
        ("", ""),
    ],
)  # fmt: skip
def test_the_summary_is_what_is_said_first(source: str, summary: str) -> None:
    body, _ = read(source)

    assert summary_of(body, "en") == summary


LETTERS = "កខគធនំា្រីុះ្តេសមក្សត្រ" + "กีเก่ແກ້" + "क्षत्रिय" + "မြန်မာ" + "e\u0301a\u0308" + "👩\u200d🚀" + "\u1112\u1161\u11ab"


@given(st.text(LETTERS, min_size=1, max_size=200), st.integers(min_value=12, max_value=60))
def test_no_letter_is_parted_from_its_signs(text: str, longest: int) -> None:
    text = "ក" + text
    for cut in (shortened(text, longest), first_sentence(text, longest), whole_sentences(text, longest)):
        assert len(cut) <= longest
        kept = cut.removesuffix("…")
        assert text.startswith(kept) or kept in text
        rest = text[len(kept) :]
        if cut.endswith("…") and rest and len(kept) > longest // 2:
            assert unicodedata.category(rest[0])[0] != "M"
            assert kept[-1] not in "\u17d2\u1039\u094d\u200d\u0e40\u0ec1"


def test_khmer_is_cut_between_clusters() -> None:
    text = "រដ្ឋមន្ត្រីការបរទេសនិងសហប្រតិបត្តិការអន្តរជាតិ" * 10

    for longest in range(20, 60):
        cut = shortened(text, longest).removesuffix("…")
        assert unicodedata.category(text[len(cut)]) == "Lo"
        assert cut[-1] != "\u17d2"


def test_a_long_paragraph_is_cut_at_the_end_of_a_sentence() -> None:
    sentence = "The Ministers met H.E. Dr. Lee on 14 February 2022 and spoke of many things that matter to both sides."

    assert whole_sentences(" ".join([sentence] * 5)) == " ".join([sentence] * 3)
    assert whole_sentences(sentence * 1) == sentence
