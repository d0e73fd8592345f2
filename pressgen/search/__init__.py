"""Find releases by words: an index built in Python, which scripts search in the browser.

The package imports nothing else of pressgen. `corpus` has the values that a site hands in, `index.index` returns the
files that it publishes, and `scripts` the scripts.
"""
