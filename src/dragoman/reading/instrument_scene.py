"""One article as far as it is read when texts are looked for in it, and what was read of one mention so far."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.states import state_words
from dragoman.model.reading import Mention, Timex
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from dragoman.language.parser import Doc, Token


DASH = re.compile(r"[-–—/]")


class Scene(NamedTuple):
    """One article as far as it was read."""

    doc: "Doc"
    cast: Cast
    timexes: "Sequence[Timex]"

    def mention_at(self, token: "Token") -> Mention | None:
        """The actor named at this token; pronouns name nobody here."""
        found = self.cast.mentions_at((token.idx, token.idx + len(token)))
        return next((mention for mention in found if mention.form != "pronoun"), None)

    def timex_at(self, token: "Token") -> int | None:
        """The time expression that begins at this token."""
        return next(iter(timexes_in(self.timexes, token.idx, token.idx + len(token))), None)

    def parties_at(self, token: "Token") -> list[int]:
        """Actors of the article that a modifier stands for: "the Velmarian-Ostrandian accord"."""
        return [entity for part in DASH.split(token.text) for entity in self._party(part)][:2]

    def _party(self, word: str) -> list[int]:
        words = state_words().get(word)
        code = words.adjective or words.noun or words.name if words is not None else None
        every = enumerate(self.cast.entities)
        if code:
            return [index for index, entity in every if entity.kind == "state" and entity.country == code]
        named = word[:1].isupper()
        return [index for index, entity in every if named and entity.kind in ("body", "group") and word in entity.names]

    def behind(self, at: int, end: int) -> int:
        """The first token from ``at`` on that begins at or after the offset ``end``."""
        while at < len(self.doc) and self.doc[at].idx < end:
            at += 1
        return at


@dataclass(slots=True)
class Draft:
    """What identifies a text, as far as it was read; ``start`` and ``end`` are tokens."""

    start: int
    end: int
    name: str | None = None
    short: str | None = None
    number: str | None = None
    timexes: list[int] = field(default_factory=list)
    parties: list[int] = field(default_factory=list)
    count: int | None = None
    topics: list[str] = field(default_factory=list)
    stage: str | None = None
    sought: bool = False
    made: bool = False
    other: str | None = None
    place: str | None = None
    definite: bool = False
    indefinite: bool = False
    listed: bool = False

    def span(self, doc: "Doc") -> Span:
        """The offsets of its words."""
        last = doc[self.end - 1]
        return Span(doc[self.start].idx, last.idx + len(last))
