"""Write a page as one text, and compare it with its file in `golden/`."""

from __future__ import annotations

from pathlib import Path

from pressgen.views.page import Page
from tests import golden

GOLDEN = Path(__file__).parent / "golden"


def written(page: Page) -> str:
    """Return everything that a page says, as one text that is easy to read and compare."""
    alternates = "".join(f"alternate: {tag} {address}\n" for tag, address in page.alternates.items())
    return (
        f"address: {page.address}\nlanguage: {page.language}\ntype: {page.type}\ntitle: {page.title}\n"
        f"description: {page.description}\n{alternates}\n{page.head}\n\n{page.article}\n"
    )


def assert_golden(name: str, text: str) -> None:
    golden.assert_golden(GOLDEN / name, text)
