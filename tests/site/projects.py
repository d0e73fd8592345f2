"""The site of a project's folder, and the digests of its outputs; run as a program, it prints them as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pressgen.load import load
from pressgen.settings import read_configuration
from pressgen.site import Site
from pressgen.site.digest import Digests

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def site_at(folder: Path, *, preview: bool = False, now: datetime = NOW) -> Site:
    """Read a project and declare its site as at the beginning of 2026, or the preview of its author."""
    configuration = read_configuration(folder / "mkdocs.yml")
    loaded = load(configuration.folder, configuration.settings, docs_dir=configuration.docs_dir)
    name, url = configuration.site_name, configuration.site_url
    return Site.of(loaded, configuration.settings, name=name, url=url, now=now, preview=preview)


def digests_of(site: Site) -> Mapping[str, str]:
    """Return the digest of every output of a site, by its path."""
    digests = Digests()
    return {output.path: digests.of(output).hex() for output in site.outputs(docs_texts=())}


if __name__ == "__main__":
    print(json.dumps(digests_of(site_at(Path(sys.argv[1])))))  # noqa: T201
