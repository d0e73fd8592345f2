"""What CLDR says differently in the versions that Babel 2.17 to 2.19 bring."""

from babel.core import get_cldr_version


def by_cldr(until_47: str, since: str) -> str:
    """Return what the installed CLDR says: its words until version 47, or those since."""
    return until_47 if int(get_cldr_version().partition(".")[0]) <= 47 else since
