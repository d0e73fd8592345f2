"""Say how large the site is that a build has made, and what nears the limits of its host or exceeds them."""

from __future__ import annotations

import logging
from pathlib import Path

from pressgen.archive import Archive
from pressgen.engine import hosts
from pressgen.plugin.reporting import log_problems
from pressgen.problems import Place

log = logging.getLogger("mkdocs.plugins.pressgen")


def report_size(site: Path, archive: Archive, host: str, place: Place) -> None:
    """Write to MkDocs' log how large the site is; `host` is the option, and `place` that of the configuration.

    What the host refuses for sure is a warning, which a strict build counts. A quiet build says nothing.
    """
    if not log.isEnabledFor(logging.INFO if not host else logging.WARNING):
        return
    size = hosts.Size.of(str(site))
    releases = archive.releases
    log.info("%s", hosts.summary(size, len(releases), sum(len(release.editions) for release in releases)))
    if host:
        for line in hosts.near_limits(size, host):
            log.info("%s", line)
        log_problems(hosts.refused(size, host, place))
