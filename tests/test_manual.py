"""The manual agrees with the program: what it generates is up to date, and what it says is so."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from pressgen import frontmatter
from pressgen.cli import commands
from pressgen.manual import REFERENCE, SCHEMA, reference
from pressgen.problems import codes
from pressgen.settings import Settings, read_configuration


@pytest.mark.parametrize("name", sorted(reference()))
def test_the_committed_reference_is_what_the_code_says(repository: Path, name: str) -> None:
    committed = (repository / name).read_text("utf-8")

    assert committed == reference()[name], "run `make reference`"


def test_every_key_stands_in_the_manual_with_a_description() -> None:
    page = reference()[f"{REFERENCE}front-matter.md"]

    for key, value in frontmatter.schema()["properties"].items():
        assert f"## `{key}` " in page
        assert value.get("description"), key
        assert value["description"] in page


def test_every_option_stands_in_the_manual() -> None:
    page = reference()[f"{REFERENCE}options.md"]

    for name, field in Settings.model_fields.items():
        assert f"## `{name}` " in page
        assert field.description
        assert field.description in page


def test_the_example_of_the_options_is_right(tmp_path: Path) -> None:
    page = reference()[f"{REFERENCE}options.md"]
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "mkdocs.yml").write_text(example, encoding="utf-8")

    configuration = read_configuration(tmp_path / "mkdocs.yml")

    assert [problem for problem in configuration.problems if problem.code.id == "PG060"] == []
    assert configuration.settings.languages == ("en", "km")


def test_every_code_stands_in_the_manual_with_its_entry_and_both_examples() -> None:
    page = reference()[f"{REFERENCE}problems.md"]

    for code in codes.ALL:
        entry = page.split(f"{{ #{code.id} }}", 1)[1].split("\n## PG", 1)[0]
        assert code.entry.strip(), code.id
        assert code.entry.strip() in entry
        assert "Wrong:" in entry, code.id
        assert "Right:" in entry, code.id


def test_every_command_and_option_stands_in_the_manual() -> None:
    page = reference()[f"{REFERENCE}commands.md"]

    for name, command in commands.commands.items():
        assert f"## `pressgen {name}` " in page
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert parameter.opts[-1] in page, (name, parameter.name)


def test_the_releases_of_the_repository_keep_the_schema(repository: Path) -> None:
    validator = jsonschema.Draft202012Validator(json.loads((repository / SCHEMA).read_text("utf-8")))
    files = [path for path in (repository / "releases").rglob("*.md") if "register" not in path.parts]

    assert files
    for path in files:
        text = path.read_text("utf-8")
        (named,) = re.findall(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
        assert (path.parent / named).resolve() == (repository / SCHEMA).resolve()
        front = yaml.load(text.split("---\n")[1], Loader=yaml.BaseLoader)
        assert [error.message for error in validator.iter_errors(front)] == [], path


def manual_pages() -> list[Path]:
    folder = Path(__file__).parent.parent / "docs/manual"
    return sorted(path for path in folder.glob("*.md"))


@pytest.mark.parametrize("page", manual_pages(), ids=lambda page: page.stem)
def test_every_page_can_be_reached_from_the_manual_s_first(page: Path) -> None:
    index = (page.parent / "index.md").read_text("utf-8")

    assert page.name == "index.md" or f"({page.name})" in index


@pytest.mark.parametrize("page", manual_pages(), ids=lambda page: page.stem)
def test_the_yaml_of_the_manual_is_yaml(page: Path) -> None:
    for example in re.findall(r"```yaml\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
        loaded = list(yaml.safe_load_all(example))
        assert loaded


def samples() -> list[tuple[str, str]]:
    """List the samples of YAML and of front matter in the manual and the README, each with the name of its page."""
    found = []
    for page in [*manual_pages(), Path(__file__).parents[1] / "README.md"]:
        for form, sample in re.findall(r"```(yaml|markdown)\n(.*?)```", page.read_text("utf-8"), re.DOTALL):
            front = re.match(r"---\n(.*?)---\n", sample, re.DOTALL)
            if form == "yaml" or front:
                found.append((page.stem, front[1] if front else sample))
    return found


WORDS = "name|names|role|honorific|title|place|occasion|note|reason|state|motto|official|alt|caption|credit"


@pytest.mark.parametrize(("page", "sample"), samples())
def test_the_manual_writes_words_where_no_comma_cuts_them(page: str, sample: str) -> None:
    """What is copied from the manual loses no word: neither braces nor comments stand where one could be cut."""
    assert not re.search(rf"\{{[^}}]*\b({WORDS}):", sample), page
    # In `mkdocs.yml`, and in the workflows of CI, comments stand where everybody puts them.
    if not re.search("^(plugins|jobs|on|theme):", sample, re.MULTILINE):
        assert not re.search(r"^[^#\n]*\S[ \t]+#", sample, re.MULTILINE), page


def test_the_sample_of_the_read_me_is_what_the_file_says(repository: Path) -> None:
    page = (repository / "README.md").read_text("utf-8")
    ((name, sample),) = re.findall(r"`(releases/\S+)` begins:\n\n```markdown\n(.*?)\n```", page, re.DOTALL)

    assert (repository / name).read_text("utf-8").startswith(sample)
