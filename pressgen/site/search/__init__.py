"""Declare the scripts of the search, and build what it finds: releases and pages of `docs/` as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, partial
from hashlib import blake2b

from pressgen import addresses
from pressgen.languages import language as language_of
from pressgen.languages import scripts_of, sort_key
from pressgen.model import Phrase, Release
from pressgen.model.groups import FILTERS, Group, Subject, subject_of
from pressgen.search.catalogue import ReleaseFacts
from pressgen.search.corpus import Corpus, Label, Labels, LanguageFacts, TextFile
from pressgen.search.packing import compact_json
from pressgen.search.pages import PageText
from pressgen.search.results import Result
from pressgen.search.scripts import box_script, search_name, search_script
from pressgen.site.keys import SliceKeys
from pressgen.site.materials import Materials
from pressgen.site.output import Call, FileOutput, IndexOutput
from pressgen.site.search.entries import entries, searchable_releases, withdrawn
from pressgen.site.search.results import page_result, release_result
from pressgen.text.javascript import regular_expression
from pressgen.text.numbers import PATTERNS
from pressgen.views.facts import SiteFacts
from pressgen.views.titles import RULES


def search_outputs(site: Materials) -> Iterator[FileOutput]:
    """Declare the script of the search in every page, and the one that it loads."""
    if site.facts.search:
        rules = text_rules()
        yield FileOutput(addresses.SEARCH_BOX, Call.of(box_script, rules))
        yield FileOutput(f"{addresses.SEARCH}{search_name(rules)}", Call.of(search_script, rules))


def index_outputs(site: Materials, keys: SliceKeys, docs_texts: Sequence[PageText]) -> Iterator[IndexOutput]:
    """Declare the search index of the archive and of the texts of the pages of `docs/`.

    `keys` are those of what the public sees of the site.
    """
    if site.facts.search:
        yield IndexOutput(addresses.SEARCH, corpus(site, keys, docs_texts))


@cache
def text_rules() -> str:
    """Write as JSON the rules of pages for line breaks and numbers, which results follow too."""
    patterns = {**PATTERNS, **{name: rule for name, rule in RULES.items() if isinstance(rule, str)}}
    rules = {**RULES, **{name: regular_expression(pattern) for name, pattern in patterns.items()}}
    return compact_json(rules).decode()


@dataclass(frozen=True, slots=True)
class ReleaseResult:
    """The result of a release, which is built when it is read."""

    digest: bytes
    build: Callable[[], Result] = field(compare=False)

    def read(self) -> Result:
        """Build the result."""
        return self.build()


def corpus(site: Materials, keys: SliceKeys, pages: Sequence[PageText]) -> Corpus:
    """Collect what the public can find in a site with these pages of `docs/`; texts are read when they are needed."""
    site = site.public
    listed, hidden = searchable_releases(site.archive), withdrawn(site.archive)
    facts = tuple(_facts(site, release) for release in listed)
    texts = tuple(_text_file(page) for page in pages)

    def digest(release: Release) -> bytes:
        sides = site.archive.relations[release.id].sides
        return keys.of(keys.whole(release), keys.names(map(subject_of, sides)))

    shown = {release.id: keys.of(keys.listed(release)) for release in (*listed, *hidden)}

    def result(tag: str, release: Release) -> ReleaseResult:
        return ReleaseResult(shown[release.id], partial(_result, site, tag, release.id))

    return Corpus(
        languages=tuple(
            LanguageFacts(
                tag=tag,
                scripts=tuple(sorted(scripts_of(tag))),
                labels=_labels(site.facts, tag, facts),
                results=(
                    *(result(tag, release) for release in listed),
                    *(page_result(tag, page, text.path) for page, text in zip(pages, texts, strict=True)),
                    *(result(tag, release) for release in hidden),
                ),
            )
            for tag in site.languages
        ),
        entries=entries(site.archive, site.languages, digest, pages),
        facets=tuple(group.singular for group in FILTERS),
        releases=facts,
        others=(*(page.languages for page in pages), *(tuple(release.editions) for release in hidden)),
        texts=tuple(dict.fromkeys(texts)),
    )


def _result(site: Materials, tag: str, id_: str) -> Result:
    (entry,) = site.entries([id_])
    return release_result(site.nameless, tag, entry, site.archive.by_id[id_].record.number)


def _facts(site: Materials, release: Release) -> ReleaseFacts:
    relations = site.archive.relations[release.id]
    return ReleaseFacts(
        day=release.record.day,
        languages=tuple(tag for tag in site.languages if tag in release.editions),
        values=tuple(map(relations.ids_in, FILTERS)),
    )


def _text_file(page: PageText) -> TextFile:
    """Write the text of a page of `docs/` in blocks, in the shape that a release's data has."""
    editions = [
        {
            "language": part.language,
            "direction": language_of(part.language).direction,
            "blocks": [{"anchor": passage.anchor, "text": passage.text} for passage in part.passages],
        }
        for part in page.parts
    ]
    content = compact_json({"editions": editions})
    return TextFile(f"texts/{blake2b(content, digest_size=8).hexdigest()}.json", content)


def _labels(facts: SiteFacts, tag: str, releases: Sequence[ReleaseFacts]) -> Labels:
    """Name the values of all filters in a language; years are the newest first, languages as the site has them."""
    words = language_of(tag)
    years = sorted({release.day.year for release in releases}, reverse=True)
    return (
        ("year", tuple((str(year), words.digits(str(year))) for year in years)),
        ("language", tuple((other, words.name_of(other)) for other in facts.languages)),
        *((group.singular, _in_order(_names(facts, tag, releases, at), tag)) for at, group in enumerate(FILTERS)),
    )


def _names(facts: SiteFacts, tag: str, releases: Iterable[ReleaseFacts], at: int) -> Mapping[str, Label]:
    """Name the values that releases have of the filter at an index of `FILTERS`."""
    ids = {id_ for release in releases for id_ in release.values[at]}
    return {id_: _label(facts.name(Subject(FILTERS[at], id_), tag), FILTERS[at], tag) for id_ in ids}


def _label(name: Phrase, group: Group, tag: str) -> Label:
    """Return a name with what marks it, if it is an interface word that the language of the page does not have."""
    foreign = group.words and name.language != tag
    return (name.text, name.language, language_of(name.language).direction) if foreign else name.text


def _in_order(names: Mapping[str, Label], tag: str) -> tuple[tuple[str, Label], ...]:
    """Sort the names of values as readers of a language look for them."""

    def place(value: tuple[str, Label]) -> tuple[object, str]:
        id_, name = value
        return sort_key(tag, name if isinstance(name, str) else name[0]), id_

    return tuple(sorted(names.items(), key=place))
