"""That templates are compiled once, and that what is kept of them is never trusted blindly."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from pressgen.views.template_code import TemplateCode


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    """A folder with one template."""
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "page.html").write_text("<p>{{ name | upper }}</p>", "utf-8")
    return folder


def environment(templates: Path, store: Path, *, trim_blocks: bool = False) -> Environment:
    """Return a new environment that keeps its code in `store`."""
    code = TemplateCode([str(templates)], store)
    return Environment(
        loader=FileSystemLoader(templates), bytecode_cache=code, autoescape=True, trim_blocks=trim_blocks
    )


def shown(env: Environment) -> str:
    """Return what the page shows."""
    return env.get_template("page.html").render(name="ada")


def refuse(*_: object, **__: object) -> None:
    """Stand for the compiler where it must not be called."""
    pytest.fail("the template was compiled again")


def test_a_second_program_does_not_compile(templates: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = shown(environment(templates, tmp_path / "store"))
    monkeypatch.setattr(Environment, "compile", refuse)

    assert shown(environment(templates, tmp_path / "store")) == first == "<p>ADA</p>"


def test_a_changed_template_is_compiled_anew(templates: Path, tmp_path: Path) -> None:
    shown(environment(templates, tmp_path / "store"))
    (templates / "page.html").write_text("<b>{{ name }}</b>", "utf-8")

    assert shown(environment(templates, tmp_path / "store")) == "<b>ada</b>"


def test_another_environment_has_code_of_its_own(templates: Path, tmp_path: Path) -> None:
    (templates / "page.html").write_text("{% if name %}\n  {{ name }}{% endif %}", "utf-8")
    shown(environment(templates, tmp_path / "store"))

    assert shown(environment(templates, tmp_path / "store", trim_blocks=True)) == "  ada"


def test_a_filter_of_an_unknown_package_keeps_nothing(templates: Path, tmp_path: Path) -> None:
    (templates / "page.html").write_text("{{ 'ada' | greet }}", "utf-8")
    for greeting in ("Hello", "Good day"):
        env = environment(templates, tmp_path / "store")
        env.filters["greet"] = lambda name, greeting=greeting: f"{greeting} {name}"

        assert shown(env) == f"{greeting} ada"
    assert not (tmp_path / "store").exists()


def test_templates_of_a_site_are_not_kept(templates: Path, tmp_path: Path) -> None:
    env = environment(templates, tmp_path / "store")
    env.bytecode_cache = TemplateCode([str(tmp_path / "theme")], tmp_path / "store")

    assert shown(env) == "<p>ADA</p>"
    assert not (tmp_path / "store").exists()


@pytest.mark.parametrize("damage", ["cut", "turned", "empty", "nothing but a digest"])
def test_damaged_code_is_compiled_anew(damage: str, templates: Path, tmp_path: Path) -> None:
    shown(environment(templates, tmp_path / "store"))
    (kept,) = (tmp_path / "store").iterdir()
    content = kept.read_bytes()
    turned = content[:40] + bytes([content[40] ^ 0xFF]) + content[41:]
    kinds = {"cut": content[:-20], "turned": turned, "empty": b"", "nothing but a digest": content[:16]}
    kept.write_bytes(kinds[damage])

    assert shown(environment(templates, tmp_path / "store")) == "<p>ADA</p>"
    assert kept.read_bytes() == content


@pytest.mark.skipif(os.name == "nt", reason="a profile on Windows is its owner's by other means")
def test_a_folder_to_which_others_may_write_is_not_used(templates: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    shown(environment(templates, store))
    (kept,) = store.iterdir()
    assert store.stat().st_mode & 0o777 == 0o700
    kept.unlink()
    store.chmod(0o777)

    assert shown(environment(templates, store)) == "<p>ADA</p>"
    assert not list(store.iterdir())


def test_a_store_that_cannot_be_made_costs_nothing_but_time(templates: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    assert shown(environment(templates, tmp_path / "file" / "store")) == "<p>ADA</p>"


def test_code_of_long_ago_is_dropped(templates: Path, tmp_path: Path) -> None:
    store = tmp_path / "store"
    store.mkdir(mode=0o700)
    for name, days in (("old", 90), ("new", 1)):
        (store / name).write_bytes(b"")
        at = time.time() - days * 86400
        os.utime(store / name, (at, at))
    shown(environment(templates, store))

    assert not (store / "old").exists()
    assert (store / "new").exists()
    assert len(list(store.iterdir())) == 2
