"""What search is made of: the archive goes in; words of documents, the catalogue and lines of results come out."""
