"""A site's own templates: which are used, and what is reported in them."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import UndefinedError

from pressgen.languages import language
from pressgen.views.site_templates import BLOCKS, LARGEST, read_site_templates
from pressgen.views.templates import environment, render

EXTENDS = '{% extends "pressgen/not_found.html" %}\n'


def read(project: Path, **texts: str) -> list[str]:
    """Write templates of a project, each by its name, and read them; return what is reported."""
    (project / "templates").mkdir(exist_ok=True)
    for name, text in texts.items():
        (project / f"templates/{name}.html").write_text(text, encoding="utf-8")
    return [f"{each.place} {each.code.id} {each.message}; {each.hint}" for each in read_site_templates(project)]


def rendered(template: str = "not_found.html") -> str:
    return render(template, ["<b>"], language("en"))


def test_a_template_takes_the_place_of_pressgens_and_escapes_what_it_shows(tmp_path: Path) -> None:
    assert read(tmp_path, not_found="<p>{{ view[0] }} {{ say('search') }}</p>\n") == []

    assert rendered() == "<p>&lt;b&gt; Search</p>"


def test_without_the_folder_pressgens_templates_are_used_again(tmp_path: Path) -> None:
    read(tmp_path, not_found="Own")
    assert rendered() == "Own"

    (tmp_path / "templates/not_found.html").unlink()
    assert read_site_templates(tmp_path) == ()
    with pytest.raises(UndefinedError):
        rendered()


def test_a_template_with_a_mistake_is_not_used(tmp_path: Path) -> None:
    assert len(read(tmp_path, not_found="{% if %}", chooser="Own")) == 1

    assert rendered("chooser.html") == "Own"
    with pytest.raises(UndefinedError):
        rendered()


@pytest.mark.parametrize(
    "name,text,problem",
    [
        ("not_found", "{% if %}", "not_found.html:1:1 PG115 the template cannot be read: Expected an expression"),
        ("not_found", "\n{{ view | no_such }}", "not_found.html:2:1 PG115 the template cannot be read: No filter"),
        ("not_found", '\n{% include "x.html" %}', "not_found.html:2:1 PG115 there is no template 'x.html'"),
        ("not_found", '{% extends "pressgen/x.html" %}', "not_found.html:1:1 PG115 there is no template 'pressgen/x"),
        (
            "not_found",
            EXTENDS + "{% block bdy %}{% endblock %}",
            "not_found.html:2:1 PG116 pressgen/not_found.html",
        ),
        ("notfound", EXTENDS, "notfound.html:1:1 PG116 'notfound.html' is no template that a site can extend; did you"),
        ("lists", "", "lists.html:1:1 PG116 'lists.html' is no template that a site can extend; the manual"),
        ("not_found", "x" * (LARGEST + 1), "not_found.html:1:1 PG115 the file has more than 262,144 bytes"),
    ],
)
def test_a_mistake_is_reported_at_its_line(tmp_path: Path, name: str, text: str, problem: str) -> None:
    (found,) = read(tmp_path, **{name: text})

    assert found.startswith(f"templates/{problem}")


def test_a_file_that_is_not_utf_8_is_reported(tmp_path: Path) -> None:
    read(tmp_path)
    (tmp_path / "templates/release.html").write_bytes(b"\xff")

    assert read(tmp_path)[0].startswith("templates/release.html:1:1 PG115 the file cannot be read")


@pytest.mark.parametrize("name", BLOCKS)
def test_the_blocks_that_are_promised_exist(name: str) -> None:
    assert {*BLOCKS[name], "body"} <= environment().get_template(name).blocks.keys()


@pytest.mark.parametrize("name", BLOCKS)
def test_the_manual_names_every_block_that_is_promised(name: str, repository: Path) -> None:
    page = (repository / "docs/manual/extend.md").read_text("utf-8")
    (row,) = [line for line in page.splitlines() if line.startswith(f"| `{name}` |")]

    for block in BLOCKS[name]:
        assert f"`{block}`" in row
