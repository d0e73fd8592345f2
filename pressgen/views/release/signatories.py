"""Find the signatures that close a text, of which two or more stand beside each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import dropwhile, takewhile

from pressgen.model import Block
from pressgen.text.folding import fold
from pressgen.text.word_lists import beginning_pattern, word_lists

# Names, offices and states fit into a line of this length; most sentences do not.
_LONGEST_LINE = 80
_SIGNING = re.compile(beginning_pattern(word_lists("phrases")["signing"]))
# A signature has neither a telephone number nor an address of mail, as a note for the press may have.
_OF_NO_SIGNATURE = re.compile(r"[\d@]|[.!?؟။។]$")


def signatories_in(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the paragraphs that close a text as the signatures of several sides; none if there are fewer than two.

    Each begins with a line such as "For the Republic of Estara", and names follow in lines of their own. Only end marks
    and notes may stand below them.
    """
    upwards = dropwhile(lambda block: block.kind in {"end-mark", "notes"}, reversed(blocks))
    found = tuple(takewhile(_signs_for_a_side, upwards))[::-1]
    return found if len(found) > 1 else ()


def _signs_for_a_side(block: Block) -> bool:
    lines = [line.strip() for line in block.text.splitlines() if line.strip()]
    return (
        block.kind == "paragraph"
        and len(lines) > 1
        and bool(_SIGNING.match(fold(lines[0])))
        and not any(len(line) > _LONGEST_LINE or _OF_NO_SIGNATURE.search(line) for line in lines)
    )
