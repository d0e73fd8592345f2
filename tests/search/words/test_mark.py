"""The words that a reader searched for, marked in the page that has them."""

from typing import Literal

import pytest
from playwright.sync_api import Page

from tests.browser.tabs import Tabs

_MARK = """async ([content, query]) => {
  const { mark } = await import("/browser/mark.js");
  const article = document.getElementById("article");
  article.innerHTML = content;
  const text = article.textContent;
  mark(query);
  if (article.textContent !== text) throw new Error("the text has changed");
  return article.innerHTML.replaceAll('<mark class="pg-found">', "[").replaceAll("</mark>", "]");
}"""


def marked(page: Page, content: str, query: str) -> str:
    found: str = page.evaluate(_MARK, [content, query])
    return found


@pytest.mark.parametrize(
    ("query", "content", "expected"),
    [
        ("norway", "<p>Norway’s view of Norway</p>", "<p>[Norway’s] view of [Norway]</p>"),
        ("norway asean", "<p>Norway</p><p>ASEAN</p>", "<p>[Norway]</p><p>[ASEAN]</p>"),
        ('"foreign affairs"', "<p>Foreign <b>Affairs</b></p>", "<p>[Foreign ]<b>[Affairs]</b></p>"),
        ("norway", "<p>Nor<b>way</b></p>", "<p>[Nor]<b>[way]</b></p>"),
        ('"a b"', "<p>a</p><p>b</p>", "<p>a</p><p>b</p>"),
        ("ab ", "<p>a<br>b</p>", "<p>a<br>b</p>"),
        ("កម្ពុជា", "<h1><span>ព្រះកម្ពុ</span>ជា។</h1>", "<h1><span>ព្រះ[កម្ពុ]</span>[ជា]។</h1>"),
        ("២០២២", "<p>in 2022</p>", "<p>in [2022]</p>"),
        ("norw", "<p>Norway</p>", "<p>[Norway]</p>"),
        ("no", "<p>No Norway</p>", "<p>[No] Norway</p>"),
        (
            "one",
            '<p id="p1"><a class="pg-anchor" href="#p1">one</a>one</p><nav>one</nav>',
            '<p id="p1"><a class="pg-anchor" href="#p1">one</a>[one]</p><nav>one</nav>',
        ),
        ("x", "<p>&lt;x&gt; &amp; x</p>", "<p>&lt;[x]&gt; &amp; [x]</p>"),
        ("", "<p>one</p>", "<p>one</p>"),
        ("minister", "<p>Ministry</p><p>Minister</p>", "<p>Ministry</p><p>[Minister]</p>"),
        ("ministers ", "<p>Minister</p>", "<p>[Minister]</p>"),
        ('"12 300"', "<p>12,300 and 12 300</p>", "<p>[12,300] and [12 300]</p>"),
        ("5 May", "<p>05 May</p>", "<p>[05] [May]</p>"),
        ("co-operation", "<p>cooperation</p>", "<p>[cooperation]</p>"),
    ],
)
def test_what_was_searched_for_is_marked(words_page: Page, query: str, content: str, expected: str) -> None:
    assert marked(words_page, content, query) == expected


# Wait until the page has not moved for a while, counted in the frames that it is drawn in.
AT_REST = """
() => new Promise(resolve => {
  let [place, still] = [scrollY, 0]
  const look = () => {
    still = scrollY === place ? still + 1 : 0
    place = scrollY
    still > 30 ? resolve() : requestAnimationFrame(look)
  }
  look()
})
"""


Motion = Literal["reduce", "no-preference"]


def _opened(tabs: Tabs, address: str, motion: Motion = "no-preference") -> dict[str, object]:
    """Open a long page at an address, as its results link to it; give what is in view then."""
    content = "".join(f'<p id="p{n}" style="height: 400px">one {n}</p>' for n in range(20))
    with tabs.taken() as tab:
        tab.look(width=400, height=800, motion=motion)
        page = tab.page
        page.goto(address)
        page.evaluate("(content) => { document.getElementById('article').innerHTML = content; }", content)
        page.evaluate("import('/browser/mark.js').then(({ showMarked }) => showMarked())")
        page.evaluate(AT_REST)
        found: dict[str, object] = page.evaluate(
            """() => ({
              seen: [...document.querySelectorAll("mark")].filter((mark) => {
                const { top, bottom } = mark.getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight;
              }).map((mark) => mark.parentElement.id),
              focus: document.activeElement.tagName,
              address: location.search + location.hash,
            })"""
        )
        return found


def test_the_first_mark_comes_into_view_without_taking_the_focus(tabs: Tabs, words_site: str) -> None:
    found = _opened(tabs, f'{words_site}/index.html?h="one 12"')
    assert found["seen"] == ["p12"]
    assert found["focus"] == "BODY"
    assert _opened(tabs, f'{words_site}/index.html?h="one 12"', motion="reduce")["seen"] == ["p12"]


def test_the_block_that_has_most_of_the_words_comes_into_view(tabs: Tabs, words_site: str) -> None:
    assert "p12" in _opened(tabs, f"{words_site}/index.html?h=one 12")["seen"]  # type: ignore[operator]


def test_a_fragment_says_which_of_the_marks_is_meant(tabs: Tabs, words_site: str) -> None:
    found = _opened(tabs, f"{words_site}/index.html?h=one#p9")
    assert "p9" in found["seen"]  # type: ignore[operator]
    assert found["address"] == "?h=one#p9"


def test_an_address_without_words_marks_nothing(tabs: Tabs, words_site: str) -> None:
    assert _opened(tabs, f"{words_site}/index.html")["seen"] == []
    assert _opened(tabs, f"{words_site}/index.html?h=%22#%E0%A4%A")["seen"] == []
