"""The plugin's options: `mkdocs.yml` goes in, one typed value comes out.

There is one definition of them, which the MkDocs plugin, the command line and the manual all read.
"""

from pressgen.settings.configuration import Configuration, no_site_url, read
from pressgen.settings.options import Settings
from pressgen.settings.parsing import Location, parse

__all__ = [
    "Configuration",
    "Location",
    "Settings",
    "no_site_url",
    "parse",
    "read",
]
