"""Make the outputs of a plan that differ from those of the last build, and say which files of the site are kept."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from pressgen.engine import progress
from pressgen.engine.executors import workers
from pressgen.engine.indexing import write_index
from pressgen.engine.indexing.cache import IndexCache
from pressgen.engine.known import KnownOutput, KnownPlan, KnownSlice, WrittenFile
from pressgen.engine.planning import Plan, PlannedSlice
from pressgen.engine.publishing import FolderTree
from pressgen.engine.writing import EarlierFile, FileStatus, Task, Written
from pressgen.model.groups import BY_NAME, Group
from pressgen.problems import Place, Problem
from pressgen.site.output import IndexOutput, Output, PageOutput, Shells, file_digest_of
from pressgen.views.page import PageType, Shell, ShellKey

NEW, INPUTS, SHELL, FILES = "new", "inputs", "shell", "files"
"""Why an output was made: the record did not know it; what it is made from has changed, or the theme's page around it;
its files were not those that had been written."""


@dataclass(frozen=True)
class Made:
    """What a build has made, and what it has left alone.

    `made` has the path of each output that was made, with why. `written` are the files of these, and `kept` those of
    the site that stay as they are. `slices` is what the record will know of all, `inputs` are those of the plan, and
    `when` is the time of the build, in seconds. `site` is what stood in the site, `plan` what the record will know of
    the plan.
    """

    made: Mapping[str, str]
    written: Mapping[str, FileStatus]
    kept: Mapping[str, WrittenFile]
    slices: Mapping[str, KnownSlice]
    problems: tuple[Problem, ...] = ()
    when: int = 0
    inputs: Mapping[str, str] = field(default_factory=dict)
    site: FolderTree = field(default_factory=FolderTree, compare=False)
    plan: KnownPlan | None = None


@dataclass(frozen=True)
class Workshop:
    """Where and with what outputs are made: into `folder`, for the site in `site`.

    `cache` is the folder for what the search index is made from, which `program` has kept there; `place` is that of
    problems with the search.
    """

    shells: Shells
    folder: Path
    site: Path
    cache: Path | None
    place: Place
    program: bytes = b""


def make_planned(plan: Plan, shop: Workshop, tree: FolderTree) -> Made:
    """Make what differs from the site, in which the files of `tree` stand. Raises as `engine.make`."""
    return _Making(plan, shop, tree).run()


@dataclass
class _Making:
    """One making; the fields behind the first three fill as it goes on."""

    plan: Plan
    shop: Workshop
    tree: FolderTree
    now: int = field(default_factory=lambda: int(time.time()))
    made: dict[str, str] = field(default_factory=dict)
    written: dict[str, FileStatus] = field(default_factory=dict)
    kept: dict[str, WrittenFile] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def run(self) -> Made:
        known = {one.name: one.known for one in self.plan.slices if one.known and self._is_current(one.known)}
        steps = {one.name: [*self._steps(one)] for one in self.plan.slices if one.name not in known}
        rows = iter(self._carried_out([step for of_slice in steps.values() for step in of_slice]))
        slices: dict[str, KnownSlice] = {}
        for one in self.plan.slices:
            if found := known.get(one.name):
                slices[one.name] = found.with_outputs(map(self._keep, found.outputs))
                continue
            outputs = tuple(next(rows) for _ in steps[one.name])
            shells = {row.shell: self._shell_digest(row.shell) for row in outputs if row.shell}
            slices[one.name] = KnownSlice((one.slice.key or b"").hex(), shells, one.entries, outputs)
        return Made(
            self.made,
            self.written,
            self.kept,
            slices,
            tuple(self.problems),
            self.now,
            self.plan.inputs,
            self.tree,
            self.plan.known,
        )

    def _steps(self, one: PlannedSlice) -> Iterator[_Step]:
        """Say of each output of a slice why it has to be made, if that is certain by now."""
        before = {row.path: row for row in one.before.outputs} if one.before else {}
        shells = one.before.shells if one.before else {}
        for output in one.outputs:
            shell = _shell_name(output.shell) if isinstance(output, PageOutput) else ""
            row = before.get(output.path, _NOTHING)
            why = self._why(shell, row, shells)
            yield _Step(output, shell, row, why, alike=bool(one.known) and not why)

    def _why(self, shell: str, row: KnownOutput, shells: Mapping[str, str]) -> str:
        """Say why an output has to be made, whatever it is made from; nothing if it need not."""
        if not row.path:
            return NEW
        if row.shell != shell or (shell and shells.get(shell) != self._shell_digest(shell)):
            return SHELL
        return "" if row.files and all(map(self._is_intact, row.files)) else FILES

    def _is_current(self, known: KnownSlice) -> bool:
        return not any(self._why(row.shell, row, known.shells) for row in known.outputs)

    def _is_intact(self, file: WrittenFile) -> bool:
        """True if the site holds what was written, and nobody else has made a file where its folder is."""
        if self._obstacles and file.path.startswith(self._obstacles):
            return False
        return file.is_intact(self.shop.site, self.tree.files.get(file.path))

    @cached_property
    def _taken(self) -> frozenset[str]:
        """The files that MkDocs and other plugins have made for this site by now."""
        return frozenset(FolderTree.of(self.shop.folder).files)

    @cached_property
    def _obstacles(self) -> tuple[str, ...]:
        """The beginnings of paths that cannot be kept, since there is a file now where there was a folder."""
        return tuple(f"{path}/" for path in self._taken & self.tree.folders)

    @cached_property
    def _shell_digests(self) -> dict[str, str]:
        return {}

    def _shell_digest(self, name: str) -> str:
        """Return the digest of a shell, which is rendered when it is first asked for; nothing for an unknown name."""
        if name not in self._shell_digests:
            key = _shell_key(name)
            self._shell_digests[name] = _digest_of(self.shop.shells(key)) if key else ""
        return self._shell_digests[name]

    def _keep(self, row: KnownOutput) -> KnownOutput:
        """Leave the files of an output as they are in the site."""
        files = tuple([file.seen(self.tree.files[file.path]) for file in row.files])
        for file in files:
            self.kept[file.path] = file
            if file.path in self._taken:  # it would replace this one: MkDocs has a sitemap of its own
                Path(self.shop.folder, file.path).unlink()
        return row.with_files(files)

    def _carried_out(self, steps: list[_Step]) -> list[KnownOutput]:
        """Make what has to be made: the search index, then files by several processes."""
        indexes = {
            at: self._index(step, step.output) for at, step in enumerate(steps) if isinstance(step.output, IndexOutput)
        }
        tasks = {
            at: Task(step.output, "" if step.why else step.row.digest, self._earlier(step))
            for at, step in enumerate(steps)
            if not isinstance(step.output, IndexOutput) and not step.alike
        }
        shells = {task.output.shell for task in tasks.values() if isinstance(task.output, PageOutput)}
        # Each shell is rendered before the work is shared, or every process would render its own.
        rendered = {key: self.shop.shells(key) for key in shells}
        progress.stage("making pages and files", len(tasks))
        results: dict[int, Written | None] = {}
        if tasks:
            with workers() as crew:
                made = crew.make(tuple(tasks.values()), self.shop.folder, rendered)
            results = dict(zip(tasks, made, strict=True))
        return [indexes.get(at) or self._row(step, results.get(at)) for at, step in enumerate(steps)]

    def _row(self, step: _Step, written: Written | None) -> KnownOutput:
        if written is None:
            return self._keep(step.row)
        path, why = step.output.path, step.why or INPUTS
        self.made[path], self.written[path] = why, written.status
        size, modified, _, inode = written.status
        file = WrittenFile(path, size, modified, inode, written.digest)
        return KnownOutput(path, written.inputs, step.shell, self.now, why, (file,), written.pieces)

    def _earlier(self, step: _Step) -> EarlierFile | None:
        """Return the file of an output of pieces, if it is as it was written."""
        row = step.row
        return EarlierFile(f"{self.shop.site}/{row.path}", row.pieces) if row.pieces and not step.why else None

    def _index(self, step: _Step, output: IndexOutput) -> KnownOutput:
        """Write the search index, if anything it is made from has changed. One with problems is made every time."""
        if step.alike:
            return self._keep(step.row)
        folder, why, below = self.shop.folder / output.path, step.why or INPUTS, f"{output.path.rstrip('/')}/"
        progress.stage("making the search index")
        # The names of its files say what they hold, so that those of the last build need not be made again.
        intact = {file.path.removeprefix(below): file for file in step.row.files if self._is_intact(file)}
        store = IndexCache(self.shop.cache, self.shop.program)
        index = write_index(output.corpus, folder, store, self.shop.place, intact.__contains__)
        self.problems += index.problems
        found = {f"{below}{name}": FileStatus.of(status) for name, status in FolderTree.of(folder).files.items()}
        self.made[output.path] = why
        self.written.update(found)
        files = [
            WrittenFile(name, size, modified, inode, file_digest_of(f"{self.shop.folder}/{name}").hex())
            for name, (size, modified, _, inode) in found.items()
        ]
        files += self._keep(step.row._replace(files=tuple(intact[name] for name in index.standing))).files
        return KnownOutput(output.path, "", "", self.now, why, () if index.problems else tuple(sorted(files)))


@dataclass(frozen=True, slots=True)
class _Step:
    """An output of a slice that was declared, what the record has of it, and why it has to be made.

    `alike`: it is made from the same as before, and need not be made.
    """

    output: Output
    shell: str
    row: KnownOutput
    why: str
    alike: bool


_NOTHING = KnownOutput("", "", "", 0, "", ())
"""What the record has of an output that it does not know."""


def _shell_name(key: ShellKey) -> str:
    kind = "group" if isinstance(key.type, Group) else "type"
    return f"{key.language} {key.depth} {kind} {key.type.name if isinstance(key.type, Group) else key.type.value}"


def _shell_key(name: str) -> ShellKey | None:
    """Return the key of a shell by the name that it has in the record."""
    try:
        language, depth, kind, of_type = name.split(" ")
        return ShellKey(language, int(depth), BY_NAME[of_type] if kind == "group" else PageType(of_type))
    except (ValueError, KeyError):
        return None


def _digest_of(shell: Shell) -> str:
    digest = blake2b(digest_size=16)
    for part in (*shell.pieces, "", *shell.slots):
        digest.update(f"{len(part)}:{part}".encode())
    return digest.hexdigest()
