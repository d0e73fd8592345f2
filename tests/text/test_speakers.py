"""The speakers of a transcript are marked, in the languages that are offered, and every letter stays as printed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.page import html_of, read, read_without_marks, shown

SPEAKER = re.compile(r'<b class="speaker">(.*?)</b>')


def speakers(source: str, language: str = "en") -> list[str]:
    """Return the speakers that are marked, without markup."""
    return [shown(found) for found in SPEAKER.findall(html_of(read(source, language)[0]))]


@pytest.mark.parametrize(
    "language, source, found",
    [
        ("en", "Q: Will she travel?\n\nA: She will.", ["Q:", "A:"]),
        ("en", "Q1: Will she travel?\n\nA1: She will.", ["Q1:", "A1:"]),
        ("en", "Q: Will she travel?\nA: She will.", ["Q:", "A:"]),
        ("en", "**Q.** Will she travel?\n\n**A.** She will.", ["Q.", "A."]),
        ("en", "Question: When?\n\nAnswer: Soon.", ["Question:", "Answer:"]),
        ("en", "**Question (*Courier*, Havn):** When?\n\n**Answer:** Soon.", ["Question (Courier, Havn):", "Answer:"]),
        ("en", "**Question** (Radio Havn): When?\n\n**Answer**: Soon.", ["Question (Radio Havn):", "Answer:"]),
        ("en", "QUESTION: When?\n\nMR PRICE: Soon.\n\nMR PRICE: Very.", ["QUESTION:", "MR PRICE:", "MR PRICE:"]),
        ("fr", "**Question (*Courrier*) :** Quand ?\n\n**Réponse :** Bientôt.", ["Question (Courrier) :", "Réponse :"]),
        ("fr", "Q\u00a0: Quand ?\n\nR\u00a0: Bientôt.", ["Q\u00a0:", "R\u00a0:"]),
        ("ar", "**سؤال (صحيفة *The Courier*):** متى؟\n\n**جواب:** قريبا.", ["سؤال (صحيفة The Courier):", "جواب:"]),
        ("ar", "س: متى؟\n\nج: قريبا.", ["س:", "ج:"]),
        ("km", "សំណួរ៖ ពេលណា?\n\nចម្លើយ៖ ឆាប់ៗ។", ["សំណួរ៖", "ចម្លើយ៖"]),
        ("km", "**សំណួររបស់អ្នកកាសែត៖** ពេលណា?\n\n**ចម្លើយ៖** ឆាប់ៗ។", ["សំណួររបស់អ្នកកាសែត៖", "ចម្លើយ៖"]),
        ("cy", "**Cwestiwn:** Pryd?\n\n**Ateb:** Cyn bo hir.", ["Cwestiwn:", "Ateb:"]),
        ("en", "**Host:** When?\n\n**Guest:** Soon.\n\n**Host:** Good.", ["Host:", "Guest:", "Host:"]),
        ("en", "**Mr Day:** Good day.\n\n**Question:** When?\n\n**Answer:** No.", ["Mr Day:", "Question:", "Answer:"]),
    ],
)  # fmt: skip
def test_who_speaks_is_marked(language: str, source: str, found: list[str]) -> None:
    assert speakers(source, language) == found


@pytest.mark.parametrize(
    "source",
    [
        "The Minister said: we will come.\n\nQ: is a letter.",
        "**Opening hours:** 9 to 5\n\n**Address:** Quay 1\n\n**Opening hours:** 9 to 4\n\n**Address:** Quay 2",
        "**Trade:** The Ministers spoke of herring.\n\n**Security:** Could there be more lights?",
        "NOTE: The hour is that of Havn.\n\nNOTE: So is the day.",
        "At 12:30 the question was put: who answers?\n\nA: nobody.",
        "> Q: When?\n>\n> A: Soon.",
        "Question of the day.\n\nAnswer of the day.",
    ],
)
def test_a_colon_makes_no_speaker(source: str) -> None:
    assert speakers(source) == []


def test_a_paragraph_that_asks_is_told_from_one_that_answers() -> None:
    html = html_of(read("**Question:** When?\n\n**Answer:** Soon.\n\nThe hour is not known.\n\nQ: And?\nA: No.")[0])

    assert re.findall(r"<p ([^>]*)>", html) == ['id="p1" class="question"', 'id="p2"', 'id="p3"', 'id="p4"']


LABELS = st.sampled_from(
    [
        *("", "", "Q: ", "A: ", "**Question (*Courier*):** ", "**Answer:** ", "MR PRICE: ", "**Ms *Dahl* & Co**: "),
        *("**Q** (x) : ", "سؤال: ", "**جواب:** ", "សំណួរ៖ ", "**ចម្លើយ៖** ", "**A", "**: ", "**:** ", "*Q:* ", "Q:"),
        *("<b>Q:</b> ", "[Q](https://q.example): "),
    ]
)
WORDS = st.text(alphabet="abcQA \u00a0:៖*_<>&?؟()[]`", max_size=20) | st.sampled_from(
    ["When?", "12:30", "<em>x", "نعم", "បាទ"]
)
TRANSCRIPTS = st.lists(st.tuples(LABELS, WORDS, st.sampled_from(["\n", "\n\n"])), min_size=1, max_size=8)


@given(TRANSCRIPTS, st.sampled_from(["en", "fr", "ar", "km"]))
def test_nothing_of_a_text_is_lost_or_moved(turns: list[tuple[str, str, str]], language: str) -> None:
    source = "".join(label + words + end for label, words, end in turns)

    marked, plain = read_without_marks(source, language, "mark_speakers")

    tags = re.compile(r'</?strong>|<b class="speaker">|</b>| class="question"')
    assert tags.sub("", html_of(marked)) == tags.sub("", html_of(plain))
