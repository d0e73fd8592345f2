"""The schemas are the same however Python is run: `-OO` drops docstrings, of which descriptions are made."""

import subprocess
import sys

from pressgen.cli.schema import schema_text
from pressgen.exports import SCHEMAS, shapes
from pressgen.exports.schemas import schema_file
from pressgen.model.docstrings import restore_docstrings

PRINTING = """\
import sys
from pressgen.cli.schema import schema_text
from pressgen.exports import SCHEMAS
from pressgen.exports.schemas import schema_file
sys.stdout.buffer.write(b"".join(schema_file(name, "https://x.example/") for name in SCHEMAS) + schema_text().encode())
"""


def test_without_docstrings_the_schemas_are_the_same() -> None:
    done = subprocess.run([sys.executable, "-OO", "-c", PRINTING], capture_output=True, check=True)
    expected = b"".join(schema_file(name, "https://x.example/") for name in SCHEMAS) + schema_text().encode()
    assert b"A photograph or annex published with the release." in expected
    assert b"Through what a meeting or contact went." in expected
    assert done.stdout == expected


def test_docstrings_are_read_from_the_source() -> None:
    written = shapes.FileShape.__doc__
    try:
        shapes.FileShape.__doc__ = None
        restore_docstrings(shapes.__name__)
        assert shapes.FileShape.__doc__ == written
    finally:
        shapes.FileShape.__doc__ = written
