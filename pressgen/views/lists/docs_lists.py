"""Write lists that stand within a page of `docs/`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressgen.addresses import way_up
from pressgen.model.groups import Group, Subject
from pressgen.views.here import Here
from pressgen.views.lists.listing import Line, ListingEntry, YearCount, YearLink, list_lines, year_links
from pressgen.views.pages.home import LastMet, MetLine, SubjectCount, Way, met_line, way_to
from pressgen.views.templates import render


@dataclass(frozen=True, slots=True)
class PlacedView:
    """What the template of a list in a page of `docs/` may see; entries of one kind, or none if the list is empty."""

    lines: tuple[Line, ...] = ()
    met: tuple[MetLine, ...] = ()
    ways: tuple[Way, ...] = ()
    years: tuple[YearLink, ...] = ()
    all: str = ""
    count: int = 0


def release_list(here: Here, entries: Sequence[ListingEntry], more: str, count: int) -> str:
    """Write a list of releases; `more` leads to all `count` of them if these are not all."""
    lines = list_lines(entries, here.facts, here.tag, way_up(here.address), with_year=True)
    return _placed(PlacedView(lines=lines, all=more, count=count), here)


def met_list(here: Here, met: Sequence[LastMet]) -> str:
    """Write a list of countries by their latest contact, with its day and channel."""
    return _placed(PlacedView(met=tuple(met_line(last, here) for last in met)), here)


def subject_list(here: Here, group: Group, entries: Sequence[SubjectCount]) -> str:
    """Write a list of entries of a group, with the number of releases of each."""
    ways = tuple(way_to(Subject(group, entry.id), entry.count, here) for entry in entries)
    return _placed(PlacedView(ways=ways), here)


def year_list(here: Here, years: Sequence[YearCount]) -> str:
    """Write a list of the years of the archive."""
    return _placed(PlacedView(years=year_links(years, here.facts, here.tag, here.address)), here)


def _placed(view: PlacedView, here: Here) -> str:
    return render("placed.html", view, here.words)
