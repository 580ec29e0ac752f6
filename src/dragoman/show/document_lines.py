"""A document as lines, for Markdown and the terminal."""

from collections.abc import Iterator

from dragoman.show.instruments import Document
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces


def document_lines(each: Document) -> Iterator[tuple[int, Pieces]]:
    """The lines with their depth; the name has none."""
    yield 0, each.name
    yield 1, each.line
    if each.called:
        yield 1, say("documents.called", names=each.called)
    if each.text:
        yield 1, each.text
    for dispute in each.disputes:
        yield 1, dispute
    for provision in each.provisions:
        yield 1, provision.line
        if provision.text:
            yield 2, say("documents.provision_text", words=provision.text)
        yield from ((2, use) for use in provision.uses)
    for left, right in each.quoted:
        yield 1, left
        yield from ((2, right),) if right else ()
    if each.uses:
        yield 1, (word("documents.invoked"),)
    for who, lines in each.uses:
        yield 2, who
        yield from ((3, line) for line in lines)
    if each.more:
        yield 2, say("documents.more", rows=each.more)
