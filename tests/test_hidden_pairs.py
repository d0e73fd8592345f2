"""Hidden releases stay hidden: random archives, with and without the files of hidden releases, byte for byte."""

from __future__ import annotations

import random
import re
import shutil
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.__main__ import cli

from pressgen.cli import commands
from tests.test_whole_site import CONFIG, picture

LANGUAGES = ("en", "fr")
HIDDEN = ("embargo: 2030-01-01T10:00:00Z", "status: draft")
MARKER = "zubrovkian"


@dataclass
class Made:
    """A release at random: its files, and whether the public may see it."""

    id: str
    files: dict[str, str | bytes] = field(default_factory=dict)
    line: str = ""

    def written(self, hidden: str) -> Mapping[str, str | bytes]:
        """Return its files with a line of front matter that hides it, or without."""
        return {
            path: text.replace("{hidden}", hidden and f"{hidden}\n") if isinstance(text, str) else text
            for path, text in self.files.items()
        }


def release(number: int, chance: random.Random, others: list[str], linked: list[str], hidden: list[str]) -> Made:
    """Build a release that names others, hidden ones among them, by relations and links; its pictures are its own."""
    id_ = f"2025-{1 + number % 12:02}-0{1 + number % 9}-r{number}"
    secret = id_ in hidden
    word = f"{MARKER}{number}" if secret else f"open{number}"
    made = Made(id_)
    folder = f"releases/{chance.choice(['2025', 'x/y'])}"
    related = f"related: [{', '.join(chance.sample(others, min(2, len(others))))}]\n" if chance.random() < 0.6 else ""
    attached = (
        f"attachments: [{{file: p.png, title: A {word} picture, alt: Seen {word}}}]\n" if chance.random() < 0.5 else ""
    )
    people = f"participants:\n  - {{name: Prak {word}, country: {chance.choice(['NO', 'FR', 'XB'])}}}\n"
    links = "".join(
        f" Le [texte {name}](RELEASES/{name}.en.md)." for name in chance.sample(linked, min(2, len(linked)))
    )
    shown = f"\n\n![Of {word}]({id_}/q.png)" if attached else ""
    facts = f"date: {id_[:10]}\nkind: {chance.choice(['meeting', 'readout', 'aid'])}\n{related}{attached}{people}"
    alias = f"aliases: [old/{word}]\n" if chance.random() < 0.3 else ""
    head = f"---\ntitle: The {word} meeting\n{facts}{alias}{{hidden}}---\n\n"
    made.files[f"{folder}/{id_}.en.md"] = f"{head}They met in {word} city.{links}{shown}\n"
    if chance.random() < 0.5:
        names = f"participants:\n  - {{name: Prak {word}}}\n"
        text = f"---\ntitle: La réunion {word}\n{names}---\n\nIls se sont vus à {word}.{links}\n"
        made.files[f"{folder}/{id_}.fr.md"] = text
    if attached:
        made.files[f"{folder}/{id_}/p.png"] = picture()
        made.files[f"{folder}/{id_}/q.png"] = picture() + word.encode()
    return made


def archive(chance: random.Random, line: str) -> tuple[list[Made], list[str]]:
    """Build releases, and name those that a line hides; a text that links to a draft is an error."""
    ids = [f"2025-{1 + number % 12:02}-0{1 + number % 9}-r{number}" for number in range(chance.randint(4, 9))]
    hidden = chance.sample(ids, chance.randint(1, 3))
    drafts = hidden if "draft" in line else []
    made = []
    for number, id_ in enumerate(ids):
        others = [one for one in ids if one != id_]
        linked = [one for one in others if one not in drafts]
        made.append(release(number, chance, others, linked, hidden))
    where = {one.id: next(path for path in one.files if path.endswith(".en.md")) for one in made}
    for one in made:
        for path, text in one.files.items():
            if isinstance(text, str):
                up = "../" * path.count("/")
                for id_, file in where.items():
                    text = text.replace(f"RELEASES/{id_}.en.md", f"{up}{file}")  # noqa: PLW2901
                one.files[path] = text
    return made, hidden


def without_names(text: str, hidden: list[str]) -> str:
    """Return a text as if there were no hidden releases: links to them are only words."""
    for id_ in hidden:
        text = re.sub(rf"\[(texte {id_})\]\([^)]*\)", r"\1", text)
        text = text.replace(f", {id_}]", "]").replace(f"[{id_}, ", "[").replace(f"related: [{id_}]\n", "")
    return text


class Project:
    """A project of one archive, built in this process."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.patch = monkeypatch

    def write(self, made: list[Made], hidden: list[str], line: str, *, files: bool = True) -> None:
        """Write the archive: the hidden releases with a line that hides them, or without their files."""
        shutil.rmtree(self.folder / "releases", ignore_errors=True)
        for one in made:
            secret = one.id in hidden
            if secret and not files:
                continue
            for path, content in one.written(line if secret else "").items():
                if isinstance(content, str) and not files:
                    content = without_names(content, hidden)  # noqa: PLW2901
                target = self.folder / path
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(content if isinstance(content, bytes) else content.encode())

    def docs(self, made: list[Made], hidden: list[str], *, files: bool = True) -> None:
        links = "".join(
            f" [texte {one.id}](../{path})." for one in made for path in one.files if path.endswith(".en.md")
        )
        text = f"# Press office\n\nAll:{links}\n\n<!-- pressgen: latest count=5 -->\n"
        (self.folder / "docs").mkdir(parents=True, exist_ok=True)
        (self.folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
        (self.folder / "docs/index.md").write_text(text if files else without_names(text, hidden), encoding="utf-8")

    def build(self) -> dict[str, bytes]:
        with self.patch.context() as patch:
            patch.chdir(self.folder)
            result = CliRunner().invoke(cli, ["build", "-q"])
        assert result.exit_code == 0, result.output
        return contents(self.folder / "site")

    def stage(self) -> dict[str, bytes]:
        with self.patch.context() as patch:
            patch.chdir(self.folder)
            result = CliRunner().invoke(commands, ["stage", "staged"])
        assert result.exit_code == 0, result.output
        return contents(self.folder / "staged")

    def kept(self, folder: str = "") -> str:
        """Return every word of the cache, or of a folder of it, unpacked.

        The record of what files say, which is as private as they, stands beside the folder of the search.
        """
        found = []
        for path in (self.folder / ".cache/pressgen" / folder).rglob("*"):
            if path.suffix == ".zip":
                with zipfile.ZipFile(path) as file:
                    found += [file.read(name).decode("utf-8", "replace") for name in file.namelist()]
            elif path.is_file():
                found.append(path.read_text("utf-8", "replace"))
        return "\n".join(found)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def differences(found: Mapping[str, bytes], expected: Mapping[str, bytes]) -> list[str]:
    return sorted(name for name in found.keys() | expected.keys() if found.get(name) != expected.get(name))


@pytest.fixture(autouse=True)
def _then(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")  # 1 January 2026


def test_archives_with_hidden_releases_equal_those_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seeds: Callable[[int], range]
) -> None:
    for seed in seeds(3):
        chance = random.Random(seed)
        line = HIDDEN[seed % 2]
        made, hidden = archive(chance, line)
        secret, plain = (Project(tmp_path / f"{seed}-{name}", monkeypatch) for name in ("secret", "plain"))
        plain.docs(made, hidden, files=False)
        plain.write(made, hidden, "", files=False)
        expected, staged = plain.build(), plain.stage()
        assert expected["en/index.html"]

        secret.docs(made, hidden)
        secret.write(made, hidden, "")
        public = secret.build()
        assert differences(public, expected), "what was public made no difference"
        assert MARKER in secret.kept("search")
        secret.stage()
        secret.write(made, hidden, line)

        assert differences(secret.build(), expected) == [], seed
        assert differences(secret.stage(), staged) == [], seed
        assert MARKER not in secret.kept("search"), seed
        secret.write(made, hidden, "")
        assert differences(secret.build(), public) == [], seed

        secret.docs(made, hidden, files=False)
        secret.write(made, hidden, "", files=False)
        assert differences(secret.build(), expected) == [], seed
        assert MARKER not in secret.kept(), f"the record keeps a file that is gone: {seed}"
