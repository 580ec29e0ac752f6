"""Which thing a term with a noun for its kind names: the road of these towns, the government of this state."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from dragoman.compare.name_keys import Key, Keys, Use
from dragoman.knowledge.states import state_words
from dragoman.knowledge.things import place_of
from dragoman.model.reading import NameUse, ReadArticle

Root = Callable[[Key], Key]
ByIndex = Mapping[tuple[str, int], Use]
"""Names alone, by article and index."""
RESTING = frozenset({"closure", "war", "taking of land", "government"})
BANDS = frozenset({"for", "armed men"})
"""Kinds of keys of armed men: by whose side they take, and by whose they are."""
PLURAL = "s"


class Things:
    """Terms with a noun for their kind, each under the thing that it names."""

    def __init__(self, keys: Keys, root: Root, known: Mapping[Key, object]) -> None:
        self._keys, self._root, self._known = keys, root, known
        self._roots = {root(key) for key in known}

    def find(self, read: ReadArticle, by_index: ByIndex, found: dict[int, Key], *, resting: bool) -> None:
        """Adds to what was found of the article, by the index of the name: things told by names, or those that rest on
        other things ("the blockade of the corridor").
        """
        for index, use in enumerate(read.reading.names):
            if use.kind and _rests(use) == resting and (key := self._thing(read, use, found, by_index)):
                found[index] = key

    def _thing(self, read: ReadArticle, use: NameUse, found: Mapping[int, Key], by_index: ByIndex) -> Key | None:
        words = read.article.text[use.span.start : use.span.end].split()
        inner = frozenset(self._root(a) for span in use.proper for a in self._keys.anchors(read, span, self._known))
        outer = [self._outer(read, index, found, by_index) for index in use.of]
        where = frozenset(key for key in outer if key)
        if len(where) < len(use.of):
            return None
        if use.kind == "land":
            return self._land(read, use, inner)
        if use.kind == "way":
            sure = inner and (len(inner) > 1 or not any(key[0] == "state" for key in inner))
            return thing("way", inner) if sure and not words[-1].endswith(PLURAL) else None
        if use.kind == "armed men":
            return self._armed(read, use, inner) if use.proper else self._band(read, use, found)
        if use.kind == "government":
            return self._government(read, use, inner, where, words)
        anchors = where or inner
        if use.kind == "taking of land" and any(key[0] == "state" for key in anchors):
            return None
        sure = len(anchors) > 0 and not words[-1].endswith(PLURAL)
        if use.kind == "war":
            sure = sure and (use.definite or all(key[0] == "state" for key in anchors))
        return thing(str(use.kind), anchors) if sure else None

    def _outer(self, read: ReadArticle, index: int, found: Mapping[int, Key], by_index: ByIndex) -> Key | None:
        """What a name that stands behind or before it names; a noun alone means the article's one road so called."""
        if (read.article.id, index) in by_index:
            return self._root(by_index[read.article.id, index].key)
        if index in found:
            return self._root(found[index])
        use, text = read.reading.names[index], read.article.text
        word = text[use.span.start : use.span.end].casefold()
        same = {
            self._root(key)
            for i, key in found.items()
            if key[0] == use.kind and text[: read.reading.names[i].span.end].casefold().endswith(word)
        }
        return same.pop() if len(same) == 1 and not use.proper and use.kind == "way" else None

    def _land(self, read: ReadArticle, use: NameUse, inner: frozenset[Key]) -> Key | None:
        """A region is what its name alone names, unless this is a town's, a state's or a sea's."""
        if len(inner) != 1 or len(use.proper) != 1:
            return None
        (key,) = inner
        start, end = use.proper[0]
        text, behind = read.article.text[start:end], read.article.text[end : use.span.end].split()
        if not behind or behind[0].endswith(PLURAL):
            return None
        plain = key[0] != "state" and place_of(text) is None and " " not in text and not text[0].islower()
        town = key[0] == "name" and place_of(text) is not None
        return key if plain and key in self._roots else thing("land", inner) if town else None

    def _armed(self, read: ReadArticle, use: NameUse, inner: frozenset[Key]) -> Key | None:
        """The armed men of a known group, or those who take a state's side."""
        taken = read.article.text[use.span.start : use.span.start + 4].casefold() == "pro-"
        if taken and len(use.proper) == 1:
            side = frozenset(self._state(key, read, use) for key in inner)
            return thing("for", side) if all(key[0] == "state" for key in side) else None
        return thing("armed men", inner) if len(inner) == 1 and all(key[0] == "actor" for key in inner) else None

    def _band(self, read: ReadArticle, use: NameUse, found: Mapping[int, Key]) -> Key | None:
        """The one band that the article names by whose it is, where its own noun is printed alone; of one that takes a
        side, any noun for armed men ("the rebels"), since whose men others are may be told by other words.
        """
        bands = {self._root(key): index for index, key in found.items() if key[0] in BANDS}
        if len(bands) != 1:
            return None
        text, names = read.article.text, read.reading.names
        nouns = {_noun(text, names[index]) for index, key in found.items() if self._root(key) in bands}
        (band,) = bands
        return band if (use.definite and band[0] == "for") or _noun(text, use) in nouns else None

    def _government(
        self, read: ReadArticle, use: NameUse, inner: frozenset[Key], where: frozenset[Key], words: Sequence[str]
    ) -> Key | None:
        """A state's or a person's government, with no word that says which: the interim one is another."""
        states = frozenset(self._state(key, read, use) for key in inner or where)
        text = read.article.text
        own = text[use.proper[0].start : use.proper[0].end] if use.proper else ""
        plain = text[use.span.start : use.span.end].removeprefix(own).split()
        sure = len(states) == 1 and all(key[0] in ("state", "actor") for key in states) and len(plain) == 1
        bare = not (inner and where) and not words[-1].endswith(PLURAL) and not _qualified(text, use.span.start)
        return thing("government", states) if sure and bare else None

    def _state(self, key: Key, read: ReadArticle, use: NameUse) -> Key:
        """The state whose capital's name is meant, where it is one."""
        start, end = use.proper[0] if use.proper else use.span
        word = state_words().get(read.article.text[start:end])
        return ("state", word.capital) if word and word.capital and key[0] == "name" else key


def _rests(use: NameUse) -> bool:
    """Whether which thing it is rests on the other things of the article."""
    return use.kind in RESTING or (use.kind == "armed men" and not use.proper)


def _noun(text: str, use: NameUse) -> str:
    return text[: use.span.end].rsplit(None, 1)[-1].rsplit("-", 1)[-1].casefold()


def thing(kind: str, anchors: frozenset[Key]) -> Key:
    """The key of the thing of a kind that these names tell from others of its kind."""
    return (kind, *sorted(" ".join(anchor) for anchor in anchors))


def _qualified(text: str, start: int) -> bool:
    """Whether an adjective stands before the name: "the former Velmarian government"."""
    before = text[max(0, start - 24) : start].rsplit(None, 1)
    last = before[-1].casefold() if before and text[start - 1 : start] == " " else ""
    return last in QUALIFYING


QUALIFYING = frozenset(
    {
        "former",
        "interim",
        "transitional",
        "provisional",
        "new",
        "next",
        "future",
        "previous",
        "old",
        "caretaker",
        "exiled",
    }
    | {"shadow", "local", "regional", "unity", "coalition", "pro-western", "anti", "first", "second", "last", "then"}
)


def same_roads(keys: Sequence[Key]) -> Iterator[tuple[Key, Key]]:
    """Roads named after one end and the one road named after this end and another."""
    ends: dict[str, list[Key]] = defaultdict(list)
    for key in keys:
        for anchor in key[1:] if key[0] == "way" and len(key) == 3 else ():
            ends[anchor].append(key)
    for key in keys:
        if key[0] == "way" and len(key) == 2 and len(ends[key[1]]) == 1:
            yield key, ends[key[1]][0]
