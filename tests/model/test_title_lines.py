import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.model.title_lines import on_one_line

SESSION = "Second session of the Joint Commission for Search and Rescue at Sea"


@pytest.mark.parametrize(
    "tag,title,line",
    [
        (
            "en",
            f"{SESSION}\nAlmadine, 14 and 15 April 2025\nConclusions",
            f"{SESSION} – Almadine, 14 and 15 April 2025 – Conclusions",
        ),
        ("en", "Conference of States\n“One Sea”\nAlmadine, 2023", "Conference of States – “One Sea” – Almadine, 2023"),
        ("en", "PRESS STATEMENT\nMEETING WITH NORWAY", "PRESS STATEMENT – MEETING WITH NORWAY"),
        ("en", "Meeting with Norway\n14 February 2022", "Meeting with Norway – 14 February 2022"),
        ("fr", "« Une mer »\nDiscours de la ministre", "« Une mer » – Discours de la ministre"),
        ("cy", "Cynhadledd y Môr\nCasgliadau", "Cynhadledd y Môr – Casgliadau"),
        ("ar", "الدورة الثانية\nألمادين، ١٤ أبريل\nالاستنتاجات", "الدورة الثانية – ألمادين، ١٤ أبريل – الاستنتاجات"),
        ("ar", "مؤتمر الدول\n«بحر واحد»", "مؤتمر الدول – «بحر واحد»"),
        ("en", "The Vice-\nPresident", "The Vice-President"),
    ],
)
def test_lines_beside_each_other_do_not_run_together(tag: str, title: str, line: str) -> None:
    assert on_one_line(title, tag) == line


@pytest.mark.parametrize(
    "tag,title",
    [
        # A sentence that was broken.
        ("en", "Call between\nHis Excellency A,\nMinister,\nand Her Excellency B\non 14 May"),
        ("en", "Official visit of the Honourable\nJosiah Tamber"),
        ("en", "Remarks by the Minister of Foreign\nAffairs"),
        ("en", "STATEMENT\nON THE SITUATION IN\nYASMARA"),
        ("fr", "Déclaration de la République\net du Royaume"),
        ("fr", "Visite officielle de\nSon Excellence"),
        ("de", "Treffen mit dem\nBundesminister"),
        ("ar", "بيان بشأن الزيارة\nالتي قامت بها معالي السيدة"),
        ("ar", "اجتماع في\n14 فبراير 2022"),
        # A script that writes no space between words: the space sets apart.
        ("km", "លទ្ធផល\nរវាងឯកឧត្តម\nថ្ងៃទី១៤"),
        # Signs that set apart already.
        ("en", "Statement:\nThe sea"),
        ("en", "Statement –\nThe sea"),
        ("en", "Statement\n– The sea"),
        ("en", "Statement\n(Almadine)"),
        ("en", "What next?\nAddress"),
        ("en", "Statement by H.E.\nAmina Verel"),
        ("ar", "البيان،\n«بحر»"),
        ("en", "  Only   one\n\n"),
        ("en", ""),
    ],
)
def test_what_needs_no_dash_gets_none(tag: str, title: str) -> None:
    assert on_one_line(title, tag) == " ".join(title.split())


words = st.sampled_from(["Sea", "of", "2025", "“One”", "States,", "Norway:", "(Oslo)", "«بحر»", "ថ្ងៃ", "H.E."])
titles = st.lists(st.lists(words, max_size=3).map(" ".join), max_size=4).map("\n".join)


@given(title=titles, tag=st.sampled_from(["en", "fr", "ar", "cy", "km", "ja"]))
def test_nothing_is_lost_and_no_sign_is_doubled(title: str, tag: str) -> None:
    line = on_one_line(title, tag)

    assert re.sub("[ –]", "", line) == re.sub(r"[\s–]", "", title)
    assert not re.search("  |[,:.–] –|– [,:.–(]", line)
    assert on_one_line(line, tag) == line
