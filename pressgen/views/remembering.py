"""Memoise pure functions, comparing most arguments by identity.

Pages are written one after another, and neighbours have much in common: the letterhead, lines of lists. Without
memoising, writing the pages of the demonstration archive takes a third longer.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Arguments = TypeVarTuple("Arguments")
Result = TypeVar("Result")

_BY_VALUE = (str, int)


def remembered(most: int) -> Callable[[Callable[[*Arguments], Result]], Callable[[*Arguments], Result]]:
    """Keep the results of a pure function of immutable values, for at most `most` sets of arguments.

    Texts and numbers are compared by value, everything else by identity: comparing whole releases would take longer
    than it saves. When there are too many results, all are dropped; few neighbours are affected.
    """

    def memoise(function: Callable[[*Arguments], Result]) -> Callable[[*Arguments], Result]:
        # The arguments are kept with the result, so that no other object can get the identity of one of them.
        known: dict[tuple[object, ...], tuple[tuple[*Arguments], Result]] = {}

        @wraps(function)
        def memoised(*arguments: *Arguments) -> Result:
            key = tuple([argument if isinstance(argument, _BY_VALUE) else id(argument) for argument in arguments])
            kept = known.get(key)
            if kept is None:
                if len(known) >= most:
                    known.clear()
                kept = known[key] = (arguments, function(*arguments))
            return kept[1]

        return memoised

    return memoise
