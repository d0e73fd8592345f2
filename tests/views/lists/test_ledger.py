"""The ledger: meetings and contacts by years, cut so that it can be read."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressgen.model import Kind, Participant, Release
from pressgen.views.lists.ledger import COLUMNS, spans_of
from tests.views.encounter_samples import MEETINGS, OURS, UNA, pages, release, site
from tests.views.golden import assert_golden


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_ledger(tag: str) -> None:
    assert_golden(f"ledger.{tag}.html", pages(site(*MEETINGS))[f"{tag}/ledger/index.html"])


def test_a_cell_says_its_number_and_what_it_is_made_of() -> None:
    html = pages(site(*MEETINGS, release("x", date(2019, 7, 7), OURS, UNA, kind=Kind.VISIT)))["en/ledger/index.html"]

    assert '<b>2</b><span class="pg-unseen">: 1 visit and 1 meeting</span>' in html


def test_marks_count_as_many_as_the_number_says() -> None:
    few = [release(f"{day}", date(2020, 1, day), OURS, UNA) for day in range(1, 5)]
    many = [*few, release("5", date(2020, 1, 5), OURS, UNA)]

    def cell(*meetings: Release) -> str:
        html = pages(site(*meetings))["en/ledger/index.html"]
        return html[html.index('class="pg-matrix__split"') : html.index("</td>", html.index("pg-matrix__split"))]

    assert cell(*few).count("<i ") == 4
    assert re.findall(r"</i>(\d*)<", cell(*many)) == ["5"]


def test_an_archive_without_encounters_has_no_ledger() -> None:
    site_pages = pages(site(release("x", date(2020, 1, 1), kind=Kind.STATEMENT, countries=("NO",))))

    assert not [path for path in site_pages if "ledger" in path]


def test_many_encounters_have_a_page_for_each_year() -> None:
    meetings = [
        release(f"{year}-{day}", date(year, 1, day), OURS, UNA) for year in (2003, 2020) for day in range(1, 30)
    ]
    site_pages = pages(site(*meetings))

    assert {path for path in site_pages if path.startswith("en/ledger/")} == {
        "en/ledger/index.html",
        "en/ledger/2003-2008/index.html",
        "en/ledger/2003/index.html",
        "en/ledger/2020/index.html",
    }
    assert site_pages["en/ledger/2003/index.html"].count("<tr><td") == 29
    assert '<a href="../../en/ledger/2020/">2020</a>' in site_pages["en/ledger/index.html"]
    assert '<a href="../../../en/ledger/2003/">2003</a>' in site_pages["en/ledger/2003-2008/index.html"]


def test_a_year_without_encounters_is_a_column_and_leads_nowhere() -> None:
    html = pages(site(*MEETINGS))["en/ledger/index.html"]

    assert '<th scope="col">2016</th>' in html


def test_a_session_of_many_sides_is_one_line_and_counts_once() -> None:
    guests = [Participant(name=code, country=code) for code in ("NO", "SE", "FI")]
    made = site(release("x", date(2020, 1, 1), OURS, *guests))
    html = pages(made)["en/ledger/index.html"]

    assert [[side.country for side in one.sides] for one in made.archive.encounters] == [["NO", "SE", "FI"]]
    assert html.count("<tr><td") == 1 + 1  # the head of the matrix, and the line
    assert "Sweden</bdi></a> and one other</th>" in html
    assert '<p class="pg-listing__count">1</p>' in html
    assert html.count("<td><b>1</b></td></tr>") == 3
    assert '<tfoot><tr><th scope="row">Total</th><td>1</td><td>1</td></tr></tfoot>' in html
    assert "stands in the row of each" in html


@given(st.sets(st.integers(1, 3000), min_size=1, max_size=40))
def test_every_year_is_in_one_matrix_and_none_is_wide_or_empty(years: set[int]) -> None:
    spans = spans_of(sorted(years))

    covered = [year for span in spans for year in span.years]
    assert years <= set(covered)
    assert len(covered) == len(set(covered))
    assert [span.newest for span in spans] == [True, *[False] * (len(spans) - 1)]
    for span in spans:
        assert len(span.years) <= COLUMNS
        assert years & set(span.years)
        assert span.newest or span.first // 10 == span.last // 10
