"""Texts in scripts with bundled fonts are set in these fonts, every accent, sign and figure."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import hosted
from tests.browser.reading import fonts_used

ASSETS = Path(str(files("pressgen") / "assets"))
WRITTEN = {
    "kk": "Қазақстан Республикасы, Әсет Өміров; ғ қ ң ө ұ ү һ.",
    "mn": "Монгол Улсын Өлзий, Үүрд; ө ү.",
    "ab": "Аԥсны Аҳәынҭқарра, аҧсуа бызшәа",
    "ce": "Нохчийн Республика, гӀалгӀай",
    "el": "Ἡ Ἑλληνικὴ Δημοκρατία, ᾧ, ΰ",
    "ln": "Ekólo ya Kongó Demokratíki: lɔ́kɔ́tɔ́, mɔ̌, ɛ̂",
    "yo": "Orílẹ̀-èdè Olómìnira Ìjọba Àpapọ̀ Nàìjíríà",
    "vi": "Cộng hòa Xã hội chủ nghĩa Việt Nam",
    "haw": "Mokuʻāina o Hawaiʻi",
    "fr": "5\u202f000\u202f€, 3\u202f‰, vice\u2011président, 1ᵉʳ, ½",
    "ur": "وزارتِ خارجہ، حکومتِ پاکستان ٹ ڈ ڑ ے ۔",
    "ug": "شىنجاڭ ئۇيغۇر ئاپتونوم رايونى",
    "ms-Arab": "كمنترين لوار نݢري مليسيا ڤ چ ڠ ڽ",
    "he": "משרד החוץ של מדינת ישראל, תשפ״ו",
    "th": "กระทรวงการต่างประเทศ",
    "lo": "ກະຊວງການຕ່າງປະເທດ",
    "hy": "Հայաստանի Հանրապետություն",
    "ka": "საქართველოს საგარეო საქმეთა სამინისტრო",
    "km": "ក្រសួងការបរទេស",
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    with hosted(ASSETS) as address:
        page = browser.new_page()
        page.goto(f"{address}/css/fonts.css")
        page.set_content('<link rel="stylesheet" href="fonts.css"><p id="text"></p>')
        yield page
        page.close()


@pytest.mark.parametrize("family", ["Noto Sans", "Noto Serif"])
@pytest.mark.parametrize("language", WRITTEN)
def test_all_of_it_is_set_in_the_bundled_fonts(page: Page, language: str, family: str) -> None:
    page.evaluate(
        """async ([tag, family, words]) => {
          const text = document.getElementById('text')
          Object.assign(text, {lang: tag, textContent: words})
          text.style.fontFamily = `"${family}"`
          text.getBoundingClientRect()
          await document.fonts.ready
        }""",
        [language, family, WRITTEN[language]],
    )

    used = fonts_used(page, "#text")

    assert used
    assert [font for font in used if not font["isCustomFont"]] == []
