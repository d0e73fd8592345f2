"""The manual's pages on the keys of the front matter and on the kinds of releases.

The keys are read from the JSON Schema, so that what an editor shows and what the manual says cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pressgen import frontmatter
from pressgen.manual.shapes import mapping_within, resolve
from pressgen.manual.wording import capitalise
from pressgen.model import PURPOSES

_FRONT_MATTER = """\
What stands between the two lines of `---` at the top of a release. The file of the original carries the facts; the
file of a translation carries words only. Scalars are those of YAML 1.2: `NO` is Norway, `on` is a word. An unknown key
is an [error](problems.md#PG018), with a value or without. Where words are asked for, plain text is in the file's own
language, and a mapping gives them by language, each on a line of its own. [Write the front matter](../front-matter.md)
tells how no word of it is lost.
"""


def front_matter_page() -> Iterator[str]:
    """Describe every key of a release's front matter."""
    schema = frontmatter.schema()
    yield _FRONT_MATTER
    always = set(schema.get("required", ()))
    of_originals = set(schema.get("else", {}).get("required", ())) - always
    for key, value in schema["properties"].items():
        need = "Required. " if key in always else "Required in an original. " if key in of_originals else ""
        yield f"## `{key}` {{ #{key} }}\n"
        yield f"{value.get('description', '')}\n"
        yield f"{need}{capitalise(_form(value, schema))}.\n"
        yield from _nested(value, schema)


def _nested(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    if nested := mapping_within(value, schema):
        for name, part in nested["properties"].items():
            need = " (required)" if name in nested.get("required", ()) else ""
            yield f"- `{name}`{need}: {part.get('description', '')} {capitalise(_form(part, schema))}."
        yield ""


def _form(value: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Describe in words what a value may be."""
    value = resolve(value, schema)
    if "anyOf" in value:
        forms = (_form(part, schema) for part in value["anyOf"] if part.get("type") != "null")
        return " or ".join(dict.fromkeys(forms))
    if value.get("type") == "array":
        return f"a list of {_form(value.get('items', {}), schema).removeprefix('a ').removeprefix('one of ')}"
    if value.get("type") == "object":
        return "keys and values" if "properties" in value else str(value.get("description", "keys and values"))
    if "enum" in value:
        return "one of " + ", ".join(f"`{choice}`" for choice in value["enum"])
    if value.get("examples"):
        return "text such as " + " or ".join(f"`{example}`" for example in value["examples"])
    return {"integer": "a number", "boolean": "true or false"}.get(str(value.get("type")), "text")


_KINDS = """\
Each release is of one kind: the `kind` in its front matter. Readers find releases by it. Take the one that says what
the text does; where two fit, the narrower. The [samples](../samples.md) show a whole release of each.

Some have forms of their own. Questions and answers are set as [a transcript](../writing.md#questions-and-answers),
messages as [letters](../writing.md#letters-and-messages), and what holds for a time says while it is [in
force](../in-force.md): `valid` is for the kinds `advisory`, `announcement` and `other`.
"""


def kinds_page() -> Iterator[str]:
    """List the kinds of releases, and which to take when."""
    yield _KINDS
    yield "| kind | take it for |\n|---|---|"
    yield from (f"| `{kind}` | {purpose} |" for kind, purpose in PURPOSES.items())
    yield ""
