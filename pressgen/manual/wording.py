"""Sentences and samples of code, as the manual's pages write them."""

from __future__ import annotations


def capitalise(sentence: str) -> str:
    """Return a sentence with a capital letter at its beginning."""
    return sentence[:1].upper() + sentence[1:]


def fence_code(text: str, language: str) -> str:
    """Return a block of code in Markdown, whose fence is longer than any in the text."""
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}{language}\n{text}\n{fence}"
