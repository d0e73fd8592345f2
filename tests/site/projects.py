"""The site of a project's folder, and the digests of its outputs; run as a program, it prints them as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from pressgen.archive import Archive
from pressgen.archive.sides import owner_of
from pressgen.load import load
from pressgen.settings import read_configuration
from pressgen.site import Site
from pressgen.site.digest import Digests
from pressgen.views.facts import SiteFacts

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def site_at(folder: Path, *, preview: bool = False) -> Site:
    """Read a project and declare its site as at the beginning of 2026, or the preview of its author."""
    configuration = read_configuration(folder / "mkdocs.yml")
    loaded = load(configuration.folder, configuration.settings, docs_dir=configuration.docs_dir)
    owner = owner_of(configuration.settings.issuer, loaded.register.organisations)
    facts = SiteFacts.of(
        configuration.settings, loaded.register, site_name=configuration.site_name, site_url=configuration.site_url
    )
    return Site(Archive.of(loaded, NOW, owner=owner, preview=preview), facts, configuration.settings)


def digests_of(site: Site) -> Mapping[str, str]:
    """Return the digest of every output of a site, by its path."""
    digests = Digests()
    return {output.path: digests.of(output).hex() for output in site.outputs(docs_texts=())}


if __name__ == "__main__":
    print(json.dumps(digests_of(site_at(Path(sys.argv[1])))))  # noqa: T201
