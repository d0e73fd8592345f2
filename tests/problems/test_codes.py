"""The codes as a list: stable, named, explained."""

import pickle
import re
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

from pressgen import settings
from pressgen.problems import Code, Example, Place, codes

OF_OPTIONS = (codes.WRONG_OPTION, codes.INCOMPLETE_LANGUAGE, codes.PALE_COLOUR, codes.WRONG_SITE_URL)


def test_ids_are_unique_and_in_order() -> None:
    ids = [code.id for code in codes.ALL]
    assert ids == sorted(set(ids))
    assert all(re.fullmatch(r"PG\d{3}", id_) for id_ in ids)
    assert codes.BY_ID["PG012"] is codes.UNKNOWN_COUNTRY


def test_every_code_is_listed_and_exported() -> None:
    modules = [import_module(f"{codes.__name__}.{module.name}") for module in iter_modules(codes.__path__)]
    defined = {name: value for module in modules for name, value in vars(module).items() if isinstance(value, Code)}

    assert set(defined.values()) == set(codes.ALL)
    assert {*defined, "ALL", "BY_ID"} == set(codes.__all__)


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_every_code_is_explained(code: Code) -> None:
    sentences = re.findall(r"[.?](?=\s|$)", code.entry)
    assert 2 <= len(sentences) <= 6
    assert code.name[0].isupper()
    assert "!" not in re.sub(r"`[^`]*`", "", code.entry)


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_the_examples_differ(code: Code) -> None:
    assert code.wrong.files != code.right.files
    assert code.wrong.files
    assert code.right.files


def problems_of(example: Example, project: Path) -> list[Code]:
    file = project / "mkdocs.yml"
    file.write_text(str(example.files["mkdocs.yml"]), encoding="utf-8")
    return [problem.code for problem in settings.read_configuration(file).problems]


@pytest.mark.parametrize("code", OF_OPTIONS, ids=lambda code: code.id)
def test_examples_of_options(code: Code, tmp_path: Path) -> None:
    assert problems_of(code.wrong, tmp_path) == [code]
    assert problems_of(code.right, tmp_path) == []


def test_the_example_of_a_missing_address(tmp_path: Path) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(str(codes.NO_SITE_URL.wrong.files["mkdocs.yml"]), encoding="utf-8")
    assert settings.read_configuration(file).site_url == ""
    file.write_text(str(codes.NO_SITE_URL.right.files["mkdocs.yml"]), encoding="utf-8")
    assert settings.read_configuration(file).site_url == "https://press.example/"


@pytest.mark.parametrize("code", codes.ALL, ids=lambda code: code.id)
def test_a_problem_that_comes_from_another_process_has_the_code_itself(code: Code) -> None:
    sent = pickle.dumps(code.at(Place("x.md"), "A message"))
    assert pickle.loads(sent).code is code
    assert len(sent) < 500
