"""Which language a text is in: py3langid (after Lui and Baldwin 2012), after a look for English without a model."""

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.tables import table

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

SAMPLE = 20_000
"""So many code points from the start are looked at."""
WORDS_FOR_ENGLISH = 5
"""At least so many English function words, and three different ones, make a text English without the model."""
SHARE_FOR_ENGLISH = 0.08
LEAST_LETTERS = 60
"""A text in Latin letters with fewer of them gives no evidence of its language; in other scripts a fifth is enough."""
LEAST_CONFIDENCE = 0.5
WORD = re.compile(r"[^\W\d_]+")


class Guess(NamedTuple):
    """The language (ISO 639-1), or nothing where the text gives too little evidence; confidence from 0 to 1."""

    language: str | None
    confidence: float


def identify(text: str) -> Guess:
    """The language most of the text is in. Most English texts are told by their function words, before any model."""
    sample = text[:SAMPLE]
    words = [word.lower() for word in WORD.findall(sample)]
    english = [word for word in words if word in function_words()]
    if len(english) >= max(WORDS_FOR_ENGLISH, SHARE_FOR_ENGLISH * len(words)) and len(set(english)) >= 3:
        return Guess("en", 1.0)
    letters = sum(map(len, words))
    latin = sum(len(word) for word in words if word[0] < "\u0370")
    if letters < (LEAST_LETTERS if latin * 2 > letters else LEAST_LETTERS // 5):
        return Guess(None, 0.0)
    language, confidence = load_identifier().classify(sample)
    return Guess(language if confidence >= LEAST_CONFIDENCE else None, confidence)


def language_name(code: str) -> str:
    """The English name of a language (ISO 639-1), or the code itself where it is not listed."""
    return language_names().get(code, code)


def language_code(written: str) -> str:
    """A language as people and markup write it ("en-GB", "English", "ENG") as ISO 639-1, else in lower case."""
    plain = written.strip().lower()
    first = re.split(r"[-_]", plain)[0]
    for row in table("languages").rows:
        if plain == row["name"].lower() or first in row["alpha3"].split():
            return row["code"]
    return first


@cache
def function_words() -> frozenset[str]:
    """English function words that other languages in Latin letters do not share."""
    return frozenset(row["word"] for row in table("english_function_words").rows)


@cache
def language_names() -> dict[str, str]:
    """English names of languages by ISO 639-1 code."""
    return {row["code"]: row["name"] for row in table("languages").rows}


@cache
def load_identifier() -> "LanguageIdentifier":
    """The installed model; it takes about a second to unpack."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # Short English sentences are taken for Nigerian Pidgin far more often than there is news in it.
    identifier.set_languages([language for language in identifier.labels if language != "pcm"])
    return identifier
