"""A site's own locale files: what they change, and what is reported in them."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from pressgen import extension
from pressgen.languages import complete_languages, language
from pressgen.site.search.dates import dates
from pressgen.site.search.entries import _kind_names
from pressgen.views.pages.search_form import search_words

DAY = dt.date(2022, 2, 15)


def read(project: Path, **texts: str) -> list[str]:
    """Write a project's locale files, each by its tag, and read them; return what is reported."""
    (project / "locales").mkdir(exist_ok=True)
    for tag, text in texts.items():
        (project / "locales" / f"{tag.replace('_', '-')}.yml").write_text(text, encoding="utf-8")
    return [
        f"{each.place} {each.code.id} {each.message}; {each.hint}"
        for each in extension.read_extension(project).problems
    ]


def test_a_word_replaces_one_of_pressgens_and_leaves_all_others(tmp_path: Path) -> None:
    before = language("km").say("search")

    assert read(tmp_path, km="words:\n  press-release: សេចក្តីប្រកាស\n") == []

    assert language("km").say("press-release") == "សេចក្តីប្រកាស"
    assert (language("km").say("search"), language("km").complete) == (before, True)
    assert "km" in complete_languages()


def test_a_language_that_pressgen_does_not_have_is_added_word_by_word(tmp_path: Path) -> None:
    assert read(tmp_path, de="words: {search: Suche}\n") == []

    german = language("de")
    assert (german.say("search"), german.foreign("search"), german.foreign("releases")) == ("Suche", "", "en")
    assert not german.complete


def test_an_english_word_of_the_site_serves_languages_that_have_none(tmp_path: Path) -> None:
    assert read(tmp_path, en="words: {press-release: Media note}\n") == []

    assert language("de").say("press-release") == language("en-US").say("press-release") == "Media note"


def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    os.mkfifo(tmp_path / "locales" / "de.yml")

    (problem,) = read(tmp_path)

    assert "it is not a file" in problem


def test_a_date_form_replaces_one_and_leaves_all_others(tmp_path: Path) -> None:
    assert read(tmp_path, en='dates: {long: "the {day} of {month}, {year}"}\n') == []

    assert language("en").date(DAY) == "the 15 of February, 2022"
    assert language("en").short_date(DAY) == "15 Feb 2022"


@pytest.mark.parametrize(
    "tag,text,printed",
    [
        ("th", 'digits: "0123456789"\ndates: {long: "{day} {month} {buddhist}"}\n', "15 กุมภาพันธ์ 2565"),
        ("ja", 'dates: {long: "{era_name}{era_year}年{month1}月{day}日"}\n', "令和4年2月15日"),
        (
            "zh-Hant",
            'eras:\n  - {name: 民國, from: 1912-01-01}\ndates: {long: "{era_name}{era_year}年{month1}月{day}日"}\n',
            "民國111年2月15日",
        ),
    ],
)
def test_years_of_other_eras(tmp_path: Path, tag: str, text: str, printed: str) -> None:
    assert read(tmp_path, **{tag: text}) == []

    assert language(tag).date(DAY) == printed


def test_the_first_year_of_a_reign_has_a_name_and_a_day_before_all_reigns_a_plain_year(tmp_path: Path) -> None:
    assert read(tmp_path, ja='dates: {long: "{era_name}{era_year}年"}\n') == []

    dates = {day: language("ja").date(dt.date.fromisoformat(day)) for day in ("2019-05-01", "2019-04-30", "1900-01-01")}
    assert dates == {"2019-05-01": "令和元年", "2019-04-30": "平成31年", "1900-01-01": "1900年"}


def test_a_script_writes_years_of_two_eras(tmp_path: Path) -> None:
    assert read(tmp_path, th='dates: {long: "{day} {month} {buddhist} ({year})"}\n') == []

    form = language("th").day_form()
    assert (form.pattern, form.years) == ("{day} {month} {buddhist} ({year})", (("buddhist", 543),))


def test_a_project_without_the_folder_has_pressgens_words_again(tmp_path: Path) -> None:
    read(tmp_path, en="words: {search: Find}\n")
    assert language("en").say("search") == "Find"

    (tmp_path / "locales/en.yml").unlink()
    assert extension.read_extension(tmp_path).problems == ()
    assert language("en").say("search") == "Search"


def test_the_same_files_leave_the_languages_as_they_are(tmp_path: Path) -> None:
    read(tmp_path, en="words: {search: Find}\n")
    before = language("en")

    extension.read_extension(tmp_path)

    assert language("en") is before


@pytest.mark.parametrize(
    "tag,text,problem",
    [
        ("en", "wrods: {}\n", "1:1 PG112 unknown key 'wrods'; did you mean 'words'?"),
        ("en", "words:\n  serach: Find\n", "2:3 PG112 unknown key 'serach'; did you mean 'search'?"),
        ("en", "dates: {lang: x}\n", "1:9 PG112 unknown key 'lang'; did you mean 'long'?"),
        ("en", "words:\n  search: Find\n  search: Look\n", "3:3 PG017 the key 'search' is here twice"),
        ("en", "words: [search]\n", "1:8 PG109 keys and values are expected here"),
        ("en", "words:\n  search:\n", "2:10 PG109 a text is expected here"),
        ("en", "words:\n  search: [Find]\n", "2:11 PG109 a text is expected here"),
        ("en", "words: {search: 'Find\n", "2:1 PG109 the file cannot be read: found unexpected end of stream"),
        ("en", "direction: left\n", "1:12 PG109 the direction is 'ltr' or 'rtl'"),
        ("th", "digits: 1\n", "1:9 PG109 ten different digits are expected here"),
        ("en", "days: {32: x}\n", "1:8 PG112 unknown key '32'"),
        ("en", "words: {search: '{query}'}\n", "1:17 PG114 unknown field {query}; the fields of this text: none"),
        ("en", "words: {search-for: Find}\n", "1:21 PG114 the field {query} is missing"),
        ("en", "words: {search: 'Find }'}\n", "1:17 PG114 the braces of this text cannot be read"),
        ("en", "words: {search-for: '{query!r}'}\n", "1:21 PG114 the braces of this text cannot be read"),
        ("en", "words: {search-for: '{query.__class__}'}\n", "1:21 PG114 unknown field {query.__class__}"),
        ("en", "dates: {long: '{day} {mnth}'}\n", "1:15 PG114 unknown field {mnth}"),
        ("en", "dates: {clock: '{day}'}\n", "1:16 PG114 unknown field {day}; the fields of this text: {hour}"),
        ("en", "list: {pair: '{0} and'}\n", "1:14 PG114 the field {1} is missing"),
        ("en", "words: {search: {one: Find}}\n", "1:17 PG113 'search' has one text, without plural forms"),
        ("en", "words: {events-count: {one: '1', few: '2', other: '3'}}\n", "1:34 PG113 the language has no plural"),
        ("ar", "words: {events-count: {one: '1', other: '3'}}\n", "1:23 PG113 'events-count' lacks the plural form"),
        ("ja", "eras: {name: 令和}\n", "1:7 PG109 a list of eras is expected here"),
        ("ja", "eras: [{name: 令和}]\n", "1:8 PG109 an era has a 'name', and either 'from' or 'ahead'"),
        ("ja", "eras: [{name: 令和, from: 2019-13-01}]\n", "1:25 PG109 not a day: '2019-13-01'"),
        ("ja", "eras: [{name: 令和, ahead: many}]\n", "1:26 PG109 not a number of years: 'many'"),
        ("en", "words: &a {}\nlist: *a\n", "2:7 PG109 the file cannot be read: an alias (*) is not allowed here"),
        ("xx1", "words: {search: Find}\n", "1:1 PG109 'xx1' is not a language tag; name it by the BCP 47 tag"),
        ("pt_br", "words: {search: Find}\n", "1:1 PG109 'pt-br' is not a language tag; name it pt-BR.yml"),
    ],
)  # fmt: skip
def test_a_mistake_is_reported_at_its_place_and_the_file_is_not_used(
    tmp_path: Path, tag: str, text: str, problem: str
) -> None:
    (found, *_) = read(tmp_path, **{tag: text})

    assert found.startswith(f"locales/{tag.replace('_', '-')}.yml:{problem}")
    assert language("en").say("search") == "Search"


def test_a_file_that_is_too_large_or_not_utf_8_is_reported(tmp_path: Path) -> None:
    assert "more than 262,144 bytes" in read(tmp_path, en="# " + "x" * 262_144)[0]

    (tmp_path / "locales/en.yml").write_bytes(b"words: {search: \xff}")
    assert "the file cannot be read" in read(tmp_path)[0]


def test_a_file_with_another_ending_is_reported(tmp_path: Path) -> None:
    (tmp_path / "locales").mkdir()
    (tmp_path / "locales/en.yaml").write_text("words: {search: Find}\n")

    assert read(tmp_path) == ["locales/en.yaml:1:1 PG109 the file is not read; name it en.yml"]


def test_pressgens_own_files_have_no_problem(tmp_path: Path, repository: Path) -> None:
    texts = {path.stem: path.read_text("utf-8") for path in (repository / "pressgen/locales").glob("*.yml")}

    assert len(texts) >= 8
    assert read(tmp_path, **texts) == []


def test_the_files_that_extend_a_site_are_listed(tmp_path: Path) -> None:
    read(tmp_path, en="", th="")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/release.html").write_text("")

    names = [path.relative_to(tmp_path).as_posix() for path in extension.extension_files(tmp_path)]
    assert names == ["locales/en.yml", "locales/th.yml", "templates/release.html"]
    assert extension.extension_files(tmp_path / "elsewhere") == ()


def test_nothing_that_depends_on_words_is_kept_when_they_change(tmp_path: Path) -> None:
    before = (dates(DAY, ("th",)), search_words("en", ("en",)), _kind_names("visit", ("en",)))

    read(tmp_path, en="words: {kind-visit: Call, search-busy: Wait}\n", th='dates: {long: "{day}/{buddhist}"}\n')
    after = (dates(DAY, ("th",)), search_words("en", ("en",)), _kind_names("visit", ("en",)))

    assert [one == other for one, other in zip(before, after, strict=True)] == [False, False, False]
    assert after[2] == ("Call",)
