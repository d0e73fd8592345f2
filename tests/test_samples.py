"""The samples of the manual: one release of each kind, built as it stands there, with every word of its text shown."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
import yaml

from pressgen.model import Kind

SAMPLE = re.compile(r"`(?P<name>[^`\n]+\.(?:yml|md))`:\n\n```\w+\n(?P<text>.*?)```", re.DOTALL)
PAGE = (Path(__file__).parent.parent / "docs/manual/samples.md").read_text("utf-8")
FILES = {sample["name"]: sample["text"] for sample in SAMPLE.finditer(PAGE)}
RELEASES = {name: text for name, text in FILES.items() if name.endswith(".md")}
# The first day on which every sample has been issued.
BUILT = "1798761600"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the site of all samples strictly, so that a warning about one of them fails."""
    folder = tmp_path_factory.mktemp("samples")
    (folder / "docs").mkdir()
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet"],
        cwd=folder,
        env={**os.environ, "SOURCE_DATE_EPOCH": BUILT, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    return folder / "site"


def test_every_kind_has_a_sample_in_the_order_of_the_list() -> None:
    shown = [yaml.safe_load(text.split("---\n")[1])["kind"] for text in RELEASES.values()]

    assert [*shown, "other"] == [str(kind) for kind in Kind]


class Article(HTMLParser):
    """The words of a page's article."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.within = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = self.within or tag == "article"

    def handle_endtag(self, tag: str) -> None:
        self.within = self.within and tag != "article"

    def handle_data(self, data: str) -> None:
        if self.within:
            self.words += re.findall(r"\w+", data)


def test_what_is_in_force_stands_first_among_the_facts_and_on_the_page_of_its_kind(site: Path) -> None:
    release = (site / "en/releases/2026-07-01-advice-lohme/index.html").read_text("utf-8")
    kind = (site / "en/kinds/advisory/index.html").read_text("utf-8")
    facts = re.findall(r"<dt>(.*?)</dt>\n<dd>(.*?)</dd>", release)

    assert facts[0] == ("In force", "from 1 July 2026 to 31 March 2027")
    assert kind.index('<h2 id="in-force"') < kind.index('<h2 id="releases"')


def test_a_letter_prints_place_and_day_once(site: Path) -> None:
    page = (site / "en/releases/2026-03-30-congratulation-norland/index.html").read_text("utf-8")

    assert re.sub("<[^>]*>", "", page.partition("<article")[2].partition("</article")[0]).count("Exampolis, 30 Ma") == 1
    assert re.findall(r'class="(address|salutation|signed)"', page) == ["address", "salutation", "signed"]


@pytest.mark.parametrize("name", RELEASES)
def test_each_page_shows_every_word_of_its_sample_in_its_order(site: Path, name: str) -> None:
    slug = Path(name).name.removesuffix(".en.md")
    (page,) = site.glob(f"*/releases/{slug}/index.html")
    words = iter(Article(page.read_text("utf-8")).words)
    # Notes stand below the text, wherever the author wrote them.
    text = re.sub(r"\[\^.\]", " ", RELEASES[name].split("---\n", 2)[2])

    lost = [word for word in re.findall(r"\w+", text) if word not in words]

    assert lost == []
