"""In what order releases came out: by day, by time, by number, by id.

Lists, feeds, data, neighbours and search all have this order or its reverse. Numbers count as numbers: of one day,
No. 9 came before No. 10, so that in a list with the newest first No. 10 stands above No. 9.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from pressgen.model import Release

Natural = tuple[tuple[int, int, str], ...]
_RUNS = re.compile(r"(\d+)")


def chronological(release: Release) -> tuple[date, float, Natural, Natural]:
    """Return the key by which releases are sorted, the earliest first; one without a time comes first in its day."""
    record = release.record
    time = record.issued.time.timestamp() if record.issued.time else float("-inf")
    return record.day, time, natural(record.number), natural(release.id)


def natural(text: str) -> Natural:
    """Return the key by which texts are sorted so that `x-9` comes before `x-10`, in the digits of any script."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    runs = ((0, _value(run), run) if place % 2 else (1, 0, run) for place, run in enumerate(_RUNS.split(folded)))
    return tuple(run for run in runs if run[2])


_MOST_DIGITS = 4000
"""Python reads no longer number from text."""


def _value(digits: str) -> int:
    return int(digits[:_MOST_DIGITS])
