"""Files of releases that are not public, where something that the public sees names them.

Words about such a release are left out in silence, for they come back by themselves. A picture or an annex leaves a
place behind: its description, its size, an empty frame. So that is an error, told before the text is public.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from pressgen.archive import hidden
from pressgen.frontmatter import shown
from pressgen.load import Loaded
from pressgen.load.asked import prose
from pressgen.load.names import printable
from pressgen.load.origins import Origins
from pressgen.model import Record, Release, Status
from pressgen.problems import Place, Problem, codes

_PATH = re.compile(r"""[^\s()<>\[\]"'`=]+""")
_HINT = "take it away until then, or put a copy that may be seen into a folder of this text's own"


def hidden_files(releases: Iterable[Release], origins: Origins, now: datetime) -> Iterator[Problem]:
    """Report texts that name a file of a release which becomes public later than they do.

    Files of drafts are told of with all other links to drafts.
    """
    by_id = {release.id: release for release in releases}
    for release in by_id.values():
        for language, edition in release.editions.items():
            for number, reference in enumerate(edition.body.references):
                other = by_id.get(reference.release)
                if reference.file and other and _is_later(other.record, release.record, now):
                    yield _problem(origins.place(release.id, language, number), reference.target, other.id)


def _is_later(record: Record, than: Record, now: datetime) -> bool:
    """Whether the first of two releases is still hidden when the other is public."""
    if Status.DRAFT in (record.status, than.status) or record.embargo is None or record.embargo <= now:
        return False
    return than.embargo is None or than.embargo < record.embargo


def hidden_files_in_docs(
    docs: Path, docs_dir: str, pages: Iterable[str], loaded: Loaded, now: datetime
) -> Iterator[Problem]:
    """Report `pages` below `docs` that name a file of a release which is not public at `now`.

    `docs_dir` is the folder's path from that of the project.
    """
    hidden_ids = {release.id for release in loaded.releases if hidden(release.record, now)}
    folders = {folder: id_ for folder, id_ in loaded.origins.folders().items() if id_ in hidden_ids}
    if not folders:
        return
    for source in pages:
        try:
            text = (docs / source).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError):  # which is told by those who look through the folder
            continue
        for number, line in prose(text):
            for found in _PATH.finditer(line):
                target = normpath(join(docs_dir, dirname(source), unquote(found[0])))
                folder = next((folder for folder in folders if target.startswith(f"{folder}/")), "")
                if folder:
                    place = Place(printable(f"{docs_dir}/{source}"), number, found.start() + 1)
                    yield _problem(place, found[0], folders[folder])


def _problem(place: Place, target: str, id_: str) -> Problem:
    message = f"'{shown(target, 120)}' belongs to the release '{id_}', which is not public yet"
    return codes.HIDDEN_FILE.at(place, message, _HINT)
