"""Every code's examples, through the loader: the wrong one gives the code, the right one gives nothing."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pressgen import extension
from pressgen.cli.project import find
from pressgen.load import load
from pressgen.load.asked import list_problems
from pressgen.model import Register
from pressgen.problems import Code, Example, Link, Problem, codes
from pressgen.settings import Settings
from pressgen.views.site_templates import read_site_templates

SETTINGS = Settings(languages=("en", "km"))
OF_THE_PROJECT = ("mkdocs.yml", "docs/", "requirements.txt", "locales/", "templates/")
"""Beginnings of paths in examples that are below the project, not its releases."""
# What depends on the time of the build is told beside the loader.
OF_RELEASES = [
    code
    for code in codes.ALL
    if code is not codes.HIDDEN_FILE and not any(path.startswith(OF_THE_PROJECT) for path in code.wrong.files)
]
OF_LOCALES = [codes.WRONG_LOCALE, codes.UNKNOWN_LOCALE_KEY, codes.WRONG_PLURAL, codes.WRONG_FIELD]
OF_PROJECTS = [codes.WAY_TO_RELEASES, codes.OVERLAPPING_FOLDERS, codes.HIDDEN_FILE, codes.UNWRITABLE_SITE]


def write(example: Example, project: Path) -> None:
    for path, content in example.files.items():
        file = project / (path if path.startswith(OF_THE_PROJECT) else f"releases/{path}")
        file.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, Link):
            file.symlink_to(content.target)
        elif isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_bytes(content.encode())


def problems_of(example: Example, project: Path) -> tuple[Problem, ...]:
    write(example, project)
    return load(project, SETTINGS, now=datetime(2026, 1, 1, tzinfo=UTC)).problems


@pytest.mark.parametrize("code", OF_RELEASES, ids=lambda code: code.id)
def test_the_wrong_example_gives_the_code(code: Code, tmp_path: Path) -> None:
    problems = problems_of(code.wrong, tmp_path)
    assert code in [problem.code for problem in problems]
    assert {problem.severity for problem in problems if problem.code is code} == {code.severity}


@pytest.mark.parametrize("code", OF_RELEASES, ids=lambda code: code.id)
def test_the_right_example_gives_no_problem(code: Code, tmp_path: Path) -> None:
    assert problems_of(code.right, tmp_path) == ()


def test_the_examples_of_lists_in_a_page() -> None:
    def codes_of(example: Example) -> list[Code]:
        pages = example.files.items()
        return [problem.code for path, text in pages for problem in list_problems(str(text), path, Register())]

    for code in (codes.WRONG_LIST, codes.NEARLY_A_LIST):
        assert codes_of(code.wrong) == [code]
        assert codes_of(code.right) == []


@pytest.mark.parametrize("code", OF_LOCALES, ids=lambda code: code.id)
def test_the_examples_of_locale_files(code: Code, tmp_path: Path) -> None:
    def codes_of(example: Example, folder: str) -> list[Code]:
        write(example, tmp_path / folder)
        return [problem.code for problem in extension.read_extension(tmp_path / folder).problems]

    assert code in codes_of(code.wrong, "wrong")
    assert codes_of(code.right, "right") == []


@pytest.mark.parametrize("code", [codes.WRONG_TEMPLATE, codes.UNKNOWN_TEMPLATE], ids=lambda code: code.id)
def test_the_examples_of_templates(code: Code, tmp_path: Path) -> None:
    def codes_of(example: Example, folder: str) -> list[Code]:
        write(example, tmp_path / folder)
        return [problem.code for problem in read_site_templates(tmp_path / folder)]

    assert codes_of(code.wrong, "wrong") == [code]
    assert codes_of(code.right, "right") == []


@pytest.mark.parametrize("code", OF_PROJECTS, ids=lambda code: code.id)
def test_the_examples_of_whole_projects(code: Code, tmp_path: Path) -> None:
    def codes_of(example: Example, folder: str) -> list[Code]:
        project = tmp_path / folder
        (project / "releases").mkdir(parents=True)
        (project / "mkdocs.yml").write_text("site_url: https://press.example/\nplugins: [pressgen]\n")
        write(example, project)
        found = find(project, None)
        return [problem.code for problem in found.checked(found.load(), found.docs()).problems]

    assert codes_of(code.wrong, "wrong") == [code]
    assert codes_of(code.right, "right") == []
