"""The archive: which releases the public may see, in what order, and every relation of theirs.

`public` decides what is public, `order` in what order releases came out, `sides` who "we" are in one. `relations` holds
what is known of each release, `holdings` what there is on each subject, `encounters` who met whom. All else reads them.
"""

from pressgen.archive.archive import Archive
from pressgen.archive.encounters import Channel, Encounter
from pressgen.archive.holdings import Holdings
from pressgen.archive.public import Hidden, build_time, hidden
from pressgen.archive.relations import Relations

__all__ = ["Archive", "Channel", "Encounter", "Hidden", "Holdings", "Relations", "build_time", "hidden"]
