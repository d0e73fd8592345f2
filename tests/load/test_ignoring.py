"""Warnings that a site or a file switches off, with the reason; errors are always reported."""

from pathlib import Path

import pytest

from pressgen.load import Loaded
from pressgen.problems import Place, Severity, codes
from pressgen.problems.ignoring import Ignored, code_fault
from pressgen.settings import Settings, read_configuration
from tests.load.project import SETTINGS, Load, english, khmer, reported

NAME = "2022-02-15-a"


def settings(**given: object) -> Settings:
    return Settings.model_validate({**SETTINGS.model_dump(), **given})


def test_only_a_warnings_code_can_be_switched_off() -> None:
    for code in codes.ALL:
        assert (code_fault(code.id) is None) == (code.severity is Severity.WARNING)


@pytest.mark.parametrize(
    "code, likely",
    [("pg37", "PG037"), ("37", "PG037"), ("PG 50", "PG050"), ("stray-file", "PG037"), ("Unused file", "PG050")],
)
def test_a_code_that_is_written_otherwise_is_proposed(code: str, likely: str) -> None:
    fault = code_fault(code)
    assert fault is not None
    assert f"did you mean {likely} " in fault[1]


def test_an_error_is_reported_whatever_is_ignored() -> None:
    error = codes.UNKNOWN_COUNTRY.at(Place("releases/x.md"), "unknown country 'NW'")
    warning = codes.STRAY_FILE.at(Place("releases/x.md"), "this file belongs to no release")
    every = frozenset(code.id for code in codes.ALL)
    assert Ignored(every).reported([warning, error]) == (error,)
    assert Ignored(by_file={"releases/x.md": every}).reported([warning, error]) == (error,)
    assert Ignored(by_file={"releases/y.md": every}).reported([warning, error]) == (error, warning)


def ignoring(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(problem.code.id, problem.message, problem.hint) for problem in loaded.problems]


def test_a_file_switches_off_its_own_warnings_only(loading: Load) -> None:
    heading = "## One\n\n#### Four\n\nText."
    files = {f"{NAME}.en.md": english(body=heading), f"{NAME}.km.md": khmer(body=heading)}
    both = reported(loading(files))
    assert [code for _, code in both] == [codes.SKIPPED_HEADING.id] * 2
    files[f"{NAME}.km.md"] = khmer(f"ignore: {{{codes.SKIPPED_HEADING.id}: as printed}}", body=heading)
    assert reported(loading(files)) == both[:1]


def test_a_site_switches_off_a_warning_wherever_it_stands(loading: Load) -> None:
    files = {f"{NAME}.en.md": english(), "scan.jpg": b"\xff\xd8\xff"}
    assert reported(loading(files)) == [("scan.jpg:1:1", "PG037")]
    assert reported(loading(files, settings(ignore={"PG037": "scans are kept here"}))) == []


@pytest.mark.parametrize(
    "lines, code, message, hint",
    [
        (["ignore:", "  PG012: no"], "PG021", "PG012 (Unknown country) is an error, and only warnings", "mend"),
        (["ignore:", "  PG9: no"], "PG021", "there is no problem with the code 'PG9' (ignore.PG9)", "write the code"),
        (["ignore:", "  PG037: ''"], "PG019", "the reason is missing (ignore.PG037)", "say why behind the colon"),
        (["ignore:", "  PG037:"], "PG019", "the reason is missing (ignore.PG037)", "say why behind the colon"),
        (["ignore: {PG037: }"], "PG019", "the reason is missing (ignore.PG037)", "say why behind the colon"),
        (["ignore:", "  PG037: [a]"], "PG019", "the reason is missing (ignore.PG037)", "say why behind the colon"),
        (
            ["ignore: PG050"],
            "PG020",
            "each code needs its reason (ignore)",
            "write below `ignore:` a line `  PG050: why`",
        ),
        (["ignore: [PG050, PG037]"], "PG020", "each code needs its reason (ignore)", "write below `ignore:` a line"),
    ],
)
def test_what_a_file_cannot_switch_off(loading: Load, lines: list[str], code: str, message: str, hint: str) -> None:
    (found,) = loading({f"{NAME}.en.md": english(*lines)}).problems
    assert found.code.id == code
    assert found.message.startswith(message)
    assert found.hint.startswith(hint)
    assert found.place.line == 4 + len(lines)


@pytest.mark.parametrize(
    "given, place, message",
    [
        (
            "{PG012: never}",
            "5:16",
            "PG012 (Unknown country) is an error, and only warnings can be switched off (option 'ignore')",
        ),
        ("{PG9: never}", "5:16", "there is no problem with the code 'PG9' (option 'ignore')"),
        ("{PG037: }", "5:16", "option 'ignore.PG037' has no reason"),
        ("[PG037]", "5:15", "option 'ignore' must hold codes of warnings, each with its reason"),
    ],
)
def test_what_a_site_cannot_switch_off(tmp_path: Path, given: str, place: str, message: str) -> None:
    file = tmp_path / "mkdocs.yml"
    file.write_text(
        f"site_url: https://x.example/\nplugins:\n  - pressgen:\n      languages: [en]\n      ignore: {given}\n"
    )
    (found,) = read_configuration(file).problems
    assert (str(found.place), found.code, found.message) == (f"mkdocs.yml:{place}", codes.WRONG_OPTION, message)
    assert found.hint
