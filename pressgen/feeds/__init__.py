"""Write feeds and calendars from values that hold all their words.

Nothing here knows the archive or the clock: every address is complete, every word is chosen, and every time is in the
record.
"""

from pressgen.feeds.atom import atom
from pressgen.feeds.calendar import Calendar, CalendarEvent, calendar
from pressgen.feeds.json_feed import json_feed
from pressgen.feeds.values import (
    Category,
    Enclosure,
    Entry,
    Feed,
    FeedNotice,
    notice_content,
    summary_content,
    text_content,
)

__all__ = [
    "Calendar",
    "CalendarEvent",
    "Category",
    "Enclosure",
    "Entry",
    "Feed",
    "FeedNotice",
    "atom",
    "calendar",
    "json_feed",
    "notice_content",
    "summary_content",
    "text_content",
]
