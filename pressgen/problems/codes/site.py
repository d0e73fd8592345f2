"""Codes for the site's configuration and pages; their examples are of `mkdocs.yml` and of `docs/`."""

from __future__ import annotations

from pressgen.problems import Code, Example, Severity

_GOOD = """\
site_name: Press releases
site_url: https://press.example/
plugins:
  - pressgen:
      languages: [en, km]
"""

WRONG_OPTION = Code(
    "PG060",
    "Wrong option",
    Severity.ERROR,
    "An option of the plugin in `mkdocs.yml` does not exist or has a value that it cannot have, or the folder "
    "that it names is not there. Nothing is built on a guess of what was meant. Correct it; the manual lists "
    "every option.",
    Example({"mkdocs.yml": _GOOD.replace("languages:", "langauges:")}),
    Example({"mkdocs.yml": _GOOD}),
)
INCOMPLETE_LANGUAGE = Code(
    "PG061",
    "Incomplete language",
    Severity.WARNING,
    "pressgen does not have all interface words in this language: its pages have the right dates, digits and "
    "direction, and English words around the texts. Write the missing words into a file `locales/<tag>.yml` beside "
    "`mkdocs.yml`; the file is welcome in pressgen itself, too.",
    Example({"mkdocs.yml": _GOOD.replace("[en, km]", "[en, is]")}),
    Example({"mkdocs.yml": _GOOD}),
)
NO_SITE_URL = Code(
    "PG062",
    "No site URL",
    Severity.WARNING,
    "Without `site_url` in `mkdocs.yml` the site does not know its own address, so that search engines are not "
    "told which page is which language of the same release, and there is no sitemap. Write the address under "
    "which the site is published.",
    Example({"mkdocs.yml": _GOOD.replace("site_url: https://press.example/\n", "")}),
    Example({"mkdocs.yml": _GOOD}),
)
WRONG_LIST = Code(
    "PG063",
    "Wrong list",
    Severity.ERROR,
    "A page of `docs/` asks for a list of releases in words that pressgen does not know, or for a country, person, "
    "organisation, topic, series or kind that does not exist. The hint names the nearest. The comment stands on a line "
    "of its own; the manual tells what may be in it.",
    Example({"docs/index.md": "# Norway\n\n<!-- pressgen: latest contry=NO -->\n"}),
    Example({"docs/index.md": "# Norway\n\n<!-- pressgen: latest country=NO -->\n"}),
)
NO_SEARCH_INDEX = Code(
    "PG064",
    "No search index",
    Severity.WARNING,
    "The index that readers search in holds the stems of words, for which pressgen needs the package "
    "`snowballstemmer`: the browser has the same stemmers. It is not there, or is not of a version that "
    "pressgen knows; the message says which. The site is built without the index: its search page filters and lists, "
    "says that words cannot be searched for, and leads to the archive. Install pressgen again, so that what it needs "
    "comes with it, or switch the search off.",
    Example({"mkdocs.yml": _GOOD}),
    Example({"mkdocs.yml": _GOOD.replace("[en, km]\n", "[en, km]\n      search: false\n")}),
)
PALE_COLOUR = Code(
    "PG078",
    "Colour that cannot be read",
    Severity.WARNING,
    "Links and the current place are written in the ministry's `colour`, and on white it has less contrast than 4.5:1, "
    "which [WCAG](https://www.w3.org/TR/WCAG22/#contrast-minimum) asks for, so that many readers cannot read them. "
    "Take a darker colour; the hint names one of the same hue.",
    Example({"mkdocs.yml": _GOOD + '      colour: "#ffcc00"\n'}),
    Example({"mkdocs.yml": _GOOD + '      colour: "#8f7200"\n'}),
)
WRONG_SITE_URL = Code(
    "PG079",
    "Site URL that is none",
    Severity.WARNING,
    "The value of `site_url` in `mkdocs.yml` does not begin with `https://` or `http://` and a host. MkDocs does not "
    "build a site with it. Write the whole address under which the site is published.",
    Example({"mkdocs.yml": _GOOD.replace("https://press.example/", "press.example")}),
    Example({"mkdocs.yml": _GOOD}),
)
NEARLY_A_LIST = Code(
    "PG081",
    "Nearly a list",
    Severity.WARNING,
    "A line of a page of `docs/` looks like the comment that places a list, and is not written like it: its colon is "
    "missing, or the signs of a comment of HTML, `<!--` and `-->`. Without the colon it is understood all the same; "
    "anything else is printed, or places nothing. The hint writes it right.",
    Example({"docs/index.md": "# Norway\n\n<!-- pressgen latest country=NO -->\n"}),
    Example({"docs/index.md": "# Norway\n\n<!-- pressgen: latest country=NO -->\n"}),
)
RESERVED_ADDRESS = Code(
    "PG082",
    "Address of the archive",
    Severity.WARNING,
    "A page of `docs/` stands where the archive will have a page of its own, as soon as a release needs it: a list of "
    "countries, people, organisations, topics or series, the calendar, the meetings and contacts. On that day the site "
    "would not be built. Give the file another name while it is new.",
    Example({"docs/people.md": "# Our people\n"}),
    Example({"docs/our-people.md": "# Our people\n"}),
)
FOLDER_OF_A_LANGUAGE = Code(
    "PG083",
    "Folder named like a language",
    Severity.WARNING,
    "A page of `docs/` stands in a folder that is named like a language of the site, as other tools have it. Here the "
    "language of a page stands in its name, so that this page is one more of the first language. "
    "Rename it: `about.fr.md` beside `about.md`.",
    Example({"docs/km/about.md": "# អំពីយើង\n"}),
    Example({"docs/about.km.md": "# អំពីយើង\n"}),
)
OTHER_LANGUAGE_PLUGIN = Code(
    "PG118",
    "Another plugin for languages",
    Severity.ERROR,
    "`mkdocs-static-i18n` (`i18n` under `plugins`) builds the pages of `docs/` once for each language and moves them, "
    "as pressgen does, and the two cannot both. Take it out: pressgen has languages itself, for pages as for releases, "
    "and reads the same names, `about.fr.md` beside `about.md`. Its own options have no use then.",
    Example({"mkdocs.yml": _GOOD.replace("plugins:\n", "plugins:\n  - i18n\n")}),
    Example({"mkdocs.yml": _GOOD}),
)
HOST_LIMIT = Code(
    "PG119",
    "Larger than its host takes",
    Severity.WARNING,
    "The site that was built is over a limit of the host that `host` names, whatever the plan: it would be refused, or "
    "published in part. It is told once the site is complete, so that it can be looked at. Large archives are cut by "
    "years: see [Large archives](../large-archives.md).",
    Example({"mkdocs.yml": _GOOD.replace("pressgen:\n", "pressgen:\n      host: cloudflare-pages  # 200,000 files\n")}),
    Example({"mkdocs.yml": _GOOD.replace("pressgen:\n", "pressgen:\n      host: cloudflare-pages  # 2,000 files\n")}),
)
