"""The seed comes back word for word: its letterhead in the settings, its title, facts and text in the edition."""

import re
from datetime import date
from pathlib import Path

import pytest
import yaml

from pressgen.languages import language

ROOT = Path(__file__).parents[2]
SEED = Path(__file__).with_name("seed.txt").read_text(encoding="utf-8").replace("**", "")
SLUG = "2022-02-15-norway-video-call"
SETTINGS = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")


def parts(tag: str) -> tuple[dict[str, object], str]:
    text = (ROOT / "releases" / "2022" / f"{SLUG}.{tag}.md").read_text(encoding="utf-8")
    _, front, body = text.split("---\n", 2)
    return yaml.load(front, yaml.BaseLoader), body.strip()


def paragraphs(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


FRONT, BODY = parts("en")
*HEAD, FIRST, SECOND, THIRD, FOURTH, SIGNATURE = paragraphs(SEED)


def test_the_text_is_the_seeds_letter_for_letter() -> None:
    assert paragraphs(BODY) == [FIRST, SECOND, THIRD, FOURTH]


@pytest.mark.parametrize("sentence", re.findall(r"[^.\n]+\.", SEED))
def test_every_sentence_stands_in_the_edition(sentence: str) -> None:
    assert sentence.strip() in BODY


def test_the_title_keeps_its_lines() -> None:
    title = "\n".join(HEAD[HEAD.index("PRESS RELEASE") + 1 :])
    assert str(FRONT["title"]).splitlines() == title.replace("\n\n", "\n").splitlines()


def test_the_letterhead_stands_in_the_settings() -> None:
    printed = " ".join(" ".join(HEAD[: HEAD.index("PRESS RELEASE")]).split()).casefold()
    settings = SETTINGS.casefold()
    for line in (
        "Kingdom of Cambodia",
        "Nation Religion King",
        "Ministry of Foreign Affairs and International Cooperation",
    ):
        assert line.casefold() in printed
        assert line.casefold() in settings


def test_the_signature_comes_from_place_and_date_and_is_not_in_the_text() -> None:
    day = date.fromisoformat(str(FRONT["date"]))
    assert language("en").signature(str(FRONT["place"]), day) == SIGNATURE
    assert SIGNATURE not in BODY


def test_the_khmer_edition_is_complete_and_says_what_it_is() -> None:
    front, body = parts("km")
    assert len(paragraphs(body)) == len(paragraphs(BODY))
    assert front["translation"] == "courtesy"
    assert "មិនមែនជាអត្ថបទរបស់ក្រសួង" in str(front["translator"])
    people = front["participants"]
    assert isinstance(people, list)
    assert [set(person) for person in people] == [{"honorific", "name", "role"}] * 2
    # Numbers and days of the English text stand in the Khmer one.
    for number in ("១៤", "២០២២", "៥៥", "៥ចំណុច", "២៤ ខែមេសា ឆ្នាំ២០២១", "២៨ ខែមករា ឆ្នាំ២០២២"):
        assert number in body


def test_no_zero_width_space_anywhere() -> None:
    written = [*(ROOT / "releases").rglob("*.md"), *(ROOT / "releases").rglob("*.yml"), *(ROOT / "docs").glob("*.md")]
    data = (path for path in (ROOT / "pressgen" / "data").rglob("*.*") if path.is_file())
    for path in (*written, *data):
        assert "\u200b" not in path.read_text(encoding="utf-8"), path
