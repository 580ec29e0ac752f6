"""A cast and its speakers made from a text, as the reader makes them."""

from dataclasses import dataclass

from dragoman.language.parser import Parser
from dragoman.model.article import Article, Masthead
from dragoman.model.reading import Entity, Statement
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast, find_cast
from dragoman.reading.speakers import resolve_speakers


def article_of(text: str, masthead: Masthead | None = None) -> Article:
    return Article("a", "a.txt", text, "", "", masthead or Masthead())


@dataclass(frozen=True)
class Played:
    """A text with its cast, looked up by the words printed."""

    text: str
    cast: Cast
    parser: Parser

    def span(self, words: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words))

    def named(self, name: str) -> Entity:
        return next(e for e in self.cast.entities if e.name == name)

    def at(self, words: str, nth: int = 0) -> list[str]:
        """The names of the entities at the nth place of the words."""
        return [self.cast.entities[i].name for i in self.cast.at(self.span(words, nth))]

    def offices(self, name: str) -> set[tuple[str, str | None]]:
        return {(o.title, o.country or o.body) for o in self.named(name).offices}

    def speakers(self, source: str, cue: str, content: str) -> tuple[list[str], Statement]:
        """Who speaks where a statement has these words as source, cue and content."""
        statement = Statement(
            (self.span(content),), (self.span(source),) if source else (), (self.span(cue),), "indirect"
        )
        found, cast = resolve_speakers(self.parser.parse(self.text), [statement], self.cast)
        return [cast.entities[i].name for i in found[0].speakers], found[0]


def play(parser: Parser, text: str, masthead: Masthead | None = None) -> Played:
    article = article_of(text, masthead)
    return Played(text, find_cast(parser.parse(text), article), parser)
