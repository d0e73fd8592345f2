"""Make outputs on another machine: it is sent what they are made from, and sends back their bytes.

The other machine must run the very same program, down to the versions of its libraries, or the bytes might be others:
it compares the digest of its own, and refuses the work otherwise. What a site adds to the program, its words and
templates, is sent with the work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from pressgen.engine.writing import Task
from pressgen.languages import Contents, site_locales, use_site_locales
from pressgen.program import program_digest
from pressgen.site.digest import Digests
from pressgen.site.output import CopyOutput, PageOutput, PiecedOutput, bytes_of
from pressgen.views.page import Shell, ShellKey
from pressgen.views.templates import site_templates, use_site_templates


@dataclass(frozen=True)
class Parcel:
    """A run of tasks, with everything that another machine needs to make their outputs."""

    tasks: tuple[Task, ...]
    shells: Mapping[ShellKey, Shell]
    locales: Mapping[str, Contents]
    templates: Mapping[str, tuple[str, str]]
    program: bytes

    @classmethod
    def of(cls, tasks: tuple[Task, ...], shells: Mapping[ShellKey, Shell]) -> Parcel:
        """Pack tasks whose outputs are no copies, with those of the shells that they need."""
        keys = {task.output.shell for task in tasks if isinstance(task.output, PageOutput)}
        return cls(tasks, {key: shells[key] for key in keys}, site_locales(), site_templates(), own_program())


def make_parcel(parcel: Parcel) -> list[tuple[str, bytes] | None]:
    """Return for each output the digest of its inputs and its bytes; nothing if the inputs are what they were.

    Raises RuntimeError if this machine has another program than the one that packed the parcel.
    """
    if parcel.program != own_program():
        message = "a machine of the cluster has another pressgen or other libraries: install the same there"
        raise RuntimeError(message)
    use_site_locales(parcel.locales)
    use_site_templates(parcel.templates)
    digests = Digests()
    made: list[tuple[str, bytes] | None] = []
    for task in parcel.tasks:
        inputs = digests.of(task.output).hex()
        made.append(None if inputs == task.before else (inputs, bytes_of(task.output, parcel.shells.__getitem__)))
    return made


def is_sent(task: Task) -> bool:
    """True if an output can be made elsewhere; a copy is made of a file of this machine, and pieces of those it has."""
    return not isinstance(task.output, CopyOutput | PiecedOutput)


@cache
def own_program() -> bytes:
    """Return the digest of the program of this machine, without what a site adds."""
    return program_digest()
