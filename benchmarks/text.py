"""Measure how long it takes to read the text of a release, in milliseconds of the processor.

python -m benchmarks.text
"""

from __future__ import annotations

import time
from functools import partial

from pressgen.text.parsing import parse_body

PARAGRAPH = "His Excellency PRAK Sokhonn met Her Excellency **Anniken Huitfeldt** (Oslo) on 14 February 2022. "
SOURCE = "\n\n".join(f"{number}. {PARAGRAPH * 4}" for number in range(1, 7))
ROUNDS, EACH = 7, 50


def main() -> None:
    """Read a text of six paragraphs many times; print the median, the least and the most of several rounds."""
    read = partial(parse_body, SOURCE, language="en", languages=("en", "km"), path="releases/x.en.md", first_line=1)
    read()
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        for _ in range(EACH):
            read()
        times.append((time.process_time() - began) / EACH * 1000)
    times.sort()
    print(f"{len(SOURCE)} characters: {times[ROUNDS // 2]:.2f} ms ({times[0]:.2f} to {times[-1]:.2f})")


if __name__ == "__main__":
    main()
