"""Each file of `golden/` is one behaviour: a text, and the HTML, problems and references that come of it."""

from pathlib import Path

import pytest
import yaml

from pressgen.text import parse
from tests.blocks import html_of_blocks

CASES = sorted((Path(__file__).parent / "golden").glob("*.yml"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_behaviour(case: Path) -> None:
    wanted = yaml.safe_load(case.read_text(encoding="utf-8"))
    body, problems = parse(
        wanted["input"], language=wanted["language"], languages=wanted["languages"], path="x.md", first_line=1
    )
    told = [f"{one.place.line}:{one.place.column} {one.code.id} {one.message}" for one in problems]
    assert html_of_blocks(body.blocks) + "\n" == wanted["html"]
    assert told == wanted.get("problems", [])
    assert [reference.target for reference in body.references] == wanted.get("references", [])


def test_there_are_cases() -> None:
    assert len(CASES) > 50
