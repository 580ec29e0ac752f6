"""Why statements stand together, in everyday words: what the links between them rest on."""

import re
from collections.abc import Iterator

from dragoman.model.links import Reason
from dragoman.model.record import LinkRow
from dragoman.model.spans import words
from dragoman.show.index import Index
from dragoman.show.phrases import say, word
from dragoman.show.pieces import plain

_WORD = re.compile(r"\w+")


def reasons(ix: Index, statements: set[str]) -> tuple[str, ...]:
    """What speaks for it that the statements are one utterance, each reason once; what says nothing is left out."""
    links = {id(link): link for statement in sorted(statements) for link in ix.links_of.get(statement, [])}
    inside = [link for link in links.values() if {link.left.id, link.right.id} <= statements]
    return tuple(dict.fromkeys(text for link in inside for reason in link.reasons for text in _text(ix, link, reason)))


def _text(ix: Index, link: LinkRow, reason: Reason) -> Iterator[str]:
    if reason.feature == "meaning":
        yield word("why.meaning")
    elif reason.feature == "wording":
        shared = ", ".join(_whole_words(ix, link.left.id, reason.detail))
        if shared:
            yield plain(say("why.wording", words=shared))
    elif reason.feature == "numbers":
        left, _, right = reason.detail.partition(" / ")
        if left.strip() and left == right:
            yield plain(say("why.numbers", numbers=left))
    elif reason.detail:
        yield reason.detail


def _whole_words(ix: Index, statement: str, stems: str) -> Iterator[str]:
    """The statement's words that begin as the reason names them: compared are words cut short."""
    row = ix.statements.get(statement)
    if row is None:
        return
    printed = _WORD.findall(words(ix.articles[row.article].text, row.content))
    for stem in stems.split(", "):
        found = next((each for each in printed if stem and each.casefold().startswith(stem)), None)
        if found:
            yield found.casefold()
