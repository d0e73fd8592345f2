"""Pages for readers: facts of the archive go in, a `Page` for each address comes out.

Every view is a pure function. What a template may see is a frozen value of its own, never the model at large, so that
what a page depends on can be read off its inputs.
"""
