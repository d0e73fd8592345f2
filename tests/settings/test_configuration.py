"""`mkdocs.yml` as people write it: the options that are read, and the place of each mistake."""

from pathlib import Path

import pytest

from pressgen.languages import language
from pressgen.problems import Problem, codes
from pressgen.settings import Configuration, Settings, read_configuration

IANA = "use a name of the IANA database such as Europe/Oslo"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return tmp_path / "mkdocs.yml"


def wrong_options(configuration: Configuration) -> list[Problem]:
    return [problem for problem in configuration.problems if problem.code is not codes.NO_SITE_URL]


def reported(configuration: Configuration) -> list[str]:
    return [f"{problem.place} {problem.code.id} {problem.message}" for problem in wrong_options(configuration)]


def test_no_file_gives_the_defaults(project: Path) -> None:
    configuration = read_configuration(project)

    assert configuration == Configuration(project.parent, Settings())
    assert configuration.docs_dir == "docs"


@pytest.mark.parametrize(
    "plugins",
    [
        "[pressgen]",
        "[search, pressgen: {}]",
        "[{pressgen: }]",
        "{search: {}, pressgen: {}}",
        "{pressgen: }",
        "[search]",
        "",
    ],
)
def test_a_plugin_without_options_has_the_defaults(project: Path, plugins: str) -> None:
    project.write_text(f"site_url: https://a.example/\nplugins: {plugins}\n")

    files = (str(project),)
    found = Configuration(project.parent, Settings(), site_url="https://a.example/", name="mkdocs.yml", files=files)
    assert read_configuration(project) == found


@pytest.mark.parametrize("form", ["  - search\n  - pressgen:\n      {}\n", "  search: {{}}\n  pressgen:\n      {}\n"])
def test_options_are_read_from_a_list_and_from_a_mapping(project: Path, form: str) -> None:
    project.write_text("plugins:\n" + form.format("languages: [en, km]"))

    assert read_configuration(project).settings.languages == ("en", "km")
    assert reported(read_configuration(project)) == []


def test_what_the_site_says_of_itself(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRESS_SITE", "https://mfa.example/press")
    project.write_text("site_name: Press\nsite_url: !ENV PRESS_SITE\ndocs_dir: pages\n")

    configuration = read_configuration(project)

    assert configuration.site_name == "Press"
    assert configuration.site_url == "https://mfa.example/press/"
    assert configuration.docs_dir == "pages"


@pytest.mark.parametrize(
    "name, value, expected",
    [
        ("PRESS_SITE", "https://a.example/", "https://a.example/"),
        ("CI_SITE", "https://b.example/", "https://b.example/"),
        ("NEITHER", "https://c.example/", "https://default.example/"),
    ],
)
def test_the_first_variable_that_is_set_counts_or_else_the_default(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    monkeypatch.setenv(name, value)
    project.write_text('site_url: !ENV [PRESS_SITE, CI_SITE, "https://default.example/"]\n')

    assert read_configuration(project).site_url == expected


def test_what_only_mkdocs_understands_is_passed_over(project: Path) -> None:
    project.write_text(
        "theme: {name: material, custom_dir: !relative $config_dir/overrides}\n"
        "markdown_extensions:\n"
        "  - pymdownx.emoji:\n"
        "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
        "  - pymdownx.slugs:\n"
        "      slugify: !!python/object/apply:pymdownx.slugs.slugify {kwds: {case: lower}}\n"
        "extra: {day: 2022-02-30}\n"
        "plugins: [pressgen: {timezone: Asia/Phnom_Penh}]\n"
    )

    configuration = read_configuration(project)

    assert reported(configuration) == []
    assert configuration.settings.timezone == "Asia/Phnom_Penh"


def test_options_are_inherited_and_each_mistake_stands_in_its_own_file(project: Path) -> None:
    (project.parent / "shared").mkdir()
    (project.parent / "shared/base.yml").write_text(
        "site_name: Base\nplugins:\n  pressgen:\n    languages: [en, km]\n    colour: blue\n"
    )
    project.write_text("INHERIT: shared/base.yml\nplugins:\n  pressgen:\n    timezone: Mars/Base\n")

    configuration = read_configuration(project)

    assert configuration.site_name == "Base"
    assert configuration.settings.languages == ("en", "km")
    assert reported(configuration) == [
        f"mkdocs.yml:4:15 PG060 option 'timezone': unknown time zone 'Mars/Base'; {IANA}",
        "shared/base.yml:5:13 PG060 'blue' is not a colour (option 'colour')",
    ]


def test_a_list_of_plugins_replaces_the_inherited_one(project: Path) -> None:
    (project.parent / "base.yml").write_text("plugins:\n  pressgen:\n    colour: '#123456'\n")
    project.write_text("INHERIT: base.yml\nplugins: [pressgen]\n")

    assert read_configuration(project).settings == Settings()


def test_every_mistake_is_reported_at_its_place_and_the_other_options_count(project: Path) -> None:
    project.write_text(
        "plugins:\n"
        "  - search\n"
        "  - pressgen:\n"
        "      langauges: [en]\n"
        "      releases_dir: communiques\n"
        "      languages: [en, NO]\n"
        "      colour: 112233\n"
        "      issuer:\n"
        "        motto: {en: Unity, km: 3}\n"
        "        nmae: Ministry\n"
    )

    configuration = read_configuration(project)

    assert reported(configuration) == [
        "mkdocs.yml:4:7 PG060 unknown option 'langauges'",
        "mkdocs.yml:6:23 PG060 option 'languages[1]' must be text, not yes or no",
        "mkdocs.yml:7:15 PG060 option 'colour' must be text, not a number",
        "mkdocs.yml:9:9 PG060 option 'issuer.name' is missing",
        "mkdocs.yml:9:32 PG060 option 'issuer.motto.km' must be text, not a number",
        "mkdocs.yml:10:9 PG060 unknown option 'issuer.nmae'",
    ]
    assert [problem.hint for problem in wrong_options(configuration)] == [
        "did you mean 'languages'?",
        "YAML takes NO, ON and their like for yes or no; put it in quotes",
        "put it in quotes",
        "",
        "put it in quotes",
        "did you mean 'name'?",
    ]
    assert configuration.settings.releases_dir == "communiques"


@pytest.mark.parametrize(
    "options, message",
    [
        ("languages: en", "option 'languages' must be a list"),
        ("languages: []", "option 'languages' must not be empty"),
        ("languages: [EN]", "'EN' is not a language tag (option 'languages[0]')"),
        ("languages: [en, en]", "option 'languages': a language is named twice"),
        ("languages: [en, kh]", "unknown language 'kh' (option 'languages[1]')"),
        ("releases_dir: ''", "option 'releases_dir' must not be empty"),
        ("issuer: Ministry", "option 'issuer' must hold keys and values"),
        ("issuer: {name: [a]}", "option 'issuer.name' must be text, or words by language"),
        ("headings: {readouts: Statement}", "option 'headings': unknown kind 'readouts'"),
        ("digits: arab", "option 'digits' must hold keys and values"),
        ("digits: {en: [arab]}", "option 'digits.en' must be text, not a list"),
        ("digits: {en: arabic}", "option 'digits.en': unknown numbering system 'arabic'"),
        ("digits: {km: khmr}", "option 'digits': 'km' is no language of this site"),
        ("headings: {readout: [a]}", "option 'headings.readout' must be text, or words by language"),
    ],
)
def test_wrong_values_are_reported_in_plain_words(project: Path, options: str, message: str) -> None:
    project.write_text(f"plugins:\n  - pressgen:\n      {options}\n")

    assert message in [problem.message for problem in read_configuration(project).problems]


@pytest.mark.parametrize(
    "options, place, hint",
    [
        ("languages: [ar, km], digits: {ar: arb}", "mkdocs.yml:3:42", "did you mean 'arab'?"),
        ("languages: [ar, km], digits: {kmh: khmr}", "mkdocs.yml:3:38", "did you mean 'km'?"),
        ("languages: [ar, km], digits: {fr: latn}", "mkdocs.yml:3:38", "write one of: ar, km"),
    ],
)
def test_wrong_digits_are_reported_with_the_nearest(project: Path, options: str, place: str, hint: str) -> None:
    project.write_text(f"plugins:\n  - pressgen:\n      {{{options}}}\n")

    (problem,) = wrong_options(read_configuration(project))

    assert (problem.code.id, str(problem.place), problem.hint) == ("PG060", place, hint)


def test_digits_of_no_language_are_not_blamed_where_the_languages_are_wrong(project: Path) -> None:
    project.write_text("plugins:\n  - pressgen:\n      {languages: km, digits: {km: latn}}\n")

    (problem,) = wrong_options(read_configuration(project))

    assert problem.message == "option 'languages' must be a list"


def test_the_digits_of_the_options_count_before_those_of_locale_files(project: Path) -> None:
    (project.parent / "locales").mkdir()
    (project.parent / "locales/km.yml").write_text("digits: ๐๑๒๓๔๕๖๗๘๙\n", encoding="utf-8")
    written = "plugins:\n  - pressgen:\n      {{languages: [en, km]{}}}\n"

    project.write_text(written.format(", digits: {km: latn}"))
    assert reported(read_configuration(project)) == []
    assert language("km").digits("15") == "15"

    project.write_text(written.format(""))
    read_configuration(project)
    assert language("km").digits("15") == "๑๕"


def test_a_language_without_interface_words_is_a_warning(project: Path) -> None:
    project.write_text("plugins:\n  - pressgen:\n      languages: [en, lo]\n")

    (problem,) = wrong_options(read_configuration(project))

    assert (problem.code.id, problem.severity, str(problem.place)) == ("PG061", "warning", "mkdocs.yml:3:23")


@pytest.mark.parametrize(
    "content",
    [
        b"plugins: [pressgen\n",
        b"\x00\x01",
        b"\xff\xfe\xff",
        b"- a\n- b\n",
        b"a: b: c\n",
        b"[" * 5000,
        b"plugins: &a [*a]\nINHERIT: mkdocs.yml\n",
        b"INHERIT: elsewhere.yml\n",
    ],
)
def test_a_file_that_cannot_be_read_is_one_problem(project: Path, content: bytes) -> None:
    project.write_bytes(content)

    (problem,) = read_configuration(project).problems

    assert problem.code.id == "PG060"
    assert problem.place.path == "mkdocs.yml"


def test_a_site_that_does_not_know_its_address_is_a_warning(project: Path) -> None:
    project.write_text("site_name: Press\n")

    (problem,) = read_configuration(project).problems

    assert (problem.code.id, problem.severity, str(problem.place)) == ("PG062", "warning", "mkdocs.yml:1:1")


ISSUER = "      issuer:\n        country: XV\n        name: {en: Ministry, fr: Ministère}\n"


def warned(project: Path, text: str, site_url: str = "https://a.example/") -> list[tuple[str, str, str, str]]:
    project.write_text(f"site_url: {site_url}\nplugins:\n  - pressgen:\n      languages: [en, fr]\n{text}", "utf-8")
    return [(str(one.place), one.code.id, one.message, one.hint) for one in read_configuration(project).problems]


@pytest.mark.parametrize(
    "colour, ratio, darker",
    [
        ("#ffff00", "1.0", "#7a7a00"),
        ("#777777", "4.4", "#757575"),
        ("#ffffff", "1.0", "#757575"),
        ("#ff0000", "3.9", "#ed0000"),
    ],
)
def test_a_colour_that_cannot_be_read_on_white(project: Path, colour: str, ratio: str, darker: str) -> None:
    message = f"'{colour}' has a contrast of {ratio}:1 on white (option 'colour'); text needs 4.5:1"
    hint = f"take a darker one: '{darker}' is of the same hue and can be read"
    assert warned(project, f"      colour: '{colour}'\n") == [("mkdocs.yml:5:15", "PG078", message, hint)]
    assert warned(project, f"      colour: '{darker}'\n") == []


@pytest.mark.parametrize(
    "given, meant",
    [
        ("press.mfa.example", "https://press.mfa.example/"),
        ("//press.mfa.example/", "https://press.mfa.example/"),
        ("htps://press.mfa.example", "https://press.mfa.example/"),
        ("press.mfa.example/news", "https://press.mfa.example/news/"),
    ],
)
def test_a_site_url_that_is_no_address(project: Path, given: str, meant: str) -> None:
    ((place, code, _, hint),) = warned(project, "", given)
    assert (place, code, hint) == ("mkdocs.yml:1:11", "PG079", f"write site_url: {meant}")


@pytest.mark.parametrize("given", ["https://a.example", "http://localhost:8000/x", "https://a.example/press/"])
def test_an_address_with_its_scheme_is_right(project: Path, given: str) -> None:
    assert warned(project, "", given) == []


@pytest.mark.parametrize(
    "line, missing",
    [
        ("state: {en: Veldoria}", "'issuer.state' are missing in French"),
        ("motto: {fr: Ensemble}", "'issuer.motto' are missing in English"),
        ("place: {en: Lindenau, de: Lindenau}", "'issuer.place' are missing in French"),
        ("state: Veldoria", "'issuer.state' are missing in French"),
        ("place: Lindenau", ""),
        ("motto: {en: Together, fr: Ensemble}", ""),
    ],
)
def test_words_of_the_letterhead_that_are_missing(project: Path, line: str, missing: str) -> None:
    found = [message for _, _, message, _ in warned(project, f"{ISSUER}        {line}\n")]
    assert found == ([f"the words of option {missing}"] if missing else [])


def test_the_letterhead_of_a_site_that_says_nothing_is_left_alone(project: Path) -> None:
    assert warned(project, "      search: false\n") == []


@pytest.mark.parametrize(
    ("plugins", "at"),
    [
        ("plugins:\n  - i18n\n  - pressgen\n", "2:5"),
        ("plugins:\n  - pressgen\n  - i18n: {languages: []}\n", "3:5"),
        ("plugins:\n  pressgen: {}\n  i18n:\n", "3:3"),
        ("plugins:\n  - pressgen\n  - i18n: {enabled: false}\n", ""),
        ("plugins: [pressgen, search]\n", ""),
        ("plugins: i18n\n", ""),
    ],
)
def test_another_plugin_for_languages_is_reported_with_its_place(project: Path, plugins: str, at: str) -> None:
    project.write_text(f"{plugins}site_url: https://press.example/\n")

    found = [problem for problem in read_configuration(project).problems if problem.code.id == "PG118"]

    assert [f"{one.place.line}:{one.place.column}" for one in found] == [at] * bool(at)
