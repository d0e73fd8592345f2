"""The reader of printed text as an extension of Python-Markdown, for programs that convert Markdown with it.

    markdown.Markdown(extensions=[PrintedText(language="en")]).convert(source)

pressgen itself calls `pressgen.text.parsing.parse_body`. Of Python-Markdown the extension needs a preprocessor, which
reads the whole text, and the store from which its HTML comes back when the rest of Python-Markdown has run over
nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from markdown import Markdown
from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor
from markdown.util import Registry

from pressgen.text.filling import Filling, fill
from pressgen.text.parsing import parse_body


class PrintedText(Extension):
    """Shows printed text as it is printed, and lets nothing active pass.

    `language` is the text's, `languages` are the site's: they decide how foreign scripts are marked.
    """

    def __init__(self, *, language: str = "en", languages: Sequence[str] = ()) -> None:
        super().__init__()
        self.language = language
        self.languages = tuple(languages)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # its name in Python-Markdown
        """Read texts in the place of every other preprocessor, so that none changes an official text."""
        md.preprocessors = Registry()
        md.preprocessors.register(_ReadText(md, self), "printed", 0)


class _ReadText(Preprocessor):
    """Reads a whole text and leaves the key of each block's HTML in its place."""

    def __init__(self, md: Markdown, extension: PrintedText) -> None:
        super().__init__(md)
        self._markdown = md
        self._extension = extension

    def run(self, lines: list[str]) -> list[str]:
        """Read the lines of a text; references stay as their author wrote them."""
        extension = self._extension
        body = parse_body(
            "\n".join(lines), language=extension.language, languages=extension.languages, path="", first_line=1
        ).body
        filling = Filling([reference.target for reference in body.references])
        keys = [self._markdown.htmlStash.store(fill(block, filling)) for block in body.blocks]
        return "\n\n".join(keys).split("\n")
