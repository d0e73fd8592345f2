"""Find the project that a path belongs to, load its releases, and collect its problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import click
from pathspec.gitignore import GitIgnoreSpec

from pressgen import extension
from pressgen.addresses import Addresses, may_collide
from pressgen.archive import build_time
from pressgen.archive.hidden_files import hidden_files, hidden_files_in_docs
from pressgen.cli.places import CONFIGURATIONS, configuration_of, part_of, typed_path
from pressgen.cli.summary import CheckedProject
from pressgen.engine.lock import CACHE
from pressgen.engine.pool import each, without_collection
from pressgen.engine.record import BuildRecord
from pressgen.load import Loaded, load
from pressgen.load.asked import problems_of_lists
from pressgen.load.docs import Docs, docs_folder, ways_to_releases
from pressgen.load.folders import Folders, no_folder, overlaps
from pressgen.load.identity import Releases
from pressgen.load.names import printable
from pressgen.load.site_files import problems_of_named_files
from pressgen.problems import Place, Problem
from pressgen.program import program_digest
from pressgen.settings import Configuration, read_configuration


@dataclass(frozen=True, slots=True)
class Project:
    """A project, and the part of it that a command is about.

    `asked` is the path that the person typed, relative to the project's folder and with slashes; it is empty for the
    whole project.
    """

    configuration: Configuration
    asked: str = ""

    @property
    def folders(self) -> Folders:
        """The folders of the project."""
        configuration, top = self.configuration, self.configuration.folder
        return Folders(
            Place(configuration.name or CONFIGURATIONS[0]),
            top,
            top / configuration.settings.releases_dir,
            top / configuration.docs_dir,
            top / configuration.site_dir,
        )

    @without_collection()
    def load(self) -> Loaded:
        """Load every release of the project: of those that the record knows, no more than what has changed.

        Releases that belong to no site have no record. Raises click.UsageError if `SOURCE_DATE_EPOCH` is not a time.
        """
        configuration = self.configuration
        cache = configuration.folder / CACHE if configuration.name else None
        return load(
            configuration.folder,
            configuration.settings,
            each=each,
            docs_dir=configuration.docs_dir,
            site_dir=configuration.site_dir,
            now=_now(),
            place=configuration.place,
            memo=BuildRecord(cache, self._program() if cache else b""),
        )

    def _program(self) -> bytes:
        configuration = self.configuration
        return program_digest(configuration.folder, digits=configuration.settings.digits)

    def checked(self, loaded: Loaded, docs: Docs) -> CheckedProject:
        """Return what was found in the whole project, whatever part of it the person asked about."""
        folder = self.configuration.folder
        problems = loaded.ignored.reported(
            (
                *self.configuration.problems,
                *loaded.problems,
                *self._template_problems(),
                *self._docs_problems(loaded, docs),
                *self._collisions(loaded, docs),
            )
        )
        editions = sum(len(release.editions) for release in loaded.releases)
        counts = (len(loaded.releases), editions, loaded.lists, len(docs.pages))
        unlinked = bool(self.configuration.name) and "links" not in self.configuration.settings.model_fields_set
        return CheckedProject(str(folder), printable(str(folder)), *counts, problems, unlinked)

    def docs(self) -> Docs:
        """Look through the folder of pages."""
        configuration, folders = self.configuration, self.folders
        try:
            excluded = GitIgnoreSpec.from_lines(configuration.excluded_docs)
        except ValueError:
            # The host reports what is wrong with its own option.
            return Docs()
        return docs_folder(folders.docs, configuration.docs_dir, Releases(folders.releases), excluded.match_file)

    def _docs_problems(self, loaded: Loaded, docs: Docs) -> Iterator[Problem]:
        """Report what is wrong with the project's folders, the pages of `docs/`, and the lists that they ask for."""
        configuration, folders, now = self.configuration, self.folders, _now()
        yield from hidden_files(loaded.releases, loaded.origins, now)
        if configuration.name:
            yield from overlaps(folders)
            yield from no_folder(folders.place, folders.site)
        if configuration.custom_dir:
            releases = Releases(folders.releases)
            yield from ways_to_releases(
                configuration.folder / configuration.custom_dir, configuration.custom_dir, releases
            )
        yield from docs.problems
        yield from problems_of_named_files(
            configuration.settings, folders.docs, configuration.docs_dir, docs.files, configuration.place
        )
        yield from hidden_files_in_docs(folders.docs, configuration.docs_dir, docs.pages, loaded, now)
        yield from problems_of_lists(folders.docs, configuration.docs_dir, docs.pages, loaded.register)

    def _template_problems(self) -> tuple[Problem, ...]:
        """Check the site's own templates, if it has some."""
        if not (self.configuration.folder / extension.TEMPLATES).is_dir():
            return ()
        from pressgen.views.site_templates import read_site_templates  # noqa: PLC0415  # with all filters of templates

        return read_site_templates(self.configuration.folder)

    def _collisions(self, loaded: Loaded, docs: Docs) -> Iterator[Problem]:
        """Report files that would have the same address in the site, as the build does.

        The site's files are listed only if two of them could collide, since that takes longer than everything else.
        """
        configuration, settings = self.configuration, self.configuration.settings
        if not (loaded.aliases or may_collide(docs.files, Addresses.of(settings), docs.pages)):
            return
        from pressgen.site import Site  # noqa: PLC0415  # with every page of the site
        from pressgen.site.collisions import collisions, declared_paths  # noqa: PLC0415  # likewise
        from pressgen.site.docs_pages import DocsPages  # noqa: PLC0415  # likewise

        pages = DocsPages.of(docs.files, Addresses.of(settings))
        site = Site.of(loaded, settings, name=configuration.site_name, url=configuration.site_url, now=_now())
        paths = declared_paths(site, pages)
        yield from collisions(paths, pages, configuration.docs_dir, loaded.aliases)


def _now() -> datetime:
    """Return the time of the build. Raises click.UsageError if `SOURCE_DATE_EPOCH` is not a time."""
    try:
        return build_time()
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def find(path: Path | None, config_file: Path | None) -> Project:
    """Find the project of `path`: a project's folder, a folder of releases or pages, or a file in one of them.

    Without a path it is the whole project of the working folder. Raises click.UsageError if it has no releases.
    """
    if named := configuration_of(path, config_file):
        configuration = read_configuration(named)
    else:
        configuration = _unconfigured(typed_path(path), named=path is not None)
    folder = configuration.folder
    releases = folder / configuration.settings.releases_dir
    if not releases.is_dir():
        message = f"there is no folder of releases: {releases}"
        raise click.UsageError(message)
    return Project(configuration, part_of(folder, releases, folder / configuration.docs_dir, path))


def _unconfigured(asked: Path, *, named: bool) -> Configuration:
    """Return the default configuration for releases that belong to no site yet.

    The folder of releases is the nearest of that name, or else `asked` itself. Raises click.UsageError if it would be
    `asked` and nobody `named` that folder: it could have any files.
    """
    default = read_configuration(asked / CONFIGURATIONS[0])
    name = default.settings.releases_dir
    if (asked / name).is_dir():
        return default
    folders = [asked, *asked.parents] if asked.is_dir() else list(asked.parents)
    releases = next((folder for folder in folders if folder.name == name), folders[0] if named else None)
    if releases is None:
        message = (
            f"there is no {CONFIGURATIONS[0]} in or above {asked}, and no folder '{name}': name the folder to check"
        )
        raise click.UsageError(message)
    settings = default.settings.model_copy(update={"releases_dir": releases.name or "."})
    return replace(default, folder=releases.parent, settings=settings)
