"""Refer from a page to another release: by its number, its day and its title, in one form wherever it is done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from pressgen.languages import Language
from pressgen.views.facts import SiteFacts, mark
from pressgen.views.lists.listing import ListingEntry, editions_of, standing_of
from pressgen.views.marking import marks
from pressgen.views.templates import in_own_language
from pressgen.views.titles import kept


def marked_number(number: str, words: Language) -> Markup:
    """Write the number of a release with the word that the language has for it; nothing for no number."""
    if not number:
        return Markup()
    isolated = f"<bdi>{escape(number)}</bdi>"
    if not words.has_word_for(number):
        return Markup(isolated)  # noqa: S704 - escaped
    text = str(escape(words.pattern("number-of"))).format(number=isolated)
    return Markup(in_own_language(Markup(text), words, "number-of"))  # noqa: S704 - escaped


def refer_to_all(entries: Iterable[ListingEntry], facts: SiteFacts, words: Language, up: str) -> tuple[Markup, ...]:
    """Refer to several releases, for a page in the language of `words`; `up` is its way up to the site's root."""
    return tuple(refer_to(entry, up + facts.addresses.release(words.tag, entry.release), words) for entry in entries)


def refer_to(entry: ListingEntry, href: str, words: Language) -> Markup:
    """Refer to one release: `No. 11/2024, 12 March 2024, title`, with the title as a link to `href`.

    What readers have to know before they follow it stands behind it: that it is withdrawn, or in other languages alone.
    """
    title = mark(entry.title(words.tag), words.tag)
    names = entry.names.get(entry.language_for(words.tag), ())
    text = kept(title.text, title.lang or words.tag, names)
    number = marked_number(entry.number, words)
    key = "reference-numbered" if number else "reference-unnumbered"
    # Formatting Markup would take longer than all else here.
    line = str(escape(words.pattern(key))).format(
        number=words.opening(number) if number else "",
        date=kept(words.date(entry.day), words.tag),
        title=f'<a href="{escape(href)}"{marks(title)}>{text}</a>',
    )
    return Markup("".join([line, *_notes(entry, words)]))  # noqa: S704 - escaped above, as each note is


def _notes(entry: ListingEntry, words: Language) -> Iterator[str]:
    only, standing = editions_of(entry, words), standing_of(entry, words)
    if only:
        said = in_own_language(words.say("only-in", language=only), words, "only-in")
        yield f' <span class="pg-line__note">{escape(said)}</span>'
    if standing:
        yield f' <span class="pg-line__note pg-line__note--hidden">{escape(standing)}</span>'
