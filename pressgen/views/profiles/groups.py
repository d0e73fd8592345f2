"""Write the page that lists all entries of a group, such as all countries, with the number of releases of each.

People stand with their last office, in the order that the register gives their names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pressgen.archive import Channel
from pressgen.languages import SortKey, sort_key
from pressgen.model import Person, Term
from pressgen.model.groups import Group, Subject
from pressgen.views.everywhere import page_of
from pressgen.views.export_links import ExportLink, list_exports
from pressgen.views.facts import Marked, SiteFacts
from pressgen.views.here import Here
from pressgen.views.page import Page
from pressgen.views.profiles.offices import NO_OFFICE, office_view


class LastContact(NamedTuple):
    """The day of the last encounter with an entry of a group, and the channel."""

    day: date
    channel: Channel


@dataclass(frozen=True, slots=True)
class Member:
    """One entry of a group: how many releases it has, its last contact, and the wider entry that it belongs to.

    `office` is the last one of a person.
    """

    id: str
    count: int
    last: LastContact | None = None
    parent: str = ""
    office: Term | None = None


@dataclass(frozen=True, slots=True)
class MemberLine:
    """One entry as its list shows it, with those below it; `last` and `iso` are the day of the last contact.

    `former` says until when a person's last office was held, if it is over.
    """

    name: Marked
    href: str
    office: Marked
    side: Marked
    former: str
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
    members = sorted(below.get(parent, ()), key=lambda member: (_order(Subject(group, member.id), here), member.id))
    return tuple(_line(member, below, group, here) for member in members)


def _order(subject: Subject, here: Here) -> SortKey:
    """Return by what an entry is sorted: by its name, or by what the register sorts that name by."""
    name, entry = here.facts.name(subject, here.tag), here.facts.entry(subject)
    sort = entry.sort.root.get(name.language) if isinstance(entry, Person) else None
    return sort_key(here.tag, f"{sort} {name.text}" if sort else name.text)


def _line(member: Member, below: Mapping[str, Sequence[Member]], group: Group, here: Here) -> MemberLine:
    subject, last = Subject(group, member.id), member.last
    office = office_view(member.office, here) if member.office else NO_OFFICE
    ended = member.office.end if member.office else None
    return MemberLine(
        name=here.name(subject),
        href=here.to_subject(subject),
        office=office.role,
        side=office.side,
        former=here.say("until-date", date=here.words.date(ended)) if ended else "",
        count=member.count,
        channel=here.say(f"channel-{last.channel}") if last else "",
        last=here.words.short_date(last.day) if last else "",
        iso=last.day.isoformat() if last else "",
        below=_lines(member.id, below, group, here),
    )
