"""The package that `pip install .` makes holds all that a site needs, and nothing of the repository besides."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path


def test_it_holds_every_file_of_the_package(repository: Path, wheel: Path) -> None:
    kept = {
        path.relative_to(repository).as_posix()
        for path in (repository / "pressgen").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }

    packed = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}

    assert packed == kept
    for name in (
        "py.typed",
        "locales/km.yml",
        "templates/release.html",
        "data/countries.yml",
        "data/workflows/check.yml",
    ):
        assert f"pressgen/{name}" in packed


def test_its_source_holds_everything_that_the_tests_need(repository: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "--directory", str(tmp_path)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (path,) = tmp_path.glob("*.tar.gz")

    with tarfile.open(path) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}

    kept = ("pressgen", "tests", "docs", "examples", "releases", "benchmarks", ".ci", ".github")
    needed = {
        file.relative_to(repository).as_posix()
        for folder in kept
        for file in (repository / folder).rglob("*")
        if file.is_file() and "__pycache__" not in file.parts
    }
    assert needed <= packed
    assert {"mkdocs.yml", "pyproject.toml", "README.md", "LICENSE", "Makefile", "constraints.txt"} <= packed
    assert {"package.json", "package-lock.json", ".npmrc", "biome.jsonc", "tsconfig.json", "SECURITY.md"} <= packed


def test_it_offers_the_command_and_the_plugin(wheel: Path) -> None:
    archive = zipfile.ZipFile(wheel)
    (name,) = (name for name in archive.namelist() if name.endswith("entry_points.txt"))

    offered = archive.read(name).decode()

    assert "[console_scripts]\npressgen = pressgen.cli:main" in offered
    assert "[mkdocs.plugins]\npressgen = pressgen.plugin:PressgenPlugin" in offered


def test_it_works_where_the_repository_is_not(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "installed")
    run = "import sys; sys.path.insert(0, sys.argv.pop(1)); import pressgen.cli as c; print(c.__file__); c.main()"

    done = subprocess.run(
        [sys.executable, "-I", "-c", run, str(tmp_path / "installed"), "schema"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path / "installed"))
    assert '"participants"' in done.stdout
