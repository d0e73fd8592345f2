"""Find what is written from left to right within a text that is read from right to left: numbers and addresses.

The bidirectional algorithm (https://www.unicode.org/reports/tr9/) keeps the digits of one number together, with the
full stops, commas, colons and slashes between them. It turns the order of what spaces, hyphens, plus signs, signs of
currencies and parentheses part: a telephone number's groups, a range, an amount. Those stand as they are written if
they are isolated. The Arabic percent sign, and the end of a range in Arabic or Persian digits, follow in the order of
reading, as they do in print, and stay there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape

_D = "[0-9\u0660-\u0669\u06f0-\u06f9]"
_ZERO = "[0\u0660\u06f0]"
_S = "[ \u00a0\u202f]"
_DASH = "[\\-\u2010-\u2015\u2212]"
_NUMBER = f"{_D}+(?>(?:[.,/:_'\u2019\u066b\u066c]{_D}+|{_DASH}{_D}+)*)"
_GROUP = rf"(?:\({_D}{{1,5}}\)|{_D}{{1,15}})"
_PARTED = rf"{_S}?[\-\u2010-\u2013./]?{_S}?"
_SIGN = "[$€£¥₪₹₺₽₩\ufdfc]"
_CODES = (
    "AED|AFN|BHD|CHF|CNY|DZD|EGP|EUR|GBP|ILS|INR|IQD|IRR|JOD|JPY|KWD|LBP|LYD|MAD|OMR|PKR|QAR|RUB|SAR|SDG|SYP|TND"
    "|TRY|USD|YER"
)
_BEFORE = rf"(?:(?:{_CODES}|US|IBAN|ISBN|ISSN|UTC|GMT|Nos?\.?|Tel\.?:?|Fax:?|[Ee]xt\.?:?|Doc\.?){_S}?)"
_AFTER = (
    rf"(?:{_S}?(?:{_SIGN}|[%‰°](?:[CF](?!\w))?|(?:{_CODES}|(?:km|cm|mm|m)[²³]?|kg|ha|[kMGT]W|UTC|GMT|[ap]\.?m\.?)(?![A-Za-z])"
    r"|(?:million|billion|thousand|mn|bn|per ?cent)(?![A-Za-z])"
    rf"|(?:ext\.?|x){_S}?{_D}{{1,6}})|\+(?!{_D}))"
)
_TELEPHONE = (
    rf"\+{_S}?{_GROUP}(?>(?:{_PARTED}{_GROUP})*)"
    rf"|\((?:\+{_D}{{1,4}}(?:{_S}{_D}{{1,4}})?|{_ZERO}{_D}{{1,4}}|{_D}{{1,3}})\){_S}?(?:{_D}{{5,12}}|{_D}{{1,8}}(?>(?:{_PARTED}{_D}{{2,8}})+))"
    rf"|{_ZERO}{_D}{{0,5}}(?>(?:{_PARTED}{_GROUP})+)"
    rf"|{_D}{{1,4}}(?>(?:(?:{_S}|{_DASH}|\.){_D}{{1,8}}){{2,}})"
    rf"|{_D}{{3}}{_S}{_D}{{4}}(?!{_D})"
)
_THOUSANDS = rf"{_D}{{1,3}}(?>(?:{_S}{_D}{{3}})+)(?!{_D})(?:[.,\u066b]{_D}+)?"
_QUANTITY = (
    rf"(?:{_BEFORE}|[#№§~≈]{_S}?)?(?:{_SIGN}{_S}?)?[+\u2212±\-]?(?:{_THOUSANDS}|{_NUMBER})"
    rf"(?:{_S}?{_DASH}{_S}?(?:{_SIGN}{_S}?)?{_NUMBER})?{_AFTER}?"
)
_ACCOUNT = r"(?<![A-Za-z0-9])(?:IBAN:?[ \u00a0])?[A-Z]{2}[0-9]{2}(?:[ \u00a0]?[A-Z0-9]{2,4}){3,8}(?![A-Za-z0-9])"
_ADDRESS = (
    r"(?:https?://|www\.)[A-Za-z0-9][^\s<>\x22«»“”\x1d]*[A-Za-z0-9/=_\-]"
    r"|[A-Za-z0-9][\w.+\-]*@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+"
)
_EXPRESSION = re.compile(
    rf"{_ADDRESS}|{_ACCOUNT}|(?<![\w+]){_BEFORE}?(?:{_TELEPHONE}){_AFTER}?(?!{_D})"
    rf"|(?<![0-9A-Za-z\u0660-\u0669\u06f0-\u06f9]){_QUANTITY}"
)
_MAY_HOLD = re.compile(f"{_D}|@|://|www\\.")
# What the algorithm itself keeps in order.
_PLAIN = re.compile("^[0-9\u0660-\u0669\u06f0-\u06f9.,/:\u066b\u066c]*$")
# A range in the digits of the script is read as its words are: from the 20th, at the right, to the 22nd. What begins
# with a zero and goes on with five digits is a telephone number.
_OWN = "[\u0660-\u0669\u06f0-\u06f9][\u0660-\u0669\u06f0-\u06f9.,/:\u066b\u066c]*"
_OWN_RANGE = re.compile(f"^(?!{_ZERO}{_D}{{0,4}}{_S}?{_DASH}{_S}?{_D}{{5}}){_OWN}{_S}?{_DASH}{_S}?{_OWN}$")
_ARABIC_DIGIT = re.compile("[\u0660-\u0669]")
_TURNED = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")

PATTERNS = {
    "expression": _EXPRESSION.pattern,
    "plain": _PLAIN.pattern,
    "ownRange": _OWN_RANGE.pattern,
    "arabicDigit": _ARABIC_DIGIT.pattern,
    "turned": _TURNED.pattern,
}
"""The regular expressions by their names in `search/browser/setting.js`, which sets results by them."""


def is_turned(text: str) -> bool:
    """True if a text has letters that are read from right to left."""
    return bool(_TURNED.search(text))


def expressions(text: str) -> Iterator[tuple[int, int]]:
    """Find the places of numbers and addresses whose parts would change their order."""
    if not _MAY_HOLD.search(text):
        return
    for match in _EXPRESSION.finditer(text):
        if not _PLAIN.match(match[0]) and not _OWN_RANGE.match(match[0]):
            yield match.span()


def element_of(expression: str) -> str:
    """Return the name of the element that keeps an expression from left to right.

    Beside Arabic digits the algorithm turns spaces and hyphens whatever the direction is, unless it is overridden.
    """
    return "bdo" if _ARABIC_DIGIT.search(expression) else "span"


def isolated(text: str) -> str:
    """Write a text as HTML; if it has letters that are read from right to left, its numbers stand as they are typed."""
    parts = []
    done = 0
    for start, end in expressions(text) if is_turned(text) else ():
        words = escape(text[start:end], quote=False)
        name = element_of(text[start:end])
        parts.append(f'{escape(text[done:start], quote=False)}<{name} dir="ltr">{words}</{name}>')
        done = end
    return "".join([*parts, escape(text[done:], quote=False)])
