"""The archive: which releases the public may see, in what order, and every relation of theirs.

`public` decides what is public, `force` what is in force, `order` in what order releases came out, `sides` who "we" are
in one. `relations` holds what is known of each release, `holdings` what there is on each subject, and `encounters` and
`people` say who met whom. All else only reads them.
"""

from pressgen.archive.archive import Archive
from pressgen.archive.encounters import Channel, Encounter, dated_event, first_day
from pressgen.archive.force import Force
from pressgen.archive.holdings import Holdings
from pressgen.archive.people import Company, Individual
from pressgen.archive.public import Hidden, build_time, hidden
from pressgen.archive.relations import Relations

__all__ = [
    "Archive",
    "Channel",
    "Company",
    "Encounter",
    "Force",
    "Hidden",
    "Holdings",
    "Individual",
    "Relations",
    "build_time",
    "dated_event",
    "first_day",
    "hidden",
]
