"""Releases as JSON, each with the names of what it is about."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from pydantic import TypeAdapter

from pressgen.addresses import Address, Addresses
from pressgen.archive.changes import history, rfc3339
from pressgen.exports.blocks import block_data
from pressgen.exports.media import media_type
from pressgen.exports.shapes import (
    CorrectionShape,
    EditionShape,
    EventShape,
    FileShape,
    IssuerShape,
    LineEditionShape,
    LineShape,
    NamedShape,
    ParticipantShape,
    RelationsShape,
    ReleaseShape,
    Shape,
    ValidityShape,
    WithdrawalShape,
)
from pressgen.languages import language as language_of
from pressgen.model import Attachment, Edition, Event, Participant, Release, Validity
from pressgen.model.groups import GROUPS, Group
from pressgen.text.filling import Filling

UNRELATED = RelationsShape()


class Named(NamedTuple):
    """An entry of a group: its id, and its names by language."""

    id: str
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Places:
    """Where the files of a site stand, and the zone of its days. `site_url` ends with a slash, or is empty."""

    site_url: str
    addresses: Addresses
    zone: ZoneInfo

    def url(self, address: Address) -> str:
        """Return the complete address, or the path from the root of a site that does not know its own."""
        return f"{self.site_url}{address}"


@dataclass(frozen=True, slots=True)
class ReleaseSource:
    """A release with what is said of it elsewhere.

    `subjects` are, by the name of each group, the entries that it belongs to. `links` are, for each edition, the
    complete addresses that its text's references lead to, each empty where there is none.
    """

    release: Release
    subjects: tuple[tuple[str, tuple[Named, ...]], ...] = ()
    relations: RelationsShape = UNRELATED
    links: Mapping[str, tuple[str, ...]] | None = None

    def of(self, group: Group) -> tuple[Named, ...]:
        """Return the entries of a group that the release belongs to."""
        return dict(self.subjects).get(group.name, ())


def data_file(shape: Shape) -> bytes:
    """Write a shape as JSON, on one line, without the keys of which there is nothing to say."""
    return _adapter(type(shape)).dump_json(shape, by_alias=True, exclude_defaults=True) + b"\n"


@cache
def _adapter(type_: type[Shape]) -> TypeAdapter[Shape]:
    """Return the adapter that writes a shape as bytes; `model_dump_json` would give text, to be encoded once more."""
    return TypeAdapter(type_)


def release_file(source: ReleaseSource, places: Places) -> bytes:
    """Write the `release.json` of a release."""
    return data_file(release_data(source, places))


def release_data(source: ReleaseSource, places: Places) -> ReleaseShape:
    """Return a release with its texts in blocks."""
    schema = places.url(places.addresses.schema("release-data"))
    editions = tuple(_edition(edition, source, places) for edition in _in_order(source.release))
    record = _record(source, places)
    return ReleaseShape.model_validate({"$schema": schema, **record, "editions": editions})


def lines(sources: Iterable[ReleaseSource], places: Places) -> bytes:
    """Write a part of the whole archive as JSON Lines: one release on each line, compressed with gzip.

    The file holds no time and no name, so that its bytes depend on the releases, and on the version of zlib, which
    belongs to the digest of the program.
    """
    written = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=written, mtime=0) as file:
        for source in sources:
            file.write(data_file(_line(source, places)))
    return written.getvalue()


def _line(source: ReleaseSource, places: Places) -> LineShape:
    editions = tuple(
        LineEditionShape.model_validate({**_words(edition, source.release, places), "text": _text(edition)})
        for edition in _in_order(source.release)
    )  # fmt: skip
    schema = places.url(places.addresses.schema("release-line"))
    return LineShape.model_validate({"$schema": schema, **_record(source, places), "editions": editions})


def one_line(text: str) -> str:
    """Write a paragraph on one line."""
    return " ".join(text.split())


def _in_order(release: Release) -> list[Edition]:
    """Return the editions, the original first, then as the site's languages are ordered by the loader."""
    return sorted(release.editions.values(), key=lambda edition: edition.language != release.original)


def _record(source: ReleaseSource, places: Places) -> dict[str, object]:
    release, record = source.release, source.release.record
    told, addresses = history(record, places.zone), places.addresses
    return {
        "id": release.id,
        "url": places.url(addresses.release(release.original, release.id)),
        "data": places.url(addresses.release_data(release.id)),
        "status": record.status.value,
        "kind": record.kind,
        "number": record.number,
        "date": record.day,
        "published": rfc3339(told.published),
        "updated": rfc3339(told.updated),
        "original": release.original,
        "authoritative": record.authoritative,
        "issuers": tuple(
            IssuerShape(name=issuer.name.root, state=issuer.state.root, country=issuer.country)
            for issuer in record.issuers
        ),
        "event": _event(record.event) if record.event else None,
        **{group.name: _named(source.of(group)) for group in GROUPS if group.register},
        "relations": source.relations,
        "corrections": tuple(CorrectionShape(date=one.date, note=one.note.root) for one in record.corrections),
        "valid": _validity(record.valid) if record.valid else None,
        "withdrawn": _withdrawal(release),
        "attachments": tuple(_file(attachment, release, places) for attachment in record.attachments),
    }


def _named(found: Iterable[Named]) -> tuple[NamedShape, ...]:
    return tuple(NamedShape(id=one.id, names=dict(one.names)) for one in found)


def _event(event: Event) -> EventShape:
    return EventShape.model_validate(event.model_dump())


def _validity(valid: Validity) -> ValidityShape:
    return ValidityShape.model_validate({"from": written_bound(valid.first), "until": written_bound(valid.last)})


def written_bound(bound: date | datetime | None) -> str | None:
    """Write a day or a moment between which a release is in force, in the form of ISO 8601."""
    if bound is None:
        return None
    return rfc3339(bound) if isinstance(bound, datetime) else bound.isoformat()


def _withdrawal(release: Release) -> WithdrawalShape | None:
    if not release.record.is_withdrawn:
        return None
    withdrawn = release.record.withdrawn
    return WithdrawalShape(
        date=withdrawn.date if withdrawn else None, reason=withdrawn.reason.root if withdrawn else {}
    )


def _file(attachment: Attachment, release: Release, places: Places) -> FileShape:
    sizes = {file.name: file.size for file in release.files}
    return FileShape(
        url=places.url(places.addresses.file(release.id, attachment.file)),
        type=media_type(attachment.file),
        size=sizes.get(attachment.file),
        title=attachment.title.root,
        alt=attachment.alt.root,
        caption=attachment.caption.root,
        credit=attachment.credit.root,
    )


def _words(edition: Edition, release: Release, places: Places) -> dict[str, object]:
    return {
        "language": edition.language,
        "direction": language_of(edition.language).direction,
        "translation": edition.translation,
        "translator": edition.translator,
        "url": places.url(places.addresses.release(edition.language, release.id)),
        "title": edition.title_line,
        "summary": _own_summary(edition),
        "place": edition.place,
        "participants": tuple(_participant(one, edition.language) for one in release.record.participants),
    }


def _participant(participant: Participant, tag: str) -> ParticipantShape:
    return ParticipantShape(
        name=participant.name.in_language(tag).text,
        honorific=participant.honorific.in_language(tag).text,
        role=participant.role.in_language(tag).text,
        country=participant.country,
        organisation=participant.organisation,
        person=participant.person,
    )


def _edition(edition: Edition, source: ReleaseSource, places: Places) -> EditionShape:
    links = (source.links or {}).get(edition.language, ())
    words = _words(edition, source.release, places)
    filling = Filling(links, edition.body.references, str(words["url"]))
    blocks = tuple(block_data(block, filling) for block in edition.body.blocks)
    return EditionShape.model_validate({**words, "blocks": blocks})


def _text(edition: Edition) -> str:
    return "\n\n".join(block.text for block in edition.body.blocks)


def _own_summary(edition: Edition) -> str:
    """Return the summary on one line; nothing where it is the beginning of the text, which stands beside it."""
    summary = one_line(edition.summary)
    begins = one_line(_text(edition)).find(summary.removesuffix("…").rstrip())
    return "" if 0 <= begins <= _LONGEST_MARK else summary


_LONGEST_MARK = 16
"""What may stand before the beginning of a text: the number or the sign of its first paragraph."""
