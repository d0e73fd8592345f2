"""Whatever the files of a folder hold, loading it gives releases and problems within their lines."""

import pickle
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.load import Loaded, ParsedFile, UnparsedFile, load, parse_file
from tests.growth import TIMES, grows_with_its_input
from tests.load.project import SETTINGS, english, khmer, write

_SIGNS = [
    "# ",
    "## ",
    "* ",
    "- ",
    "1. ",
    "៣. ",
    "7.",
    "**",
    "_",
    "`",
    "|",
    "---\n",
    "===\n",
    "> ",
    "\n",
    "\n\n",
    "    ",
]
_MARKS = [
    "[a](",
    "x.en.md",
    "b.jpg",
    ")",
    "![",
    "]",
    "<div>",
    "</div>",
    "<script>",
    "[^1]",
    "[^1]: ",
    ": ",
    "&lt;",
    "<!--",
]
MARKDOWN = st.lists(st.sampled_from([*_SIGNS, *_MARKS, "ក\u200bខ", "word "]), max_size=30).map("".join)


def places_exist(path: str, data: bytes, found: ParsedFile | Loaded) -> None:
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").count(b"\n") + 1
    for problem in found.problems:
        if problem.place.path == path:
            assert 1 <= problem.place.line <= lines
            assert problem.place.column >= 1


@given(st.binary(max_size=600))
def test_any_bytes(data: bytes) -> None:
    parsed = parse_file(UnparsedFile("x.en.md", data, "en", ("en", "km")))
    places_exist("x.en.md", data, parsed)
    assert parsed.front is not None or parsed.problems


@settings(max_examples=300)
@given(MARKDOWN)
def test_any_markdown(body: str) -> None:
    data = english(body=body).encode()
    parsed = parse_file(UnparsedFile("x.en.md", data, "en", ("en", "km")))
    assert parsed.front is not None
    places_exist("x.en.md", data, parsed)


@settings(max_examples=40)
@given(st.binary(max_size=200), st.binary(max_size=200), MARKDOWN)
def test_any_folder(release: bytes, register: bytes, body: str) -> None:
    files = {
        "a.en.md": release,
        "register/people.yml": register,
        "b.en.md": english(body=body).encode(),
        "b.km.md": b"---\n" + release,
    }
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), {f"releases/{path}": data for path, data in files.items()})
        loaded = load(Path(folder), SETTINGS)
        again = load(Path(folder), SETTINGS, each=sent)
    for path, data in files.items():
        places_exist(f"releases/{path}", data, loaded)
    assert again == loaded
    assert list(loaded.problems) == sorted(loaded.problems, key=lambda problem: problem.sort_key)
    assert {"b"} <= {release.id for release in loaded.releases}


def sent(function: object, items: Iterable[UnparsedFile]) -> Iterator[ParsedFile]:
    """Do as a pool of processes does."""
    assert function is parse_file
    for item in items:
        parsed: ParsedFile = pickle.loads(pickle.dumps(parse_file(pickle.loads(pickle.dumps(item)))))
        yield parsed


def with_countries(project: Path, number: int) -> Path:
    """Write a release about countries that no list has, and with relations to releases that do not exist."""
    wrong = ", ".join(f"Q{code}X" for code in range(number))
    release = english(f"countries: [{wrong}]", f"related: [{wrong.lower()}]")
    write(project, {"releases/x.en.md": release, "releases/x.km.md": khmer()})
    return project


def test_the_time_for_wrong_countries_grows_with_their_number(tmp_path: Path) -> None:
    def loading(project: Path) -> None:
        assert len(load(project, SETTINGS).problems) == 200

    assert grows_with_its_input(lambda size: with_countries(tmp_path, size), loading, 7_000 // TIMES)


def register_of(project: Path, name: str, entries: Iterable[str]) -> Path:
    """Write one list of the register."""
    write(project, {f"releases/register/{name}": "".join(f"{entry}\n" for entry in entries)})
    return project


def test_a_long_chain_of_topics_is_followed_once(tmp_path: Path) -> None:
    def chain(length: int) -> tuple[Path, int]:
        topics = [f"t{number}: {{names: A, parent: t{number + 1}}}" for number in range(length)]
        last = f"t{length}: {{names: A, parent: t{length - 10}}}"
        return register_of(tmp_path, "topics.yml", [*topics, last]), length

    def loading(made: tuple[Path, int]) -> None:
        project, length = made
        lines = [problem.place.line for problem in load(project, SETTINGS).problems]
        assert lines == list(range(length - 9, length + 2))

    assert grows_with_its_input(chain, loading, 10_000 // TIMES)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("people.yml", "p{n}: {{names: A, terms: [{{role: M, country: Q{n}X}}]}}"),
        ("topics.yml", "t{n}: {{names: A, parent: x{n}}}"),
    ],
)
def test_the_time_for_a_register_of_mistakes_grows_with_it(tmp_path: Path, name: str, entry: str) -> None:
    def loading(project: Path) -> None:
        assert len(load(project, SETTINGS).problems) == 100

    def register(size: int) -> Path:
        return register_of(tmp_path, name, (entry.format(n=number) for number in range(size)))

    assert grows_with_its_input(register, loading, 5_000 // TIMES)
