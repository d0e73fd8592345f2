"""Computes the keys by which names are sorted in the lists of a language.

The order is that of the language's alphabet in Unicode CLDR, as far as a small table goes. Letters of the language's
own have their places (Welsh `ll`, Swedish `ö`, Spanish `ñ`). Accents and capitals decide only between names that are
otherwise equal. Arabic hamza and vowel signs are ignored. Khmer independent vowels are with the consonants of their
sound; Thai and Lao vowels are read after their consonant. Names in another script come after those in the language's
own. Han characters are in the order of Unicode, by radical and strokes: an order by sound needs a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from pressgen.languages.tags import parts_of

_LATIN = "a b c d e f g h i j k l m n o p q r s t u v w x y z"
_NORDIC = f"{_LATIN} æ ø å"
_BALTO_SLAVIC = "a b c č ć d dž đ e f g h i j k l lj m n nj o p q r s š t u v w x y z ž"
_KHMER_LAST = "\u17d3"

_ALPHABETS = {
    "cy": "a b c ch d dd e f ff g ng h i j k l ll m n o p ph q r rh s t th u v w x y z",
    "sv": f"{_LATIN} å ä ö",
    "fi": f"{_LATIN} å ä ö",
    "da": _NORDIC,
    "nb": _NORDIC,
    "nn": _NORDIC,
    "no": _NORDIC,
    "is": "a á b c d ð e é f g h i í j k l m n o ó p q r s t u ú v w x y ý z þ æ ö å",
    "et": "a b c d e f g h i j k l m n o p q r s š z ž t u v w õ ä ö ü x y",
    "es": "a b c d e f g h i j k l m n ñ o p q r s t u v w x y z",
    "pl": "a ą b c ć d e ę f g h i j k l ł m n ń o ó p q r s ś t u v w x y z ź ż",
    "cs": "a b c č d e f g h ch i j k l m n o p q r ř s š t u v w x y z ž",
    "sk": "a ä b c č d e f g h ch i j k l m n o ô p q r s š t u v w x y z ž",
    "hr": _BALTO_SLAVIC,
    "bs": _BALTO_SLAVIC,
    "sl": "a b c č ć d đ e f g h i j k l m n o p q r s š t u v w x y z ž",
    "lt": "a b c č d e f g h i j k l m n o p q r s š t u v w x y z ž",
    "lv": "a b c č d e f g ģ h i j k ķ l ļ m n ņ o p q r s š t u v w x y z ž",
    "hu": "a b c cs d dz dzs e f g gy h i j k l ly m n ny o ö p q r s sz t ty u ü v w x y z zs",
    "ro": "a ă â b c d e f g h i î j k l m n o p q r s ș t ț u v w x y z",
    "tr": "a b c ç d e f g ğ h ı i j k l m n o ö p q r s ş t u ü v w x y z",
    "az": "a b c ç d e ə f g ğ h x ı i j k q l m n o ö p r s ş t u ü v w y z",
    "vi": "a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z",
    "sq": "a b c ç d dh e ë f g gj h i j k l ll m n nj o p q r rr s sh t th u v w x xh y z zh",
    "ar": "ء ا ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه و ي",
    "fa": "ء ا ب پ ت ث ج چ ح خ د ذ ر ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ه ی",
    "ur": "ا ب پ ت ٹ ث ج چ ح خ د ڈ ذ ر ڑ ز ژ س ش ص ض ط ظ ع غ ف ق ک گ ل م ن و ہ ھ ء ی ے",
    "uk": "а б в г ґ д е є ж з и і ї й к л м н о п р с т у ф х ц ч ш щ ь ю я",
}
"""The letters of each language in order; another letter is sorted as the letter without its accent."""

# Letters that Unicode does not take apart, and those that are only other forms of a letter.
_SAME = str.maketrans({
    "đ": "d", "ð": "d", "ø": "o", "ł": "l", "ı": "i", "ħ": "h", "ŋ": "n", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th",
    "ة": "ت", "ى": "ي", "ـ": "", "ٱ": "ا", "\u200b": "", "\u200c": "", "\u200d": "", "\u00ad": "",
})  # fmt: skip
# Signs above a Khmer letter that change its sound and not its place.
_KHMER_SIGNS = re.compile("[\u17c9-\u17d1\u17dd]")
# A vowel that is written before the consonant it is read after, in Thai and in Lao.
_WRITTEN_BEFORE = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])|([\u0ec0-\u0ec4])([\u0e81-\u0eae])")
_HIGHEST_IGNORED_CLASS = 9
# Languages in which a capital I is that of ı.
_DOTLESS = frozenset({"tr", "az"})
_TURKISH_CAPITALS = str.maketrans({"I": "ı", "İ": "i"})

SortKey = tuple[tuple[int, ...], str, str]


@lru_cache(maxsize=16384)
def sort_key(tag: str, name: str) -> SortKey:
    """Return the key to sort a name by in a language: its letters, then its accents, then the name itself."""
    text = unicodedata.normalize("NFC", name)
    if parts_of(tag)[0] in _DOTLESS:
        text = text.translate(_TURKISH_CAPITALS)
    text = text.casefold()
    text = _WRITTEN_BEFORE.sub(lambda found: (found[2] or found[4]) + (found[1] or found[3]), text)
    return tuple(_places(_KHMER_SIGNS.sub("", text), tag)), unicodedata.normalize("NFD", text), name


def _places(text: str, tag: str) -> list[int]:
    letters, pattern = _alphabet(tag)
    found: list[int] = []
    for piece in pattern.findall(text):
        if piece in letters:
            found.append(letters[piece])
        else:
            found += [place for letter in _plain(piece) for place in _place(letter, letters)]
    return found


def _plain(letter: str) -> str:
    apart = "".join(
        each for each in unicodedata.normalize("NFD", letter) if unicodedata.combining(each) <= _HIGHEST_IGNORED_CLASS
    )
    return apart.translate(_SAME)


def _place(letter: str, letters: dict[str, int]) -> list[int]:
    """Return the place of a letter: spaces and dashes first, then digits, the alphabet, and other scripts."""
    if letter in letters:
        return [letters[letter]]
    category = unicodedata.category(letter)
    if category[0] == "Z" or category == "Pd":
        return [0]
    if category == "Nd":
        return [1 + unicodedata.decimal(letter)]
    return [] if category[0] in "PSC" else [1000 + ord(letter)]


@cache
def _alphabet(tag: str) -> tuple[dict[str, int], re.Pattern[str]]:
    """Return the place of each letter of a language, from 20 on, and the pattern that cuts a text into its letters."""
    language, script, *_ = parts_of(tag)
    if language == "km":
        order = [chr(code) for code in range(0x1780, ord(_KHMER_LAST))]
        for after, vowels in (("រ", "ឫឬ"), ("ល", "ឭឮ")):
            order = [letter for letter in order if letter not in vowels]
            order[order.index(after) + 1 : order.index(after) + 1] = vowels
    else:
        order = _ALPHABETS.get(language, _LATIN if script == "Latn" else "").split()
    longer = sorted((letter for letter in order if len(letter) > 1), key=len, reverse=True)
    pattern = re.compile("|".join([*map(re.escape, longer), "."]), re.DOTALL)
    return {letter: 20 + place for place, letter in enumerate(order)}, pattern
