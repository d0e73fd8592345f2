"""Measure whether work grows with its input or faster, which does not depend on the speed of the machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

Input = TypeVar("Input")

TIMES = 8
"""How much larger the larger input is. Work that grows with it takes 8 times as long, with its square 64 times."""

LIMIT = 24
"""Three times the right ratio, and less than half of the wrong one: room for a processor shared with others."""

TRIES = 4


def grows_with_its_input(make: Callable[[int], Input], work: Callable[[Input], object], size: int) -> bool:
    """Measure work on an input of a size and on one eight times as large; true if the times differ as much.

    A failed measurement is repeated with slightly larger inputs, so that no cached result is used.
    """
    return any(
        _seconds(work, make(size * TIMES + more)) < LIMIT * _seconds(work, make(size + more)) for more in range(TRIES)
    )


def _seconds(work: Callable[[Input], object], value: Input) -> float:
    began = time.process_time()
    work(value)
    return time.process_time() - began
