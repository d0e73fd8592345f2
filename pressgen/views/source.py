"""Write what stands in the margins of a printed page: where it is from, and the number and day of a release.

The style sheet draws both from the attributes of an empty element. They are no text of the page, so that no program
that extracts the text of a release takes them for a part of it.
"""

from __future__ import annotations

from markupsafe import Markup


def source(address: str, running: str = "") -> Markup:
    """Write the element for the page at the complete address `address`, which is empty if the site does not know it.

    `print.js` prints `data-address` with the day, in the language of the page, below each sheet; the style sheet prints
    it on the first if no script runs. `running` stands above each sheet but the first.
    """
    attributes = {"data-running": running, "data-address": address}
    written = Markup().join(Markup(' {}="{}"').format(name, value) for name, value in attributes.items() if value)
    return Markup('<div class="pg-source"{}></div>').format(written) if written else Markup()


def with_source(article: str, address: str, running: str = "") -> str:
    """Add the element to the article of a page."""
    line = source(address, running)
    return f"{article}\n{line}" if line else article
