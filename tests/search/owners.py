"""The owners of scripts in a site with some languages."""

from __future__ import annotations

from pressgen.languages import scripts_of
from pressgen.search.documents import Owners


def owners_of(*languages: str) -> Owners:
    """Find the owners of scripts in a site with these languages, the first of them first."""
    return Owners.of({tag: scripts_of(tag) for tag in languages})
