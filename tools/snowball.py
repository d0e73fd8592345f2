"""Update the stemmers of `pressgen/search/stemmers`, which Snowball's own compiler writes as JavaScript.

    git clone --branch v3.1.1 https://github.com/snowballstem/snowball
    python tools/snowball.py snowball

Needs make and a C compiler. The version has to be that of the package `snowballstemmer` in `constraints.txt`:
`tests/search/test_stemming.py` compares the stems of both.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

from pressgen.search.stemming import ALGORITHMS

STEMMERS = Path(__file__).parent.parent / "pressgen" / "search" / "stemmers"


def main() -> None:
    """Compile the stemmers of a checkout of Snowball."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", type=Path, help="the folder of the checkout")
    checkout = parser.parse_args().checkout.resolve()
    algorithms = sorted(set(ALGORITHMS.values()))
    files = [f"js_out/{name}-stemmer.js" for name in (*algorithms, "base")]
    subprocess.run(["make", "-s", *files], cwd=checkout, check=True)  # noqa: S603, S607  # the make of whoever runs this
    shutil.rmtree(STEMMERS, ignore_errors=True)
    STEMMERS.mkdir()
    for file in [*files, "COPYING"]:
        shutil.copyfile(checkout / file, STEMMERS / Path(file).name)


if __name__ == "__main__":
    main()
