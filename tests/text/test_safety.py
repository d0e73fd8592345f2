import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.text import cleaning
from pressgen.text.parsing import parse_body
from tests.blocks import html_of_block
from tests.text.page import html_of, read

SCRIPTS = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//example.org/x.js></sCrIpT>",
    "<script/x>alert(1)</script>",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x/onerror=alert(1)>",
    '<img src="a.png" alt="x" ONLOAD = "alert(1)">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href=' java\nscript:alert(1)'>x</a>",
    "<a href='java&#09;script:alert(1)'>x</a>",
    "<a href='&#106;avascript&colon;alert(1)'>x</a>",
    "<a href='\u200bjavascript:alert(1)'>x</a>",
    "<a href='vbscript:msgbox(1)'>x</a>",
    "<a href='data:text/html;base64,PHNjcmlwdD4='>x</a>",
    "[x](javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    '[x](JaVaScRiPt:alert(1) "t")',
    "[x](java&#115;cript:alert(1))",
    "[x]: javascript:alert(1)\n\n[x]",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,AAAA)",
    "<javascript:alert(1)>",
    "<iframe src=https://example.org></iframe>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data=x.swf></object>",
    "<embed src=x.swf>",
    "<form action=https://example.org><input name=a><button formaction='javascript:alert(1)'>x</button></form>",
    "<meta http-equiv=refresh content='0;url=https://example.org'>",
    "<base href=https://example.org/>",
    "<link rel=stylesheet href=x.css>",
    "<style>body{display:none}</style>",
    "<p style='position:fixed'>x</p>",
    "<b onclick=alert(1)>x</b>",
    "<details ontoggle=alert(1) open>x</details>",
    "<table background='javascript:alert(1)'><tr><td>x</td></tr></table>",
    "<div>\n\n<script>\n\nalert(1)\n\n</script>\n\n</div>",
    "| a |\n|---|\n| <script>alert(1)</script> |",
    "- <img src=x onerror=alert(1)>",
    "> <iframe src=x></iframe>",
    "a[^1]\n\n[^1]: <script>alert(1)</script>",
    "## <script>alert(1)</script> x",
    "Term\n: <b onmouseover=alert(1)>x</b>",
    "<!--><script>alert(1)</script>-->",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<textarea><img src=x onerror=alert(1)></textarea>",
    "<a href='https://example.org' title='\"><img src=x onerror=alert(1)>'>x</a>",
    '!["><img src=x onerror=alert(1)>](a.png "\\"><script>alert(1)</script>")',
    "\x02wzxhzdk:0\x03<b>x</b>\x1d<script>alert(1)</script>",
]
# Text, comments and harmless HTML: nothing of them would run, and nothing is told.
QUIET = ("<javascript:", "[x]:", '!["', "<!--", "<a href='https")
TAGS_SHOWN = re.compile(
    "a|abbr|address|bd[io]|blockquote|body|br|caption|cite|code|col|colgroup|d[dlt]|del|dfn|div|em|figcaption|figure|"
    "h[2-6]|head|hr|html|i|img|ins|kbd|li|mark|ol|r[pt]|ruby|samp|section|small|span|strong|su[bp]|table|tbody|t[dhr]|"
    "tfoot|thead|time|u|ul|var|wbr|[bpqsu]"
)


def assert_harmless(html: str) -> None:
    for element in html5lib.parse(html, namespaceHTMLElements=False).iter():
        assert TAGS_SHOWN.fullmatch(element.tag)
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert name not in {"style", "name", "srcdoc", "action", "formaction", "target"}
            if name in {"href", "src"}:
                assert re.match(r"https?://|mailto:|tel:|#|pressgen:\d+$", value)


@pytest.mark.parametrize("source", SCRIPTS)
def test_nothing_active_passes(source: str) -> None:
    for text in (source, f"Before {source} after", f"1. {source}"):
        body, _ = read(text)
        assert_harmless(html_of(body))


@pytest.mark.parametrize("source", [one for one in SCRIPTS if not one.startswith(QUIET)])
def test_what_is_active_is_reported_where_it_stands(source: str) -> None:
    _, problems = read(f"One.\n\n{source}")
    reported = [problem for problem in problems if problem.code.id in {"PG047", "PG052"}]
    assert reported
    assert reported[0].place.line >= 3
    assert all(problem.hint for problem in problems)


FRAGMENTS = st.sampled_from(
    [
        *SCRIPTS,
        "<",
        ">",
        '"',
        "'",
        "<b",
        "</b>",
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<table>",
        "<td>",
        "</table>",
        "<li>",
        "<a href=",
        "javascript:",
        "&#106;",
        "on",
        "error=",
        "<!--",
        "-->",
        "[",
        "](",
        ")",
        "![",
        "*",
        "**",
        "`",
        "\n",
        "\n\n",
        "\n- ",
        "\n> ",
        "\n1. ",
        " ",
        "|",
        "\n|-|\n",
        "\\",
        "text",
        "<svg>",
        "</svg>",
        "<style>",
        "<script ",
        "\x00",
        "\ud800",
        "<h2 id=p1>",
        "=",
        "/",
    ]
)


@settings(max_examples=250)
@given(st.lists(FRAGMENTS, max_size=14).map("".join))
def test_nothing_active_passes_however_it_is_pieced_together(source: str) -> None:
    body, _ = read(source)
    assert_harmless(html_of(body))


@settings(max_examples=150)
@given(st.lists(FRAGMENTS, max_size=8).map("".join))
def test_no_block_reaches_into_the_next(source: str) -> None:
    body, _ = read(source)
    for block in body.blocks:
        page = html5lib.parseFragment(f"{html_of_block(block)}<aside>after</aside>", namespaceHTMLElements=False)
        assert page[-1].tag == "aside"


def test_an_author_cannot_take_our_ids_or_classes() -> None:
    body, _ = read(
        'One <span id="p1" class="end-mark">x</span>\n\n<div id="notes" class="printed">\n\nTwo\n\n</div>\n\n## p2'
    )
    html = html_of(body)
    assert html.count('id="p1"') == 1
    assert 'id="notes"' not in html
    assert "end-mark" not in html
    assert 'id="section-p2"' in html


def test_problems_have_the_place_in_the_file() -> None:
    source = "\n\nOne\ntwo <b>three\n\n| a | <i>b |\n|---|---|\n\n> - x\n>   y <u>z\n"
    _, problems = read(source)
    assert [(one.place.line, one.place.column) for one in problems] == [(4, 5), (6, 7), (10, 7)]


LETTERS = st.sampled_from(
    [*"aB7.()-:;>\"'", "\u00a0", "\u202f", "ក", "្", "ខ", "م", "د", "中", "\U0001f54a", "  ", " ", " \n", "\\"]
)
STARTS = st.sampled_from(["", "## ", "7. ", "- ", "* ", "(a) ", "• ", "> ", "  - ", "* * *\n"])
PLAIN = st.lists(st.tuples(STARTS, st.lists(LETTERS, max_size=12).map("".join)).map("".join), max_size=8).map(
    "\n\n".join
)


@settings(max_examples=150)
@given(PLAIN, st.sampled_from(["en", "km", "ar"]))
def test_what_is_not_sanitised_is_as_the_sanitiser_would_give_it(source: str, language: str) -> None:
    given_text = {"source": source, "language": language, "languages": ("en", "km"), "path": "x.md", "first_line": 1}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cleaning, "_holds_text_alone", lambda _: False)
        sanitised = parse_body(**given_text)
    assert parse_body(**given_text) == sanitised


@pytest.mark.parametrize(
    "source", ["A paragraph\u00a0of plain words.", "7. A numbered one", "- a\n  - b", "## A heading", "* * *"]
)
def test_plain_text_needs_no_sanitising(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "CLEANER", None)
    assert read(source)[0].sections


@pytest.mark.parametrize(
    "source", ["*a*", "<b>a</b>", "a &amp; b", "https://example.org", "[a](b.md)", "| a |\n|---|", "> a"]
)
def test_whatever_may_hold_markup_is_sanitised(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cleaning, "CLEANER", None)
    with pytest.raises(AttributeError):
        read(source)


@pytest.mark.parametrize(
    "source",
    [
        "The terms are &#x202E;doog&#8237; here.",
        '[a](https://example.org "&#x202e;doog")',
        '<span title="&#x202e;doog">a</span>',
    ],
)
def test_a_reference_cannot_smuggle_in_what_turns_the_order_of_letters(source: str) -> None:
    body, problems = read(source)
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", html_of(body))
    assert {problem.code.id for problem in problems} == {"PG007"}


def test_marks_that_a_right_to_left_text_needs_may_be_written_as_references() -> None:
    body, problems = read("(a)&rlm; and &lrm;b")
    assert "\u200f and \u200e" in html_of(body)
    assert problems == ()


def test_an_attribute_over_two_lines_holds_no_control_character() -> None:
    body, _ = read('<span title="one\ntwo">a</span>')
    assert html_of(body) == '<p id="p1"><span title="one two">a</span></p>'


def test_quotation_marks_behind_backslashes_in_a_links_title_are_shown_without_them() -> None:
    body, _ = read('[a](https://example.org "the \\"Declaration\\"")')
    assert 'title="the &quot;Declaration&quot;"' in html_of(body)
