"""Draw the small marks of the channels through which encounters go: visits, meetings, calls and so on.

A strip of years draws them itself. Beside words they are drawn by the style sheet: lines of lists have one each, and
the drawings were a fifth of their pages.
"""

from __future__ import annotations

from collections.abc import Mapping

from markupsafe import Markup

from pressgen.archive import Channel

SHAPES: Mapping[Channel, str] = {
    Channel.VISIT: '<path d="M2 2h8v8H2z" fill="currentColor"/>',
    Channel.MEETING: '<circle cx="6" cy="6" r="4.3" fill="currentColor"/>',
    Channel.VIDEO: '<circle cx="6" cy="6" r="3.8" fill="none" stroke="currentColor"/>'
    '<path d="M6 2.2a3.8 3.8 0 0 1 0 7.6z" fill="currentColor"/>',
    Channel.CALL: '<circle cx="6" cy="6" r="3.8" fill="none" stroke="currentColor"/>',
    Channel.WRITTEN: '<path d="M6 1.6 10.4 6 6 10.4 1.6 6z" fill="none" stroke="currentColor"/>',
}
"""The shapes of the marks in drawings, in a square of 12; `profiles.css` has the same for marks beside words."""

NO_MARK = Markup("")


def mark_of(channel: Channel) -> Markup:
    """Write the small mark of a channel; it is decoration without words, since the channel's name stands beside it."""
    return Markup(f'<i class="pg-mark pg-{channel}"></i>')  # noqa: S704 - names of our own
