"""The port to Material for MkDocs: the only package that knows the theme's HTML, scripts, templates and options.

`touches` lists everything that pressgen touches in the theme. `configuration` adds pressgen's files to it, and
`templates` what its templates need. `language` switches it to the language of each page. `shells` renders it around the
pages of the archive. `search` switches its own search off. `fixes` and `bundle` change what neither an option nor a
template can.
"""
