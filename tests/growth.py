"""Whether work grows with its input, or faster: a question that no machine's speed answers otherwise."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

TIMES = 8
"""How much larger the larger input is. Work that grows with it takes 8 times as long, with its square 64 times."""

LIMIT = 24
"""Three times what is right, and less than half of what is wrong: room for a processor that is shared with others."""

TRIES = 4


def grows_with_its_input(make: Callable[[int], Input], work: Callable[[Input], object], size: int) -> bool:
    """Measure work on an input of a size and on one eight times as large; say whether the times are as far apart.

    A measurement that says no is repeated, with inputs a little larger, so that no result is kept from the one before.
    """
    return any(
        _seconds(work, make(size * TIMES + more)) < LIMIT * _seconds(work, make(size + more)) for more in range(TRIES)
    )


def _seconds(work: Callable[[Input], object], value: Input) -> float:
    began = time.process_time()
    work(value)
    return time.process_time() - began
