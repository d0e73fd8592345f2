"""Templates escape as Jinja does, whatever they write."""

from enum import StrEnum

import pytest
from markupsafe import Markup, escape

from pressgen.views.templates import environment


class Word(StrEnum):
    SIGN = "<&>"


class Bold:
    def __html__(self) -> str:
        return "<b>"


@pytest.mark.parametrize("value", ["a", "<&>\"'", "", Markup("<b>"), Markup("<&>"), Word.SIGN, 12, None, Bold()])
def test_what_a_template_writes_is_escaped(value: object) -> None:
    written = environment().from_string("{{ value }}{% if value %}{{ value }}{% endif %}").render(value=value)
    assert written == escape(value) * (2 if value else 1)


def test_a_text_that_is_html_in_one_place_is_escaped_in_another() -> None:
    template = environment().from_string("{{ one }} {{ other }} {{ one }}")
    assert template.render(one="<i>", other=Markup("<i>")) == "&lt;i&gt; <i> &lt;i&gt;"
