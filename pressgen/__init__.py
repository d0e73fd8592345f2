"""A static site generator for diplomatic press releases: an MkDocs plugin and a command line.

The modules are read in the order of the data; `docs/manual/architecture.md` walks through them.
"""

__version__ = "0.1.0"
