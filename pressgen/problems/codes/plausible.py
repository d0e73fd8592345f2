"""Codes for what can hardly be: days of the calendar, missing words, texts that should agree."""

from __future__ import annotations

from pressgen.problems import Code, Example, Severity
from pressgen.problems.codes.examples import EN, GOOD, KM, both, english, khmer, one, original

DAY_AHEAD = Code(
    "PG070",
    "Day of issue in the future",
    Severity.WARNING,
    "The day of issue lies after the day on which the site is built (in the site's `timezone`), and no `embargo` keeps "
    "the release back until then. It is published at once, and stands above all others in lists and feeds until that "
    "day comes. Mostly a year was mistyped, or the embargo forgotten. The time of the build is the clock's, or that of "
    "`SOURCE_DATE_EPOCH`.",
    Example({"2062-02-15-norway-video-call.en.md": english().replace("2022-02-15", "2062-02-15")}),
    GOOD,
)
NAME_OF_ANOTHER_DAY = Code(
    "PG071",
    "Name of another day",
    Severity.WARNING,
    "The file's name (or `slug`) begins with a day that is neither the day of issue nor a day of the event, so one of "
    "them is wrong. Readers see the name in the address. Correct `date`, or rename the file; once it is published, its "
    "address stays, and the warning is switched off for that file by `ignore`.",
    one(english().replace("2022-02-15", "2022-02-16")),
    GOOD,
)
EVENT_AHEAD = Code(
    "PG072",
    "Event after the release",
    Severity.WARNING,
    "A release that reports an event is dated before it. That is told of the kinds `readout`, `meeting`, `visit`, "
    "`signing`, `credentials` and `briefing`; all others may look ahead. Correct the day of the event or of issue, or "
    "the kind: what tells of something to come is an `announcement`.",
    original("event: {date: 2022-03-14}"),
    original("event: {date: 2022-02-14}"),
)
IMPOSSIBLE_CHANGE = Code(
    "PG073",
    "Change on an impossible day",
    Severity.WARNING,
    "A correction or a withdrawal is dated before the release itself, or after the day on which the site is built; or "
    "a release corrects or supersedes a later one. Readers see these days beside the text. Correct the day.",
    original("corrections:", "  - date: 2022-02-10", "    note: The day of the call was corrected."),
    original("corrections:", "  - date: 2022-02-17", "    note: The day of the call was corrected."),
)
WRONG_WEEKDAY = Code(
    "PG074",
    "Weekday of another day",
    Severity.WARNING,
    "A weekday, a day, a month and a year stand together in the title, the summary or the text, and the day fell on "
    "another weekday, so that one of them is wrong; or the calendar has no such day. It is looked for in English, "
    "French, Arabic, Welsh and Khmer, by all names that the months have there. A text that "
    "quotes a mistake, to correct it, switches the warning off by `ignore`.",
    original(body="On Tuesday, 14 February 2022, the two Ministers had a video call.\n"),
    original(body="On Monday, 14 February 2022, the two Ministers had a video call.\n"),
)
NAMED_LIKE_ANOTHER = Code(
    "PG075",
    "Named like another release",
    Severity.WARNING,
    "The file's name is that of another release and a language (`…-call-fr.md` beside `…-call.en.md`), or says that it "
    "is a copy. It is published as a release of its own, in the lists of the site's first language. The language of an "
    "edition stands behind a dot: rename the file, or remove it. Where both are right, `ignore` says so.",
    Example({EN: english(), "2022-02-15-norway-video-call-km.md": english()}),
    Example({EN: english(), KM: khmer()}),
)
MISSING_WORDS = Code(
    "PG076",
    "Words missing in a language",
    Severity.WARNING,
    "Words of the letterhead, of an entry of the register that is shown, or of a release's event, participants or "
    "pictures are not given in a language in which a page shows them, so that they stand there in another. Plain text "
    "without a language serves for all. A name of a person or a city need not be repeated for a language of the same "
    "script. The message says which words, and the hint where to write them.",
    both(
        english("event: {date: 2022-02-14, occasion: First consultations}"),
        khmer(),
    ),
    both(
        english("event: {date: 2022-02-14, occasion: First consultations}"),
        khmer("event: {occasion: ការពិគ្រោះយោបល់លើកទី១}"),
    ),
)
AUTHENTIC_TEXTS = Code(
    "PG077",
    "Authentic texts that do not agree",
    Severity.WARNING,
    "`authoritative` names a language that has no edition, or one whose edition calls itself a courtesy, provisional "
    "or machine translation, or whose text has another number of paragraphs than the original. Readers are told that "
    "these texts are equally authentic. Add the edition, take its language out of the list, or compare the texts.",
    both(english("authoritative: [en, km]"), khmer("translation: courtesy")),
    both(english("authoritative: [en, km]"), khmer()),
)
UNNAMED_COUNTRY = Code(
    "PG080",
    "Country without a name",
    Severity.WARNING,
    "The code is one that ISO 3166-1 leaves to its users, and neither the register nor CLDR has a name for it, so that "
    "readers see the code itself. Add it to `register/countries.yml` with its names.",
    original("countries: [XV]"),
    Example({EN: english("countries: [XV]"), "register/countries.yml": "XV: {names: {en: Veldoria, km: វែលដូរីយ៉ា}}\n"}),
)
