"""Pages that stand alone: home, the chooser, the search, what leads on, and the page for unknown addresses."""
