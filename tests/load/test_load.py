"""Loading a folder of files: whole releases, and every problem of them."""

import pickle
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from pressgen.load import UnparsedFile, load, parse_file
from pressgen.model import Alias, Kind, Mode, Status, Translation
from tests.load.project import SETTINGS, Load, english, khmer, reported, words_of, write

PEOPLE = """\
anniken-huitfeldt:
  names: {en: Anniken Huitfeldt, km: អានីកេន ហ៊ុយតហ្វែល}
  honorific: {en: Her Excellency, km: ឯកឧត្តម}
  terms:
    - {role: {en: Member of Parliament}, country: "NO", to: 2021-10-13}
    - {role: {en: Minister of Foreign Affairs, km: រដ្ឋមន្ត្រីការបរទេស}, country: NO, from: 2021-10-14, to: 2023-10-16}
secretary:
  names: {en: The Secretary-General}
  terms: [{role: {en: Secretary-General}, organisation: asean}]
"""
REGISTER = {
    "register/people.yml": PEOPLE,
    "register/organisations.yml": "asean: {names: {en: ASEAN}}\n",
    "register/topics.yml": "trade: {names: Trade, parent: economy}\neconomy: {names: Economy}\n",
    "register/contacts.yml": "press: {names: Press office, email: press@mfa.example, to: 2030-01-01}\n",
    "register/countries.yml": "MM: {names: {en: Myanmar}}\nZZZ: {names: {en: Nowhere}}\n",
}
FULL = english(
    "number: 247/MFAIC",
    "place: Phnom Penh",
    "summary: A summary.",
    "event: {start: 2022-02-14, end: 2022-02-16, mode: video, place: {en: Oslo, km: អូស្លូ}, occasion: A call}",
    "participants:",
    "  - {name: PRAK Sokhonn, honorific: His Excellency, role: Minister, country: KH}",
    "  - {person: anniken-huitfeldt}",
    "  - {person: secretary, role: Secretary-General as guest}",
    "countries: [MM, ZZZ, XK]",
    "organisations: [asean]",
    "topics: [trade, trade]",
    "contacts: [press]",
    "corrections: [{date: 2022-02-17, note: A name was misspelt.}]",
    "attachments: [{file: annex/text.pdf, title: Annex}, {file: photo.jpg, alt: Two ministers, credit: MFA}]",
    "aliases: [/news/247/]",
)
TRANSLATION = khmer(
    "translation: courtesy",
    "translator: The Embassy",
    "participants: [{name: ប្រាក់ សុខុន}, {role: ក}, {}]".replace("{}", "{name: ខ}"),
    "event: {occasion: ការហៅ}",
    "corrections: [{date: 2022-02-17, note: ឈ្មោះ}]",
)
FILES = {
    **REGISTER,
    "2022/2022-02-15-x.en.md": FULL,
    "2022/2022-02-15-x.km.md": TRANSLATION,
    "2022/2022-02-15-x/annex/text.pdf": b"%PDF",
    "2022/2022-02-15-x/photo.jpg": b"12345",
}


def test_a_release_is_whole(loading: Load) -> None:
    loaded = loading(FILES)
    assert loaded.problems == ()
    (release,) = loaded.releases
    record = release.record
    assert (release.id, release.original, list(release.editions)) == ("2022-02-15-x", "en", ["en", "km"])
    assert (record.issued.day, record.issued.time, record.kind) == (date(2022, 2, 15), None, Kind.READOUT)
    assert record.event is not None
    assert (record.event.start, record.event.end, record.event.mode) == (
        date(2022, 2, 14),
        date(2022, 2, 16),
        Mode.VIDEO,
    )
    assert record.event.place.root == {"en": "Oslo", "km": "អូស្លូ"}
    assert record.event.occasion.root == {"en": "A call", "km": "ការហៅ"}
    assert record.corrections[0].note.root == {"en": "A name was misspelt.", "km": "ឈ្មោះ"}
    assert (record.countries, record.topics) == (("MM", "ZZZ", "XK"), ("trade",))
    assert release.aliases == (Alias(path="news/247", language="en"),)
    assert record.authoritative == ("en",)
    assert record.issuers == (SETTINGS.issuer,)
    assert record.status is Status.PUBLISHED
    assert [(file.name, file.size) for file in release.files] == [("annex/text.pdf", 4), ("photo.jpg", 5)]
    assert loaded.register.contacts["press"].end == date(2030, 1, 1)
    assert loaded.register.topics["trade"].parent == "economy"


def test_participants_have_the_words_of_each_edition(loading: Load) -> None:
    (release,) = loading(FILES).releases
    participants = release.record.participants
    assert [words_of(one, "en") for one in participants] == [
        ("His Excellency", "PRAK Sokhonn", "Minister"),
        ("Her Excellency", "Anniken Huitfeldt", "Minister of Foreign Affairs"),
        ("", "The Secretary-General", "Secretary-General as guest"),
    ]
    assert [words_of(one, "km") for one in participants] == [
        ("His Excellency", "ប្រាក់ សុខុន", "Minister"),
        ("ឯកឧត្តម", "អានីកេន ហ៊ុយតហ្វែល", "ក"),
        ("", "ខ", "Secretary-General as guest"),
    ]
    assert [one.side for one in participants] == [("KH", ""), ("NO", ""), ("", "asean")]


def test_the_office_is_that_of_the_day_of_issue(loading: Load) -> None:
    earlier = english("participants: [{person: anniken-huitfeldt}]").replace("2022-02-15", "2021-10-13")
    later = earlier.replace("2021-10-13", "2024-01-01")
    loaded = loading({**REGISTER, "a.md": earlier, "b.md": later})
    roles = [release.record.participants[0].role.in_language("en").text for release in loaded.releases]
    assert roles == ["Member of Parliament", ""]


def test_of_several_offices_the_one_begun_last_counts(loading: Load) -> None:
    people = """\
both:
  names: {en: Both}
  terms:
    - {role: Member of Parliament, from: 2010-01-01, to: 2030-01-01}
    - {role: Minister, from: 2021-01-01, to: 2023-01-01}
    - {role: Secretary, to: 2022-12-31}
"""
    loaded = loading({"register/people.yml": people, "x.md": english("participants: [{person: both}]")})
    assert loaded.releases[0].record.participants[0].role.root == {"und": "Minister"}


@pytest.mark.parametrize(
    ("original", "translation", "places"),
    [
        ("", "", ["Phnom Penh", "រាជធានីភ្នំពេញ"]),
        ("place: Phnom Penh", "", ["Phnom Penh", "រាជធានីភ្នំពេញ"]),
        ("place: Oslo", "", ["Oslo", "Oslo"]),
        ("place: {en: Oslo, km: អូស្លូ}", "", ["Oslo", "អូស្លូ"]),
        ("place: Oslo", "place: អូស្លូ", ["Oslo", "អូស្លូ"]),
    ],
)
def test_the_place_of_issue_is_in_the_words_of_each_edition(
    loading: Load, original: str, translation: str, places: list[str]
) -> None:
    (release,) = loading({"x.en.md": english(original), "x.km.md": khmer(translation)}).releases
    assert [edition.place for edition in release.editions.values()] == places


@pytest.mark.parametrize(
    ("site", "key", "expected"),
    [(True, "", True), (True, "false", False), (False, "", False), (False, "true", True), (True, "FALSE", False)],
)
def test_the_dateline_is_the_releases_or_the_sites(loading: Load, site: bool, key: str, expected: bool) -> None:
    facts = english(f"dateline: {key}") if key else english()
    loaded = loading({"a.en.md": facts}, SETTINGS.model_copy(update={"dateline": site}))

    assert loaded.problems == ()
    assert loaded.releases[0].record.dateline is expected


def test_a_translation_contradicts_the_dateline_only_where_it_restates_it(loading: Load) -> None:
    translation = "---\ntitle: ខ\n{}---\n\nអត្ថបទ។\n"
    same = {"a.en.md": english("dateline: false"), "a.km.md": translation.format("dateline: false\n")}
    other = {"b.en.md": english("dateline: false"), "b.km.md": translation.format("dateline: true\n")}

    loaded = loading({**same, **other})

    assert reported(loaded) == [("b.km.md:3:11", "PG028")]
    assert "`dateline` is true here, and false in " in loaded.problems[0].message


def test_a_time_of_issue_falls_on_its_day_in_the_ministrys_zone(loading: Load) -> None:
    text = english().replace("2022-02-15", "2022-02-14T23:30Z")
    (release,) = loading({"x.md": text}).releases
    assert release.record.issued.day == date(2022, 2, 15)
    assert release.record.issued.time == datetime(2022, 2, 14, 23, 30, tzinfo=UTC)
    assert release.record.issued.time.isoformat() == "2022-02-15T06:30:00+07:00"


def test_how_far_a_translation_can_be_relied_on(loading: Load) -> None:
    loaded = loading(
        {
            "a.en.md": english(),
            "a.km.md": khmer(),
            "b.en.md": english("authoritative: [en, km]"),
            "b.km.md": khmer(),
            "c.en.md": khmer("translation: machine"),
            "c.km.md": english(),
        }
    )
    assert loaded.problems == ()
    kinds = {
        (release.id, tag): edition.translation
        for release in loaded.releases
        for tag, edition in release.editions.items()
    }
    assert kinds == {
        ("a", "en"): None,
        ("a", "km"): Translation.OFFICIAL,
        ("b", "en"): None,
        ("b", "km"): None,
        ("c", "km"): None,
        ("c", "en"): Translation.MACHINE,
    }
    assert loaded.releases[2].original == "km"


def test_of_two_files_with_facts_the_sites_order_decides(loading: Load) -> None:
    (release,) = loading({"a.km.md": english(), "a.en.md": english()}).releases
    assert release.original == "en"


def test_the_slug_of_the_front_matter_overrides_the_name(loading: Load) -> None:
    loaded = loading({"Draft 3 (final).md": english("slug: 2022-aid"), "2022-aid.km.md": khmer()})
    assert loaded.problems == ()
    assert [(release.id, sorted(release.editions)) for release in loaded.releases] == [("2022-aid", ["en", "km"])]


def test_issuers_are_laid_over_the_sites(loading: Load) -> None:
    lines = (
        "issuer:",
        "  - Ministry of Commerce",
        "  - {name: {en: Ministry of Foreign Affairs, km: ខ}, country: NO, state: Kingdom of Norway}",
        "  - {motto: One}",
    )
    (release,) = loading({"x.md": english(*lines)}).releases
    commerce, norway, own = release.record.issuers
    assert (commerce.name.root, commerce.state, commerce.country) == (
        {"en": "Ministry of Commerce"},
        SETTINGS.issuer.state,
        "KH",
    )
    assert (norway.state.root, norway.place.root, norway.country) == ({"en": "Kingdom of Norway"}, {}, "NO")
    assert (own.name, own.motto.root) == (SETTINGS.issuer.name, {"en": "One"})


def test_without_a_summary_the_first_paragraph_serves(loading: Load) -> None:
    long = "This is a sentence. " * 30
    loaded = loading(
        {
            "a.md": english(body="## Heading\n\nFirst **paragraph**.\n\nSecond."),
            "b.md": english(body=long),
            "c.km.md": english(body="ក្រសួងការបរទេស" * 60),
        }
    )
    summaries = [release.editions[release.original].summary for release in loaded.releases]
    assert summaries[0] == "First paragraph."
    assert summaries[1].endswith("sentence.")
    assert 200 < len(summaries[1]) <= 320
    assert summaries[2].endswith("…")
    assert summaries[2][-2] != "\u17d2"


def test_results_do_not_depend_on_how_files_are_read(loading: Load, tmp_path_factory: pytest.TempPathFactory) -> None:
    expected = loading({**FILES, "y.en.md": english("kind: x"), "z.km.md": khmer()})
    project = next(iter(tmp_path_factory.getbasetemp().glob("test_results_do_not_depend*")))
    with ThreadPoolExecutor(4) as pool:
        assert load(project, SETTINGS, each=pool.map) == expected


def test_a_parsed_file_can_be_sent_to_another_process() -> None:
    parsed = parse_file(UnparsedFile("releases/x.en.md", FULL.encode(), "en", ("en", "km")))
    again = pickle.loads(pickle.dumps(parsed))
    assert again == parsed
    assert again.marks.value("event", "mode") == parsed.marks.value("event", "mode")


def test_columns_in_a_body_count_invisible_spaces(loading: Load) -> None:
    loaded = loading({"x.km.md": english(body="ក\u200bខ\u200b [គ](none.md)")})
    assert reported(loaded) == [("x.km.md:7:6", "PG042")]


@pytest.mark.parametrize("written", ["photo.jpg", "./photo.jpg", "x/photo.jpg", "./x/photo.jpg"])
def test_an_attachment_may_be_written_with_its_folder(loading: Load, written: str) -> None:
    loaded = loading({"x.en.md": english(f"attachments: [{{file: {written}, alt: A}}]"), "x/photo.jpg": b"1"})
    assert loaded.problems == ()
    (release,) = loaded.releases
    assert [one.file for one in release.record.attachments] == ["photo.jpg"]
    assert [one.name for one in release.files] == ["photo.jpg"]


def test_a_link_to_what_an_embargo_hides_is_no_mistake(loading: Load) -> None:
    loaded = loading(
        {
            "a.md": english("related: b", body="See [the other](b.md)."),
            "b.md": english("embargo: 2999-01-01T00:00Z", body="See [ourselves](b.md)."),
        }
    )
    assert loaded.problems == ()
    assert [one.release for one in loaded.releases[0].editions["en"].body.references] == ["b"]


def test_a_link_to_a_place_that_another_text_does_not_have_is_reported(loading: Load) -> None:
    links = (
        "See [a](2022-02-15-b.en.md#para-1), [b](2022-02-15-b.en.md#para-9), [c](2022-02-15-b.km.md#ពាណិជ្ជកម្ម), "
        "[d](2022-02-15-b.km.md#trade), [e](2022-02-15-a.en.md#p1) and [f](2022-02-15-a.en.md#p2)."
    )
    loaded = loading(
        {
            "2022-02-15-a.en.md": english(body=links),
            "2022-02-15-b.en.md": english(body="1. The Ministers met."),
            "2022-02-15-b.km.md": khmer(body="## ពាណិជ្ជកម្ម\n\n1. រដ្ឋមន្ត្រីបានជួបគ្នា។"),
        }
    )
    assert [(problem.code.id, problem.message) for problem in loaded.problems] == [
        ("PG042", "'releases/2022-02-15-b.en.md' has no place called #para-9"),
        ("PG042", "'releases/2022-02-15-b.km.md' has no place called #trade"),
        ("PG042", "'releases/2022-02-15-a.en.md' has no place called #p2"),
    ]
    assert all(links[problem.place.column - 1] == "[" for problem in loaded.problems)


@pytest.mark.parametrize(
    ("target", "hint"),
    [
        ("www.mfa.gov", "write https://www.mfa.gov"),
        ("www.mfa.gov/a.html", "write https://www.mfa.gov/a.html"),
        ("./b", "a release is named by its file: 'b.md'"),
        ("../b.en", "a release is named by its file: 'b.md'"),
    ],
)
def test_an_address_without_its_beginning_and_a_release_without_its_ending_are_written_right(
    loading: Load, target: str, hint: str
) -> None:
    loaded = loading({"a.md": english(body=f"See [it]({target})."), "b.md": english()})

    (problem,) = loaded.problems
    assert problem.code.id == "PG042"
    assert hint in problem.hint


@pytest.mark.parametrize("name", ["annex_(final).pdf", "a_(b_(c)).pdf", "the annex (2).pdf"])
def test_a_file_with_parentheses_in_its_name_can_be_linked_to(loading: Load, name: str) -> None:
    written = f"<a/{name}>" if " " in name else f"a/{name}"
    loaded = loading({"a.md": english(body=f"See [it]({written})."), f"a/{name}": "%PDF-"})

    assert loaded.problems == ()
    assert [file.name for file in loaded.releases[0].files] == [name]


def test_a_readme_is_no_release(loading: Load) -> None:
    assert reported(loading({"README.md": "# Read me\n", "x.md": english()})) == [("README.md:1:1", "PG037")]


@pytest.mark.parametrize(
    ("languages", "name", "code", "hint"),
    [
        (("en", "km"), "x.kh.md", "PG025", "rename the file to 'x.km.md'"),
        (("en", "fr"), "x.kh.md", "PG025", "did you mean 'km'?"),
        (("en", "el"), "x.gr.md", "PG025", "rename the file to 'x.el.md'"),
        (("en", "sv"), "x.se.md", "PG025", "rename the file to 'x.sv.md'"),
        (("en", "nb"), "x.no.md", "PG025", "rename the file to 'x.nb.md'"),
        (("en", "km"), "x.no.md", "PG024", "the site's languages are en, km"),
        (("en", "zh-Hant"), "x.zh-hant.md", "PG024", "rename the file to 'x.zh-Hant.md'"),
        (("en", "km"), "x.eng.md", "PG024", "rename the file to 'x.en.md'"),
        (("en", "km"), "x.v2.md", "PG030", "rename it to 'x-v2.md'"),
    ],
)
def test_the_language_of_a_name_is_one_of_the_sites(
    loading: Load, languages: tuple[str, ...], name: str, code: str, hint: str
) -> None:
    loaded = loading({name: english()}, SETTINGS.model_copy(update={"languages": languages}))
    assert reported(loaded) == [(f"{name}:1:1", code)]
    assert hint in loaded.problems[0].hint


@pytest.mark.parametrize(
    ("languages", "name"), [(("en", "no"), "x.no.md"), (("zh-Hant", "en"), "x.zh-Hant.md"), (("km",), "x.md")]
)
def test_any_language_of_the_site_may_stand_in_a_name(loading: Load, languages: tuple[str, ...], name: str) -> None:
    loaded = loading({name: english()}, SETTINGS.model_copy(update={"languages": languages}))
    assert loaded.problems == ()
    assert loaded.releases[0].original == (name.split(".")[1] if name.count(".") > 1 else "km")


def test_one_mistake_of_a_file_hides_no_other(loading: Load) -> None:
    loaded = loading(
        {"a.en.md": "---\ntitle: A\ndate: 2022-02-30\nkind: other\ncountries: [UK]\nrelated: [b]\n---\n\nText.\n"}
    )
    assert [one.code.id for one in loaded.problems] == ["PG022", "PG012", "PG033"]


def test_releases_that_replace_each_other_in_turn_are_reported(loading: Load) -> None:
    loaded = loading(
        {
            "a.en.md": english("supersedes: [d, b]", "corrects: c"),
            "b.en.md": english("supersedes: c"),
            "c.en.md": english("supersedes: [a]"),
            "d.en.md": english(),
            "e.en.md": english("supersedes: a"),
        }
    )
    assert reported(loaded) == [("a.en.md:5:17", "PG036"), ("b.en.md:5:13", "PG036"), ("c.en.md:5:14", "PG036")]
    assert loaded.problems[0].message == "'b' leads back to this release by its own `supersedes` (supersedes[2])"


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("EU", "it is no country: write `organisation: eu`, and add that id to register/organisations.yml"),
        ("EL", "did you mean 'GR' (Greece)?"),
        ("NO; SE", "write a list: [NO, SE]"),
        ("NO,", "write a list: [NO]"),
        ("N\u041e", "'\u041e' (U+041E) is not one of the letters A to Z: type the code again"),
        ("Norvège", "did you mean 'NO' (Norway)?"),
    ],
)
def test_what_is_typed_for_a_country_is_understood(loading: Load, code: str, hint: str) -> None:
    loaded = loading({"a.en.md": english(f"countries: {code}")})
    assert [one.code.id for one in loaded.problems] == ["PG012"]
    assert loaded.problems[0].hint.endswith(hint)


def test_values_do_not_depend_on_where_and_on_which_line_something_is_written(tmp_path: Path) -> None:
    text = english("attachments: [{file: map.pdf, title: Map}]", body="See [the map](map.pdf).")
    found = []
    for folder, source in (("one", text), ("other", text.replace("---\n", "---\n# a comment\n", 1))):
        project = tmp_path / folder
        write(project, {"releases/x.en.md": source, "releases/x/map.pdf": b"%PDF"})
        loaded = load(project, SETTINGS)
        (release,) = loaded.releases
        found.append(release)
        assert str(project).encode() not in pickle.dumps(release)
        line = source.split("\n").index("See [the map](map.pdf).") + 1
        assert str(loaded.origins.place("x", "en", 0)) == f"releases/x.en.md:{line}:5"
        assert loaded.origins.files["x", "map.pdf"] == str(project / "releases/x/map.pdf")
    assert found[0] == found[1]
    assert hash(found[0]) == hash(found[1])
