"""Find releases by words: an index built in Python, which scripts search in the browser.

The package imports nothing else of pressgen. `corpus` has the values that a site hands in, `index.index` returns the
files that it publishes, and `scripts` the scripts.
"""

from __future__ import annotations

import os

# numpy's library for matrices, which nothing here uses, would start threads as soon as it is imported, and a process
# with threads is not forked: one process would build the index, and make all pages after it.
for _name in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")
