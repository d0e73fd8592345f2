"""Pages that list: the archive by years and months, the calendar, the ledger, and lists within pages of `docs/`."""
