"""Build what lists of results show of a release or a page of `docs/` in one language."""

from __future__ import annotations

from pressgen import addresses
from pressgen.languages import language as language_of
from pressgen.search.pages import PageText
from pressgen.search.results import Result, ResultEdition
from pressgen.views.facts import SiteFacts, mark
from pressgen.views.lists.listing import ListingEntry


def release_result(facts: SiteFacts, tag: str, entry: ListingEntry, number: str) -> Result:
    """Build the result of a release from its line in other lists, with its printed number."""
    words, places = language_of(tag), facts.addresses
    title = mark(entry.title(tag), tag)
    editions = [(other, places.release(other, entry.release)) for other in facts.languages if other in entry.titles]
    return Result(
        address=places.release(tag, entry.release),
        title=(title.text, title.lang, title.dir),
        text="" if entry.withdrawn else places.release_data(entry.release),
        editions=tuple(_edition(other, address) for other, address in editions if other != tag),
        day=entry.day,
        date=words.date(entry.day),
        number=number,
        kind=words.say(f"kind-{entry.kind.value}"),
        partners=tuple(partner.names[tag].text for partner in entry.partners),
        status=words.say("status-withdrawn") if entry.withdrawn else "",
        names=tuple(name for name in entry.names.get(entry.language_for(tag), ()) if name in title.text),
    )


def page_result(tag: str, page: PageText, text: str) -> Result:
    """Build the result of a page; `text` is the path of its text below the folder of the search."""
    part = page.part_for(tag)
    title = (part.title, "", "")
    if part.language != tag:
        title = (part.title, part.language, language_of(part.language).direction)
    return Result(
        address=part.address,
        title=title,
        text=f"{addresses.SEARCH}{text}",
        editions=tuple(_edition(other.language, other.address) for other in page.parts if other is not part),
    )


def _edition(tag: str, address: str) -> ResultEdition:
    language = language_of(tag)
    return ResultEdition(tag, language.autonym, address, language.direction)
