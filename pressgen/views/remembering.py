"""What a pure function has given lately: a function goes in, the same function comes out that need not think twice.

Outputs are made one after another, and neighbours show much that is the same: the same letterhead, the same line of a
list, the same text from another page. Nothing that is remembered changes an output; it is only found sooner.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar, TypeVarTuple

Given = TypeVarTuple("Given")
Result = TypeVar("Result")

_BY_VALUE = (str, int)


def remembered(most: int) -> Callable[[Callable[[*Given], Result]], Callable[[*Given], Result]]:
    """Have a pure function of immutable values remember what it gave, for at most `most` sets of arguments.

    Words and numbers are told apart by what they say, everything else by being the same object: comparing whole
    releases would take longer than is saved. When there are too many answers all are forgotten, which neighbours
    hardly notice.
    """

    def remembering(function: Callable[[*Given], Result]) -> Callable[[*Given], Result]:
        # The arguments are kept with the answer, so that no other object can get the identity of one of them.
        known: dict[tuple[object, ...], tuple[tuple[*Given], Result]] = {}

        @wraps(function)
        def asked(*given: *Given) -> Result:
            key = tuple([one if isinstance(one, _BY_VALUE) else id(one) for one in given])
            found = known.get(key)
            if found is None:
                if len(known) >= most:
                    known.clear()
                found = known[key] = (given, function(*given))
            return found[1]

        return asked

    return remembering
