"""Invents words and sentences as an archive of many years has them.

The sentences of archive.py are real, but few, so that their words are in nearly every release. A real archive has tens
of thousands of words, most of them rare: names, places, goods, numbers. Here the word of rank r comes 1/r as often as
the first (Zipf), English ones made of syllables with English endings, Khmer ones of clusters. Khmer ones come in
fixed company, two or three together, since a language does not put any word beside any other.
"""

from __future__ import annotations

import math
import random
from functools import cache

WORDS = 60_000
"""Words of each language; 10,000 releases use nearly all of them, 1,000 about half."""
COMMON = 300
"""Ranks of words that are short."""
COMPANIES = 60_000
"""Groups of two or three Khmer words."""
CLUSTERS = 2_500
"""Khmer clusters, about as many as a newspaper has."""


def _each(pieces: str) -> list[str]:
    return pieces.split()


ONSETS = _each("b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sk sl sp st str t th tr v w z")
VOWELS = _each("a a a e e e i i o o u ai au ea ee ie oa oo ou")
CODAS = ["", "", "", *_each("b d g k l m n n p r r s t x ck ct ld lt nd ng nk nt pt rd rk rn rt ss st th")]
ENDINGS = ["", "", "", "", *_each("s ed ing er al ous tion tions ment ments ly ity ness able ive")]
SMALL = _each("the of and to in a that for on with by as at from its")

CONSONANTS = "កខគឃងចឆជឈញដឋឌណតថទធនបផពភមយរលវសហឡអ"
SIGNS = ["", "", "", *_each("ា ិ ី ឹ ឺ ុ ូ ួ ើ ឿ ៀ េ ែ ៃ ោ ៅ ុំ ំ ាំ ះ ់")]
COENGS = ["", "", "", "", *(f"\u17d2{consonant}" for consonant in "កគងចញតនបមយរលវស")]


def _rank(chance: random.Random, of: int) -> int:
    """Draw a rank below `of`, each as often as 1/rank."""
    return int(math.exp(chance.random() * math.log(of)))


@cache
def english_word(rank: int) -> str:
    """Return the English word of a rank; common ones are short."""
    chance = random.Random(f"en {rank}")
    syllables = chance.choice((1, 2)) + (rank > COMMON)
    stem = "".join(chance.choice(ONSETS) + chance.choice(VOWELS) + chance.choice(CODAS) for _ in range(syllables))
    word = stem + chance.choice(ENDINGS)
    return word.capitalize() if rank % 3 == 0 else word


@cache
def _cluster(rank: int) -> str:
    chance = random.Random(f"cluster {rank}")
    return chance.choice(CONSONANTS) + chance.choice(COENGS) + chance.choice(SIGNS)


@cache
def khmer_word(rank: int) -> str:
    """Return the Khmer word of a rank: one to four clusters."""
    chance = random.Random(f"km {rank}")
    return "".join(_cluster(_rank(chance, CLUSTERS)) for _ in range(chance.choice((1, 2, 2, 3, 4))))


@cache
def khmer_company(rank: int) -> str:
    """Return the group of Khmer words of a rank."""
    chance = random.Random(f"company {rank}")
    return "".join(khmer_word(_rank(chance, WORDS)) for _ in range(chance.choice((2, 3))))


def english_sentence(chance: random.Random) -> str:
    """Write about twenty words, every third a small one."""
    words = [
        chance.choice(SMALL) if place % 3 == 1 else english_word(_rank(chance, WORDS))
        for place in range(chance.randrange(15, 26))
    ]
    words.append(str(chance.randrange(2, 100_000)))
    return f"{' '.join(words).capitalize()}."


def khmer_sentence(chance: random.Random) -> str:
    """Write about as much in Khmer, with a space here and there, as Khmer has them."""
    companies = [khmer_company(_rank(chance, COMPANIES)) for _ in range(chance.randrange(5, 9))]
    halves = len(companies) // 2
    return f"{''.join(companies[:halves])} {''.join(companies[halves:])}។"


def paragraphs(seed: str, language: str, count: int) -> list[str]:
    """Write paragraphs of two sentences each; the same seed gives the same."""
    chance = random.Random(f"{seed} {language}")
    sentence = english_sentence if language == "en" else khmer_sentence
    return [" ".join(sentence(chance) for _ in range(2)) for _ in range(count)]
