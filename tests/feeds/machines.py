"""A site with every case that feeds and data must show: corrected, withdrawn, embargoed, missing in a language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pressgen.archive import Archive
from pressgen.load import load
from pressgen.model import Side
from pressgen.problems import Severity
from pressgen.settings import Settings
from pressgen.settings.configuration import read_configuration
from pressgen.site import Site
from pressgen.site.output import bytes_of
from pressgen.stage import front_matter_shell
from pressgen.views.facts import SiteFacts

_MACHINES = re.compile(r"(?!assets/|sitemap\.xml|.*\bcite\.json).*\.(json|jsonl\.gz|csv|xml|ics)")
"""The paths of files for machines but citations, which stand beside the pages of a preview too."""

NOW = datetime(2026, 1, 1, tzinfo=UTC)
URL = "https://mfa.example/press/"

CONFIG = """\
site_name: Press
site_url: https://mfa.example/press/
plugins:
  - pressgen:
      languages: [en, ar]
      timezone: Europe/Oslo
      issuer:
        country: XA
        name: {en: Ministry of Foreign Affairs, ar: وزارة الشؤون الخارجية}
        place: {en: Exampolis, ar: إكسامبوليس}
"""

VISIT = """\
---
title: "Visit to Norway: <talks> & \\"more\\""
date: 2025-03-01
kind: visit
summary: "Three days, of talks; in all."
event: {start: 2025-02-26, end: 2025-02-28, place: Oslo, occasion: "Visit; first, of the year"}
participants:
  - {person: kari, country: "NO"}
topics: [fisheries]
attachments:
  - {file: text.pdf, title: The agreement}
corrections:
  - {date: 2025-03-01, note: A name was misspelt.}
  - {date: 2025-03-05, note: A number was wrong.}
---

The Minister [met](2025-03-02-meeting.en.md) them. See [below](#fish) and the [text](2025-03-01-visit/text.pdf).

![Hands](2025-03-01-visit/hands.png "They met")

## Fish

They spoke of fish & chips < 5.
"""
VISIT_AR = """\
---
title: زيارة إلى النرويج
participants:
  - {name: كاري نوردمان}
---

التقى الوزير.
"""
MEETING = """\
---
title: Meeting with Norway
date: 2025-03-02T14:30:00+01:00
kind: meeting
number: 9/2025
event: {date: 2025-03-02, mode: video}
countries: ["NO"]
related: [2025-06-01-secret]
status: withdrawn
withdrawn: {date: 2025-04-01, reason: It did not take place.}
---

The secret text of the meeting.
"""
STATEMENT = """\
---
title: "=SUM(A1) is what the statement begins with"
date: 2025-05-01
kind: statement
number: "@7"
embargo: 2025-05-02T09:00:00+02:00
supersedes: [2025-03-01-visit]
---

No country is named.
"""
SECRET = """\
---
title: Signing of the secret treaty
date: 2025-06-01
kind: signing
event: {date: 2025-06-02}
countries: [FR]
topics: [fisheries]
supersedes: [2025-03-01-visit]
participants:
  - {name: Someone, country: JP}
attachments:
  - {file: none.png, title: Signatures, alt: Two signatures}
HIDDEN
---

Qqxyzistan.
"""

FILES: Mapping[str, str] = {
    "mkdocs.yml": CONFIG,
    "releases/2025-03-01-visit.en.md": VISIT,
    "releases/2025-03-01-visit.ar.md": VISIT_AR,
    "releases/2025-03-01-visit/text.pdf": "%PDF-1.4 text",
    "releases/2025-03-01-visit/hands.png": "picture",
    "releases/2025-03-02-meeting.en.md": MEETING.replace("related: [2025-06-01-secret]\n", ""),
    "releases/2025-05-01-statement.en.md": STATEMENT,
    "releases/register/people.yml": (
        "kari:\n  names: {en: Kari Nordmann, ar: كاري نوردمان}\n"
        '  terms:\n    - {role: {en: Minister}, country: "NO", from: 2020-01-01}\n'
    ),
    "releases/register/topics.yml": (
        "sea:\n  names: {en: The sea}\nfisheries:\n  names: {en: Fisheries}\n  parent: sea\n"
    ),
}


def with_secret(hidden: str) -> dict[str, str]:
    """Return the same project with a release that is not public and that others are related to."""
    return {
        **FILES,
        "releases/2025-03-02-meeting.en.md": MEETING,
        "releases/2025-06-01-secret.en.md": SECRET.replace("HIDDEN", hidden),
        "releases/2025-06-01-secret/none.png": "picture",
    }


def site_of(folder: Path, files: Mapping[str, str], *, site_url: str = URL, preview: bool = False) -> Site:
    """Write a project and return its site."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    configuration = read_configuration(folder / "mkdocs.yml")
    settings: Settings = configuration.settings
    loaded = load(folder, settings)
    assert [str(problem.message) for problem in loaded.problems if problem.severity is Severity.ERROR] == []
    facts = SiteFacts.of(settings, loaded.register, site_name=configuration.site_name, site_url=site_url)
    archive = Archive.of(loaded, NOW, owner=Side(settings.issuer.country), preview=preview)
    return Site(archive, facts, settings)


def machine_files(site: Site) -> dict[str, bytes]:
    """Write every file for machines, by its path."""
    outputs = [output for output in site.outputs() if _MACHINES.fullmatch(output.path)]
    assert len({output.path for output in outputs}) == len(outputs)
    return {output.path: bytes_of(output, front_matter_shell) for output in outputs}
