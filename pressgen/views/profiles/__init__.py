"""Lists of countries, people, organisations, topics and kinds, and the profile of each: facts go in, pages come out."""

from pressgen.views.profiles.encountered import Happening, tallies_of
from pressgen.views.profiles.groups import Member, group_page
from pressgen.views.profiles.individuals import Individual, gathered, individuals
from pressgen.views.profiles.profile import NEWEST, Known, Shown, profile_page, profile_year_page

__all__ = [
    "NEWEST",
    "Happening",
    "Individual",
    "Known",
    "Member",
    "Shown",
    "gathered",
    "group_page",
    "individuals",
    "profile_page",
    "profile_year_page",
    "tallies_of",
]
