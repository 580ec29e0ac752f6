"""The cast of one article: who is in it, and where each is named."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.model.article import Article
from dragoman.model.reading import ActorKind, Entity, Mention
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

KINDS: dict[str, ActorKind] = {"PERSON": "person", "GPE": "state", "ORG": "body"}


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of one article and their mentions; mentions stand in the order of the text and do not overlap."""

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()

    def mentions_at(self, span: tuple[int, int]) -> tuple[Mention, ...]:
        """The mentions that lie in the span or overlap it, in the order of the text."""
        return tuple(self._overlapping(*span))

    def at(self, span: tuple[int, int]) -> tuple[int, ...]:
        """The indices of the entities mentioned in the span or overlapping it, each once, in the order of the text."""
        return tuple(dict.fromkeys(mention.entity for mention in self._overlapping(*span)))

    def _overlapping(self, start: int, end: int) -> Iterator[Mention]:
        low, high = 0, len(self.mentions)
        while low < high:
            middle = (low + high) // 2
            if self.mentions[middle].span.end <= start:
                low = middle + 1
            else:
                high = middle
        for mention in self.mentions[low:]:
            if mention.span.start >= end:
                return
            yield mention


def find_cast(doc: "Doc", article: Article) -> Cast:  # noqa: ARG001  # the masthead will tell who is no actor
    """The persons, states, bodies and groups that the article names."""
    entities: dict[str, Entity] = {}
    mentions = []
    for found in doc.ents:
        if found.label_ in KINDS and found.text.strip():
            entities.setdefault(found.text, Entity(KINDS[found.label_], found.text, (found.text,)))
            index = list(entities).index(found.text)
            mentions.append(Mention(Span(found.start_char, found.end_char), "name", index))
    return Cast(tuple(entities.values()), tuple(mentions))
