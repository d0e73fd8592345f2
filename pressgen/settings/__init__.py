"""The plugin's options: `mkdocs.yml` goes in, one typed value comes out.

There is one definition of them, which the MkDocs plugin, the command line and the manual all read.
"""

from pressgen.settings.configuration import Configuration, no_site_url, read
from pressgen.settings.options import LanguageTag, Settings, ZoneName
from pressgen.settings.parsing import Location, PlaceOf, parse

__all__ = [
    "Configuration",
    "LanguageTag",
    "Location",
    "PlaceOf",
    "Settings",
    "ZoneName",
    "no_site_url",
    "parse",
    "read",
]
