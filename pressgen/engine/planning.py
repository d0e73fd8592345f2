"""Plan a build: which slices are as they were, and what the others declare.

A slice whose key is in the record is not declared: its paths and what the sitemap says of it are known. Planning looks
neither at the site nor at the shells, so that it can be done before anything is touched.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial
from hashlib import blake2b

from pressgen.engine.known import KnownPlan, KnownSite, KnownSlice, read_entries, written_entries
from pressgen.exports import SitemapEntry
from pressgen.search.pages import PageText
from pressgen.site import INDEX, Site
from pressgen.site.inputs import ground_of, inputs_of
from pressgen.site.keys import SliceKeys
from pressgen.site.output import Output, PageOutput
from pressgen.site.slices import Slice

SITEMAP = "sitemap"
"""The name of the slice that lists what is in all others."""


@dataclass(frozen=True)
class PlannedSlice:
    """A slice of the next site, and what the record has of it from the last one, if it has anything."""

    slice: Slice
    before: KnownSlice | None = None

    @property
    def name(self) -> str:
        """The name of the slice."""
        return self.slice.name

    @cached_property
    def known(self) -> KnownSlice | None:
        """What the record has, if the slice would be declared alike."""
        key = self.slice.key
        return self.before if self.before and key is not None and self.before.key == key.hex() else None

    @cached_property
    def outputs(self) -> tuple[Output, ...]:
        """The outputs of the slice, which are declared when they are first asked for."""
        return tuple(self.slice.outputs())

    @property
    def paths(self) -> Iterator[str]:
        """The paths of the outputs."""
        return (output.path for output in (self.known.outputs if self.known else self.outputs))

    @cached_property
    def entries(self) -> str:
        """What the sitemap says of the slice, as text."""
        if self.known:
            return self.known.entries
        pages = (output for output in self.outputs if isinstance(output, PageOutput))
        return written_entries(page.entry for page in pages if page.entry)


@dataclass(frozen=True)
class Plan:
    """All slices of the next site, in their order; `inputs` has the digest of all that they are made of, by names.

    `ground` is the digest of all that they are declared from, but for the `texts` of the pages of `docs/`.
    """

    slices: tuple[PlannedSlice, ...]
    inputs: Mapping[str, str] = field(default_factory=dict)
    ground: str = ""
    texts: str = ""

    @property
    def known(self) -> KnownPlan:
        """What the record will know of the plan."""
        return KnownPlan(self.ground, self.texts, tuple(one.name for one in self.slices if one.name != SITEMAP))

    @property
    def paths(self) -> list[str]:
        """The paths of all outputs."""
        return [path for one in self.slices for path in one.paths]

    @property
    def entries(self) -> Iterator[SitemapEntry]:
        """All entries of the sitemap."""
        return (entry for one in self.slices for entry in read_entries(one.entries))

    @property
    def entries_written(self) -> list[str]:
        """The same as texts, which are compared more quickly."""
        return [one.entries for one in self.slices if one.entries]


def plan(slices: Iterable[Slice], known: Mapping[str, KnownSlice], earlier: Plan | None = None) -> Plan:
    """Plan the slices of a site, of which the record knows some by their names.

    What an `earlier` plan of the same build has declared of a slice with the same key is not declared again.
    """
    planned = {one.name: one for one in earlier.slices} if earlier else {}

    def of(one: Slice) -> PlannedSlice:
        before = planned.get(one.name)
        if before and (before.slice is one or (one.key is not None and before.slice.key == one.key)):
            return before
        return PlannedSlice(one, known.get(one.name))

    return Plan(tuple(map(of, slices)))


def plan_site(
    site: Site,
    known: KnownSite,
    docs_entries: Collection[SitemapEntry] = (),
    docs_texts: Sequence[PageText] | None = None,
    earlier: Plan | None = None,
) -> Plan:
    """Plan every slice of a site, and its sitemap, which lists what is in them.

    `docs_entries` and `docs_texts` are as in `Site.slices`, `earlier` as in `plan`, and of the same site. Where what is
    `known` followed from the same, not even the keys of its slices are computed.
    """
    inputs = earlier.inputs if earlier else {}
    inputs = inputs or {one.written: digest.hex() for one, digest in inputs_of(site)}
    ground = ground_of(site, inputs, docs_entries).hex()
    texts = "" if docs_texts is None else SliceKeys(site).value(tuple(docs_texts)).hex()
    slices, last = site.slices(docs_entries, docs_texts), known.plan
    if last and last.ground == ground and texts in ("", last.texts):
        slices = _as_known(last, known.slices, slices, without="" if texts else INDEX)
    chapters = plan(slices, known.slices, earlier)
    written = (site.facts.site_url, written_entries(docs_entries), *chapters.entries_written)
    key = blake2b("\n".join(written).encode(), digest_size=32).digest()
    sitemap = Slice(SITEMAP, key, lambda: site.sitemap((*docs_entries, *chapters.entries)))
    return Plan((*chapters.slices, *plan([sitemap], known.slices).slices), inputs, ground, texts)


def _as_known(
    last: KnownPlan, known: Mapping[str, KnownSlice], slices: Iterator[Slice], without: str
) -> Iterator[Slice]:
    """Yield the slices of the last plan under their names and keys, but for one; they are declared only if need be."""
    declared: dict[str, Slice] = {}

    def outputs(name: str) -> Iterator[Output]:
        declared.update((one.name, one) for one in slices)
        return declared[name].outputs()

    for name in last.names:
        if name != without:
            yield Slice(name, bytes.fromhex(known[name].key), partial(outputs, name))
