"""Lists that pages of `docs/` ask for: what an author may write, and which problems are reported."""

from __future__ import annotations

import pytest

from pressgen.load.asked import ListRequest, asked_for, list_problems, places_front, request_of, with_lists
from pressgen.model import Organisation, Person, Register, Topic
from pressgen.problems import codes

REGISTER = Register(
    people={"anniken-huitfeldt": Person.model_validate({"names": "Anniken Huitfeldt"})},
    organisations={"asean": Organisation.model_validate({"names": "ASEAN"})},
    topics={"trade": Topic.model_validate({"names": "Trade"})},
)


@pytest.mark.parametrize(
    ("comment", "request_"),
    [
        ("<!-- pressgen: latest -->", ListRequest("latest")),
        ("<!--pressgen:latest-->", ListRequest("latest")),
        ("<!-- Pressgen latest count=3 -->", ListRequest("latest", 3)),
        ("<!-- pressgen: latest country=NO count = 12 -->",
         ListRequest("latest", 12, (("country", ("NO",)),))),
        ("<!-- pressgen: latest country: no,SE -->",
         ListRequest("latest", None, (("country", ("NO", "SE")),))),
        ('<!-- pressgen: latest topic="trade" kind=Visit -->',
         ListRequest("latest", None, (("topic", ("trade",)), ("kind", ("visit",))))),
        ("<!-- pressgen: latest person=anniken-huitfeldt organisation=asean year=2022 -->",
         ListRequest("latest", None, (("person", ("anniken-huitfeldt",)),
                                             ("organisation", ("asean",)), ("year", ("2022",))))),
        ("<!-- pressgen: met count=8 -->", ListRequest("met", 8)),
        ("<!-- pressgen: years -->", ListRequest("years")),
        ("<!-- pressgen countries -->", ListRequest("countries")),
    ],
)  # fmt: skip
def test_what_can_be_asked_for(comment: str, request_: ListRequest) -> None:
    (asked,) = asked_for(f"# A\n\n{comment}\n", "docs/a.md")
    assert (asked.place.line, asked.place.column, asked.fault) == (3, 1, "")
    assert request_of(asked.words, REGISTER) == (request_, [])
    made: list[ListRequest] = []
    assert with_lists(f"<p>a</p>\n{comment}\n", REGISTER, lambda one: made.append(one) or "LIST") == "<p>a</p>\nLIST\n"  # type: ignore[func-returns-value]
    assert made == [request_]


@pytest.mark.parametrize(
    ("line", "column", "message", "hint"),
    [
        ("<!-- pressgen: lastest -->", 1, "there is no list 'lastest'", "did you mean 'latest'?"),
        ("<!-- pressgen: everything -->", 1, "there is no list 'everything'", "the lists are latest, met, countries"),
        ("<!-- pressgen: -->", 1, "this asks for no list", "<!-- pressgen: latest count=5 country=NO -->"),
        ("<!-- pressgen: latest contry=NO -->", 1, "there is no key 'contry'", "did you mean 'country'?"),
        ("<!-- pressgen: latest country=NW -->", 1, "unknown country 'NW'", "NO"),
        ("<!-- pressgen: latest country=Norway -->", 1, "unknown country 'NORWAY'", "'NO' (Norway)"),
        ("<!-- pressgen: latest topic=trades -->", 1, "unknown topic 'trades'", "did you mean 'trade'?"),
        ("<!-- pressgen: latest person=aniken-huitfeldt -->", 1, "unknown person", "did you mean 'anniken-huitfeldt'?"),
        ("<!-- pressgen: latest organisation=aseen -->", 1, "unknown organisation", "did you mean 'asean'?"),
        ("<!-- pressgen: latest kind=visits -->", 1, "there is no kind 'visits'", "did you mean 'visit'?"),
        ("<!-- pressgen: latest year=22 -->", 1, "'22' is no year", "2022"),
        ("<!-- pressgen: latest count=0 -->", 1, "'0' is no number of entries", "1 to 100"),
        ("<!-- pressgen: latest count=9999999999 -->", 1, "is no number of entries", "1 to 100"),
        ("<!-- pressgen: latest country -->", 1, "'country' has no value", "country=…"),
        ("<!-- pressgen: latest country=NO country=SE -->", 1, "'country' stands twice", "country=…,…"),
        ("<!-- pressgen: latest years -->", 1, "'years' stands alone", "did you mean 'year'?"),
        ("<!-- pressgen: years country=NO -->", 1, "the list 'years' has no 'country'", "only `latest`"),
        ("<!-- presgen: latest -->", 1, "'presgen' is not 'pressgen'", "<!-- pressgen: latest"),
        ("  <!-- pressgen: latest", 3, "this comment does not end on its line", "-->"),
        ("The latest: <!-- pressgen: latest -->", 13, "this list stands within a line", "a line of its own"),
        ("- <!-- pressgen: latest -->", 3, "this list stands within a line", "a line of its own"),
    ],
)
def test_what_is_reported(line: str, column: int, message: str, hint: str) -> None:
    (problem,) = list_problems(f"# A\n\n{line}\n\nMore.\n", "docs/a.md", REGISTER)
    assert (problem.code.id, str(problem.place)) == ("PG063", f"docs/a.md:3:{column}")
    assert message in problem.message
    assert hint in problem.hint


def test_every_mistake_is_reported() -> None:
    text = "<!-- pressgen: latest contry=NO kind=visits -->\n\n<!-- pressgen: lates -->\n"
    assert [problem.place.line for problem in list_problems(text, "docs/a.md", REGISTER)] == [1, 1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "```\n<!-- pressgen: lates -->\n```\n",
        "```html\n<!-- pressgen: lates -->\n",
        "~~~~ md\n~~~\n<!-- pressgen: lates -->\n~~~~\n",
        "1. One\n\n    ```md\n    <!-- pressgen: lates -->\n    ```\n",
        "Text.\n\n    <!-- pressgen: lates -->\n",
        "Write `<!-- pressgen: lates -->` here.\n",
        "Write ``<!-- pressgen: `lates` -->`` here.\n",
        "<!-- A note: pressgen makes this. -->\n<!-- pressgen-note: x -->\n<!-- progress: x -->\n",
    ],
)
def test_samples_and_other_comments_are_left_alone(text: str) -> None:
    assert list(asked_for(text, "docs/a.md")) == []


def test_a_list_within_an_admonition_is_one() -> None:
    text = "!!! note\n\n    <!-- pressgen: lates -->\n"
    assert [asked.place.line for asked in asked_for(text, "docs/a.md")] == [3]


@pytest.mark.parametrize(
    "line",
    [
        "<!-- pressgen latest -->",
        "<!--pressgen latest count=5 -->",
        "<!-- pressgen： latest -->",
        "<!-- presgen latest -->",
        "<!- pressgen: latest ->",
        "<! -- pressgen: latest -->",
        "<!— pressgen: latest —>",
        "<–– pressgen: latest ––>",
        "<!--- pressgen: latest --->",
        "&lt;!-- pressgen: latest --&gt;",
        "{{ pressgen: latest }}",
        "[pressgen: latest]",
        "  <!-- press-gen latest -->",
        "<!-- press gen: latest -->",
    ],
)
def test_what_is_nearly_the_comment_is_reported_as_a_warning(line: str) -> None:
    (problem,) = list_problems(f"Text.\n\n{line}\n", "docs/x.md", Register())
    assert (problem.code.id, problem.place.line) == ("PG081", 3)
    assert "<!-- pressgen: latest" in problem.hint


@pytest.mark.parametrize(
    "line",
    [
        "<!-- pressgen: latest -->",
        "<!-- pressgen : latest -->",
        "<!-- the latest of pressgen -->",
        "<!-- person: latest -->",
        "- pressgen: latest releases",
        "[progress latest](x.md)",
        "`<!-- pressgen latest -->`",
        "    <!-- pressgen latest -->",
        "<!-- pressgen-latest -->",
        "pressgen people",
    ],
)
def test_what_is_the_comment_or_something_else_is_not(line: str) -> None:
    assert list(list_problems(f"Text.\n\n{line}\n", "docs/x.md", Register())) == []


def test_the_front_stands_on_home_pages_only() -> None:
    text = "<!-- pressgen: front -->\n"
    assert list(list_problems(text, "docs/index.md", REGISTER)) == []
    (problem,) = list_problems(text, "docs/about.md", REGISTER, is_home=False)
    assert (problem.code, problem.place.line) == (codes.WRONG_LIST, 1)
    (problem,) = list_problems("<!-- pressgen: front count=3 -->", "docs/index.md", REGISTER)
    assert "no 'count'" in problem.message


def test_a_page_may_say_where_the_front_stands() -> None:
    assert places_front("<p>Notice</p>\n<!-- pressgen: front -->")
    assert not places_front("<!-- pressgen: met --><p>front</p>")
