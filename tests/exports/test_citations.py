"""Citations, read back by small strict readers that know nothing of how they were written.

BibTeX and CSL-JSON are what the page's script makes of the RIS in the page.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser

from pressgen.exports.citations import Citation, ris
from pressgen.model import Kind, Phrase, Release, Words
from pressgen.views.facts import SiteFacts
from pressgen.views.release.closing import plain
from pressgen.views.release.page import release_page
from pressgen.views.script_words import script_words
from tests.golden import assert_golden
from tests.views.samples import CAMBODIAN_SITE, COMMUNIQUE, EXAMPLIAN_SITE, FRENCH_ONLY, SEED

GOLDEN = Path(__file__).parent / "golden"
SEED_URL = "https://press.example/mfaic/en/releases/2022-02-15-norway-video-call/"


def cited(site: SiteFacts, release: Release, tag: str) -> Citation:
    """Cite an edition of a release as a site does that knows its own address."""
    return Citation.of(release, tag, site.absolute(site.addresses.release(tag, release.id)))


def read_bibtex(text: str) -> tuple[str, str, dict[str, str]]:
    """Read one entry as BibTeX does, which counts every brace: its type, its key and its fields as written."""
    head = re.match(r"@(\w+)\{([^\s,{}\"#%'()=~\\]+),\s*", text)
    assert head, text
    fields, place = {}, head.end()
    while text[place] != "}":
        name = re.compile(r"([a-z]+)=").match(text, place)
        assert name, text[place:]
        place = name.end()
        if text[place] != "{":
            end = text.index(",", place)
            value = text[place:end]
            assert re.fullmatch(r"[a-z]{3}", value), "only the names of months stand without braces"
        else:
            end, depth = place, 0
            while True:
                depth += {"{": 1, "}": -1}.get(text[end], 0)
                end += 1
                if not depth:
                    break
            value = text[place + 1 : end - 1]
        assert name[1] not in fields
        fields[name[1]] = value
        place = re.compile(r",\s*").match(text, end).end()  # type: ignore[union-attr]
    assert text[place:] == "}\n"
    return head[1], head[2], fields


def typeset(value: str) -> str:
    """Return what TeX would print: the names of signs become signs, and braces that only group are removed."""
    names = {"textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textasciitilde": "~",
             "textasciicircum": "^"}  # fmt: skip
    result = re.sub(
        r"\\([a-z]+)\{\}|\\([$%&#_])|[{}]",
        lambda found: names[found[1]] if found[1] else found[2] or "",
        value,
    )
    assert not re.search(r"(?<!\\)[$%&#_^~]", re.sub(r"\\[a-z]+\{\}", "", value)), "an active sign is left"
    return result


def read_ris(text: str) -> list[tuple[str, str]]:
    """Read one record as the specification of RIS says: two letters, two spaces, a hyphen, a space."""
    lines = text.split("\r\n")
    assert lines.pop() == ""
    found = []
    for line in lines:
        match = re.fullmatch(r"([A-Z][A-Z0-9])  - ([^\r\n\u2028\u2029\x85]*)", line)
        assert match, line
        found.append((match[1], match[2]))
    assert found[0][0] == "TY"
    assert found[-1] == ("ER", "")
    return found[:-1]


Forms = Callable[[Citation], Mapping[str, str]]


@pytest.fixture(scope="module")
def forms(browser: Browser, repository: Path) -> Iterator[Forms]:
    """Open what a page has of a citation, and return the text of each form by its ending."""
    page = browser.new_page()
    page.add_script_tag(content=script_words(["en", "fr", "km", "ar"]).decode())
    page.add_script_tag(path=repository / "pressgen/assets/js/cite.js")

    def opened(citation: Citation) -> Mapping[str, str]:
        bodies = list(citation.bodies)
        made: dict[str, str] = page.evaluate(OPENED, [ris(citation).replace("\r\n", "\n"), bodies])
        return made

    yield opened
    page.close()


OPENED = """([ris, bodies]) => {
  document.body.innerHTML = "<details class=pg-cite open><div><details><summary>RIS</summary><pre data-ending=ris>";
  const pre = document.querySelector("pre");
  pre.textContent = ris;
  if (bodies.length > 1) {
    pre.dataset.bodies = bodies.join("\\n");
  }
  document.querySelector(".pg-cite").dispatchEvent(new Event("toggle"));
  return Object.fromEntries([...document.querySelectorAll("pre")].map(one => [one.dataset.ending, one.textContent]));
}"""


def citation(title: str = "Title", issuer: str = "Ministry", **more: object) -> Citation:
    values: dict[str, object] = {
        "key": "x-en", "language": "en", "title": title, "issuers": (Phrase(issuer, "en"),),
        "states": (Phrase("", "en"),) * len(more.get("issuers", "1")),  # type: ignore[arg-type]
        "sort": "Press release", "number": "", "place": "", "day": date(2022, 2, 5), "address": "", "note": "",
    }  # fmt: skip
    return Citation(**{**values, **more})  # type: ignore[arg-type]


def test_bibtex_of_the_seed(forms: Forms) -> None:
    sort, key, fields = read_bibtex(forms(cited(CAMBODIAN_SITE, SEED, "en"))["bib"])

    assert (sort, key) == ("techreport", "2022-02-15-norway-video-call-en")
    assert fields["author"] == "{Kingdom of Cambodia, Ministry of Foreign Affairs and International Cooperation}"
    assert fields["title"].startswith("{Outcomes of the Video Call between His Excellency PRAK Sokhonn")
    assert fields["date"] == "2022-02-15"
    assert (fields["year"], fields["month"]) == ("2022", "feb")
    assert fields["address"] == "Phnom Penh"
    assert fields["language"] == "English"
    assert fields["url"] == SEED_URL
    assert "urldate" not in fields


def test_two_ministries_are_two_authors(forms: Forms) -> None:
    joint = cited(EXAMPLIAN_SITE, COMMUNIQUE, "fr")
    name = "Ministère des Affaires étrangères"
    names = [name, f"{name}, de la Coopération africaine et des Marocains résidant à l'étranger"]
    first, second = f"République d'Examplie, {names[0]}", f"Royaume du Maroc, {names[1]}"

    assert read_bibtex(forms(joint)["bib"])[2]["author"] == f"{{{first}}} and {{{second}}}"
    # Programs part the name of an author at its first comma.
    assert [text for tag, text in read_ris(ris(joint)) if tag == "AU"] == names
    assert json.loads(forms(joint)["json"])[0]["author"] == [{"literal": first}, {"literal": second}]


def test_a_ministry_whose_name_has_the_states_is_cited_by_its_name() -> None:
    issuer = SEED.record.issuers[0]
    named = issuer.model_copy(update={"name": Words({"en": "Ministry of Foreign Affairs of the Kingdom of Cambodia"})})
    release = SEED.model_copy(update={"record": SEED.record.model_copy(update={"issuers": (named,)})})

    assert cited(CAMBODIAN_SITE, release, "en").bodies == ("Ministry of Foreign Affairs of the Kingdom of Cambodia",)


def values(field: str) -> list[str]:
    """Divide the value of a list of BibLaTeX, as biber does: at each "and" that stands in no braces of its own."""
    found, depth = [""], 0
    for word in re.split(r"(\s+)", field):
        if word.casefold() == "and" and not depth:
            found.append("")
            continue
        depth += word.count("{") - word.count("}")
        found[-1] += word
    return [typeset(one).strip() for one in found]


@pytest.mark.parametrize(
    "name", ["Foreign Affairs and Trade", "Trade AND Aid", "Aid\u00a0and others", "Sand & Land", "None"]
)
def test_a_name_with_an_and_in_it_is_one_value_of_each_list(forms: Forms, name: str) -> None:
    fields = read_bibtex(forms(citation(issuer=name, place=name))["bib"])[2]

    assert values(fields["institution"]) == values(fields["address"]) == values(fields["author"]) == [name]
    assert values(fields["language"]) == ["English"]


def test_several_ministries_are_one_institution(forms: Forms) -> None:
    issuers = (Phrase("Trade and Aid", "en"), Phrase("Foreign Affairs", "en"))
    fields = read_bibtex(forms(citation(issuers=issuers))["bib"])[2]

    assert values(fields["author"]) == ["Trade and Aid", "Foreign Affairs"]
    assert values(fields["institution"]) == ["Trade and Aid and Foreign Affairs"]


def test_a_title_stays_in_its_own_script(forms: Forms) -> None:
    khmer = cited(CAMBODIAN_SITE, SEED, "km")
    title = " ".join(SEED.editions["km"].title.split())

    assert read_bibtex(forms(khmer)["bib"])[2]["title"] == f"{{{title}}}"
    assert read_bibtex(forms(khmer)["bib"])[2]["language"] == "Khmer"
    assert ("TI", title) in read_ris(ris(khmer))
    assert json.loads(forms(khmer)["json"])[0]["title"] == title


def test_ris_of_a_communique() -> None:
    found = dict(read_ris(ris(cited(EXAMPLIAN_SITE, COMMUNIQUE, "ar"))))

    assert found["TY"] == "RPRT"
    assert found["M3"] == "بيان مشترك"
    assert found["SN"] == "MAE/2023/117"
    assert (found["PY"], found["DA"]) == ("2023", "2023/05/04/")
    assert found["LA"] == "ar"
    assert found["UR"] == "https://diplomatie.example/ar/releases/2023-05-04-communique-conjoint/"


def test_csl_json_of_the_seed(forms: Forms) -> None:
    (item,) = json.loads(forms(cited(CAMBODIAN_SITE, SEED, "en"))["json"])

    assert item["issued"] == {"date-parts": [[2022, 2, 15]]}
    assert (item["type"], item["genre"]) == ("report", "Press release")
    assert item["URL"] == SEED_URL
    assert item["publisher-place"] == "Phnom Penh"
    assert "number" not in item


def test_a_citation_notes_translations_and_withdrawals() -> None:
    assert cited(CAMBODIAN_SITE, SEED, "km").note == "សេចក្តីបកប្រែក្រៅផ្លូវការ"
    assert cited(CAMBODIAN_SITE, SEED, "en").note == ""
    assert cited(EXAMPLIAN_SITE, COMMUNIQUE, "ar").note == ""
    assert cited(EXAMPLIAN_SITE, FRENCH_ONLY, "fr").note == "Retiré"


PRINTED = st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"))
HOSTILE = st.text(PRINTED, min_size=1, max_size=40) | st.sampled_from([
    "100% {of} it", "} , title = {x", "\\end{document}", "A & B_C #1 ~ ^", '"quoted"', "{{{", "}}}", "@article{x,",
    "ER  - ", "</script><script>alert(1)</script>", "{title}", "TY  - JOUR", "a\u2003b",
])  # fmt: skip


@settings(max_examples=80)
@given(title=HOSTILE, issuer=HOSTILE, number=HOSTILE)
def test_hostile_words_come_back_as_they_are(forms: Forms, title: str, issuer: str, number: str) -> None:
    found = citation(f"T{title}T", f"I{issuer}I", number=f"N{number}N")

    _, _, fields = read_bibtex(forms(found)["bib"])
    assert typeset(fields["title"]) == found.title
    assert typeset(fields["author"]) == found.issuers[0].text
    assert typeset(fields["number"]) == found.number
    read = dict(read_ris(ris(found)))
    assert (read["TI"], read["AU"], read["SN"]) == (found.title, found.issuers[0].text, found.number)
    (item,) = json.loads(forms(found)["json"])
    assert (item["title"], item["number"]) == (found.title, found.number)
    tree = html5lib.parseFragment(str(plain(found)), namespaceHTMLElements=False)
    assert found.title in "".join(tree.itertext())
    assert [each.tag for each in tree] == ["bdi"]


def test_a_title_of_several_lines_is_one_line_in_every_form() -> None:
    edition = SEED.editions["en"].model_copy(update={"title": "One\nER  - \u2028Two\x85Three"})
    release = SEED.model_copy(update={"editions": {"en": edition}})

    assert ("TI", "One – ER - Two – Three") in read_ris(ris(cited(CAMBODIAN_SITE, release, "en")))


def test_the_plain_line_ends_where_the_site_has_no_address() -> None:
    assert plain(citation()) == "Ministry, “Title”, Press release, 5 February 2022"
    with_number = plain(citation(number="7/22", address="https://x.example/"))
    assert (
        with_number
        == "Ministry, “Title”, Press release No.\u00a0<bdi>7/22</bdi>, 5 February 2022, <bdi>https://x.example/</bdi>"
    )


def test_an_issuer_in_another_language_is_marked() -> None:
    assert '<span lang="fr" dir="ltr">Ministère</span>' in plain(citation(issuers=(Phrase("Ministère", "fr"),)))


@pytest.mark.parametrize("tag", ["fr", "ar"])
def test_golden(forms: Forms, tag: str) -> None:
    found = forms(cited(EXAMPLIAN_SITE, COMMUNIQUE, tag))

    assert list(found) == ["bib", "ris", "json"]
    for ending, text in found.items():
        assert_golden(GOLDEN / f"{tag}.cite.{ending}", text)


@pytest.mark.parametrize("title", ["One & two <b>“three”</b>", '"quoted"', "</pre><script>", "A\nB"])
def test_the_page_holds_the_line_and_the_form_as_they_are(title: str) -> None:
    edition = SEED.editions["en"].model_copy(update={"title": title})
    release = SEED.model_copy(update={"editions": {**SEED.editions, "en": edition}})
    html = release_page(CAMBODIAN_SITE, "en", release).article
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    citation = cited(CAMBODIAN_SITE, release, "en")

    (line,) = (each for each in tree.iter("p") if each.get("class") == "pg-cite__line")
    assert "".join(line.itertext()).startswith("Kingdom of Cambodia, Ministry of Foreign Affairs and International")
    assert "Phnom Penh, 15 February 2022" in "".join(line.itertext())
    assert {each.get("data-ending"): "".join(each.itertext()) for each in tree.iter("pre")} == {
        "ris": ris(citation).replace("\r\n", "\n")
    }


@pytest.mark.parametrize(("release", "count"), [(COMMUNIQUE, 2), (FRENCH_ONLY, 0)])
def test_the_page_names_the_bodies_where_there_are_several(release: Release, count: int) -> None:
    tree = html5lib.parseFragment(release_page(EXAMPLIAN_SITE, "fr", release).article, namespaceHTMLElements=False)
    (form,) = tree.iter("pre")

    bodies = form.get("data-bodies", "").splitlines()
    assert bodies == list(cited(EXAMPLIAN_SITE, release, "fr").bodies)[:count]


def test_a_foreign_text_is_cited_in_its_own_language() -> None:
    release: Release = FRENCH_ONLY
    assert cited(EXAMPLIAN_SITE, release, "fr").sort == "Déclaration"


@pytest.mark.parametrize(
    "kind,tag,called",
    [
        (Kind.JOINT_STATEMENT, "en", "Joint statement"),
        (Kind.ADVISORY, "km", "សេចក្តីណែនាំ"),
        (Kind.READOUT, "en", "Press release"),
    ],
)
def test_a_paper_is_cited_by_what_stands_over_it(kind: Kind, tag: str, called: str) -> None:
    release = SEED.model_copy(update={"record": SEED.record.model_copy(update={"kind": kind})})

    assert Citation.of(release, tag, "").sort == called


def test_a_sites_own_heading_is_what_its_papers_are_cited_by() -> None:
    headings = {SEED.record.kind: Words.model_validate({"en": "Press communiqué"})}

    assert Citation.of(SEED, "en", "", headings).sort == "Press communiqué"
    assert Citation.of(SEED, "km", "", headings).sort == "Press communiqué"
