"""A project made from a mapping of files."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

import pytest

from pressgen.load import Loaded, load
from pressgen.settings import Settings
from tests.load.project import SETTINGS, Load, write


@pytest.fixture
def loading(tmp_path: Path) -> Load:
    """Load a project from files by their paths below `releases/`, or below the project if they begin with `/`."""

    def run(files: Mapping[str, str | bytes], settings: Settings = SETTINGS, now: datetime | None = None) -> Loaded:
        write(tmp_path, {path[1:] if path[0] == "/" else f"releases/{path}": text for path, text in files.items()})
        return load(tmp_path, settings, now=now)

    (tmp_path / "releases").mkdir()
    return run
