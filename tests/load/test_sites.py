"""Whole small sites, broken ones among them: each folder of tests/sites with the problems that it has, word for word.

After a change of messages, look at what `git diff tests/sites` says after
`python -m tests.load.test_sites`, which writes every `problems.txt` anew.
"""

import shutil
from pathlib import Path

import pytest

from pressgen.load import load
from pressgen.problems.report import as_text
from tests.load.project import SETTINGS

SITES = sorted(path for path in (Path(__file__).parents[1] / "sites").iterdir() if (path / "problems.txt").exists())


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_problems_of_a_site(site: Path) -> None:
    assert as_text(load(site, SETTINGS).problems) == (site / "problems.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("site", SITES, ids=lambda site: site.name)
def test_the_order_of_files_on_the_disk_does_not_matter(site: Path, tmp_path: Path) -> None:
    files = sorted((path for path in site.rglob("*") if path.is_file()), reverse=True)
    for path in files:
        copy = tmp_path / path.relative_to(site)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copy)
    here, there = load(site, SETTINGS), load(tmp_path, SETTINGS)
    assert there.problems == here.problems
    assert [release.editions for release in there.releases] == [release.editions for release in here.releases]
    assert [release.record for release in there.releases] == [release.record for release in here.releases]


def test_the_good_site_links_its_parts() -> None:
    loaded = load(next(site for site in SITES if site.name == "good"), SETTINGS)
    aid = next(release for release in loaded.releases if release.id == "2022-03-01-aid")
    found = [(one.release, one.language, one.page) for one in aid.editions["en"].body.references]
    assert found == [("2022-02-15-x", "en", ""), ("2022-02-15-x", "km", ""), ("", "", "about.md")]
    assert aid.record.related == ("2022-02-15-x",)


if __name__ == "__main__":
    for folder in SITES:
        (folder / "problems.txt").write_text(as_text(load(folder, SETTINGS).problems), encoding="utf-8")
