"""Write the archive of an invented ministry in any size: the same releases for the same number and seed.

The texts are made of real sentences with the punctuation, names, numbers and lengths of official releases, about
450 words each, and each has a Khmer twin. Nobody in them exists.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import yaml

LANGUAGES = ("en", "km")
FIRST_YEAR, YEARS = 2005, 20

COUNTRIES = {
    "NO": ("Norway", "ន័រវែស"),
    "FR": ("France", "បារាំង"),
    "JP": ("Japan", "ជប៉ុន"),
    "KE": ("Kenya", "កេនយ៉ា"),
    "BR": ("Brazil", "ប្រេស៊ីល"),
    "LA": ("Lao People's Democratic Republic", "សាធារណរដ្ឋប្រជាធិបតេយ្យប្រជាមានិតឡាវ"),
    "EG": ("Egypt", "អេហ្ស៊ីប"),
    "CL": ("Chile", "ឈីលី"),
    "IE": ("Ireland", "អៀរឡង់"),
    "VN": ("Viet Nam", "វៀតណាម"),
}
NAMES = (
    ("Amara OKONJO-LINDQVIST", "អាម៉ារ៉ា អូខុនចូ"),
    ("Émile D'Arcy-Vasseur", "អេមីល ដាស៊ី"),
    ("Dato' Seri Hafiz bin Rahmat", "ហាហ្វីស រ៉ាម៉ាត់"),
    ("Þórdís Ängström", "ទ័រឌីស អង់ស្ត្រូម"),
    ("SOK Vannara-Rith", "សុខ វណ្ណារ៉ា រិទ្ធ"),
    ("Dr. Lindiwe van der Merwe", "លីនឌីវេ វ៉ាន់ឌ័រម៉ឺវេ"),
    ("NGUYỄN Thị Bích-Hà", "ង្វៀន ធីបិកហា"),
    ("João Álvares de Sá", "ជូអាវ អាល់វ៉ារេស"),
)
KINDS = ("readout", "meeting", "visit", "statement", "signing", "credentials", "congratulation", "aid")
SUBJECTS = (
    ("demining and the clearance of remnants of war", "ការបោសសម្អាតមីន និងសំណល់ជាតិផ្ទុះពីសង្គ្រាម"),
    ("the protection of fisheries", "ការការពារជលផល"),
    ("double taxation", "ការយកពន្ធត្រួតគ្នា"),
    ("the exchange of students and teachers", "ការផ្លាស់ប្តូរនិស្សិត និងគ្រូបង្រៀន"),
    ("maritime search and rescue", "ការស្រាវជ្រាវ និងសង្គ្រោះនៅសមុទ្រ"),
    ("clean energy and the transmission grid", "ថាមពលស្អាត និងបណ្តាញបញ្ជូនអគ្គិសនី"),
    ("visa-free travel for holders of service passports", "ការលើកលែងទិដ្ឋាការសម្រាប់អ្នកកាន់លិខិតឆ្លងដែនផ្លូវការ"),
)

ADVISER = ("Dr. Wilhelmina Östergaard-Ruiz", "វីលហែលមីណា អូស្តេហ្គាត")
"""Somebody who took part in few releases: a correction of her name in the register changes some 20 pages."""
ADVISED = 5

MODES = ("in-person", "call", "video", "written")
ORGANISATIONS = ("un", "asean", "ifrc", "wto")

# {name} {country} {subject} {day} {number} in them are filled in.
SENTENCES = [
    tuple(pair[tag] for tag in LANGUAGES)
    for pair in yaml.safe_load(Path(__file__).with_name("sentences.yml").read_text("utf-8"))
]
HEADINGS = (
    ("Bilateral relations", "ទំនាក់ទំនងទ្វេភាគី"),
    ("Regional and international questions", "បញ្ហាតំបន់ និងអន្តរជាតិ"),
    ("Next steps", "ជំហានបន្ទាប់"),
)
MONTHS = (
    ("January", "មករា"),
    ("February", "កុម្ភៈ"),
    ("March", "មីនា"),
    ("April", "មេសា"),
    ("May", "ឧសភា"),
    ("June", "មិថុនា"),
    ("July", "កក្កដា"),
    ("August", "សីហា"),
    ("September", "កញ្ញា"),
    ("October", "តុលា"),
    ("November", "វិច្ឆិកា"),
    ("December", "ធ្នូ"),
)
DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")

SITE = """\
site_name: Ministry of Foreign Affairs of Examplia
site_url: https://mfa.example/press/
theme:
  name: material
"""
PLUGIN = (
    SITE
    + """\
plugins:
  - pressgen:
      languages: [en, km]
      timezone: Asia/Phnom_Penh
      issuer:
        country: XA
        state: {en: Republic of Examplia, km: សាធារណរដ្ឋអិកសំផ្លៀ}
        motto: {en: Peace and Work, km: សន្តិភាព និងការងារ}
        name: {en: Ministry of Foreign Affairs, km: ក្រសួងការបរទេស}
        place: {en: Exampolis, km: អិកសំប៉ូលីស}
"""
)
PLAIN = SITE + "nav: [index.md]\nvalidation: {nav: {omitted_files: ignore}}\n"
Plan = list[list[tuple[int, int, int]]]


@dataclass(frozen=True)
class Text:
    """A release's text in one language."""

    title: str
    body: str


@dataclass(frozen=True)
class Invented:
    """A release: its facts, and its text in each language."""

    slug: str
    day: date
    kind: str
    country: str
    person: int
    number: str
    texts: dict[str, Text]


def invent(releases: int, seed: int = 1) -> Iterator[Invented]:
    """Invent `releases` releases, spread evenly over twenty years."""
    chance = random.Random(seed)
    for index in range(releases):
        day = date(FIRST_YEAR, 1, 1) + timedelta(days=index * YEARS * 365 // releases)
        country, kind = chance.choice(list(COUNTRIES)), chance.choice(KINDS)
        person = chance.randrange(len(NAMES))
        plan = _plan(chance)
        yield Invented(
            slug=f"{day:%Y-%m-%d}-{kind}-{country.lower()}-{index}",
            day=day,
            kind=kind,
            country=country,
            person=person,
            number=f"MFA/{day.year}/{index + 1}",
            texts={
                tag: _text(plan, side, kind, {"name": names, "country": country_name, "day": _day(day, side)})
                for side, (tag, names, country_name) in enumerate(
                    zip(LANGUAGES, NAMES[person], COUNTRIES[country], strict=True)
                )
            },
        )


def _plan(chance: random.Random) -> Plan:
    """Choose the paragraphs: for each sentence its index, its subject and its number."""
    return [
        [
            (sentence, chance.randrange(len(SUBJECTS)), chance.randrange(2, 990))
            for sentence in chance.sample(range(len(SENTENCES)), chance.choice((2, 3)))
        ]
        for _ in range(6)
    ]


def _text(plan: Plan, side: int, kind: str, words: dict[str, str]) -> Text:
    blocks = []
    for position, paragraph in enumerate(plan):
        if position % 2 == 0 and position:
            blocks.append(f"## {HEADINGS[position // 2 - 1][side]}")
        sentences = [
            SENTENCES[sentence][side].format(subject=SUBJECTS[subject][side], number=_digits(number, side), **words)
            for sentence, subject, number in paragraph
        ]
        numbered = f"{_digits(position + 1, side)}. " if kind == "statement" else ""
        blocks.append(numbered + " ".join(sentences))
    if kind == "signing":
        blocks.append("\n".join(f"- {subject[side]};" for subject in SUBJECTS[:4]))
    blocks.append("* * *")
    subject = SUBJECTS[plan[0][0][1]][side]
    title = (
        f"Meeting between the Minister of Foreign Affairs and {words['name']} of {words['country']} on {subject}"
        if side == 0
        else f"ជំនួបរវាងរដ្ឋមន្ត្រីការបរទេស និង {words['name']} នៃ{words['country']} ស្តីពី{subject}"
    )
    return Text(title, "\n\n".join(blocks) + "\n")


def _day(day: date, side: int) -> str:
    month = MONTHS[day.month - 1][side]
    return f"{day.day} {month} {day.year}" if side == 0 else f"{day.day} ខែ{month} ឆ្នាំ{day.year}".translate(DIGITS)


def _digits(number: int, side: int) -> str:
    return str(number) if side == 0 else str(number).translate(DIGITS)


def releases_of_a_project(releases: int, *, search: bool = True) -> Iterator[tuple[str, str]]:
    """List the files of a project of pressgen, each as its path and its text."""
    yield "mkdocs.yml", PLUGIN if search else f"{PLUGIN}      search: false\n"
    yield "docs/about.md", "# About\n\nThe press office of an invented ministry.\n"
    yield from _register()
    advised = {number * releases // ADVISED for number in range(ADVISED)}
    for number, release in enumerate(invent(releases)):
        for side, tag in enumerate(LANGUAGES):
            text = release.texts[tag]
            facts = _record(release) if side == 0 else _translation(release)
            facts += "  - {person: adviser}\n" if number in advised else ""
            path = f"releases/{release.day.year}/{release.slug}.{tag}.md"
            yield path, f'---\ntitle: "{text.title}"\n{facts}---\n\n{text.body}'


def _register() -> Iterator[tuple[str, str]]:
    """Write the ministry's register: the people of the releases, their subjects, and who else takes part."""
    people = {
        f"person-{index}": {
            "names": dict(zip(LANGUAGES, names, strict=True)),
            "honorific": {"en": "H.E.", "km": "ឯកឧត្តម"},
            "terms": [{"role": {"en": "Minister of Foreign Affairs", "km": "រដ្ឋមន្ត្រីការបរទេស"}, "from": "1990-01-01"}],
        }
        for index, names in enumerate(NAMES)
    }
    people["adviser"] = {
        "names": dict(zip(LANGUAGES, ADVISER, strict=True)),
        "terms": [{"role": {"en": "Legal Adviser", "km": "ទីប្រឹក្សាច្បាប់"}, "from": "1990-01-01"}],
    }
    topics = {
        f"topic-{index}": {"names": dict(zip(LANGUAGES, names, strict=True))} for index, names in enumerate(SUBJECTS)
    }
    organisations = {tag: {"names": dict.fromkeys(LANGUAGES, tag.upper())} for tag in ORGANISATIONS}
    for name, entries in (("people", people), ("topics", topics), ("organisations", organisations)):
        yield f"releases/register/{name}.yml", yaml.safe_dump(entries, allow_unicode=True, sort_keys=False)


def _record(release: Invented) -> str:
    return (
        f"date: {release.day}\nkind: {release.kind}\nnumber: {release.number}\nplace: Exampolis\n"
        f"event: {{date: {release.day}, mode: {MODES[release.day.day % len(MODES)]}}}\n"
        f"topics: [topic-{release.person % len(SUBJECTS)}]\n"
        f"organisations: [{ORGANISATIONS[release.day.month % len(ORGANISATIONS)]}]\nparticipants:\n"
        f'  - {_person(release, 0)[:-1]}, country: "{release.country}"}}\n'
    )


def _translation(release: Invented) -> str:
    return f"translation: courtesy\nparticipants:\n  - {_person(release, 1)}\n"


def _person(release: Invented, side: int) -> str:
    honorific, role = (("H.E.", "Minister of Foreign Affairs"), ("ឯកឧត្តម", "រដ្ឋមន្ត្រីការបរទេស"))[side]
    return f'{{name: "{NAMES[release.person][side]}", honorific: "{honorific}", role: "{role}"}}'


def plain_pages(releases: int) -> Iterator[tuple[str, str]]:
    """List the files of the same texts as ordinary pages of MkDocs, each as its path and its text."""
    yield "mkdocs.yml", PLAIN
    yield "docs/index.md", "# Releases\n\nThe press releases of an invented ministry.\n"
    for release in invent(releases):
        for tag in LANGUAGES:
            text = release.texts[tag]
            path = f"docs/{tag}/releases/{release.day.year}/{release.slug}.md"
            yield path, f'---\ntitle: "{text.title}"\n---\n\n# {text.title}\n\n{text.body}'
