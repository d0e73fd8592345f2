"""The chapter of the search's data: the archive and the pages of `docs/` go in; what the index is made of comes out.

Names of files carry a hash of what they hold, so that browsers may keep them for ever. It is known when they have been
made, so the engine names them: a `Part` is what shares a hash. The index itself is made from `Searchable.bundles`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b

from pressgen import addresses
from pressgen.languages import language as language_of
from pressgen.languages import scripts_of, sort_key
from pressgen.model import Release
from pressgen.model.groups import FILTERS, Subject
from pressgen.search.bundles import Bundle, bundles
from pressgen.search.catalogue import ReleaseFacts, catalogue
from pressgen.search.documents import Owners
from pressgen.search.entries import Entry
from pressgen.search.labels import labels
from pressgen.search.pages import PageText
from pressgen.search.results import SHARD, Edition, Result, shard
from pressgen.search.scripts import box_script, search_name, search_script
from pressgen.site.materials import Materials
from pressgen.site.output import Call, FileOutput
from pressgen.site.search.entries import entries, listed, withdrawn
from pressgen.text.javascript import regular_expression
from pressgen.text.numbers import PATTERNS
from pressgen.views.facts import SiteFacts, mark
from pressgen.views.listing import ListingEntry
from pressgen.views.titles import RULES


@dataclass(frozen=True, slots=True)
class Part:
    """Files with one hash in their names: `name-<hash>` comes before the path of each, which says how it ends."""

    name: str
    outputs: tuple[FileOutput, ...]


@dataclass(frozen=True)
class Searchable:
    """All that can be found in a site, in the order of its numbers, and the files that tell of it.

    `results` and `labels` are by language. `texts` stand where their paths say, below the search's folder.
    """

    owners: Owners
    entries: tuple[Entry, ...]
    catalogue: Part
    results: Mapping[str, Part]
    labels: Mapping[str, Part]
    texts: tuple[FileOutput, ...]

    @property
    def pages(self) -> int:
        """The number of the first entry that is no release."""
        return sum(entry.year > 0 for entry in self.entries)

    @cached_property
    def bundles(self) -> tuple[Bundle, ...]:
        """The bundles of every language."""
        return tuple(bundle for tag in self.owners.languages for bundle in bundles(self.entries, tag))


def search_outputs(site: Materials) -> Iterator[FileOutput]:
    """Declare the scripts of the search: the one of every page, and the one that it loads."""
    if site.facts.search:
        rules = text_rules()
        yield FileOutput(addresses.SEARCH_BOX, Call.of(box_script, rules))
        yield FileOutput(f"{addresses.SEARCH}{search_name(rules)}", Call.of(search_script, rules))


@cache
def text_rules() -> str:
    """Write as JSON where no line of a result breaks and which numbers stand as written: the rules of the pages."""
    patterns = {**PATTERNS, **{name: rule for name, rule in RULES.items() if isinstance(rule, str)}}
    rules = {**RULES, **{name: regular_expression(pattern) for name, pattern in patterns.items()}}
    return json.dumps(rules, ensure_ascii=False, separators=(",", ":"))


def searchable(site: Materials, pages: Sequence[PageText]) -> Searchable:
    """Give what the public can find in a site with these pages of `docs/`."""
    site = site.public
    found, gone = listed(site.archive), withdrawn(site.archive)
    facts = tuple(_facts(site, release) for release in found)
    lines = site.entries(release.id for release in (*found, *gone))
    shown: tuple[ListingEntry | PageText, ...] = (*lines[: len(found)], *pages, *lines[len(found) :])
    tags = site.languages
    others = (*(tuple(page.parts) for page in pages), *(tuple(release.editions) for release in gone))
    return Searchable(
        owners=Owners.of({tag: scripts_of(tag) for tag in tags}),
        entries=entries(site.archive, tags, pages),
        catalogue=Part(
            "catalogue",
            (
                FileOutput(
                    ".json.gz", Call.of(catalogue, tuple(group.singular for group in FILTERS), facts, others, tags)
                ),
            ),
        ),
        results={tag: Part(f"results-{tag}", tuple(_shards(site.nameless, tag, shown))) for tag in tags},
        labels={tag: Part(f"labels-{tag}", (_labels(site.facts, tag, facts),)) for tag in tags},
        texts=tuple(FileOutput(_text_path(page), Call.of(page_text, page)) for page in pages),
    )


def _facts(site: Materials, release: Release) -> ReleaseFacts:
    relations = site.archive.relations[release.id]
    return ReleaseFacts(
        day=release.record.day,
        languages=tuple(tag for tag in site.languages if tag in release.editions),
        values=tuple(map(relations.ids_in, FILTERS)),
    )


def _shards(facts: SiteFacts, tag: str, shown: Sequence[ListingEntry | PageText]) -> Iterator[FileOutput]:
    for number, start in enumerate(range(0, len(shown), SHARD)):
        content = Call.of(results_shard, facts, tag, tuple(shown[start : start + SHARD]))
        yield FileOutput(f"/{number}.json", content)


def results_shard(facts: SiteFacts, tag: str, shown: Iterable[ListingEntry | PageText]) -> bytes:
    """Give the file of some results in a language."""
    return shard([_release(facts, tag, one) if isinstance(one, ListingEntry) else _page(tag, one) for one in shown])


def _release(facts: SiteFacts, tag: str, entry: ListingEntry) -> Result:
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
        kind=words.say(f"kind-{entry.kind.value}"),
        partners=tuple(names[tag].text for names in entry.partners),
        status=words.say("status-withdrawn") if entry.withdrawn else "",
        names=tuple(name for name in entry.names.get(entry.language_for(tag), ()) if name in title.text),
    )


def _page(tag: str, page: PageText) -> Result:
    shown = tag if tag in page.parts else next(iter(page.parts))
    part, direction = page.parts[shown], language_of(shown).direction
    return Result(
        address=part.address,
        title=(part.title, "", "") if shown == tag else (part.title, shown, direction),
        text=f"{addresses.SEARCH}{_text_path(page)}",
        editions=tuple(_edition(other, one.address) for other, one in page.parts.items() if other != shown),
    )


def _edition(tag: str, address: str) -> Edition:
    return Edition(tag, language_of(tag).autonym, address, language_of(tag).direction)


def _text_path(page: PageText) -> str:
    return f"texts/{blake2b(page_text(page), digest_size=8).hexdigest()}.json"


def page_text(page: PageText) -> bytes:
    """Give the text of a page of `docs/` in blocks, in the shape that a release's data has."""
    editions = [
        {
            "language": tag,
            "direction": language_of(tag).direction,
            "blocks": [{"anchor": passage.anchor, "text": passage.text} for passage in part.passages],
        }
        for tag, part in page.parts.items()
    ]
    return json.dumps({"editions": editions}, ensure_ascii=False, separators=(",", ":")).encode()


def _labels(facts: SiteFacts, tag: str, releases: Sequence[ReleaseFacts]) -> FileOutput:
    words = language_of(tag)
    years = sorted({one.day.year for one in releases}, reverse=True)
    named = {
        group.singular: _in_order(
            {id_: facts.name(Subject(group, id_), tag).text for one in releases for id_ in one.values[at]}, tag
        )
        for at, group in enumerate(FILTERS)
    }
    others = {
        "year": {str(year): words.digits(str(year)) for year in years},
        "language": {other: words.name_of(other) for other in facts.languages},
    }
    return FileOutput(".json", Call.of(labels, {**others, **named}))


def _in_order(names: Mapping[str, str], tag: str) -> Mapping[str, str]:
    """Sort the names of values as readers of a language look for them."""
    return dict(sorted(names.items(), key=lambda value: (sort_key(tag, value[1]), value[0])))
