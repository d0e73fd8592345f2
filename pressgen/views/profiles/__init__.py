"""Write the lists of groups, such as all countries, and the profile of each entry."""

from pressgen.views.profiles.encountered import Happening, tallies_of
from pressgen.views.profiles.groups import LastContact, Member, group_page
from pressgen.views.profiles.periods import LONG, NEWEST, Period, on_own_page
from pressgen.views.profiles.profile import ProfilePart, ProfileSummary, profile_page, profile_period_page

__all__ = [
    "LONG",
    "NEWEST",
    "Happening",
    "LastContact",
    "Member",
    "Period",
    "ProfilePart",
    "ProfileSummary",
    "group_page",
    "on_own_page",
    "profile_page",
    "profile_period_page",
    "tallies_of",
]
