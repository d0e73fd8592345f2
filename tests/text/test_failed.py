"""Markup that failed is reported at its place with the line as it should be; text that only looks like it is not."""

import pytest

from tests.text.page import html_of, letters, read, shown

WRAPPED_ARABIC = (
    "قال الوزير إن الجانبين اتفقا على مواصلة المشاورات بشأن الاتفاق في عمان\n"
    "وأكدا أهمية التعاون في المجالات كافة وعلى رأسها التجارة\nوالاستثمار."
)
FAILED = [
    ("See [our site](www.mfa.example).", "1:5 PG090", "write [our site](https://www.mfa.example)"),
    ("[our site](mfa.gov.kh/en)", "1:1 PG090", "write [our site](https://mfa.gov.kh/en)"),
    ("[broken](htp://x.example)", "1:1 PG090", "write [broken](https://x.example)"),
    ("[broken](http//x.example/a)", "1:1 PG090", "write [broken](https://x.example/a)"),
    ("[a page](https://x.example/a page)", "1:1 PG090", "write [a page](https://x.example/a%20page)"),
    ("[x]()", "1:1 PG090", "https://www.mfa.example"),
    ("![x](C:\\Users\\me\\photo.jpg)", "1:1 PG090", "write ![x](photo.jpg)"),
    ("![x](photograph)", "1:1 PG090", "photo.jpg"),
    ("Met.\n\nIn [a call](2026-11-20-call).", "3:4 PG090", "write [a call](2026-11-20-call.en.md)"),
    ("[the annex](the final annex.pdf)", "1:1 PG090", "write [the annex](<the final annex.pdf>)"),
    ("[write](press@mfa.example)", "1:1 PG090", "write [write](mailto:press@mfa.example)"),
    ("[our site] (https://mfa.example)", "1:1 PG090", "write [our site](https://mfa.example)"),
    ("(our site)[https://mfa.example]", "1:11 PG090", "write [our site](https://mfa.example)"),
    ("[our site](https://mfa.example", "1:1 PG090", "write [our site](https://mfa.example)"),
    ("<www.mfa.example>", "1:1 PG090", "write <https://www.mfa.example>"),
    ("[our site][a]", "1:1 PG090", "[a]: https://"),
    ("[a][b]", "1:1 PG090", "[b]: https://"),
    ("[site][]", "1:1 PG090", "[site]: https://"),
    ("| Site |\n|---|\n| [our site](www.mfa.example) |", "3:3 PG090", "(https://www.mfa.example)"),
    ("**Minister met", "1:1 PG091", "**Minister met**"),
    ("The **Minister met\n\nthe press.** Then", "1:5 PG091", "\\*\\*"),
    ("The *Minister met.", "1:5 PG091", "*Minister met*"),
    ("The _Minister met.", "1:5 PG091", "_Minister met_"),
    ("** The Minister ** met.", "1:1 PG091", "write **The Minister**"),
    ("The Minister** met.", "1:13 PG091", "**Minister** met"),
    ("##Trade", "1:1 PG092", "write ## Trade"),
    ("Met.\n\n    ## Trade", "3:5 PG092", "write ## Trade"),
    ("State\tMinister\tVote\nA\tB\tyes", "1:1 PG093", "| State | Minister | Vote |"),
    ("| A | B |\n| 1 | 2 |", "1:1 PG093", "| --- | --- |"),
    ("| A | B | C |\n|---|---|\n| 1 | 2 | 3 |", "2:1 PG093", "| --- | --- | --- |"),
    ("We agreed on\n-trade\n-aid", "2:1 PG094", "write - trade"),
    ("We agreed.\n- trade\n- aid", "2:1 PG094", "blank line"),
    (
        "The Minister, who had met his colleague for the first time in autumn\nyesterday evening, spoke\nof trade.",
        "1:1 PG095",
        "one line",
    ),
    (WRAPPED_ARABIC, "1:1 PG095", "one line"),
    ("The Ministers met.[^1]", "1:19 PG096", "[^1]: …"),
    ("Met.\n\n[^1]: A note.", "3:1 PG096", "where the note belongs"),
    ("Met.\n\n[un]: https://www.un.org/", "3:1 PG096", "[un]"),
    ("The `text` met.", "1:5 PG098", "“"),
    ("Met.\n\n```", "3:1 PG098", "leave out"),
    (
        '<figure markdown="span">\n  ![x](photo.jpg)\n</figure>',
        "2:3 PG098",
        '![The Ministers sign](photo.jpg "The signing")',
    ),
    ("<div class=x>See **all** of it\n</div>", "1:18 PG098", "without the HTML"),
]


@pytest.mark.parametrize(("source", "where", "hint"), FAILED)
def test_what_failed_is_reported(source: str, where: str, hint: str) -> None:
    _, problems = read(source)

    place = f"{problems[0].place.line}:{problems[0].place.column} {problems[0].code.id}"
    assert place == where
    assert hint in problems[0].hint


OFFICIAL = [
    "He said that [sic] the Minister [for Foreign Affairs](Ukraine) [Laughter.] [he](2022) came [and](see p. 4).",
    "[Minister](A/RES/77/1), [the sides](and/or), [the area](state-of-the-art), [shall][should] and [sic][emphasis].",
    "Halt![sic](in the original) Bravo! [the text](as delivered)",
    "2*3*4 = 24, 2**3 = 8, 5 * 3 = 15, a_b_c, snake_case, __init__ and ____ to sign",
    "PRAK Sokhonn* met Kosovo** and others***\n\n* Provisional.\n\n** This designation is without prejudice.",
    "Kosovo*\n\n*This designation is without prejudice to positions on status.",
    "Kosovo* and Palestine**\n\n*This designation.\n\n**This designation, too.",
    "* * *",
    "*** ** ***",
    "#12, Street 240\n#MFA #Geneva and No. #4",
    "Nuku`alofa and Hawai`i, `Abd al-Ra`uf met `Ali, `quoted' words",
    "Tel:\t+855 23 214 441\nFax:\t+855 23 216 144\nE-mail:\tpress@mfa.example",
    "A.\tTrade and aid\nB.\tThe climate\nC.\tConsular affairs",
    "For the Kingdom\t\tFor the Republic\nPRAK Sokhonn\t\tAnna Lee",
    "Ministry | Press office\nGeneva | 2 March 2026",
    "- Bonjour.\n- Merci.",
    "-5 degrees\n-7 degrees",
    "Ministry of Foreign Affairs and International Cooperation\nDepartment of Protocol",
    "The Ministers, who had met for the first time last autumn in Geneva,  \nspoke of trade.",
    "The sum of {A} and {1}; ~5 per cent ~ 6 per cent; yes!!! no???",
    "[1] See the declaration. [2](3) and [a] (b), [c] (see above)",
]


@pytest.mark.parametrize("source", OFFICIAL)
def test_what_official_texts_print_is_no_failure(source: str) -> None:
    _, problems = read(source)

    assert [problem.message for problem in problems] == []


LINKED = [
    ("[a](2026-03-02-x/annex_(final).pdf)", "2026-03-02-x/annex_(final).pdf", ""),
    ("[a](annex_(a_(b)).pdf)", "annex_(a_(b)).pdf", ""),
    ("[a](<annex (final).pdf>)", "annex%20(final).pdf", ""),
    ("[a](<annex_).pdf> 'The annex')", "annex_).pdf", "The annex"),
    ('[a](annex_(f).pdf "The (annex) :)")', "annex_(f).pdf", "The (annex) :)"),
    ("[a](annex_\\(f\\).pdf)", "annex_(f).pdf", ""),
    ("[a](annex_\\).pdf)", "annex_).pdf", ""),
    ("([a](annex.pdf))", "annex.pdf", ""),
    ("[a](ANNEX.Pdf)", "ANNEX.Pdf", ""),
    ("![a](photo (1).JPG)", "photo%20(1).JPG", ""),
    ("![a](../2022/photo (1).jpg)", "../2022/photo%20(1).jpg", ""),
]


@pytest.mark.parametrize(("source", "target", "title"), LINKED)
def test_parentheses_within_an_address_make_a_link(source: str, target: str, title: str) -> None:
    body, problems = read(source)

    assert [reference.target for reference in body.references] == [target]
    assert (f'title="{title}"' in html_of(body)) == bool(title)
    assert problems == ()


def test_parentheses_around_a_link_are_text() -> None:
    body, _ = read("(see [the article](https://x.example/a_(b)) and more)")

    assert 'href="https://x.example/a_(b)"' in html_of(body)
    assert html_of(body).endswith("</a> and more)</p>")


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("[Annex](annex.pdf", "[Annex](annex.pdf)"),
        ("[Annex](2026/annex_(final.pdf).", "[Annex](<2026/annex_(final.pdf>)"),
        ("![The hall](hall.jpg", "![The hall](hall.jpg)"),
        ("[Y](https://a.example/x_(y)", "[Y](<https://a.example/x_(y)>)"),
    ],
)
def test_parentheses_that_are_not_closed_are_reported(written: str, right: str) -> None:
    _, problems = read(f"See {written}")
    assert [(one.code.id, one.place.column, one.hint) for one in problems] == [("PG090", 5, f"write {right}")]


def test_words_in_open_parentheses_are_no_address() -> None:
    assert read("See [the annex](Annex.\n\n[sic](see annex a.pdf")[1] == ()


@pytest.mark.parametrize("written", ["[TOC]", "[[TOC]]", "- [ ] to come", "- [x] done", "The ==Ministers== met."])
def test_contents_boxes_and_highlights_are_of_another_dialect(written: str) -> None:
    body, problems = read(written)
    assert [one.code.id for one in problems] == ["PG098"]
    assert letters(written).lstrip("-") in letters(shown(html_of(body)))


@pytest.mark.parametrize(
    "written", ["[TOC] is short for it.", "- [sic] so written", "a == b == c", "- [x]", "===", "[ ] x"]
)
def test_brackets_and_signs_of_words_are_of_none(written: str) -> None:
    assert [one for one in read(written)[1] if one.code.id == "PG098"] == []
