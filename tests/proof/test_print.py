"""What a printer prints: the sheets of a PDF that Chromium writes from a page, by their text and by their picture.

Releases of five languages, printed once each, from dark pages, and looked at sheet by sheet; and what else is printed.
"""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from playwright.sync_api import Browser, Page
from pypdfium2 import raw

from pressgen.languages import language
from pressgen.model import Issued, Kind, Release
from pressgen.views.release.page import release_page
from pressgen.views.script_words import script_words
from tests.proof.conftest import Open
from tests.views.samples import CAMBODIAN_SITE, SEED, body_of

EXAMPLE = "marevia"
CONDOLENCE = "releases/2023-02-21-condolence-ostrelle/"
COMMUNIQUE = "releases/2023-11-22-almadine-communique/"
AGREEMENT = "releases/2024-06-05-hydrographic-agreement-brannoch/"
WATER = "releases/2025-05-13-water-agreement/"
SEED_PAGE = "releases/2022-02-15-norway-video-call/"
WELSH = "cy/releases/datganiad/"
DAY = date(2026, 3, 1)
MM = 72 / 25.4
MEASURE = 365.2
"""The width of the text of a release, in points."""
HEAD = 8.5
"""The size of the letters above the further sheets, in points, which nothing else has."""
WHITE = 0xFF
ISOLATES = str.maketrans("", "", "\u2066\u2067\u2068\u2069")


class Printed(NamedTuple):
    """A page that is printed, and the most sheets of A4 that it may take."""

    site: str
    path: str
    sheets: int
    number: str = ""
    day: date = date(2022, 2, 15)
    """The number and the day in the head of the sheets."""
    format: str = "A4"

    @property
    def tag(self) -> str:
        """The language of the page; that of a page of all editions is the first of the site."""
        first, _, rest = self.path.partition("/")
        return first if rest and first != "releases" else "en"


RELEASES = (
    Printed("own", f"en/{SEED_PAGE}", 2),
    Printed("own", f"km/{SEED_PAGE}", 2),
    Printed("own", WELSH, 3, "3/2026", date(2026, 2, 3)),
    Printed(EXAMPLE, f"en/{CONDOLENCE}", 1, day=date(2023, 2, 21)),
    Printed(EXAMPLE, f"fr/{CONDOLENCE}", 2, day=date(2023, 2, 21)),
    Printed(EXAMPLE, f"en/{COMMUNIQUE}", 3, "AS/12/FC.1", date(2023, 11, 22)),
    Printed(EXAMPLE, f"ar/{COMMUNIQUE}", 3, "AS/12/FC.1", date(2023, 11, 22)),
    Printed(EXAMPLE, f"fr/{AGREEMENT}", 2, "27/2024", date(2024, 6, 5)),
    Printed(EXAMPLE, f"ar/{WATER}", 3, "٢٣/٢٠٢٥", date(2025, 5, 13)),
    Printed(EXAMPLE, "en/releases/2024-04-16-joint-statement-ostrelle/", 2, "16/2024", date(2024, 4, 16)),
)
ALL_EDITIONS = (
    Printed("own", SEED_PAGE, 2),
    Printed(EXAMPLE, COMMUNIQUE, 4, "AS/12/FC.1", date(2023, 11, 22)),
)
ON_LETTER = tuple(what._replace(format="Letter") for what in RELEASES if what.path == f"en/{COMMUNIQUE}")
PICTURES = (
    (f"en/{SEED_PAGE}", False),
    (f"en/{CONDOLENCE}", False),
    (f"ar/{COMMUNIQUE}", True),
    (f"fr/{AGREEMENT}", True),
    (COMMUNIQUE, False),
)
LISTS = (
    Printed(EXAMPLE, "en/", 2),
    Printed(EXAMPLE, "en/releases/", 1),
    Printed(EXAMPLE, "ar/ledger/", 3),
)
PLAIN = Printed(EXAMPLE, "fr/releases/2025-01-21-spokesperson-briefing/", 1)
"""It says that there is no release in its language, in few bytes, without the theme and the margins of paper."""


class Line(NamedTuple):
    """A line of text: the size of its letters in points, and from where to where it stands, in points."""

    text: str
    size: float
    is_heading: bool
    begins: float
    ends: float


@dataclass(frozen=True)
class Sheet:
    """One sheet of paper: its text by place, and a picture of it, in rows of dots, of which a millimetre has two."""

    head: tuple[Line, ...]
    lines: tuple[Line, ...]
    foot: tuple[Line, ...]
    width: float
    picture: np.ndarray

    @property
    def edge(self) -> set[int]:
        """The shares of red, green and blue along its four edges."""
        dots = self.picture
        return {int(share) for part in (dots[0], dots[-1], dots[:, 0], dots[:, -1]) for share in np.unique(part)}

    @property
    def margins(self) -> tuple[float, float, float, float]:
        """How many millimetres are white above, below, before and behind what is printed."""
        rows, columns = ((self.picture < WHITE).any(axis=(across, 2)).nonzero()[0] for across in (1, 0))
        height, width = self.picture.shape[:2]
        return rows[0] / 2, (height - 1 - rows[-1]) / 2, columns[0] / 2, (width - 1 - columns[-1]) / 2

    @property
    def coloured(self) -> float:
        """How much of it is coloured, and neither black, white nor grey."""
        dots = self.picture.astype(int)
        return float((dots.max(axis=2) - dots.min(axis=2) > 24).mean())


@dataclass(frozen=True)
class Paper:
    """What was printed: the sheets, and the text that the page has for them."""

    sheets: tuple[Sheet, ...]
    text: str

    @property
    def lines(self) -> Sequence[Line]:
        return [line for sheet in self.sheets for line in sheet.lines]


@contextmanager
def sheets(page: Page) -> Iterator[pypdfium2.PdfDocument]:
    """Print a page on A4, with its backgrounds, and read the sheets."""
    document = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
    try:
        yield document
    finally:
        document.close()


def read_sheet(page: pypdfium2.PdfPage, *, is_first: bool) -> Sheet:
    """Read the lines of a sheet by their places, and draw it."""
    width, height = page.get_size()
    lines = lines_of(page.get_textpage())
    above = height - (0 if is_first else 24) * MM
    picture = page.render(scale=2 / MM, rev_byteorder=True).to_numpy()[:, :, :3]
    return Sheet(
        head=tuple(line for at, line in lines if at > above),
        lines=tuple(line for at, line in lines if 14 * MM < at <= above),
        foot=tuple(line for at, line in lines if at <= 14 * MM),
        width=width,
        picture=picture,
    )


def lines_of(text: pypdfium2.PdfTextPage) -> list[tuple[float, Line]]:
    """Read the lines of a sheet from top to bottom, each with the height of its ground line above the sheet's foot."""
    found: dict[int, list[int]] = {}
    x, y = ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        if not raw.FPDFText_IsGenerated(text, index):
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            found.setdefault(round(y.value), []).append(index)
    return [(at, line_of(text, found[at])) for at in sorted(found, reverse=True)]


def line_of(text: pypdfium2.PdfTextPage, places: Sequence[int]) -> Line:
    """Read the line whose letters stand at some places of a sheet's text."""
    name, flags = ctypes.create_string_buffer(100), ctypes.c_int()
    raw.FPDFText_GetFontInfo(text, places[0], name, 100, flags)
    boxes = [text.get_charbox(place) for place in places]
    return Line(
        text=squeezed(text.get_text_range(places[0], places[-1] - places[0] + 1)),
        # The PDF counts in pixels of the page.
        size=round(max(raw.FPDFText_GetFontSize(text, place) for place in places) * 0.75, 1),
        is_heading=bool(re.search(rb"Serif|Naskh", name.value)),
        begins=min(box[0] for box in boxes),
        ends=max(box[2] for box in boxes),
    )


def squeezed(text: str) -> str:
    return " ".join(text.translate(ISOLATES).split())


def text_of(sheet: pypdfium2.PdfPage) -> str:
    """Read the words of a sheet, a space between each two."""
    return squeezed(sheet.get_textpage().get_text_bounded())


def letters(text: str) -> Counter[str]:
    """Count the letters and digits of a text. In a PDF, letters that join have forms of their own."""
    return Counter(one for one in unicodedata.normalize("NFKC", text) if one.isalnum())


# A Welsh statement, in the place of a release of the site: neither site has the language.
PARAGRAPHS = (
    "Cyfarfu’r Gweinidog heddiw â chynrychiolwyr y pedair llywodraeth, a chytunwyd ar raglen ar gyfer y flwyddyn.",
    (
        "Mae’n bleser gennyf – o’r diwedd – groesawu’r cytundeb hwn. Bydd y ddwy lywodraeth yn cydweithio ar bob mater "
        "sy’n ymwneud â’r môr, a cheir adroddiad ym mis Mawrth. Bydd y Gweinidog yn gwneud datganiad cyn diwedd y mis."
    ),
    (
        "Diolchodd y Gweinidog i bawb a gymerodd ran yn y trafodaethau, ac yn arbennig i’r swyddogion a fu’n "
        "gweithio’n ddiflino dros y misoedd diwethaf i baratoi’r testun yn y ddwy iaith."
    ),
)


def welsh_release() -> Release:
    """Return a release in Welsh that takes more than one sheet."""
    edition = SEED.editions["en"]
    title = "Datganiad gan y Gweinidog ar y cytundeb rhwng y ddwy lywodraeth"
    welsh = edition.model_copy(
        update={"language": "cy", "title": title, "place": "Caerdydd", "body": body_of(*PARAGRAPHS * 6)}
    )
    record = SEED.record.model_copy(
        update={
            "kind": Kind.STATEMENT,
            "number": "3/2026",
            "issued": Issued(day=date(2026, 2, 3)),
            "participants": (),
            "event": None,
            "authoritative": ("cy",),
        }
    )
    return SEED.model_copy(update={"record": record, "original": "cy", "editions": {"cy": welsh}})


def show_welsh(page: Page) -> None:
    """Put the Welsh release into a page of the site."""
    article = release_page(CAMBODIAN_SITE, "cy", welsh_release()).article
    page.add_script_tag(content=script_words(["cy"]).decode())
    page.evaluate(
        "html => { document.documentElement.lang = 'cy'; document.querySelector('#article').outerHTML = html }", article
    )


Printer = Callable[[Printed], Paper]


@pytest.fixture(scope="module")
def printer(browser: Browser, hosts: Callable[[str], str]) -> Iterator[Printer]:
    """Return a function that prints a page once, on 1 March 2026, for a reader of dark pages who scrolls nowhere."""
    kept: dict[tuple[str, str, str], Paper] = {}
    reader = browser.new_context(color_scheme="dark", viewport={"width": 1440, "height": 200})

    def print_once(what: Printed) -> Paper:
        key = (what.site, what.path, what.format)
        if key not in kept:
            page = reader.new_page()
            page.clock.set_fixed_time(datetime.combine(DAY, time(12)))
            is_welsh = what.path == WELSH
            page.goto(f"{hosts(what.site)}/{f'en/{SEED_PAGE}' if is_welsh else what.path}", wait_until="load")
            if is_welsh:
                show_welsh(page)
            text = page.locator(".pg-text, .pg-title").all_text_contents()
            chosen = what.format == "A4"
            printed = page.pdf(
                prefer_css_page_size=chosen, format=None if chosen else what.format, print_background=True
            )
            page.close()
            document = pypdfium2.PdfDocument(printed)
            read = tuple(read_sheet(sheet, is_first=number == 0) for number, sheet in enumerate(document))
            document.close()
            kept[key] = Paper(read, " ".join(text))
        return kept[key]

    yield print_once
    reader.close()


def named(what: Printed) -> str:
    tag, _, rest = what.path.partition("/")
    return f"{tag}-{rest.strip('/').rpartition('/')[2]}-{what.format}"


def each(*printed: Printed) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("what", printed, ids=map(named, printed))


@each(*RELEASES, *ALL_EDITIONS, *LISTS, *ON_LETTER)
def test_no_sheet_is_printed_for_a_line_and_none_ends_with_a_heading(printer: Printer, what: Printed) -> None:
    paper = printer(what)

    assert 1 <= len(paper.sheets) <= what.sheets
    assert all(len(sheet.lines) > 3 for sheet in paper.sheets)
    for sheet in paper.sheets[:-1]:
        assert not any(line.is_heading for line in sheet.lines[-2:]), sheet.lines[-2:]


@each(*RELEASES, *ALL_EDITIONS, *LISTS, *ON_LETTER)
def test_paper_is_white_to_its_edges_and_nothing_is_cut_off(printer: Printer, what: Printed) -> None:
    for sheet in printer(what).sheets:
        above, below, before, behind = sheet.margins
        assert sheet.edge == {WHITE}
        assert min(above, below) >= 5
        assert min(before, behind) >= 19.5
        assert abs(before - behind) < 4 or what in LISTS or before > 30, "the text stands in the middle"


def test_a_page_without_the_theme_is_white_too(printer: Printer) -> None:
    (sheet,) = printer(PLAIN).sheets

    assert sheet.edge == {WHITE}
    assert sheet.coloured == 0


@each(*RELEASES, *ALL_EDITIONS)
def test_the_whole_text_is_printed(printer: Printer, what: Printed) -> None:
    paper = printer(what)
    printed = letters(" ".join(line.text for line in paper.lines))

    assert paper.text
    assert letters(paper.text) - printed == Counter()


@each(*(what for what in RELEASES if what.tag in {"en", "fr", "cy"}))
def test_text_is_set_in_11_pt_on_62_to_70_letters(printer: Printer, what: Printed) -> None:
    text = [line for line in printer(what).lines if line.size == 11 and not line.is_heading]
    whole = [len(line.text) for line in text if line.ends - line.begins > 0.93 * MEASURE]

    assert max(line.ends - line.begins for line in text) <= MEASURE + 1
    assert len(whole) >= 5
    assert 62 <= sum(whole) / len(whole) <= 70
    # A line of narrow letters has a few more.
    assert max(whole) <= 75


@each(*RELEASES, *ALL_EDITIONS, *ON_LETTER)
def test_number_and_day_stand_above_each_sheet_but_the_first(printer: Printer, what: Printed) -> None:
    first, *further = printer(what).sheets
    words = language(what.tag)
    day = words.date(what.day)

    assert HEAD not in {line.size for line in first.lines}
    for sheet in further:
        (head,) = sheet.head
        assert head.size == HEAD
        assert letters(f"{what.number}{day}") - letters(head.text) == Counter()
        if what.tag in {"en", "fr", "cy"}:
            assert head.text.endswith(f" · {day}")
            assert what.number in head.text
        # At the end of the line in the direction of reading, where the text ends.
        before, behind = head.begins, sheet.width - head.ends
        assert before < behind if what.tag == "ar" else behind < before


@each(*RELEASES, *ALL_EDITIONS, *LISTS[1:], *ON_LETTER)
def test_each_sheet_has_its_number_the_address_and_the_day_of_printing(printer: Printer, what: Printed) -> None:
    paper, words = printer(what), language(what.tag)
    site = {"own": "https://example.org/", EXAMPLE: "https://marevia.example/"}[what.site]
    address = "https://press.example/mfaic/" if what.path == WELSH else f"{site}{what.path}"

    for number, sheet in enumerate(paper.sheets, 1):
        said = " ".join(line.text for line in sheet.foot)
        counted = f"{words.number(number)} / {words.number(len(paper.sheets))}"
        # The letters of a line are read from left to right.
        assert counted[::-1] in said if what.tag == "ar" else said.startswith(f"{counted} ")
        assert address in said
        assert letters(words.date(DAY)) - letters(said) == Counter()
        if what.tag in {"en", "fr", "cy"}:
            assert words.date(DAY) in said


@pytest.mark.parametrize(("path", "has_picture"), PICTURES)
def test_emblem_and_pictures_are_printed_without_scrolling_to_them(
    printer: Printer, path: str, has_picture: bool
) -> None:
    (what,) = (what for what in (*RELEASES, *ALL_EDITIONS) if what.path == path)
    paper = printer(what)

    # The emblem; all else but pictures is black on white.
    assert (paper.sheets[0].coloured > 0.0003) == (what.site == EXAMPLE)
    assert (max(sheet.coloured for sheet in paper.sheets) > 0.01) == has_picture


def test_paper_is_white_where_the_reader_chose_dark_pages(open_page: Open) -> None:
    page = open_page(EXAMPLE, f"en/{CONDOLENCE}")
    page.locator("input[name=pg-colours][value=slate]").check()
    assert page.locator("html").get_attribute("data-md-color-scheme") == "slate"

    with sheets(page) as printed:
        assert read_sheet(printed[0], is_first=True).edge == {WHITE}


def test_without_scripts_the_first_sheet_has_the_address_and_the_others_their_head(open_page: Open) -> None:
    with sheets(open_page(EXAMPLE, f"en/{COMMUNIQUE}", scripts=False)) as printed:
        first, second, *_ = (read_sheet(sheet, is_first=number == 0) for number, sheet in enumerate(printed))

    assert f"https://marevia.example/en/{COMMUNIQUE}" in [line.text for line in first.lines]
    assert second.lines[0].text == "AS/12/FC.1 · 22 November 2023"
    # On the first sheet it lies under white.
    covered = first.picture[28:36, 240:350]
    assert covered.min() == WHITE
