"""The contract with Material: what pressgen changes in the theme is where pressgen expects it, in this version.

The suite compares the version that is installed. `PRESSGEN_MATERIAL` names the templates of another one.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from importlib import resources
from pathlib import Path
from shutil import copytree

import pytest

from pressgen.plugin.material.configuration import FOLDER
from pressgen.plugin.material.touches import (
    COMPARED,
    TOUCHES,
    VERSION,
    Touch,
    Via,
    changed_copies,
    missing_touches,
    theme_problems,
    theme_text,
)
from pressgen.problems import Place
from tests.plugin.conftest import CONFIGURATION, Built

_BUNDLE = "assets/javascripts/bundle.*.min.js"
THEME = os.environ.get("PRESSGEN_MATERIAL") or str(resources.files("material") / "templates")


@pytest.mark.parametrize("touch", TOUCHES, ids=lambda touch: touch.what)
def test_the_theme_has_what_a_touch_depends_on(touch: Touch) -> None:
    assert touch.text in theme_text([THEME], touch.file)


def test_the_templates_are_copies_of_the_themes() -> None:
    assert [touch.file for touch in changed_copies([THEME])] == []


def test_every_template_of_the_theme_that_pressgen_replaces_is_listed() -> None:
    theirs = {path.relative_to(THEME).as_posix() for path in Path(THEME).rglob("*.html")}
    ours = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html")}

    assert ours & theirs == {touch.file for touch in TOUCHES if touch.via is Via.TEMPLATE and touch.where == touch.file}


def test_style_sheets_and_scripts_name_only_what_the_theme_has(repository: Path) -> None:
    folder, theme = repository / "pressgen/assets", Path(THEME)
    kinds = ("*.html", "partials/**/*.html", "assets/stylesheets/*.css", _BUNDLE)
    theirs = "".join(path.read_text("utf-8") for kind in kinds for path in theme.glob(kind)).replace('"', "")
    ours = [re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL) for path in folder.rglob("*.[cj]s*")]
    names = re.compile(r"""(?<![\w-])md-[\w-]+|--md-[\w-]+|data-md-[a-z-]+(?:="?[a-z-]+)?""")
    used = {name.replace('"', "") for text in ours for name in names.findall(text)}

    assert len(used) > 70
    assert sorted(name for name in used if name not in theirs) == []


def test_what_is_missing_is_reported_with_the_version_and_the_place(tmp_path: Path) -> None:
    copytree(THEME, tmp_path / "theme", ignore=lambda _folder, names: [name for name in names if name == ".icons"])
    top = tmp_path / "theme/partials/top.html"
    top.write_text(top.read_text("utf-8").replace("data-md-component", "data-md-part"), encoding="utf-8")

    assert [touch.file for touch in missing_touches([str(tmp_path / "theme")])] == ["partials/top.html"]
    assert [touch.file for touch in changed_copies([str(tmp_path / "theme")])] == ["partials/top.html"]
    (problem,) = theme_problems([str(tmp_path / "theme")], Place("mkdocs.yml"))
    assert problem.code.id == "PG111"
    assert re.match(
        r"mkdocs-material \d+\.\d+\.\d+ has no .*data-md-component.* in its partials/top.html", problem.message
    )
    assert f">={VERSION},<={COMPARED}" in problem.hint


def test_the_oldest_version_is_the_one_that_can_be_installed(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))["project"]

    assert any(need.startswith(f"mkdocs-material>={VERSION},") for need in project["dependencies"])


def test_a_build_reports_a_theme_that_has_changed(
    write: Callable[[Mapping[str, str | None]], None], build: Callable[..., Built], monkeypatch: pytest.MonkeyPatch
) -> None:
    write({"mkdocs.yml": CONFIGURATION})
    unknown = Touch(Via.PATTERN, "a part", "a reason", "a module", "base.html", "<no such text>")
    monkeypatch.setattr("pressgen.plugin.material.touches.TOUCHES", (*TOUCHES, unknown))

    built = build("--strict")

    assert built.code == 1
    assert "warning PG111: mkdocs-material" in built.log
    assert "Nothing was built" in built.log
