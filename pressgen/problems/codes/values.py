"""Codes for keys and values of the front matter and of the register."""

from __future__ import annotations

from pressgen.problems import Code, Example, Severity
from pressgen.problems.codes.examples import EN, GOOD, english, one, original

_PEOPLE = "anniken-huitfeldt:\n  names: {en: Anniken Huitfeldt, km: អានីកេន ហ៊ុយតហ្វែល}\n"

UNKNOWN_COUNTRY = Code(
    "PG012",
    "Unknown country",
    Severity.ERROR,
    "Countries are written as codes of ISO 3166-1 alpha-2 (`NO`, `KH`), so that they mean the same in every "
    "language. The codes that ISO leaves to its users (`XK` among them) and ids of `register/countries.yml` serve "
    "as well. Write the code of the country meant; the hint names the likeliest.",
    original("participants:", "  - name: Anniken Huitfeldt", "    country: NW"),
    original("participants:", "  - name: Anniken Huitfeldt", "    country: NO"),
)
UNKNOWN_KEY = Code(
    "PG018",
    "Unknown key",
    Severity.ERROR,
    "No key has this name, so that what stands behind it would be lost. The hint gives the nearest key. Keys are "
    "written in small letters, in English, in every edition.",
    original("topic: trade", "plaice: Phnom Penh"),
    original("place: Phnom Penh"),
)
MISSING_KEY = Code(
    "PG019",
    "Missing key",
    Severity.ERROR,
    "A key that a release cannot do without is missing. Every file needs a `title`, an original a `date` and a "
    "`kind`; some values need keys of their own, such as the `date` and the `reason` of a withdrawal. Add the "
    "key. One that stands there without a value is told as well where it decides who may see the release: an "
    "`embargo:` whose hour is yet to be filled in publishes nothing.",
    one("---\ntitle: Outcomes of the Video Call\ndate: 2022-02-15\n---\n\nThe two Ministers had a video call.\n"),
    GOOD,
)
WRONG_TYPE = Code(
    "PG020",
    "Wrong type of value",
    Severity.ERROR,
    "A list, a mapping of keys or a text stands where another of the three is wanted. Each item of a list begins "
    "with `- `; the keys of a mapping stand below it, indented. A text that begins with a bracket needs quotation "
    "marks, or YAML takes it for a list.",
    original("participants: Anniken Huitfeldt"),
    original("participants:", "  - name: Anniken Huitfeldt"),
)
WRONG_VALUE = Code(
    "PG021",
    "Wrong value",
    Severity.ERROR,
    "The value is not one that this key can have. Some keys have a closed list of words, which the hint names; "
    "days are written `2022-02-15`, times with their zone `2022-02-15T10:00+07:00`, in the digits 0 to 9. A day "
    "written otherwise is not guessed, for 03/02/2022 is in February or in March.",
    one(english().replace("readout", "redout")),
    GOOD,
)
IMPOSSIBLE_DATE = Code(
    "PG022",
    "Impossible date",
    Severity.ERROR,
    "The calendar has no such day, or the clock no such time. Years are those of the common era: 2565 of the "
    "Buddhist era is 2022. Correct the day; nothing is rounded.",
    one(english().replace("2022-02-15", "2022-02-30")),
    GOOD,
)
IMPOSSIBLE_ZONE = Code(
    "PG023",
    "Missing or impossible time zone",
    Severity.ERROR,
    "A time without its zone is another moment in Oslo than in Phnom Penh, and an embargo would end at the wrong "
    "one. Write the difference from UTC behind it, such as `+07:00`, or `Z` for UTC. No place on earth is more "
    "than 14 hours away from UTC.",
    original("embargo: 2022-02-15T10:00+25:00"),
    original("embargo: 2022-02-15T10:00+07:00"),
)
UNKNOWN_LANGUAGE = Code(
    "PG024",
    "Unknown language",
    Severity.ERROR,
    "The tag is no language, or not one of the site's. Languages are written as tags of BCP 47: `en`, `km`, "
    "`zh-Hant`. A file's language stands in its name, between the slug and `.md`, and must be listed under "
    "`languages` in `mkdocs.yml`.",
    Example({EN: english(), "2022-02-15-norway-video-call.fr.md": "---\ntitle: Résultats\n---\n\nAppel vidéo.\n"}),
    GOOD,
)
COUNTRY_FOR_LANGUAGE = Code(
    "PG025",
    "Country instead of language",
    Severity.ERROR,
    "The code of a country stands where a language is meant: the country Cambodia is `KH`, its language Khmer is "
    "`km`. Write the language's tag; the hint names it.",
    original("place: {en: Phnom Penh, kh: ភ្នំពេញ}"),
    original("place: {en: Phnom Penh, km: ភ្នំពេញ}"),
)
BAD_SLUG = Code(
    "PG030",
    "Slug that cannot be an address",
    Severity.ERROR,
    "A release's slug is its address for ever, so it is made of what every system leaves alone: small letters a "
    "to z, digits and single hyphens, at most 100 of them. Slashes, dots, capitals, spaces and invisible "
    "characters are not among them. Rename the file as the hint says, or write a `slug` into its front matter.",
    Example({"2022.02.15 Norway Video Call.en.md": english()}),
    Example({"2022-02-15-norway-video-call.en.md": english()}),
)
UNKNOWN_ENTRY = Code(
    "PG032",
    "Unknown entry of the register",
    Severity.ERROR,
    "An organisation, a topic, a series, a contact or a person is named by an id that the register does not have. "
    "Correct the id, or add the entry to the file of `register/` that the hint names.",
    Example({EN: english("participants:", "  - person: aniken-huitfeldt"), "register/people.yml": _PEOPLE}),
    Example({EN: english("participants:", "  - person: anniken-huitfeldt"), "register/people.yml": _PEOPLE}),
)
CONTRADICTORY_KEYS = Code(
    "PG036",
    "Contradictory keys",
    Severity.ERROR,
    "Two keys of one file, or a key and the file's name, say what cannot both be true: an event with a `date` and "
    "a `start`, one that ends before it begins, a withdrawal of a release that is a draft. Keep the one that is "
    "meant.",
    original("event: {date: 2022-02-14, start: 2022-02-14, end: 2022-02-16}"),
    original("event: {start: 2022-02-14, end: 2022-02-16}"),
)
