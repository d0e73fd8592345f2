"""A language tag goes in; its dates, numbers, lists, names and interface words come out.

Interface words stand in `pressgen/locales/<tag>.yml`; all else that a locale file does not say comes from Babel, and
so from Unicode CLDR. Nothing here raises for a well-formed tag: a language without a locale file speaks in
English words with its own dates, digits, lists and direction.

Babel's data is read when it is first asked for, once for each language, and never again: these functions are
called tens of thousands of times in a build.
"""

from pressgen.languages.collation import sort_key
from pressgen.languages.countries import (
    countries,
    country_variants,
    has_country_name,
    is_country,
    is_user_assigned,
    nearest_countries,
)
from pressgen.languages.eras import BUDDHIST
from pressgen.languages.language import Language, language, month_names, weekday_names
from pressgen.languages.locales import complete_languages, until_locales_change, use_site_locales
from pressgen.languages.open_graph import open_graph_locale
from pressgen.languages.registry import as_recommended
from pressgen.languages.tags import (
    country_of_language,
    default_language_of_script,
    is_language,
    language_of_country,
    meant,
    scripts_of,
)

__all__ = [
    "BUDDHIST",
    "Language",
    "as_recommended",
    "complete_languages",
    "countries",
    "country_of_language",
    "country_variants",
    "default_language_of_script",
    "has_country_name",
    "is_country",
    "is_language",
    "is_user_assigned",
    "language",
    "language_of_country",
    "meant",
    "month_names",
    "nearest_countries",
    "open_graph_locale",
    "scripts_of",
    "sort_key",
    "until_locales_change",
    "use_site_locales",
    "weekday_names",
]
