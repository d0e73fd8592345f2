"""Write the pages that people read, each as a `Page`, from facts of the archive.

Every view is a pure function. What a template may see is a frozen value of its own, never the model at large, so that
what a page depends on can be read off its inputs.
"""
