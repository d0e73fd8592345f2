"""A Chromium for the tests: finds one on this machine, or installs one, and never does without.

`python tests/browser/chromium.py` prints the path of one that runs, and fails where none can be had.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# Debian's browser without a window comes first: it opens a page in less than half the time of the one that draws its
# own window, tabs and buttons even where nobody sees them.
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# It asks nobody for anything, so that a request of a page is the page's own.
FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)


def flags() -> list[str]:
    """Return the arguments to start it with; as root (in a container) its sandbox does not work."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*FLAGS, *(["--no-sandbox"] if root else [])]


def find() -> Path | None:
    """Return the path of a Chromium that runs: from PATH, or else Playwright's own."""
    return next((path for path in _candidates() if _runs(path)), None)


def _candidates() -> Iterator[Path]:
    for name in NAMES:
        if found := shutil.which(name):
            yield Path(found)
    from playwright.sync_api import sync_playwright  # noqa: PLC0415  # slow to import, and seldom needed

    with sync_playwright() as playwright:
        yield Path(playwright.chromium.executable_path)


def _runs(path: Path) -> bool:
    # The package of some systems is a mere pointer to a store that a container does not have.
    try:
        done = subprocess.run([path, *flags(), "--version"], capture_output=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def install() -> None:
    """Install one: from the system's packages where that can be done, or else Playwright's own."""
    if become := root():
        as_root = become.split()
        if shutil.which("apt-get"):
            run([*as_root, "apt-get", "update", "-qq"])
            for package in ("chromium-headless-shell", "chromium"):
                run([*as_root, "apt-get", "install", "-y", "-qq", package])
                if find():
                    return
        run([*as_root, sys.executable, "-m", "playwright", "install-deps", "chromium"])
    run([sys.executable, "-m", "playwright", "install", "chromium"])


def root() -> str:
    """Return the command that runs another as root (`env` if we are root); empty if there is none."""
    if not hasattr(os, "geteuid"):
        return ""
    if os.geteuid() == 0:
        return "env"
    able = (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    )
    return "sudo" if able else ""


def run(command: list[str]) -> None:
    """Print a command that installs something, and run it."""
    print(" ".join(command), flush=True)
    subprocess.run(command, check=False, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"})


def main() -> int:
    """Print the path of a Chromium, installed if need be."""
    if not find():
        install()
    if not (path := find()):
        print("The browser tests need Chromium, and none could be installed. Install the package `chromium`.")
        return 1
    print(f"Chromium: {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
