"""Names of several words looked up in a text, longest first, without one regular expression a name."""

from collections.abc import Iterable, Mapping
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases and what they stand for. The first word of a phrase, as a tokenizer cuts it, leads to it."""

    def __init__(self, phrases: Mapping[str, T]) -> None:
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        for words in sorted(phrases, key=lambda words: (-len(words), words)):
            for first in first_words(words):
                self._by_first.setdefault(first, []).append((words, phrases[words]))

    def __contains__(self, word: str) -> bool:
        """Whether some phrase begins with this token."""
        return word in self._by_first

    def at(self, text: str, start: int, token: str) -> tuple[int, T] | None:
        """The end of the longest phrase that stands at ``start``, where ``token`` begins, and what it stands for."""
        for words, value in self._by_first.get(token, ()):
            end = start + len(words)
            if text.startswith(words, start) and not (text[end : end + 1].isalnum() and text[end - 1].isalnum()):
                return end, value
        return None


def first_words(words: str) -> Iterable[str]:
    """The tokens that may open a phrase: its first word whole, and up to a hyphen or an apostrophe."""
    first = words.split(" ", 1)[0]
    cuts = [at for at, letter in enumerate(first) if letter in "-'’+"]
    return dict.fromkeys([first, *(first[:at] for at in cuts if at)])


def unambiguous(pairs: Iterable[tuple[str, T]]) -> dict[str, T]:
    """What each phrase stands for; one that is given two meanings is left out."""
    seen: dict[str, set[T]] = {}
    for words, value in pairs:
        seen.setdefault(words, set()).add(value)
    return {words: next(iter(values)) for words, values in seen.items() if len(values) == 1}
