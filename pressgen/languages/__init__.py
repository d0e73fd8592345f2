"""Dates, numbers, lists, names and interface words of any language.

Interface words are in `pressgen/locales/<tag>.yml` and in a site's own locale files. What no locale file has comes from
Unicode CLDR, through Babel. Nothing here raises an exception for a well-formed tag: a language without a locale file
has English words, with its own dates, digits, lists and direction.

Babel's data is read once for each language, when it is first needed: these functions are called tens of thousands of
times in a build.
"""

from pressgen.languages.collation import SortKey, sort_key
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
from pressgen.languages.locales import (
    Contents,
    complete_languages,
    site_locales,
    until_locales_change,
    use_site_locales,
)
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
    "Contents",
    "Language",
    "SortKey",
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
    "site_locales",
    "sort_key",
    "until_locales_change",
    "use_site_locales",
    "weekday_names",
]
