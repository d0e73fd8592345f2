"""Each file of `golden/` is one behaviour: a text, and its HTML, problems and references."""

from pathlib import Path

import pytest
import yaml

from pressgen.text.parsing import parse_body
from tests.blocks import html_of_blocks
from tests.golden import assert_golden_values

CASES = sorted((Path(__file__).parent / "golden").glob("*.yml"))


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_behaviour(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    body, problems, _ = parse_body(
        case["input"], language=case["language"], languages=case["languages"], path="x.md", first_line=1
    )

    results = {
        "html": html_of_blocks(body.blocks) + "\n",
        "problems": [f"{one.place.line}:{one.place.column} {one.code.id} {one.message}" for one in problems],
        "references": [reference.target for reference in body.references],
    }
    read = {key: case[key] for key in ("language", "languages", "input")}
    assert_golden_values(path, {**read, **{key: result for key, result in results.items() if result}})


def test_there_are_cases() -> None:
    assert len(CASES) > 50
