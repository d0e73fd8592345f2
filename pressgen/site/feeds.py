"""The chapter of the feeds and calendars: what subscribers fetch, of the whole archive and of all it is about.

Their addresses are complete, so a site that does not know its own has none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from heapq import nlargest
from urllib.parse import urlsplit

from pressgen import addresses, exports, feeds
from pressgen.addresses import Address
from pressgen.archive import Holdings, dated_event
from pressgen.archive.changes import History, history
from pressgen.languages import language as language_of
from pressgen.model import Edition, Event, Mode, Phrase, Release
from pressgen.model.groups import Subject
from pressgen.site.materials import Materials
from pressgen.site.output import Call, FileOutput
from pressgen.site.releases import edition_links
from pressgen.text.sentence import first_sentence
from pressgen.views.export_links import calendar_title, feed_title

FEED_LENGTH = 50
"""How many releases the archive's feed holds, with their texts: those that changed last."""

SUBJECT_FEED_LENGTH = 20
"""How many the feed of one subject holds, with their summaries: each release stands in the feeds of several."""

CALENDAR_LENGTH = 200
"""How many events the calendar of the whole archive holds: the latest, and those whose releases changed last."""

SUBJECT_CALENDAR_LENGTH = 50
"""How many the calendar of one country holds."""


class Subscriptions:
    """The feeds and calendars of one site; entries that several of them hold are made once."""

    def __init__(self, site: Materials) -> None:
        self._site = site
        self._facts = site.facts
        self._places = site.facts.addresses
        self._entries: dict[tuple[str, str, bool], feeds.Entry] = {}
        self._known_categories: dict[tuple[Subject, str], feeds.Category] = {}
        self._events: dict[tuple[str, str], feeds.CalendarEvent] = {}

    def archive(self) -> Iterator[FileOutput]:
        """Declare the feeds and calendars of the whole archive."""
        public = self._site.archive.releases
        for tag in self._site.languages:
            home = self._places.home(tag)
            entries = tuple(self._entry(release, tag, whole=True) for release in self.latest(public, FEED_LENGTH))
            yield from self._feed(tag, home, home, feed_title(self._facts, tag), entries)
            calendar = self._places.calendar(tag)
            held = (release for release in public if dated_event(release.record))
            page = calendar if any(not release.record.is_withdrawn for release in held) else home
            latest = self._latest_events(public, CALENDAR_LENGTH)
            yield from self._calendar(tag, calendar, page, calendar_title(self._facts, tag), latest)

    def subject(self, holdings: Holdings) -> Iterator[FileOutput]:
        """Declare the feeds and the calendar of a subject."""
        subject = holdings.subject
        for tag in self._site.languages:
            name = self._facts.name(subject, tag).text
            profile = self._places.profile(tag, subject)
            # A subject whose every release is withdrawn has a feed still, but no page.
            page = profile if holdings.releases else self._places.releases(tag)
            title = feed_title(self._facts, tag, name)
            latest = self.latest(holdings.all, SUBJECT_FEED_LENGTH)
            entries = tuple(self._entry(release, tag, whole=False) for release in latest)
            yield from self._feed(tag, profile, page, title, entries)
            if subject.group.has_calendars:
                dated = self._latest_events(holdings.all, SUBJECT_CALENDAR_LENGTH)
                yield from self._calendar(tag, profile, page, calendar_title(self._facts, tag, name), dated)

    def _feed(
        self, tag: str, beside: Address, page: Address, title: str, entries: tuple[feeds.Entry, ...]
    ) -> Iterator[FileOutput]:
        atom, json = (self._places.beside(beside, name) for name in (addresses.ATOM, addresses.JSON_FEED))
        feed = feeds.Feed(
            title=title,
            language=tag,
            page=self._facts.absolute(page),
            atom=self._facts.absolute(atom),
            json=self._facts.absolute(json),
            author=self._facts.issuer.name.in_language(tag).text,
            archives=self._facts.absolute(self._archives(page)),
            about=language_of(tag).say("feed-explained"),
            style=self._facts.absolute(addresses.FEED_STYLE),
            entries=entries,
        )
        yield FileOutput(addresses.file_of(atom), Call.of(feeds.atom, feed))
        yield FileOutput(addresses.file_of(json), Call.of(feeds.json_feed, feed))

    def _archives(self, page: Address) -> Address:
        """Return the data of all that a page has: home has the archive's."""
        first = self._site.languages[0]
        at_home = page in map(self._places.home, self._site.languages)
        return self._places.data(self._places.releases(first) if at_home else page)

    def latest(self, releases: Sequence[Release], length: int) -> list[Release]:
        """Return the releases that changed last, as many as a feed of this `length` holds."""
        return nlargest(length, releases, key=lambda release: self._rank[release.id])

    @cached_property
    def _histories(self) -> Mapping[str, History]:
        zone = self._site.settings.zone
        return {release.id: history(release.record, zone) for release in self._site.archive.releases}

    @cached_property
    def _rank(self) -> Mapping[str, int]:
        """The place of each release, by its id, in the order in which they changed last."""
        moments = {id_: history.updated.timestamp() for id_, history in self._histories.items()}
        place = self._site.archive.place
        return {id_: rank for rank, id_ in enumerate(sorted(moments, key=lambda id_: (moments[id_], place[id_])))}

    def _entry(self, release: Release, tag: str, *, whole: bool) -> feeds.Entry:
        """Return the entry of a release for readers of a language, with its whole text or with its summary."""
        edition = release.edition_for(tag)
        key = (release.id, edition.language, whole)
        if key not in self._entries:
            self._entries[key] = self._made(release, edition, whole=whole)
        return self._entries[key]

    def _made(self, release: Release, edition: Edition, *, whole: bool) -> feeds.Entry:
        tag, words, facts = edition.language, language_of(edition.language), self._facts
        dates = self._histories[release.id]
        withdrawn = release.record.is_withdrawn
        title = edition.title_line
        if number := words.numbered(exports.one_line(release.record.number)):
            title = words.say("numbered-title", title=title, number=number)
        return feeds.Entry(
            url=facts.absolute(self._places.release(tag, release.id)),
            data=facts.absolute(self._places.release_data(release.id)),
            language=tag,
            title=words.say("withdrawn-title", title=title) if withdrawn else title,
            summary=exports.one_line(edition.summary) if whole and not withdrawn else "",
            published=dates.published,
            updated=dates.updated,
            authors=tuple(issuer.name.in_language(tag).text for issuer in release.record.issuers),
            categories=tuple(self._categories(release, tag)),
            content=self._content(release, edition, whole=whole),
            enclosures=() if withdrawn else tuple(self._enclosures(release, tag)),
            withdrawn=withdrawn,
        )

    def _content(self, release: Release, edition: Edition, *, whole: bool) -> str:
        tag = edition.language
        if release.record.is_withdrawn:
            return feeds.notice_content(self._notice(release, tag), tag)
        corrections = self._corrections(release, tag)
        if not whole:
            return feeds.summary_content(exports.one_line(edition.summary), tag, corrections)
        url = self._facts.absolute(self._places.release(tag, release.id))
        return feeds.text_content(edition.body, url, tag, self._links(edition), corrections)

    def _links(self, edition: Edition) -> tuple[str, ...]:
        links = edition_links(self._site, edition, edition.language)
        return tuple(self._facts.absolute(Address(link)) if link else "" for link in links)

    def _categories(self, release: Release, tag: str) -> Iterator[feeds.Category]:
        first = self._site.languages[0]
        for subject in self._site.archive.relations[release.id].subjects:
            key = (subject, tag)
            if key not in self._known_categories:
                # The scheme is the same in every language, so that entries of two feeds can be compared.
                scheme = self._facts.absolute(self._places.profiles(first, subject.group))
                self._known_categories[key] = feeds.Category(subject.id, self._facts.name(subject, tag).text, scheme)
            yield self._known_categories[key]

    def _enclosures(self, release: Release, tag: str) -> Iterator[feeds.Enclosure]:
        sizes = {file.name: file.size for file in release.files}
        for attachment in release.record.attachments:
            if attachment.file in sizes:
                url = self._facts.absolute(self._places.file(release.id, attachment.file))
                title = attachment.title.in_language(tag).text
                yield feeds.Enclosure(url, exports.media_type(attachment.file), sizes[attachment.file], title)

    def _notice(self, release: Release, tag: str) -> feeds.FeedNotice:
        words, withdrawn = language_of(tag), release.record.withdrawn
        if withdrawn is None:
            return feeds.FeedNotice(words.say("notice-withdrawn-undated"))
        text = words.say("notice-withdrawn", date=words.date(withdrawn.date))
        reason = withdrawn.reason.in_language(tag)
        sentence = Phrase(words.say("notice-reason", reason=reason.text), reason.language)
        return feeds.FeedNotice(text, sentence) if reason.text else feeds.FeedNotice(text)

    def _corrections(self, release: Release, tag: str) -> Iterator[feeds.FeedNotice]:
        words = language_of(tag)
        for correction in release.record.corrections:
            text = words.say("notice-corrected", date=words.date(correction.date))
            yield feeds.FeedNotice(text, correction.note.in_language(tag))

    def _latest_events(self, releases: Sequence[Release], length: int) -> Sequence[Release]:
        """Return the releases whose events are the latest, or that changed last, in their order."""
        reports = [release for release in releases if dated_event(release.record)]
        latest = nlargest(length, reports, key=lambda release: (self._days[release.id], self._rank[release.id]))
        kept = {release.id for release in latest}
        return [release for release in reports if release.id in kept]

    @cached_property
    def _days(self) -> Mapping[str, date]:
        """The day of each event, or of the last change of its release where that is later."""
        zone = self._site.settings.zone
        return {
            release.id: max(release.record.event.start, self._histories[release.id].updated.astimezone(zone).date())
            for release in self._site.archive.releases
            if release.record.event and release.record.event.start
        }

    def _calendar(
        self, tag: str, beside: Address, page: Address, title: str, releases: Sequence[Release]
    ) -> Iterator[FileOutput]:
        if not releases:
            return
        # Releases have the newest first, and events of one day stand in the order of issue.
        events = [self._event(release, release.edition_for(tag)) for release in releases[::-1]]
        address = self._places.beside(beside, addresses.CALENDAR_FILE)
        value = feeds.Calendar(
            title=title,
            language=tag,
            page=self._facts.absolute(page),
            url=self._facts.absolute(address),
            archives=self._facts.absolute(self._archives(self._places.calendar(tag) if self._site.dated else page)),
            events=tuple(sorted(events, key=lambda event: event.start)),
        )
        yield FileOutput(addresses.file_of(address), Call.of(feeds.calendar, value))

    def _event(self, release: Release, edition: Edition) -> feeds.CalendarEvent:
        key = (release.id, edition.language)
        if key not in self._events:
            self._events[key] = self._reported(release, edition)
        return self._events[key]

    def _reported(self, release: Release, edition: Edition) -> feeds.CalendarEvent:
        record = release.record
        event = record.event or Event()
        start = event.start or record.day
        dates = self._histories[release.id]
        words = language_of(edition.language)
        occasion = event.occasion.in_language(edition.language)
        named = occasion.text and occasion.language in (edition.language, "und")
        title = Phrase(occasion.text if named else edition.title_line, edition.language)
        withdrawn = record.is_withdrawn
        place = event.place.in_language(edition.language)
        if not place.text and event.mode in (Mode.CALL, Mode.VIDEO):
            place = Phrase(words.say(f"mode-{event.mode.value}"), edition.language)
        notice = self._notice(release, edition.language) if withdrawn else None
        described = f"{notice.text}\n{notice.reason.text}".strip() if notice else first_sentence(edition.summary)
        return feeds.CalendarEvent(
            uid=f"{release.id}@{urlsplit(self._facts.site_url).hostname or 'localhost'}",
            url=self._facts.absolute(self._places.release(edition.language, release.id)),
            language=edition.language,
            title=words.say("withdrawn-title", title=title.text) if withdrawn else title.text,
            start=start,
            end=event.end or start,
            published=dates.published,
            updated=dates.updated,
            changes=dates.changes,
            place=place,
            description=described,
            categories=tuple(category.label for category in self._categories(release, edition.language)),
            cancelled=withdrawn,
        )
