"""The cast of one article: who is in it, and where each is named."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import TYPE_CHECKING

from dragoman.model.article import Article
from dragoman.model.reading import Entity, Mention
from dragoman.reading.actors import draft_bodies, draft_states, settle
from dragoman.reading.allusions import Allusions
from dragoman.reading.drafts import Drafts
from dragoman.reading.named_people import draft_people
from dragoman.reading.page import lay_out
from dragoman.reading.scene import set_scene

if TYPE_CHECKING:
    from dragoman.language.parser import Doc


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of one article and their mentions, in the order of the text. Mentions do not overlap, but those of
    a plural ("both ministers"), which share their span. ``outlets`` are the entities that are credited as sources.
    ``allusions`` resolves pronouns and offices.
    """

    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    outlets: frozenset[int] = frozenset()
    allusions: Allusions | None = field(default=None, compare=False, repr=False)

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
        while low < len(self.mentions) and self.mentions[low].span.start < end:
            yield self.mentions[low]
            low += 1


def find_cast(doc: "Doc", article: Article) -> Cast:
    """The persons, states and bodies that the article names, calls by an office, or means by a pronoun."""
    head = article.masthead
    page = lay_out(doc)
    apart = [*article.furniture, *chain.from_iterable(head.places.get(name, ()) for name in ("outlet", "authors"))]
    scene = set_scene(page, apart)
    drafts = Drafts()
    draft_people(scene, drafts)
    draft_states(scene, drafts)
    draft_bodies(scene, drafts)
    outlets = settle(page, drafts, [(credit.name, credit.spans) for credit in head.credits])
    allusions = Allusions(scene, drafts)
    allusions.resolve()
    return in_order(drafts, outlets, allusions)


def in_order(drafts: Drafts, outlets: frozenset[int], allusions: Allusions) -> Cast:
    """Entities in the order of their first mention; those without a mention are left out."""
    mentions = sorted(drafts.mentions, key=lambda mention: (mention.span, mention.entity))
    order = {index: place for place, index in enumerate(dict.fromkeys(m.entity for m in mentions))}
    entities = tuple(drafts.drafts[index].entity() for index in order)
    allusions.renumber(order)
    moved = tuple(Mention(m.span, m.form, order[m.entity]) for m in mentions)
    return Cast(entities, moved, frozenset(order[i] for i in outlets if i in order), allusions)
