"""The size of a site, and what its host takes of it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

from pressgen.engine.hosts import Size, hosts, near_limits, refused, summary
from pressgen.problems import Place, codes
from pressgen.settings import Settings

PLACE = Place("mkdocs.yml")
GIB = 1 << 30


def size(files: int = 10, size: int = 1000, largest: int = 100) -> Size:
    return Size(files=files, entries=files + 5, bytes=size, largest=largest)


def codes_of(measured: Size, host: str) -> list[str]:
    return [problem.code.id for problem in refused(measured, host, PLACE)]


def test_the_option_has_the_hosts_of_the_table() -> None:
    assert set(get_args(Settings.model_fields["host"].annotation)) == {"", *hosts()}
    for host in hosts().values():
        assert host.limits
        for limit in host.limits:
            assert limit.source.startswith("https://"), limit
            assert limit.sure or limit.note, limit
            assert size().measured(limit.of) >= 0


def test_a_site_is_measured(tmp_path: Path) -> None:
    (tmp_path / "en/releases").mkdir(parents=True)
    (tmp_path / "index.html").write_bytes(b"1234")
    (tmp_path / "en/releases/index.html").write_bytes(b"123456")
    assert Size.of(str(tmp_path)) == Size(files=2, entries=4, bytes=10, largest=6)
    assert summary(size(12_345, 150_300_000), 1000, 2000) == (
        "1,000 releases in 2,000 editions: 12,345 files, 150.3 MB"
    )


@pytest.mark.parametrize("host", ["github-pages", "gitlab-pages", "cloudflare-pages"])
def test_of_a_small_site_nothing_is_said(host: str) -> None:
    assert (list(near_limits(size(), host)), codes_of(size(), host)) == ([], [])


def test_what_nears_a_limit_is_said_and_is_no_problem() -> None:
    measured = size(size=900_000_000)
    assert list(near_limits(measured, "github-pages")) == ["GitHub Pages: 900.0 MB of at most 1,073.7 MB"]
    assert codes_of(measured, "github-pages") == []
    assert list(near_limits(size(size=int(GIB * 0.79)), "github-pages")) == []


def test_what_only_some_plans_refuse_is_said_and_is_no_problem() -> None:
    measured = size(files=25_000)
    assert list(near_limits(measured, "cloudflare-pages")) == [
        "Cloudflare Pages: 25,000 files of at most 20,000 files (in the free plan)"
    ]
    assert codes_of(measured, "cloudflare-pages") == []
    assert codes_of(size(size=2 * GIB), "gitlab-pages") == []


def test_what_is_refused_for_sure_is_a_problem() -> None:
    assert codes_of(size(size=GIB), "github-pages") == []
    assert codes_of(size(size=GIB + 1), "github-pages") == [codes.HOST_LIMIT.id]
    (problem,) = refused(size(largest=30_000_000), "cloudflare-pages", PLACE)
    assert str(problem.message) == (
        "Cloudflare Pages takes at most 26.2 MB in a file, and this site has 30.0 MB in a file"
    )
    assert codes_of(size(files=100_001), "cloudflare-pages") == [codes.HOST_LIMIT.id]
    assert [line for line in near_limits(size(files=100_001), "cloudflare-pages") if "100,000" in line] == []
