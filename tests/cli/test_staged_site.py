"""What `pressgen stage` writes, built as the manual says by a host that knows nothing of pressgen."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from pressgen import addresses
from pressgen.plugin.material.configuration import STYLES

SLUG = "2022-02-15-norway-video-call"


@pytest.fixture(scope="module")
def manual(repository: Path) -> str:
    """Return the configuration that the manual has for such a host."""
    page = (repository / "docs/manual/publish.md").read_text("utf-8")
    (configuration,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    return configuration


@pytest.fixture(scope="module")
def site(repository: Path, manual: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("host")
    (folder / "mkdocs.yml").write_text(manual + "plugins: []\n", encoding="utf-8")
    for command, cwd in (
        (["pressgen.cli", "stage", str(folder / "pages")], repository),
        (["mkdocs", "build", "--strict"], folder),
    ):
        done = subprocess.run([sys.executable, "-m", *command], cwd=cwd, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
    return folder / "site"


@pytest.mark.parametrize("language", ["en", "km"])
def test_each_edition_is_there_word_for_word(repository: Path, site: Path, language: str) -> None:
    source = (repository / f"releases/2022/{SLUG}.{language}.md").read_text("utf-8").split("---\n", 2)[2]
    page = (site / language / "releases" / SLUG / "index.html").read_text("utf-8")
    shown = " ".join(re.sub(r"<[^>]+>", "", page).replace("&#39;", "'").replace("&#34;", '"').split())

    assert f'<div lang="{language}" dir="ltr">' in page
    for paragraph in source.split("\n\n"):
        assert " ".join(paragraph.split()) in shown


def test_it_has_the_style_of_the_site_that_the_plugin_builds(manual: str, site: Path) -> None:
    sheets = yaml.safe_load(manual)["extra_css"]

    assert sheets == list(STYLES) == [addresses.SCREEN_STYLE, addresses.PRINT_STYLE]
    assert [sheet for sheet in sheets if not (site / sheet).is_file()] == []


def test_its_links_lead_somewhere(site: Path) -> None:
    for page in site.rglob("releases/**/index.html"):
        for link in re.findall(r'<a href="(\.\.?/[^"#]*)"', page.read_text("utf-8")):
            assert (page.parent / link / "index.html").is_file() or (page.parent / link).is_file(), (page, link)
