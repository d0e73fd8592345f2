"""Draw the small marks of the channels through which encounters go: visits, meetings, calls and so on."""

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
"""The shapes of the marks, in a square of 12."""

NO_MARK = Markup("")


def mark_of(channel: Channel) -> Markup:
    """Draw the small mark of a channel; it is decoration, since the name of the channel stands beside it."""
    return Markup(  # noqa: S704 - shapes of our own
        '<svg class="pg-mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">'
        f"{SHAPES[channel]}</svg>"
    )
