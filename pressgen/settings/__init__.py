"""Read the plugin's options in `mkdocs.yml` into one typed value.

The options are defined once; the MkDocs plugin, the command line and the manual all read that definition.
"""

from pressgen.settings.configuration import (
    OTHER_LANGUAGE_PLUGIN,
    Configuration,
    no_site_url,
    other_language_plugin,
    read_configuration,
    somewhere,
    without,
)
from pressgen.settings.options import Location, PlaceOf, Settings, SiteLinks, is_complete_address
from pressgen.settings.parsing import parse
from pressgen.settings.plausible import complete_site_url, said_in, spoken

__all__ = [
    "OTHER_LANGUAGE_PLUGIN",
    "Configuration",
    "Location",
    "PlaceOf",
    "Settings",
    "SiteLinks",
    "complete_site_url",
    "is_complete_address",
    "no_site_url",
    "other_language_plugin",
    "parse",
    "read_configuration",
    "said_in",
    "somewhere",
    "spoken",
    "without",
]
