"""Marked words as HTML: their language goes with them, and nothing in them is taken for HTML."""

from collections.abc import Callable

import pytest
from markupsafe import Markup

from pressgen.views.facts import Marked
from pressgen.views.marking import marked, marks, name

PLAIN, ARABIC = Marked("A & B"), Marked("<ا>", "ar", "rtl")


@pytest.mark.parametrize(
    "function,plain,arabic",
    [
        (marks, "", ' lang="ar" dir="rtl"'),
        (marked, "A &amp; B", '<span lang="ar" dir="rtl">&lt;ا&gt;</span>'),
        (name, '<bdi class="pg-kept">A &amp; B</bdi>', '<bdi lang="ar">&lt;ا&gt;</bdi>'),
    ],
)
def test_words_carry_their_language(function: Callable[[Marked], Markup], plain: str, arabic: str) -> None:
    assert function(PLAIN) == plain
    assert function(ARABIC) == arabic
