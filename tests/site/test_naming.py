"""Pages are declared with the names that they show, and to show another is an error."""

from __future__ import annotations

from datetime import date

import pytest

from pressgen.model import Side
from pressgen.model.groups import COUNTRIES, ORGANISATIONS, PEOPLE, TOPICS, Subject
from pressgen.site.happenings import happening
from pressgen.site.naming import subjects_in
from tests.views.encounter_samples import MEETINGS, OURS, REGISTER, UNA, site

NORWAY, ASEAN, TRADE = Subject(COUNTRIES, "NO"), Subject(ORGANISATIONS, "asean"), Subject(TOPICS, "trade")


def test_subjects_are_found_however_deep() -> None:
    value = ([NORWAY], {"side": Side(organisation="asean")}, (UNA, date(2024, 1, 1)), Side(), "NO")
    assert subjects_in(value) == {NORWAY, ASEAN, Subject(PEOPLE, "una-corrigall")}


def test_encounters_name_their_sides_and_those_who_spoke() -> None:
    declared_site = site(*MEETINGS)
    (first,) = (one for one in declared_site.archive.encounters if one.release == "2015-03-02-first")
    assert set(subjects_in(happening(declared_site.archive, first))) == {NORWAY, Subject(PEOPLE, "una-corrigall")}


def test_entries_of_lists_bring_their_names_with_them() -> None:
    declared_site = site(*MEETINGS)
    assert subjects_in(declared_site.latest()) == set()
    assert {partner.names["en"].text for entry in declared_site.latest() for partner in entry.partners} == {
        "Norway",
        "ASEAN",
    }


def test_a_page_has_the_names_that_it_is_declared_with_and_no_others() -> None:
    facts = site(*MEETINGS).naming(OURS, TRADE)

    assert facts.name(TRADE, "en").text == "Trade"
    assert facts.side(OURS.side, "en").text == "Examplia"
    with pytest.raises(LookupError, match="declared without the name of 'NO'"):
        facts.name(NORWAY, "en")


def test_names_leave_out_what_a_page_does_not_show() -> None:
    una = Subject(PEOPLE, "una-corrigall")
    declared_site = site(*MEETINGS)
    whole = REGISTER.people["una-corrigall"]
    assert whole.terms

    assert declared_site.naming(una).entry(una) == whole.model_copy(update={"variants": (), "terms": ()})
    assert declared_site.naming(profiles=[una]).entry(una) == whole
