"""The manual agrees with the program: what it generates is up to date, and what it says is so."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
import yaml

from pressgen import frontmatter
from pressgen.cli import commands
from pressgen.manual import REFERENCE, SCHEMA, reference
from pressgen.problems import codes
from pressgen.settings import Settings, read


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

    configuration = read(tmp_path / "mkdocs.yml")

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


STEP = re.compile(
    r"Write `(?P<name>[^`]+)`:\n\n```\w+\n(?P<text>.*?)```|```sh\n(?P<commands>.*?)```|```text\n(?P<said>.*?)```",
    re.DOTALL,
)
ALREADY = ("python3 -m venv .venv", ". .venv/bin/activate", "pip install ../pressgen")


@pytest.mark.skipif(shutil.which("bash") is None, reason="the tutorial's commands are those of a Unix shell")
def test_the_tutorial_is_true(repository: Path, tmp_path: Path) -> None:
    """Follow the tutorial to the letter, in the environment that the tests already have."""
    page = (repository / "docs/manual/tutorial.md").read_text("utf-8")
    folder, output, followed = tmp_path, "", 0
    for step in STEP.finditer(page):
        if step["name"]:
            path = folder / step["name"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(step["text"], encoding="utf-8")
        elif step["said"]:
            assert step["said"].strip() in output
        for command in (step["commands"] or "").splitlines():
            if command == "cd press":
                folder = tmp_path / "press"
            elif command not in ALREADY:
                output, code = shell(command, folder)
                followed += 1
                wrong = "PG012" in output
                assert (code == 1) == wrong, output
                assert code in (0, 1), output

    assert followed == 6
    for address in ("index.html", "404.html", "sitemap.xml", "en/about/index.html"):
        assert (folder / "site" / address).is_file()
    english, french = (
        (folder / f"site/{tag}/releases/2026-03-02-norway-visit/index.html").read_text("utf-8") for tag in ("en", "fr")
    )
    assert "They agreed to hold consultations each year." in english
    assert "Son Excellence Mme Kari Nordmann à Exampole" in french


def shell(command: str, folder: Path) -> tuple[str, int]:
    """Run a command of the manual with this Python's own `pressgen` and `mkdocs`."""
    command = re.sub(r"^(pressgen|mkdocs) ", lambda match: f"'{sys.executable}' -m {MODULES[match[1]]} ", command)
    done = subprocess.run(["bash", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
    return done.stdout + done.stderr, done.returncode


MODULES = {"pressgen": "pressgen.cli", "mkdocs": "mkdocs"}
