"""What search is made of: the archive goes in; the words of each document, the catalogue and the lines of results come out."""
