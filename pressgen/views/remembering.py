"""Memoise pure functions, comparing most arguments by identity.

Outputs are made one after another, and neighbours show much that is the same: the same letterhead, the same line of a
list. Without it, making the pages of the demonstration archive takes half as long again.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")

_BY_VALUE = (str, int)


def remembered(most: int) -> Callable[[Callable[[*Given], Result]], Callable[[*Given], Result]]:
    """Keep the results of a pure function of immutable values, for at most `most` sets of arguments.

    Texts and numbers are compared by value, everything else by identity: comparing whole releases would take longer
    than it saves. When there are too many results all are dropped, which neighbours hardly notice.
    """

    def remembering(function: Callable[[*Given], Result]) -> Callable[[*Given], Result]:
        # The arguments are kept with the result, so that no other object can get the identity of one of them.
        known: dict[tuple[object, ...], tuple[tuple[*Given], Result]] = {}

        @wraps(function)
        def memoised(*given: *Given) -> Result:
            key = tuple([argument if isinstance(argument, _BY_VALUE) else id(argument) for argument in given])
            kept = known.get(key)
            if kept is None:
                if len(known) >= most:
                    known.clear()
                kept = known[key] = (given, function(*given))
            return kept[1]

        return memoised

    return remembering
