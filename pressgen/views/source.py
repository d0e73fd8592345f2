"""Write the line of a printed page that says where it is from and on which day it was printed.

The style sheet draws the line from the attributes of an empty element. It is no text of the page, so that no program
that extracts the text of a release takes it for a part of it.
"""

from __future__ import annotations

from markupsafe import Markup


def source(address: str) -> Markup:
    """Write the element for the page at the complete address `address`; empty if the site does not know its address.

    `data-address` is printed if no script runs. `print.js` prints it with the day, in the language of the page.
    """
    return Markup('<div class="pg-source" data-address="{}"></div>').format(address) if address else Markup()


def with_source(article: str, address: str) -> str:
    """Add the element to the article of the page at the complete address `address`."""
    line = source(address)
    return f"{article}\n{line}" if line else article
