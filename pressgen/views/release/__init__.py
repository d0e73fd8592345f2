"""Pages about one release: the page of each edition, of all editions side by side, and of a missing one."""
