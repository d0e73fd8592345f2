"""A small project with every case that a site knows, and random edits of all kinds to its files.

Whatever an edit does, the project has no errors, so that a site can be built of it after each.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from random import Random

Files = dict[str, str]
"""What the files of a project hold, by their paths."""

Edit = Callable[[Random, Files], None]
"""Changes the files, or does nothing where there is nothing to change."""

CONFIGURATION = """\
site_name: Press office
site_url: https://mfa.example/press/
theme: {name: material}
plugins:
  - pressgen:
      languages: [en, fr]
      timezone: Europe/Oslo
      issuer:
        country: XA
        state: {en: Republic of Examplia, fr: République d'Examplie}
        name: {en: Ministry of Foreign Affairs, fr: Ministère des Affaires étrangères}
        place: {en: Exampolis, fr: Exampole}
"""

FRONT = """\
---
title: {title}
date: {day}
kind: {kind}
{keys}---

{text}
"""


def _release(title: str, day: str, kind: str, keys: str = "", text: str = "The text of it.\n\nIts second part.") -> str:
    return FRONT.format(title=title, day=day, kind=kind, keys=keys, text=text)


PROJECT: Mapping[str, str] = {
    "mkdocs.yml": CONFIGURATION,
    "docs/index.md": "# Welcome\n\nThe press office.\n",
    "docs/about.md": "# About\n\nWho we are.\n",
    "docs/about.fr.md": "# À propos\n\nQui nous sommes.\n",
    "releases/2024/2024-03-01-visit.en.md": _release(
        "Visit to Norway",
        "2024-03-01",
        "visit",
        "number: 1/2024\nevent: {start: 2024-02-27, end: 2024-03-01, place: Oslo, occasion: A visit}\n"
        "participants:\n  - {person: kari}\n  - {name: Ola Olsen, country: XA, role: Minister}\n"
        "topics: [fisheries]\ncontacts: [desk]\naliases: [old/visit]\n"
        "attachments:\n  - {file: text.pdf, title: The agreement}\n"
        "corrections:\n  - {date: 2024-03-05, note: A name was misspelt.}\n",
        "The ministers met. See [the call](2024-05-02-call.en.md#part) and [us](../../docs/about.md).\n\n"
        "![Hands](2024-03-01-visit/hands.png)\n\n## Part\n\nThey spoke of fish.",
    ),
    "releases/2024/2024-03-01-visit.fr.md": "---\ntitle: Visite en Norvège\ntranslation: courtesy\n---\n\nLe texte.\n",
    "releases/2024/2024-03-01-visit/text.pdf": "%PDF-1.4 text",
    "releases/2024/2024-03-01-visit/hands.png": "a picture",
    "releases/2024/2024-05-02-call.en.md": _release(
        "Call with Norway",
        "2024-05-02",
        "readout",
        'event: {date: 2024-05-02, mode: call}\ncountries: ["NO"]\nrelated: [2024-03-01-visit]\nseries: [chair]\n',
        "They spoke of the [visit](2024-03-01-visit.en.md).\n\n## Part\n\nMore.",
    ),
    "releases/2024/2024-05-02-call.fr.md": "---\ntitle: Appel avec la Norvège\n---\n\nIls ont parlé.\n",
    "releases/2024/2024-11-30-summit.fr.md": _release(
        "Sommet de l'Union",
        "2024-11-30",
        "meeting",
        "participants:\n  - {name: Jean, organisation: union}\ntopics: [sea]\n",
    ),
    "releases/2025/2025-01-10-statement.en.md": _release(
        "Statement on the sea",
        "2025-01-10",
        "statement",
        'topics: [sea]\ncountries: ["NO", SE]\ncorrects: [2024-05-02-call]\n',
    ),
    "releases/2025/2025-02-01-withdrawn.en.md": _release(
        "Meeting that did not take place",
        "2025-02-01",
        "meeting",
        "countries: [SE]\nnumber: 4/2025\nstatus: withdrawn\nwithdrawn: {date: 2025-02-03, reason: It did not.}\n",
    ),
    "releases/2025/2025-03-03-secret.en.md": _release(
        "Signing of a treaty",
        "2025-03-03",
        "signing",
        'embargo: 2026-06-01T12:00:00+02:00\ncountries: ["NO"]\nsupersedes: [2024-05-02-call]\naliases: [old/secret]\n',
    ),
    "releases/2025/2025-04-04-draft.en.md": _release(
        "A draft", "2025-04-04", "visit", "status: draft\ncountries: [SE]\n"
    ),
    "releases/register/people.yml": (
        "kari:\n  names: {en: Kari Nordmann, fr: Kari N.}\n  sort: {en: Nordmann}\n  variants: [K. Nordmann]\n"
        '  terms:\n    - {role: {en: Minister}, country: "NO", from: 2020-01-01}\n'
        "    - {role: {en: Envoy}, organisation: union, from: 2010-01-01, to: 2012-01-01}\n"
    ),
    "releases/register/countries.yml": "SE: {names: {en: Sweden, fr: Suède}, variants: [Sverige]}\n",
    "releases/register/organisations.yml": "union:\n  names: {en: The Union, fr: L'Union}\n",
    "releases/register/topics.yml": (
        "sea:\n  names: {en: The sea, fr: La mer}\nfisheries:\n  names: {en: Fisheries, fr: Pêche}\n  parent: sea\n"
        "law:\n  names: {en: Law, fr: Droit}\n"
    ),
    "releases/register/series.yml": "chair:\n  names: {en: Our chair, fr: Notre présidence}\n",
    "releases/register/contacts.yml": "desk:\n  names: {en: Press desk}\n  phone: '+999 1'\n",
}
"""The project before the first edit."""


def write(folder: Path, files: Mapping[str, str], before: Iterable[str] = ()) -> None:
    """Write the files of a project that have changed, and remove those that it has no more among those `before`."""
    for path in set(before) - files.keys():
        (folder / path).unlink()
    for path, text in files.items():
        file = folder / path
        if not file.is_file() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")


def releases_in(files: Files, language: str = "") -> list[str]:
    """List the paths of editions, those in one language or all."""
    return sorted(path for path in files if path.startswith("releases/2") and path.endswith(f"{language}.md"))


def _any(random: Random, paths: list[str], files: Files, within: str = "") -> str:
    """Choose a path; of those whose files have a text within, if one is passed. Empty if there is none."""
    fitting = [path for path in paths if within in files[path]]
    return random.choice(fitting) if fitting else ""


def _replace(files: Files, path: str, pattern: str, by: str) -> None:
    if path:
        files[path] = re.sub(pattern, lambda _: by, files[path], count=1, flags=re.MULTILINE)


def _word(random: Random) -> str:
    return random.choice(("amber", "birch", "cedar", "delta", "ember", "fjord", "grove", "heath")) + str(
        random.randrange(99)
    )


def _key(name: str, of: Callable[[Random], str]) -> Edit:
    """An edit that gives a release another value of a key, or takes the key away."""

    def edit(random: Random, files: Files) -> None:
        path = _any(random, [path for path in releases_in(files) if "\nkind: " in files[path]], files)
        if not path:
            return
        had = re.search(rf"^{name}: .*\n", files[path], re.MULTILINE)
        _replace(files, path, rf"^{name}: .*\n", "")
        if not had or random.random() < 0.6:
            _replace(files, path, r"^date: ", f"{name}: {of(random)}\ndate: ")

    edit.__name__ = f"key_{name}"
    return edit


def text(random: Random, files: Files) -> None:
    """Add a sentence to the end of a text."""
    path = _any(random, releases_in(files), files)
    files[path] = f"{files[path].rstrip()} A sentence about {_word(random)}.\n"


def first_sentence(random: Random, files: Files) -> None:
    """Change the first words of a text, which lists show."""
    path = _any(random, releases_in(files), files)
    _replace(files, path, r"^---\n\n", f"---\n\nOf {_word(random)}. ")


def title(random: Random, files: Files) -> None:
    """Change a title."""
    _replace(files, _any(random, releases_in(files), files), r"^title: .*", f"title: Title of {_word(random)}")


def day(random: Random, files: Files) -> None:
    """Change a day of issue."""
    path = _any(random, releases_in(files), files, "\ndate: ")
    _replace(
        files,
        path,
        r"^date: .*",
        f"date: {random.choice((2023, 2024, 2025))}-{random.randrange(5, 12):02}-1{random.randrange(10)}",
    )


def comment(random: Random, files: Files) -> None:
    """Add a comment to front matter."""
    _replace(files, _any(random, releases_in(files), files), r"^---\n", f"---\n# {_word(random)}\n")


def correction(random: Random, files: Files) -> None:
    """Add a correction to a release that has one, or change it."""
    path = _any(random, releases_in(files), files, "\ncorrections:")
    _replace(files, path, r"note: .*\}", f"note: Of {_word(random)}.}}")


def participant(random: Random, files: Files) -> None:
    """Change the name of a participant, or the country that they stand for."""
    path = _any(random, releases_in(files), files, "participants:\n")
    country = random.choice(("SE", "FI", "XA", "DK"))
    _replace(files, path, r"^  - \{name: .*\}", f"  - {{name: Ola {_word(random)}, country: {country}}}")


def status(random: Random, files: Files) -> None:
    """Make a release a draft, withdraw it, or publish it."""
    path = _any(random, releases_in(files), files, "\ndate: ")
    _replace(files, path, r"^status: .*\n", "")
    _replace(files, path, r"^withdrawn: .*\n", "")
    withdrawn = f"status: withdrawn\nwithdrawn: {{date: 2025-12-01, reason: Of {_word(random)}.}}\n"
    draft = "" if any(f"]({Path(path).name}" in text for text in files.values()) else "status: draft\n"
    _replace(files, path, r"^date: ", random.choice(("", draft, withdrawn)) + "date: ")


def attachment(random: Random, files: Files) -> None:
    """Change the bytes of a file, sometimes without changing their number."""
    path = _any(random, [path for path in files if path.endswith((".pdf", ".png"))], files)
    files[path] = files[path][:-1] + random.choice("abcdefgh") + ("" if random.random() < 0.5 else "x")


def validity(random: Random, files: Files) -> None:
    """Say of an announcement until when it is in force: a day that is past or to come, or no more."""
    paths = [path for path in releases_in(files) if "\nkind: announcement" in files[path]]
    if not paths:
        new_release(random, files)
        return
    path = random.choice(paths)
    _replace(files, path, r"^valid: .*\n", "")
    days = ("{until: 2025-12-31}", "{until: 2026-12-31}", "{from: 2025-06-01}", "{from: 2026-02-01, until: 2026-03-01}")
    _replace(files, path, r"^date: ", random.choice(("", *(f"valid: {given}\n" for given in days))) + "date: ")


def new_release(random: Random, files: Files) -> None:
    """Add a release, sometimes one that corrects, replaces or follows another."""
    number = random.randrange(100)
    others = [Path(path).name.split(".")[0] for path in releases_in(files)]
    relation = random.choice(("related", "supersedes", "corrects"))
    keys = random.choice(
        ("", f"{relation}: [{random.choice(others)}]\n", "topics: [fisheries]\n", 'countries: ["NO"]\n')
    )
    name = f"releases/2025/2025-05-{number % 28 + 1:02}-new-{number}.{random.choice(('en', 'fr'))}.md"
    if not any(f"-new-{number}." in path for path in files):
        files[name] = _release(f"News of {_word(random)}", f"2025-05-{number % 28 + 1:02}", "announcement", keys)


def removed_release(random: Random, files: Files) -> None:
    """Remove a release that no other names."""
    for path in random.sample(found := releases_in(files), len(found)):
        slug = Path(path).name.split(".")[0]
        if not any(slug in content for other, content in files.items() if slug not in other):
            for other in [other for other in files if f"/{slug}" in other]:
                del files[other]
            return


def renamed_release(random: Random, files: Files) -> None:
    """Give a release that no other names another name."""
    for path in random.sample(found := releases_in(files), len(found)):
        slug = Path(path).name.split(".")[0]
        new = f"{slug}-{random.randrange(9)}"
        if not any(slug in content for content in files.values()) and not any(new in other for other in files):
            for other in [other for other in files if f"/{slug}" in other]:
                files[other.replace(f"/{slug}", f"/{new}")] = files.pop(other)
            return


def translation(random: Random, files: Files) -> None:
    """Add a translation, or remove one."""
    for path in random.sample(found := releases_in(files), len(found)):
        other = path.replace(".en.md", ".fr.md") if path.endswith(".en.md") else path.replace(".fr.md", ".en.md")
        if other not in files and "participants" not in files[path] and "attachments" not in files[path]:
            files[other] = f"---\ntitle: Words about {_word(random)}\n---\n\nA text.\n"
            return
        if (
            other in files
            and "\nkind: " not in files[other]
            and not any(Path(other).name in text for text in files.values())
        ):
            del files[other]
            return


def register(random: Random, files: Files) -> None:
    """Change a name in the register."""
    path = _any(random, sorted(path for path in files if "/register/" in path), files)
    tag = random.choice(("en", "fr"))
    _replace(files, path, rf"\b{tag}: [^,}}]+", f"{tag}: Name {_word(random)}")


def parent(random: Random, files: Files) -> None:
    """Move a topic under another, or to the top."""
    path = "releases/register/topics.yml"
    wider = random.choice(("sea", "law", ""))
    _replace(files, path, r"^  parent: .*\n", "")
    if wider:
        _replace(files, path, r"^(law:)", f"  parent: {wider}\nlaw:")


def term(random: Random, files: Files) -> None:
    """Change a term of office (its days, its country or what it is called), or what the person is sorted by."""
    path = "releases/register/people.yml"
    change = random.choice(
        (
            (r"from: 20[12]\d", f"from: 20{random.randrange(10, 25)}"),
            (r"country: \S+,", f"country: {random.choice(('SE', 'DK'))},"),
            (r"role: \{en: \w+", f"role: {{en: Envoy{random.randrange(9)}"),
            (r"sort: \{en: \w+", f"sort: {{en: Nord{random.randrange(9)}"),
        )
    )
    _replace(files, path, *change)


def contact(random: Random, files: Files) -> None:
    """Change a telephone number."""
    _replace(files, "releases/register/contacts.yml", r"phone: .*", f"phone: '+999 {random.randrange(1000)}'")


def configuration(random: Random, files: Files) -> None:
    """Change what the site says of itself."""
    change = random.choice(
        (
            (r"^site_name: .*", f"site_name: Press {_word(random)}"),
            (r"place: \{en: \w+", f"place: {{en: Exampolis{random.randrange(9)}"),
            (r"timezone: .*", f"timezone: {random.choice(('Asia/Tokyo', 'Europe/Oslo', 'America/Lima'))}"),
            (r"languages: .*", f"languages: [{random.choice(('en, fr', 'fr, en'))}]"),
            (r"name: \{en: [^,]+", f"name: {{en: Ministry of {_word(random)}"),
        )
    )
    _replace(files, "mkdocs.yml", *change)


def colour(random: Random, files: Files) -> None:
    """Change the ministry's colour."""
    _replace(files, "mkdocs.yml", r"^      colour: .*\n", "")
    _replace(
        files,
        "mkdocs.yml",
        r"^      timezone: ",
        f"      colour: '#{random.randrange(0x1000000):06x}'\n      timezone: ",
    )


def page(random: Random, files: Files) -> None:
    """Change a page of `docs/`, add one, or remove one that no release names."""
    path = f"docs/page{random.randrange(3)}{random.choice(('', '.fr'))}.md"
    if path in files and random.random() < 0.4:
        del files[path]
    else:
        files[path] = f"# Page\n\nOf {_word(random)}.\n"


def locale(random: Random, files: Files) -> None:
    """Change an interface word."""
    files["locales/en.yml"] = f"words:\n  kind-statement: Statement {_word(random)}\n"


def template(random: Random, files: Files) -> None:
    """Change a template of the site."""
    body = f"{{% block body %}}{{{{ super() }}}}<p>{_word(random)}</p>{{% endblock %}}"
    files["templates/year.html"] = f'{{% extends "pressgen/year.html" %}}\n{body}\n'


EDITS: tuple[Edit, ...] = (
    text,
    first_sentence,
    title,
    day,
    comment,
    correction,
    participant,
    status,
    attachment,
    new_release,
    removed_release,
    renamed_release,
    translation,
    register,
    parent,
    term,
    contact,
    configuration,
    colour,
    page,
    _key("number", lambda random: f"{random.randrange(100_000)}/2025"),
    _key("place", _word),
    _key("summary", lambda random: f"A summary of {_word(random)}."),
    _key("topics", lambda random: random.choice(("[sea]", "[fisheries]", "[law]", "[sea, law]"))),
    _key("series", lambda _: "[chair]"),
    _key("countries", lambda random: random.choice(('["NO"]', "[SE]", '[SE, "NO"]', "[DK]"))),
    _key("embargo", lambda random: random.choice(("2026-06-01T12:00:00+02:00", "2024-06-01T12:00:00+02:00"))),
    _key("aliases", lambda random: f"[old/{_word(random)}]"),
    _key("event", lambda random: f"{{date: 2024-0{random.randrange(1, 9)}-11, mode: call}}"),
    _key("contacts", lambda _: "[desk]"),
    validity,
)
"""Edits of every kind that need no other program: the keys of a site's slices tell of each."""

PROGRAM_EDITS: tuple[Edit, ...] = (locale, template)
"""Edits of what every output depends on beside its inputs."""
