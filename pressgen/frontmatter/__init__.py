"""Read a release's file: its front matter, with the place of every value, and its body.

Nothing here raises for bad content, and no input takes long: sizes, depths and counts have limits. The steps, in
the order of the data: `cut` parts the bytes, `tree` reads YAML (`mend` says what an author did where it cannot),
`keys` says what may be written (with `scalars` for days and codes), `errors` makes problems of what pydantic found,
`lost` of what YAML would have dropped.
"""

from pressgen.frontmatter.cut import LARGEST_FILE
from pressgen.frontmatter.errors import MOST_REPORTED, language_problem, nearest
from pressgen.frontmatter.keys import EventKeys, FrontMatter, IssuerKeys, ParticipantKeys, ValidityKeys
from pressgen.frontmatter.read import LARGEST_REGISTER, Reading, check_values, read, read_register
from pressgen.frontmatter.scalars import (
    LONGEST_SLUG,
    SLUG,
    CountryCode,
    Day,
    Word,
    mended_slug,
    slug_fault,
)
from pressgen.frontmatter.schema import schema
from pressgen.frontmatter.tree import Marks, path_shown, shown

__all__ = [
    "LARGEST_FILE",
    "LARGEST_REGISTER",
    "LONGEST_SLUG",
    "MOST_REPORTED",
    "SLUG",
    "CountryCode",
    "Day",
    "EventKeys",
    "FrontMatter",
    "IssuerKeys",
    "Marks",
    "ParticipantKeys",
    "Reading",
    "ValidityKeys",
    "Word",
    "check_values",
    "language_problem",
    "mended_slug",
    "nearest",
    "path_shown",
    "read",
    "read_register",
    "schema",
    "shown",
    "slug_fault",
]
