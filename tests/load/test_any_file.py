"""Whatever the files of a folder hold, loading it gives releases and problems within their lines, and soon."""

import pickle
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pressgen.load import Loaded, ParsedFile, UnparsedFile, load, parse_file
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
    begun = time.process_time()
    parsed = parse_file(UnparsedFile("x.en.md", data, "en", ("en", "km")))
    assert time.process_time() - begun < 1
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


def test_thousands_of_wrong_countries_take_no_longer_than_a_hundred(tmp_path: Path) -> None:
    wrong = ", ".join(f"Q{number}X" for number in range(7_000))
    write(
        tmp_path,
        {
            "releases/x.en.md": english(f"countries: [{wrong}]", f"related: [{wrong.lower()}]"),
            "releases/x.km.md": khmer(),
        },
    )
    begun = time.process_time()
    loaded = load(tmp_path, SETTINGS)
    assert time.process_time() - begun < 5
    assert len(loaded.problems) == 200


def register_of(project: Path, name: str, entries: Iterable[str]) -> Loaded:
    write(project, {f"releases/register/{name}": "".join(f"{entry}\n" for entry in entries)})
    begun = time.process_time()
    loaded = load(project, SETTINGS)
    assert time.process_time() - begun < 6
    return loaded


def test_a_long_chain_of_topics_is_followed_once(tmp_path: Path) -> None:
    chain = [f"t{number}: {{names: A, parent: t{number + 1}}}" for number in range(10_000)]
    loaded = register_of(tmp_path, "topics.yml", [*chain, "t10000: {names: A, parent: t9990}"])
    assert [problem.place.line for problem in loaded.problems] == list(range(9_991, 10_002))


def test_a_large_register_with_many_mistakes_does_not_take_long(tmp_path: Path) -> None:
    loaded = register_of(
        tmp_path, "people.yml", (f"p{n}: {{names: A, terms: [{{role: M, country: Q{n}X}}]}}" for n in range(5_000))
    )
    assert len(loaded.problems) == 100
    loaded = register_of(tmp_path, "topics.yml", (f"t{n}: {{names: A, parent: x{n}}}" for n in range(5_000)))
    assert len(loaded.problems) == 200
