"""The article's tokens as plain lists, which rules walk over faster than over the parser's own objects."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

OPENING = frozenset('“"‘«(—–:[•|/…')
TITLE_CASE = 0.75
"""Share of a headline's longer words that begin with a capital."""


@dataclass(frozen=True, slots=True)
class Page:
    """Token texts, their offsets, the line that each stands in, which stand between quotation marks, which open a
    sentence or quotation (so that a capital there tells nothing), and which lines are set as headlines.
    """

    doc: "Doc"
    text: str
    tokens: list[str]
    starts: list[int]
    line: list[int]
    quoted: list[bool]
    opens: list[bool]
    headlines: frozenset[int]
    labels: dict[int, str]

    def span(self, start: int, end: int) -> Span:
        """The offsets of the tokens ``start <= i < end``."""
        return Span(self.starts[start], self.starts[end - 1] + len(self.tokens[end - 1]))

    def words(self, start: int, end: int) -> str:
        """The text of the tokens ``start <= i < end``."""
        return self.text[self.starts[start] : self.starts[end - 1] + len(self.tokens[end - 1])]

    def glued(self, index: int) -> bool:
        """Whether no space stands between this token and the one before it."""
        return index > 0 and self.starts[index - 1] + len(self.tokens[index - 1]) == self.starts[index]

    def head(self, start: int, end: int) -> "Token":
        """The token of the stretch whose head lies outside it."""
        token = self.doc[end - 1]
        while start <= token.head.i < end and token.head.i != token.i:
            token = token.head
        return token


def lay_out(doc: "Doc") -> Page:
    """The page of a parsed text."""
    tokens = [token.text for token in doc]
    starts = [token.idx for token in doc]
    line, quoted, opens = _marks(tokens)
    for sentence in doc.sents:
        opens[sentence.start] = True
    labels = {i: ent.label_ for ent in doc.ents for i in range(ent.start, ent.end)}
    return Page(doc, text_of(doc), tokens, starts, line, quoted, opens, _headlines(tokens, line), labels)


def _marks(tokens: list[str]) -> tuple[list[int], list[bool], list[bool]]:
    line: list[int] = []
    quoted: list[bool] = []
    opens: list[bool] = []
    number, inside, opening = 0, False, True
    for word in tokens:
        line.append(number)
        opens.append(opening)
        opening = word in OPENING
        if word == "“" or (word == '"' and not inside):
            inside = True
        elif word in {"”", '"'}:
            inside = False
        quoted.append(inside)
        if "\n" in word:
            number += 1
            inside, opening = False, True
    return line, quoted, opens


def _headlines(tokens: list[str], line: list[int]) -> frozenset[int]:
    capital: dict[int, int] = {}
    words: dict[int, int] = {}
    last: dict[int, str] = {}
    for token, number in zip(tokens, line, strict=True):
        if len(token) > 3 and token.isalpha():
            words[number] = words.get(number, 0) + 1
            capital[number] = capital.get(number, 0) + token[0].isupper()
        if not token.isspace():
            last[number] = token
    return frozenset(
        number
        for number, count in words.items()
        if count >= 3 and capital[number] >= TITLE_CASE * count and last[number] not in {".", "”", '"', ".”", ":"}
    )
