"""Read the text of a release: Markdown as a press officer writes it, for texts that are printed and cited.

It is a reader of its own. It shares the syntax of Python-Markdown, with which `extension` registers it, and none of
its code, since one principle comes first: the printed text comes back, letter for letter. Numbers are kept as they
are printed, brackets before parentheses are words, and leading spaces make no code.

Read the modules in the order of the text: `lines` takes comments and definitions out of it, `blocks` makes a tree of
its lines (with `lists`, `tables`, `html_blocks`; `marks` recognises how a line begins), `inline` writes the words
of a block (with `emphasis`, `targets`, `safety`, `scripts`, `numbers`), `cleaning` sanitises each block, and `holes`
cuts it into pieces. `filling` writes the pieces again for each place that shows them. `failed`, `failed_lines` and
`numbering` find what an author meant otherwise. `parsing` puts all of it together.
"""
