"""Shifts of scope in a list: "civil and medical traffic" beside "medical traffic"."""

from collections.abc import Iterator

from dragoman.compare.forms import AUXILIARIES, Token
from dragoman.compare.phrases import Beside, Found, Phrase, Side, firm
from dragoman.knowledge.wordings import adjective_endings

JOINING = frozenset({"and", "or"})
ARTICLES = frozenset(["the", "a", "an"])
NO_LIST = frozenset(["to", "i", "we", "you", "he", "she", "it", "they", "who", "not", "will", "would"]) | AUXILIARIES
COMPARING = frozenset(["more", "less", "fewer", "far", "much", "such"])
NOUN_ENDINGS = ("tion", "sion", "ment", "ity", "ism", "ness", "ance", "ence", "ship", "er", "or", "cy")
MOST_ITEMS = 3
LIST_GOES_ON = 7
"""Within so many words the list has its last "and"."""


def shorter_list(beside: Beside, phrase: Phrase) -> Found | None:
    """A member of a list that only one has, the other members and the words around being the same."""
    if bool(phrase.left) == bool(phrase.right):
        return None
    longer, shorter, numbers = (
        (beside.left, beside.right, phrase.left) if phrase.left else (beside.right, beside.left, phrase.right)
    )
    words = longer.words
    inside = [words[n] for n in numbers]
    joins = [n for n, word in enumerate(inside) if word.form in JOINING]
    if not joins and phrase.before:
        found = _more_members(longer, shorter, numbers, (phrase.right if phrase.left else phrase.left).start)
        return found if not found or phrase.left else Found("scope", found.right, found.left)
    if len(joins) != 1 or not 2 <= len(inside) <= MOST_ITEMS + 1 or not firm(beside, phrase):
        return None
    ahead = words[numbers.start - 1] if numbers.start else None
    if joins[0] == len(inside) - 1 and phrase.after:
        pair = inside[-2], words[numbers.stop]
        stop = 1
    elif joins[0] == 0 and phrase.before and ahead:
        if not all(word.content or word.form in ARTICLES for word in inside[1:]):
            return None
        pair, stop = (ahead, inside[-1]), 0
    else:
        return None
    lost = {word.key for word in inside if word.content}
    if any(word.form in COMPARING for word in inside):
        return None
    if not alike(*pair) or (ahead and ahead.form in NO_LIST) or lost & {word.key for word in shorter.words}:
        return None
    ahead_count = 0 if stop else 1
    left = range(phrase.left.start - ahead_count, phrase.left.stop + min(2, phrase.after) * stop)
    right = range(phrase.right.start - ahead_count, phrase.right.stop + min(2, phrase.after) * stop)
    return Found("scope", left, right)


def _more_members(longer: Side, shorter: Side, numbers: range, at: int) -> Found | None:
    """Members with commas after them, before a list that goes on in both: "Velmar, Ostrand, the islands and the coast".

    ``at`` is where the list goes on in the shorter one. The place found is that in the longer one first.
    """
    words, rest = longer.words, longer.words[numbers.stop : numbers.stop + LIST_GOES_ON]
    join = next((n for n, word in enumerate(rest) if n and word.form in JOINING), None)
    end = next((n + 1 for n, word in enumerate(rest) if join and n > join and word.content), 0)
    marked = all(word.comma for word in words[numbers.start + 1 : numbers.stop + 1])
    lost = {words[n].key for n in numbers if words[n].content}
    same = [word.key for word in rest[:end]] == [word.key for word in shorter.words[at : at + end]]
    if not end or not marked or not same or len(lost) < len(numbers) or len(numbers) > MOST_ITEMS:
        return None
    if not numbers.start or not at or lost & {word.key for word in shorter.words}:
        return None
    return Found("scope", range(numbers.start - 1, numbers.stop + end), range(at - 1, at + end))


def narrower_nouns(beside: Beside) -> Iterator[Found]:
    """Two adjectives before a noun in one, one of them before the same noun in the other.

    Adjectives of nationality are left out: forces of one country are not part of those of two, but others.
    """
    for one, other, swapped in ((beside.left, beside.right, False), (beside.right, beside.left, True)):
        have = {word.key for word in other.words}
        for at in range(len(one.words) - 3):
            for kept, lost in ((at + 2, at), (at, at + 2)):
                if _pair(one, at) and one.words[lost].key not in have:
                    there = _alone(other, one.words[kept].key, one.words[at + 3].key)
                    if there is not None:
                        wide, narrow = range(at, at + 4), range(there, there + 2)
                        yield Found("scope", narrow, wide) if swapped else Found("scope", wide, narrow)


def _pair(side: Side, at: int) -> bool:
    first, join, second, noun = side.words[at : at + 4]
    goes_on = any(word.near and word.content for word in side.words[at + 4 : at + 5])
    return (
        join.form in JOINING
        and adjective(first)
        and adjective(second)
        and not (first.capital or second.capital)
        and noun.content
        and not (adjective(noun) and goes_on)
        and side.close(at, at + 4)
    )


def _alone(side: Side, adjective_key: str, noun_key: str) -> int | None:
    """Where the adjective stands before the noun, and no other adjective or list before it."""
    for at, word in enumerate(side.words[:-1]):
        if word.key == adjective_key and side.words[at + 1].key == noun_key and side.words[at + 1].near:
            ahead = side.words[at - 1] if at else None
            if ahead is None or not (ahead.form in JOINING or adjective(ahead) or not word.near):
                return at
    return None


def adjective(word: Token) -> bool:
    """Whether its ending surely makes it an adjective."""
    return word.content and any(
        word.form.endswith(ending) and len(word.form) >= least for ending, least in adjective_endings()
    )


def alike(one: Token, other: Token) -> bool:
    """Whether the two look like members of one list: adjectives, plurals, or nouns of one ending."""
    if not one.content or not other.content:
        return False
    if adjective(one) or adjective(other):
        return adjective(one) and adjective(other)
    plural = all(word.form.endswith("s") and not word.form.endswith(("ss", "us", "is")) for word in (one, other))
    return plural or any(one.form.endswith(end) and other.form.endswith(end) for end in NOUN_ENDINGS)
