"""Write the page that lists all entries of a group, such as all countries, with the number of releases of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressgen.archive import Encounter
from pressgen.languages import sort_key
from pressgen.model.groups import Group, Subject
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, list_exports
from pressgen.views.facts import Marked, SiteFacts
from pressgen.views.here import Here
from pressgen.views.page import Page


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of a group: how many releases it has, its last encounter, and the wider entry that it belongs to."""

    id: str
    count: int
    last: Encounter | None = None
    parent: str = ""


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One entry as its list shows it, with those below it; `last` and `iso` are the day of the last contact."""

    name: Marked
    href: str
    count: int
    channel: str
    last: str
    iso: str
    below: tuple[MemberLine, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """What the template of a group's list may see. `dated` says whether any entry has a last contact."""

    heading: str
    count: int
    members: tuple[MemberLine, ...]
    dated: bool
    exports: tuple[ExportLink, ...]


def group_page(facts: SiteFacts, language: str, group: Group, members: Sequence[Member]) -> Page:
    """Build the page of all entries of a group, in the language's order; narrower entries stand below wider ones."""
    here = Here(facts, language, facts.addresses.profiles(language, group))
    heading = here.words.say(group.name)
    exports = list_exports(facts, here.address, heading)
    below: dict[str, list[Member]] = {}
    ids = {member.id for member in members}
    for member in members:
        below.setdefault(member.parent if member.parent in ids else "", []).append(member)
    view = GroupView(
        heading=heading,
        count=len(members),
        members=_lines("", below, group, here),
        dated=any(member.last for member in members),
        exports=exports,
    )
    return page_of(
        view,
        "group.html",
        here,
        type_=group,
        address_in=lambda tag: facts.addresses.profiles(tag, group),
        title=heading,
        description=here.words.say("releases-of", issuer=facts.issuer.name.in_language(language).text),
        exports=exports,
    )


def _lines(parent: str, below: Mapping[str, Sequence[Member]], group: Group, here: Here) -> tuple[MemberLine, ...]:
    lines = []
    for member in below.get(parent, ()):
        subject, last = Subject(group, member.id), member.last
        lines.append(
            MemberLine(
                name=here.name(subject),
                href=here.to_subject(subject),
                count=member.count,
                channel=here.say(f"channel-{last.channel}") if last else "",
                last=here.words.short_date(last.start) if last else "",
                iso=last.start.isoformat() if last else "",
                below=_lines(member.id, below, group, here),
            )
        )
    return tuple(sorted(lines, key=lambda line: (sort_key(here.tag, line.name.text), line.href)))
