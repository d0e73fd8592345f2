"""`python -m pressgen.cli` runs the command line where the script `pressgen` is not on the path."""

from pressgen.cli import main

main()
