"""The modules that a command loads before it does anything: a person waits for them at every use."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "babel", "markdown", "jinja2", "mkdocs", "pressgen.load", "pressgen.site")


def loaded(code: str, cwd: Path) -> set[str]:
    """Return the `HEAVY` modules that a program has loaded at its end."""
    ask = f"import sys\n{code}\nsys.stderr.write(' '.join(name for name in {HEAVY} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", ask], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "asked", ["--help", "check --help", "due --help", "stage --help", "schema --help", "--version"]
)
def test_help_is_given_without_loading_what_the_commands_need(asked: str, tmp_path: Path) -> None:
    run = f"from pressgen.cli import commands; commands({asked.split()}, standalone_mode=False)"

    assert loaded(run, tmp_path) == set()


def test_checking_loads_no_pages_and_no_host(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    run = "from pressgen.cli import commands; commands(['check'], standalone_mode=False)"

    assert loaded(run, tmp_path) & {"jinja2", "mkdocs", "pressgen.site"} == set()


def test_a_check_whose_answer_is_kept_loads_nothing_heavy(tmp_path: Path) -> None:
    (tmp_path / "releases").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: A\nsite_url: https://a.example/\nplugins: [pressgen: {links: {}}]\n", "utf-8"
    )
    # The files of this test are younger than those whose stamps are trusted.
    young = "import pressgen.stamps; pressgen.stamps.GRAIN = -10**19"
    run = f"{young}\nfrom pressgen.cli import commands; commands(['check'], standalone_mode=False)"

    assert "pressgen.load" in loaded(run, tmp_path)
    assert loaded(run, tmp_path) == set()
