"""The JSON Schema agrees with the reader, and explains every key."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from pressgen.frontmatter import FrontMatter, read, schema
from pressgen.model import Kind

VALIDATOR = Draft202012Validator(schema())


class CoreLoader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: no days, no `on`."""


CoreLoader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("bool", r"^(true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$", "-+0123456789."),
):
    CoreLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), list(first))


def accepts(text: str) -> bool:
    loader = CoreLoader(text)
    return bool(VALIDATOR.is_valid(loader.get_single_data()))


FACTS = "title: A\ndate: 2022-02-15\nkind: readout\n"
GOOD = [
    FACTS,
    "title: B\ntranslation: courtesy\ntranslator: The Embassy\n",
    FACTS + "place: {en: Phnom Penh, km: ភ្នំពេញ}\nnumber: 247\nsummary: A paragraph.\n",
    FACTS + "event: {date: 2022-02-14, mode: video, place: X, occasion: {en: Y}}\n",
    FACTS + "participants:\n  - {name: A, honorific: B, role: C, country: KH}\n  - {person: a-b}\n",
    FACTS + "countries: [NO, SE]\norganisations: asean\ntopics: [trade]\nrelated: [x, y-2]\nsupersedes: z\n",
    FACTS + "status: withdrawn\nwithdrawn: {date: 2022-03-01, reason: An error}\n",
    FACTS + "embargo: 2022-02-15T10:00+07:00\ncorrections: [{date: 2022-02-16, note: A name}]\n",
    FACTS + "issuer: Another ministry\nauthoritative: [en, km]\ncontacts: [press]\naliases: [news/247]\n",
    FACTS + "issuer: [A, {name: B, country: NO}]\nattachments: [a.pdf, {file: b.jpg, alt: X, caption: Y, credit: Z}]\n",
    FACTS + "dateline: false\n",
    FACTS + "ignore: {PG037: kept for the second part}\n",
    "title: 2022\ndate: 2022-02-15T10:00Z\nkind: other\nslug: a-b\nlanguage: en\n",
]
BAD = [
    "date: 2022-02-15\nkind: readout\n",
    FACTS + "plaice: A\n",
    FACTS.replace("readout", "redout"),
    FACTS.replace("02-15", "13-15"),
    FACTS + "event: {mode: vidoe}\n",
    FACTS + "embargo: 2022-02-15\n",
    FACTS + "participants: A\n",
    FACTS + "slug: A/b\n",
    FACTS + "dateline: Phnom Penh\n",
    FACTS + "dateline: 'no'\n",
    FACTS + "ignore: [PG037]\n",
    FACTS + "ignore: {PG37: why}\n",
    FACTS + "ignore: {PG037: ''}\n",
    FACTS + "corrections: [{date: 2022-02-16}]\n",
    FACTS + "place: {KHMER: x}\n",
]


@pytest.mark.parametrize("text", GOOD)
def test_what_the_reader_takes_the_schema_takes(text: str) -> None:
    assert read(f"---\n{text}---\nText.\n".encode(), "x.md").problems == ()
    assert accepts(text)


@pytest.mark.parametrize("text", BAD)
def test_what_the_reader_refuses_the_schema_refuses(text: str) -> None:
    assert read(f"---\n{text}---\nText.\n".encode(), "x.md").problems
    assert not accepts(text)


def test_an_original_needs_its_facts_and_a_translation_does_not() -> None:
    assert not accepts("title: A\n")
    assert not accepts("title: A\ndate: 2022-02-15\n")
    assert accepts("title: A\ntranslation: official\n")


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(schema())


def _properties(part: object) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(part, dict):
        yield from part.get("properties", {}).items()
        for inner in part.values():
            yield from _properties(inner)


def test_every_key_is_explained() -> None:
    found = list(_properties(schema()))
    assert len(found) > len(FrontMatter.model_fields) + 20
    assert [key for key, one in found if not one.get("description", "").strip()] == []


def test_closed_lists_are_enumerated() -> None:
    assert schema()["$defs"]["Kind"]["enum"] == [str(kind) for kind in Kind]
