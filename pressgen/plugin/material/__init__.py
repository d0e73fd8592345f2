"""The port to Material for MkDocs: the only package that knows the theme's HTML, scripts, templates and options.

`configuration` adds pressgen's files to the theme. `language` switches the theme to the language of each page.
`shells` renders the theme around the pages of the archive. `fixes`, `search_box` and `bundle` change what the theme's
templates and scripts give no other way to change.
"""
