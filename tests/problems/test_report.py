"""The same problems as text, as JSON and as annotations."""

import json

from hypothesis import given
from hypothesis import strategies as st

from pressgen.problems import Place, Problem, codes
from pressgen.problems.report import FORMATS, as_github, as_json, as_text

COUNTRY = codes.UNKNOWN_COUNTRY.at(
    Place("releases/2022/2022-02-15-x.en.md", 9, 14),
    "unknown country 'NW' (participants[2].country)",
    "use an ISO 3166-1 alpha-2 code; did you mean 'NO' (Norway)?",
)
STRAY = codes.STRAY_FILE.at(Place("releases/50% off, now: a.jpg"), "this file belongs to no release")


def test_text_is_as_the_design_has_it() -> None:
    assert as_text([COUNTRY, STRAY]) == (
        "releases/2022/2022-02-15-x.en.md:9:14: error PG012: unknown country 'NW' (participants[2].country)\n"
        "    hint: use an ISO 3166-1 alpha-2 code; did you mean 'NO' (Norway)?\n"
        "releases/50% off, now: a.jpg:1:1: warning PG037: this file belongs to no release\n"
    )


def test_without_problems_nothing_is_reported() -> None:
    assert as_text([]) == as_github([]) == ""
    assert json.loads(as_json([])) == {"version": 1, "errors": 0, "warnings": 0, "problems": []}


def test_json_has_a_stable_shape() -> None:
    document = json.loads(as_json([COUNTRY, STRAY]))
    assert (document["version"], document["errors"], document["warnings"]) == (1, 1, 1)
    assert document["problems"][0] == {
        "code": "PG012",
        "name": "Unknown country",
        "severity": "error",
        "file": "releases/2022/2022-02-15-x.en.md",
        "line": 9,
        "column": 14,
        "message": "unknown country 'NW' (participants[2].country)",
        "hint": "use an ISO 3166-1 alpha-2 code; did you mean 'NO' (Norway)?",
    }
    assert document["problems"][1]["hint"] == ""


def test_annotations_escape_what_github_would_read() -> None:
    assert as_github([COUNTRY]) == (
        "::error file=releases/2022/2022-02-15-x.en.md,line=9,col=14,title=PG012::"
        "unknown country 'NW' (participants[2].country)%0A"
        "hint: use an ISO 3166-1 alpha-2 code; did you mean 'NO' (Norway)?\n"
    )
    assert as_github([STRAY]) == (
        "::warning file=releases/50%25 off%2C now%3A a.jpg,line=1,col=1,title=PG037::this file belongs to no release\n"
    )


@given(st.text(min_size=1), st.text())
def test_no_words_of_an_author_look_like_another_problem(message: str, hint: str) -> None:
    problem: Problem = codes.WRONG_VALUE.at(Place("x.md", 1, 1), message, hint)
    first, *others = as_text([problem]).removesuffix("\n").split("\n")
    assert first.startswith("x.md:1:1: error PG021: ")
    assert all(line.startswith("    ") for line in others)
    assert len(others) == (hint.count("\n") + 1 if hint else 0)
    assert others[:1] == [] or others[0].startswith("    hint: ")
    assert as_github([problem]).count("\n") == 1
    assert "\r" not in as_github([problem])
    assert json.loads(as_json([problem]))["problems"][0]["message"] == message


def test_each_form_has_a_name() -> None:
    assert dict(FORMATS) == {"text": as_text, "json": as_json, "github": as_github}


def test_what_a_problem_is_about_does_not_make_another_of_it() -> None:
    place = Place("releases/x.en.md", 2)
    told = codes.UNKNOWN_KEY.at(place, "unknown key 'titel'", "did you mean 'title'?", "title")
    assert told.about == "title"
    assert told == codes.UNKNOWN_KEY.at(place, "unknown key 'titel'", "did you mean 'title'?")
