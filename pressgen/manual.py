"""The manual's reference: keys, options, codes and commands go in as they are defined, Markdown pages come out.

`python -m pressgen.manual` writes them, with the JSON Schema, into the repository; a test holds them to the code.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import click
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic_core import PydanticUndefined

from pressgen import frontmatter
from pressgen.cli import commands
from pressgen.cli.schema import schema_text
from pressgen.model import Issuer, Words
from pressgen.problems import Code, Example, Link, codes
from pressgen.settings import Settings

REFERENCE = "docs/manual/reference/"
"""Where the generated pages stand, from the repository's folder."""

SCHEMA = "docs/schema/release.json"
"""Where the JSON Schema stands, which releases name in a comment."""

_MADE = "<!-- Made by `make reference` from the code. Changes belong there. -->\n"


def reference() -> Mapping[str, str]:
    """Give every generated file: its path from the repository's folder, and its text."""
    return {
        f"{REFERENCE}front-matter.md": _page("Front matter", front_matter_page()),
        f"{REFERENCE}options.md": _page("Options", options_page()),
        f"{REFERENCE}problems.md": _page("Problems", problems_page()),
        f"{REFERENCE}commands.md": _page("Commands", commands_page()),
        SCHEMA: schema_text(),
    }


def _page(title: str, parts: Iterable[str]) -> str:
    return f"# {title}\n\n{_MADE}\n" + "\n".join(parts).rstrip() + "\n"


_FRONT_MATTER = """\
What stands between the two lines of `---` at the top of a release. The file of the original carries the facts; the
file of a translation carries words only. Scalars are those of YAML 1.2: `NO` is Norway, `on` is a word. An unknown key
is an [error](problems.md#PG018). Where words are asked for, plain text is in the file's own language, and a mapping
gives them by language: `{en: …, fr: …}`.
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


def all_codes() -> tuple[Code, ...]:
    """Give every code, in the order of their ids."""
    found = (value for value in vars(codes).values() if isinstance(value, Code))
    return tuple(sorted(found, key=lambda code: code.id))


def problems_page() -> Iterator[str]:
    """Tell every problem that pressgen reports."""
    yield _PROBLEMS
    yield "| code | problem | |\n|---|---|---|"
    yield from (f"| [{code.id}](#{code.id}) | {code.name} | {code.severity} |" for code in all_codes())
    yield ""
    for code in all_codes():
        yield f"## {code.id}: {code.name} {{ #{code.id} }}\n"
        yield f"{_capital(code.severity)}. {code.entry.strip()}\n"
        for title, example in (("Wrong", code.wrong), ("Right", code.right)):
            if example.files:
                yield f"{title}:\n"
                yield from _example(example)


def _example(example: Example) -> Iterator[str]:
    for path, content in example.files.items():
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


def main() -> None:
    """Write every generated file, below the working folder."""
    for name, text in reference().items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(name)


if __name__ == "__main__":
    main()
