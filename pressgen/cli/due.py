"""The command `pressgen due`, which says when the site has to be built though nothing was edited."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pressgen.problems import Severity

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from pressgen.model import Release


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path), required=False)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "time", "seconds", "json"]),
    default="text",
    show_default=True,
    help="All times for people or, as JSON, for programs; or the first alone, in UTC or in seconds since 1970.",
)
@click.option(
    "--since",
    metavar="TIME",
    help="Print the times from TIME to now instead, such as that of the last build: 2026-03-02T18:00+07:00.",
)
@click.option(
    "--titles",
    is_flag=True,
    help="Name the releases too. Those under embargo are hidden until then: mind who reads the output.",
)
@click.option(
    "-f",
    "--config-file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The site's configuration, where it is not the mkdocs.yml in or above PATH.",
)
@click.pass_context
def due(  # noqa: PLR0913  # one for each option
    context: click.Context,
    path: Path | None,
    form: str,
    since: str | None,
    config_file: Path | None,
    *,
    titles: bool,
) -> None:
    """Print when the site changes though nobody edits it: when embargoes end, or releases come into or out of force.

    A site is made of files, so it has to be built at or after each of these times. They are printed in the site's
    time zone, in their order, and nothing of the releases, since the logs of CI may be public.

    PATH is a project's folder; without it the project is that of the working folder. The time is the clock's, or that
    of `SOURCE_DATE_EPOCH` (in seconds) where it is set. Nothing is built, and nothing but the cache is changed.

    The exit code is 0 where a time is printed, 1 where there is none, and 2 where the command is used wrongly. With
    `--since` it therefore says whether a site that was built at that time has to be built again. Files that cannot be
    read are counted on the standard error output: they may hide an embargo.
    """
    from pressgen.archive import build_time  # noqa: PLC0415  # `--help` needs no releases
    from pressgen.archive.due import due_between  # noqa: PLC0415  # likewise
    from pressgen.cli.project import find  # noqa: PLC0415  # likewise

    project = find(path, config_file)
    loaded, now = project.load(), build_time()
    times = due_between(loaded.releases, *((_time(since), now) if since else (now,)))
    if wrong := sum(problem.severity is Severity.ERROR for problem in loaded.problems):
        click.echo(f"errors in the project: {wrong}; 'pressgen check' names them", err=True)
    names = {time: tuple(map(_name, releases)) if titles else () for time, releases in times.items()}
    told = Told(now, project.configuration.settings.zone, names)
    click.echo("".join(f"{line}\n" for line in FORMS[form](told)), nl=False)
    if not times:
        context.exit(1)


@dataclass(frozen=True, slots=True)
class Told:
    """What is printed: the time now, the site's zone, and for each time the names of releases, if they are wanted."""

    now: datetime
    zone: ZoneInfo
    times: Mapping[datetime, tuple[str, ...]]


def _as_text(told: Told) -> Iterator[str]:
    for time, names in told.times.items():
        yield f"{time.astimezone(told.zone).isoformat()}, {_distance(time - told.now)}"
        yield from (f"    {name}" for name in names)


def _as_time(told: Told) -> Iterator[str]:
    yield from [_in_utc(time) for time in told.times][:1]


def _as_seconds(told: Told) -> Iterator[str]:
    yield from [str(int(time.timestamp())) for time in told.times][:1]


def _as_json(told: Told) -> Iterator[str]:
    """Write a document whose shape is stable: `version` is 1, and `releases` are empty unless they are asked for."""
    due = [
        {
            "time": _in_utc(time),
            "local": time.astimezone(told.zone).isoformat(),
            "seconds": int(time.timestamp()),
            "releases": names,
        }
        for time, names in told.times.items()
    ]
    yield json.dumps({"version": 1, "now": _in_utc(told.now), "due": due}, ensure_ascii=False, indent=2)


FORMS: Mapping[str, Callable[[Told], Iterator[str]]] = {
    "text": _as_text,
    "time": _as_time,
    "seconds": _as_seconds,
    "json": _as_json,
}
"""The lines of each form, by the name that a person types."""


def _time(typed: str) -> datetime:
    try:
        time = datetime.fromisoformat(typed.strip())
    except ValueError:
        time = None
    if time is None or time.tzinfo is None:
        message = f"--since {typed!r} is no time with its zone; write it as 2026-03-02T18:00+07:00 or 2026-03-02T11:00Z"
        raise click.UsageError(message)
    return time


def _in_utc(time: datetime) -> str:
    return time.astimezone(UTC).replace(microsecond=0).isoformat().replace("+00:00", "Z")


def _distance(time: timedelta) -> str:
    """Write how far a time is from now, in its two largest units."""
    minutes = abs(time) // timedelta(minutes=1)
    parts = ((minutes // 1440, "day"), (minutes // 60 % 24, "hour"), (minutes % 60, "minute"))
    written = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in parts if number]
    distance = " and ".join(written[:2]) or "less than a minute"
    return f"in {distance}" if time > timedelta() else f"{distance} ago"


def _name(release: Release) -> str:
    return f"{release.id}: {release.edition_for(release.original).title_line}"
