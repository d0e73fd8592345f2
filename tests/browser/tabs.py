"""Tabs of a browser, which tests take one after the other.

To open a page in a new context and a new tab costs four times as much of a processor as to go there in a tab that is
open. So a tab is handed on, and whoever takes it finds it as a new reader's: nothing stored, allowed, chosen, rerouted
or gone back to. Only files that the browser has fetched may be fetched no more. A test that changes the browser in ways
that cannot be taken back (its clock, scripts of its own), or looks at what is fetched, takes a fresh one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Literal

from playwright.sync_api import Browser, CDPSession, Page


@dataclass(frozen=True)
class Tab:
    """A page, and the way to what only the browser's developer tools can do to it."""

    page: Page
    tools: CDPSession
    heard: list[tuple[str, Callable[[Any], None]]] = field(default_factory=list)
    """What its reader listens to."""

    def listen(self, event: str, listener: Callable[[Any], None]) -> None:
        """Call a function for each event of a name that Playwright has, until the tab is another reader's."""
        self.page.on(event, listener)  # type: ignore[call-overload]
        self.heard.append((event, listener))

    def look(
        self,
        *,
        width: int = 1440,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        motion: Literal["reduce", "no-preference"] = "no-preference",
    ) -> None:
        """Give it a screen of a size in CSS pixels, with colours and movement as its reader wants them."""
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(
            media="null", color_scheme=scheme, reduced_motion=motion, forced_colors="none", contrast="no-preference"
        )

    def forget(self) -> None:
        """Leave the page, and make the tab a new reader's."""
        context = self.page.context
        self.page.unroute_all(behavior="ignoreErrors")
        context.unroute_all(behavior="ignoreErrors")
        self.page.goto("about:blank")
        self.page.mouse.move(0, 0)
        self.tools.send("Page.resetNavigationHistory")
        self.tools.send("Storage.clearDataForOrigin", {"origin": "*", "storageTypes": "all"})
        context.clear_permissions()


class Tabs:
    """The tabs of a browser that are open: those that run scripts, and those that do not."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self._free: dict[bool, list[Tab]] = {True: [], False: []}

    @contextmanager
    def taken(self, *, scripts: bool = True, fresh: bool = False) -> Iterator[Tab]:
        """Take a tab, as a new reader's; afterwards it is there for others.

        With `fresh` it is a new one, in a context of its own, and is closed afterwards.
        """
        if fresh:
            tab = self._opened(scripts=scripts)
            yield tab
            tab.page.context.close()
            return
        tab = self._free[scripts].pop() if self._free[scripts] else self._opened(scripts=scripts)
        yield tab
        if tab.page.is_closed():
            tab.page.context.close()
            return
        tab.forget()  # one that has crashed cannot, and is not taken again
        while tab.heard:
            tab.page.remove_listener(*tab.heard.pop())
        self._free[scripts].append(tab)

    def _opened(self, *, scripts: bool) -> Tab:
        page = self._browser.new_context(java_script_enabled=scripts).new_page()
        return Tab(page, page.context.new_cdp_session(page))
