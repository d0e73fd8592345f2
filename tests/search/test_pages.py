"""What a page of docs/ says: its passages in the order of reading, each with its anchor."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from pressgen.search.pages import PagePassage, passages


def passages_of(html: str) -> list[tuple[str, str]]:
    return [(passage.anchor, passage.text) for passage in passages(html)]


def test_headings_paragraphs_items_and_cells_are_passages_below_the_nearest_heading() -> None:
    html = """<p>Before.</p>
    <h1 id="about">About <em>us</em><a class="headerlink" href="#about">¶</a></h1>
    <p>The press <strong>office</strong>,<br>open&nbsp;daily &amp; free.</p>
    <h2 id="where">Where</h2><ul><li>Here<ul><li>there</li></ul></li></ul>
    <table><tr><th>Day</th><td>Monday</td></tr></table>"""

    assert passages_of(html) == [
        ("", "Before."),
        ("about", "About us"),
        ("about", "The press office,"),
        ("about", "open daily & free."),
        ("where", "Where"),
        ("where", "Here"),
        ("where", "there"),
        ("where", "Day"),
        ("where", "Monday"),
    ]


def test_words_are_whole_across_marks_within_a_line() -> None:
    assert passages_of("<p>the<b>re</b> wa<wbr>s a<span>n</span></p>") == [("", "there was an")]


def test_scripts_styles_and_comments_say_nothing() -> None:
    html = """<p>One<script>alert("<p>no</p>")</script> two</p><style>p {}</style>
    <!-- pressgen: latest count=5 --><svg><title>icon</title><path/></svg><noscript>never</noscript><p>three</p>"""

    assert passages_of(html) == [("", "One two"), ("", "three")]


def test_what_is_not_closed_ends_with_the_page() -> None:
    assert passages_of("<div><p>One<p>Two<div>Three") == [("", "One"), ("", "Two"), ("", "Three")]
    assert passages_of("<svg><path></p>hidden") == []
    assert passages_of("</p></svg>Text") == [("", "Text")]


def test_an_anchor_without_a_name_is_that_above() -> None:
    assert passages_of('<h2 id="a">A</h2><h3>B</h3><h3 id="">C</h3>') == [("a", "A"), ("a", "B"), ("a", "C")]


@given(st.text(st.sampled_from("<>/=\"'!-&;#abph1 \n"), max_size=60))
def test_no_html_is_too_broken(html: str) -> None:
    for passage in passages(html):
        assert isinstance(passage, PagePassage)
        assert passage.text.strip() == passage.text != ""
