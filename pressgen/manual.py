"""Write what the documentation takes from the package: reference pages, the JSON Schema, and workflows to copy."""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from pressgen import frontmatter
from pressgen.cli import commands
from pressgen.cli.schema import schema_text
from pressgen.exports import COLUMNS, SCHEMAS
from pressgen.load.file_names import escaped
from pressgen.model import PURPOSES, Issuer, Words
from pressgen.plugin.material import touches
from pressgen.problems import Example, Link, codes
from pressgen.settings import Settings

REFERENCE = "docs/manual/reference/"
"""Where the generated pages stand, from the repository's folder."""

SCHEMA = "docs/schema/release.json"
"""Where the JSON Schema stands, which releases name in a comment."""

WORKFLOWS = "docs/workflows/"
"""Where the models of workflows stand, which the site publishes; the package has them in `data/workflows/`."""

_MADE = "<!-- Made by `make reference` from the code. Changes belong there. -->\n"


def reference() -> Mapping[str, str]:
    """Give every generated file: its path from the repository's folder, and its text."""
    return {
        f"{REFERENCE}front-matter.md": _page("Front matter", front_matter_page()),
        f"{REFERENCE}kinds.md": _page("Kinds", kinds_page()),
        f"{REFERENCE}options.md": _page("Options", options_page()),
        f"{REFERENCE}problems.md": _page("Problems", problems_page()),
        f"{REFERENCE}commands.md": _page("Commands", commands_page()),
        f"{REFERENCE}data.md": _page("Feeds and data", data_page()),
        f"{REFERENCE}material.md": _page("Material", material_page()),
        SCHEMA: schema_text(),
        **{f"{WORKFLOWS}{name}": text for name, text in workflows().items()},
    }


def workflows() -> Mapping[str, str]:
    """Read the workflows that a site's repository can copy: the name of each file and its text."""
    folder = files("pressgen") / "data" / "workflows"
    texts = {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}
    return dict(sorted(texts.items()))


def _page(title: str, parts: Iterable[str]) -> str:
    return f"# {title}\n\n{_MADE}\n" + "\n".join(parts).rstrip() + "\n"


_FRONT_MATTER = """\
What stands between the two lines of `---` at the top of a release. The file of the original carries the facts; the
file of a translation carries words only. Scalars are those of YAML 1.2: `NO` is Norway, `on` is a word. An unknown key
is an [error](problems.md#PG018), with a value or without. Where words are asked for, plain text is in the file's own
language, and a mapping gives them by language, each on a line of its own. [Write the front matter](../front-matter.md)
tells how no word of it is lost.
"""

_OPTIONS = """\
What a site says of itself in `mkdocs.yml`, below `plugins: - pressgen:`. Every option has a default. A wrong one is
told with its line by `pressgen check` ([PG060](problems.md#PG060)).
"""

_PROBLEMS = """\
Every mistake in every file is told in one run, with its file, line and column. An error always stops the publication
of the site; a warning stops it under `--strict`. Codes never change their meaning.
"""

# The front matter, from its JSON Schema: what an editor shows and what the manual says cannot differ.


def front_matter_page() -> Iterator[str]:
    """Tell every key of a release's front matter."""
    schema = frontmatter.schema()
    yield _FRONT_MATTER
    always = set(schema.get("required", ()))
    of_originals = set(schema.get("else", {}).get("required", ())) - always
    for key, value in schema["properties"].items():
        need = "Required. " if key in always else "Required in an original. " if key in of_originals else ""
        yield f"## `{key}` {{ #{key} }}\n"
        yield f"{value.get('description', '')}\n"
        yield f"{need}{_capital(_form(value, schema))}.\n"
        yield from _nested(value, schema)


def _nested(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Iterator[str]:
    if nested := _object(value, schema):
        for name, part in nested["properties"].items():
            need = " (required)" if name in nested.get("required", ()) else ""
            yield f"- `{name}`{need}: {part.get('description', '')} {_capital(_form(part, schema))}."
        yield ""


def _object(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Give the mapping that a value is, or that it is a list of, or nothing."""
    value = _resolved(value, schema)
    if "properties" in value:
        return value
    inner = [*value.get("anyOf", ()), *([value["items"]] if "items" in value else ())]
    return next((found for part in inner if (found := _object(part, schema))), None)


def _resolved(value: Mapping[str, Any], schema: Mapping[str, Any]) -> Mapping[str, Any]:
    ref = value.get("$ref")
    found: Mapping[str, Any] = schema["$defs"][ref.rpartition("/")[2]] if ref else value
    return found


def _form(value: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Say in words what a value may be."""
    value = _resolved(value, schema)
    if "anyOf" in value:
        forms = (_form(part, schema) for part in value["anyOf"] if part.get("type") != "null")
        return " or ".join(dict.fromkeys(forms))
    if value.get("type") == "array":
        return f"a list of {_form(value.get('items', {}), schema).removeprefix('a ').removeprefix('one of ')}"
    if value.get("type") == "object":
        return "keys and values" if "properties" in value else str(value.get("description", "keys and values"))
    if "enum" in value:
        return "one of " + ", ".join(f"`{one}`" for one in value["enum"])
    if value.get("examples"):
        return "text such as " + " or ".join(f"`{example}`" for example in value["examples"])
    return {"integer": "a number", "boolean": "true or false"}.get(str(value.get("type")), "text")


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


# The kinds, from the list that also answers where a release names none.

_KINDS = """\
Each release is of one kind: the `kind` in its front matter. Readers find releases by it. Take the one that says what
the text does; where two fit, the narrower. The [samples](../samples.md) show a whole release of each.
"""


def kinds_page() -> Iterator[str]:
    """Tell every kind of release, and which to take when."""
    yield _KINDS
    yield "| kind | take it for |\n|---|---|"
    yield from (f"| `{kind}` | {purpose} |" for kind, purpose in PURPOSES.items())
    yield ""


# The options, from the one model that reads them.


def options_page() -> Iterator[str]:
    """Tell every option of the plugin."""
    yield _OPTIONS
    for name, field in Settings.model_fields.items():
        yield f"## `{name}` {{ #{name} }}\n"
        yield f"{field.description}\n"
        if isinstance(field.default, BaseModel):
            yield from (f"- `{key}`{_needed(part)}" for key, part in Issuer.model_fields.items())
            yield ""
        yield f"Default: {_default(field)}.\n"
    yield "## Example\n"
    yield _EXAMPLE


def _needed(field: FieldInfo) -> str:
    return " (required)" if field.default is PydanticUndefined else ""


def _default(field: FieldInfo) -> str:
    default = field.default
    if isinstance(default, Issuer):
        words = {key: _plain(words) for key, words in default if isinstance(words, Words) and words}
        return "`" + ", ".join(f"{key}: {text}" for key, text in words.items()) + "`"
    if isinstance(default, tuple):
        return f"`[{', '.join(default)}]`"
    return f"`{default!r}`" if str(default).startswith("#") else f"`{default}`"


def _plain(words: Words) -> str:
    return next(iter(words.root.values()))


_EXAMPLE = """\
```yaml
plugins:
  - pressgen:
      languages: [en, km]
      timezone: Asia/Phnom_Penh
      colour: "#1b3a6b"
      issuer:
        country: KH
        state: {en: Kingdom of Cambodia, km: ព្រះរាជាណាចក្រកម្ពុជា}
        motto: {en: Nation Religion King, km: ជាតិ សាសនា ព្រះមហាក្សត្រ}
        name:
          en: Ministry of Foreign Affairs and International Cooperation
          km: ក្រសួងការបរទេស និងសហប្រតិបត្តិការអន្តរជាតិ
        place: {en: Phnom Penh, km: រាជធានីភ្នំពេញ}
```
"""


# The problems, each with its entry, a wrong example and a right one.


def problems_page() -> Iterator[str]:
    """Tell every problem that pressgen reports."""
    yield _PROBLEMS
    yield "| code | problem | severity |\n|---|---|---|"
    yield from (f"| [{code.id}](#{code.id}) | {code.name} | {code.severity} |" for code in codes.ALL)
    yield ""
    for code in codes.ALL:
        yield f"## {code.id}: {code.name} {{ #{code.id} }}\n"
        yield f"{_capital(code.severity)}. {code.entry.strip()}\n"
        for title, example in (("Wrong", code.wrong), ("Right", code.right)):
            if example.files:
                yield f"{title}:\n"
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for name, content in example.files.items():
        path = escaped(name)
        if isinstance(content, Link):
            yield f"`{path}` is a symbolic link to `{content.target}`.\n"
        elif isinstance(content, bytes):
            shown = repr(content[:60])[2:-1] + ("…" if len(content) > 60 else "")  # noqa: PLR2004  # a line of it
            yield f"`{path}` ({len(content)} bytes):\n\n{_fenced(shown, 'text')}\n"
        elif not content:
            yield f"`{path}` is empty.\n"
        else:
            language = "yaml" if path.endswith((".yml", ".yaml")) else "markdown"
            yield f"`{path}`:\n\n{_fenced(_shown(content), language)}\n"


def _shown(content: str) -> str:
    """Give text for a page: long lines and texts are cut, and what a reader could not see is written as an escape."""
    lines = [line if len(line) <= 200 else line[:100] + " …" for line in content.rstrip("\n").split("\n")]  # noqa: PLR2004
    lines = [*lines[:20], "…"] if len(lines) > 24 else lines  # noqa: PLR2004
    text = "\n".join(lines)
    return "".join(letter if letter in "\n\t" or _visible(letter) else ascii(letter)[1:-1] for letter in text)


def _visible(letter: str) -> bool:
    return letter.isprintable() or letter == "\u00a0"


def _fenced(text: str, language: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"


# The commands, from the command line itself.


def commands_page() -> Iterator[str]:
    """Tell every command and its options."""
    yield f"{inspect.cleandoc(commands.help or '')}\n"
    for name in sorted(commands.commands):
        command = commands.commands[name]
        context = click.Context(command, info_name=f"pressgen {name}")
        yield f"## `pressgen {name}` {{ #{name} }}\n"
        yield _fenced(" ".join(["pressgen", name, *command.collect_usage_pieces(context)]), "text") + "\n"
        yield f"{inspect.cleandoc(command.help or '')}\n"
        for parameter in command.params:
            record = parameter.get_help_record(context)
            if record and isinstance(parameter, click.Option):
                yield f"- `{record[0]}`: {record[1]}"
        yield ""


# The data, from the values that the files are made of: what the schemas, the table and the manual say cannot differ.

_DATA = """\
What programs may read of a site, at addresses that stay. `<page>` is a page's address: `en/`, `en/countries/no/`. Every
file is named in the head of its page (`rel="alternate"`) and stands below lists and profiles under "Feeds and data".
Nothing in them comes from the clock: the same releases give the same bytes. What is a draft or under embargo is in none
of them.

| address | what it is |
|---|---|
| `<home>feed.xml`, `<home>feed.json` | [Atom and JSON Feed](#feeds) of the whole archive |
| `<profile>feed.xml`, `<profile>feed.json` | the same of a country, person, organisation, topic, series or kind |
| `<home>calendar/calendar.ics` | [iCalendar](#calendars) of all events |
| `<country>calendar.ics` | the same of the events with or about a country |
| `releases/<id>/release.json` | [a release](#release-data) with its facts and all its texts |
| `<list>index.json` | [a list](#release-list): the archive, a year, a profile, a year of a long profile |
| `<home>countries/index.json` and so on | [all profiles](#profile-list) of a group |
| `<home>ledger/index.json` | [the ledger](#encounter-list): every encounter |
| `<home>calendar/index.json` | [the calendar](#event-list): every event |
| `releases.jsonl` | the whole archive, [one release on each line](#release-line) |
| `releases.csv` | the whole archive as [a table](#table), one row for each edition |
| `schema/<name>.json` | the JSON Schema (draft 2020-12) that a JSON file names under `$schema` |

Feeds and calendars need complete addresses: a site without `site_url` has none of them, and its data names paths from
the site's root.

Every page has its data in one of these. Home names the archive's list; a month names that of its year; the years of
the ledger and of the calendar name the whole; the page that tells of a missing translation and the texts side by side
name the release. The years of a profile too long for one page have lists of their own; a short one's list holds all.

## Feeds

The feed of the archive holds the 50 releases that changed last, that of one subject 20, the latest first: a
correction of an old release, or its withdrawal, reaches subscribers.
Atom ([RFC 4287](https://www.rfc-editor.org/rfc/rfc4287)) and [JSON Feed
1.1](https://www.jsonfeed.org/version/1.1/) say the same with the same ids.

- **id**: the address of the edition's page, which stays when titles change. A release that lacks the feed's language
  appears in the original's, marked with that language; when its translation comes out, that is an entry of its own.
- **published**: the time of issue; midnight of the [ministry's zone](options.md#timezone) where the release gives a
  day only; the end of the embargo where there was one.
- **updated**: the day of the last correction or of the withdrawal, at midnight of that zone; a second later than what
  was before it where the days are the same.
- **author** is who issued it; **categories** are its kind and every country, organisation, topic, series and person of
  the register, with the id as `term`.
- **content** is the whole text as HTML with complete addresses, corrections below it.
- **A withdrawn release** stays in its feeds: its title says so, and the notice with its reason takes the text's
  place.

## Calendars

One event of whole days for each release that tells the days of its event ([RFC
5545](https://www.rfc-editor.org/rfc/rfc5545)). `UID` is the release's id at the site's host and the same in every
language; `DTSTAMP` and `LAST-MODIFIED` are the moment called *updated* above, `SEQUENCE` counts corrections and the
withdrawal, which makes `STATUS` `CANCELLED`.

## JSON

Every key is always there: what is not known is empty or null. Words that exist in several languages are objects by
language tag, `und` where the author gave no language. Days are `YYYY-MM-DD`, moments as RFC 3339 writes them. Every
`url` and `data` is a complete address. A key below is written with those that it stands in: `editions[].title`.
"""

_TABLE = """\
## Table

`releases.csv` is as [RFC 4180](https://www.rfc-editor.org/rfc/rfc4180) has it: UTF-8 without a byte order mark,
commas, CRLF, the first row names the columns. In a spreadsheet, import it as text in UTF-8 rather than opening it.
Where a cell has several values, `; ` stands between them.

A cell that a spreadsheet would take for a formula (it begins with `=`, `+`, `-`, `@`, their wide forms, a tab or an
end of line) has an apostrophe in front. A program that needs the words as written takes one apostrophe off where such
a sign follows it.

| column | what it holds |
|---|---|
"""


def data_page() -> Iterator[str]:
    """Tell every file for machines: its address, and what it holds."""
    yield _DATA
    told: dict[str, None] = {}
    for name, shape in SCHEMAS.items():
        yield f"## {_SHAPES[name]} {{ #{name} }}\n"
        yield f"{shape.__doc__} It keeps `schema/{name}.json`.\n"
        schema = shape.model_json_schema(mode="serialization")
        rows = dict.fromkeys(_rows(schema, schema, ""))
        if name == "release-line":
            yield "The keys of [a release](#release-data) but `editions[].blocks`, and this:\n"
            rows = {row: None for row in rows if row not in told}
        told |= rows
        yield "| key | what it holds |\n|---|---|"
        yield from rows
        yield ""
    yield _TABLE.rstrip()
    yield from (f"| `{name}` | {column.says} |" for name, column in COLUMNS.items())


_SHAPES = {
    "release-data": "A release",
    "release-line": "A line of the whole archive",
    "release-list": "A list of releases",
    "profile-list": "A list of profiles",
    "encounter-list": "The ledger",
    "event-list": "The calendar",
}


def _rows(shape: Mapping[str, Any], schema: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in shape["properties"].items():
        resolved = _resolved(value, schema)
        yield f"| `{within}{name}` | {value.get('description') or resolved.get('description', '')} |"
        inner = _object(value, schema)
        if inner is not None:
            several = "[]" if value.get("type") == "array" else ""
            yield from _rows(inner, schema, f"{within}{name}{several}.")


# What is touched in the theme, from the list that a build compares with the theme that is installed.

_MATERIAL = f"""\
This page is for those who maintain pressgen. It lists everything that pressgen changes in
[Material for MkDocs](https://squidfunk.github.io/mkdocs-material/), or reads from it: no other part of pressgen knows
the theme. All of it is so since version {touches.VERSION}, and was compared with versions up to {touches.COMPARED}.

A build compares this list with the theme that is installed, and reports what has changed
([PG111](problems.md#PG111)). A test does so too, and compares the theme's templates with those that pressgen's own were
copied from. The most stable ways come first: an option, a template, a script or style sheet of pressgen's own, and last
a pattern that changes the theme's file.
"""


def material_page() -> Iterator[str]:
    """List what pressgen touches in the theme."""
    yield _MATERIAL
    yield "| way | what | why | where | the theme's file |\n|---|---|---|---|---|"
    for touch in touches.TOUCHES:
        where = ", ".join(f"`{name}`" for name in touch.where.split(", "))
        yield f"| {touch.via} | {touch.what} | {touch.why} | {where} | `{touch.file}` |"


def main() -> None:
    """Write every generated file, below the working folder."""
    for name, text in reference().items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    main()
