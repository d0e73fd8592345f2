"""The plugin's options: `mkdocs.yml` goes in, one typed value comes out.

There is one definition of them, which the MkDocs plugin, the command line and the manual all read.
"""

from pressgen.settings.configuration import Configuration, no_site_url, read, somewhere, without
from pressgen.settings.options import Location, PlaceOf, Settings
from pressgen.settings.parsing import parse
from pressgen.settings.plausible import said_in, spoken

__all__ = [
    "Configuration",
    "Location",
    "PlaceOf",
    "Settings",
    "no_site_url",
    "parse",
    "read",
    "said_in",
    "somewhere",
    "spoken",
    "without",
]
