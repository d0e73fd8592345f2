"""Compare what views give with the files of `golden/`; `PRESSGEN_GOLDEN=1 pytest tests/views` writes them anew."""

from __future__ import annotations

import os
from pathlib import Path

from pressgen.views.page import Page

GOLDEN = Path(__file__).parent / "golden"


def written(page: Page) -> str:
    """Give all that a page says, as one text that is easy to read and compare."""
    alternates = "".join(f"alternate: {tag} {address}\n" for tag, address in page.alternates.items())
    return (
        f"address: {page.address}\nlanguage: {page.language}\ntype: {page.type}\ntitle: {page.title}\n"
        f"description: {page.description}\n{alternates}\n{page.head}\n\n{page.article}\n"
    )


def assert_golden(name: str, text: str) -> None:
    path = GOLDEN / name
    if os.environ.get("PRESSGEN_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{name} differs; see tests/views/golden.py"
