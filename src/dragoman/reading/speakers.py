"""From the words of a statement's source to the actors who speak."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.reading import Statement
from dragoman.reading.cast import Cast
from dragoman.reading.going_on import GoingOn
from dragoman.reading.sources import Found, Sources

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

FIRST = frozenset({"i", "we", "my", "our"})
TELLING = frozenset({"tell", "ask", "urge", "inform", "assure", "warn", "remind", "notify", "call", "press", "advise"})


def resolve_speakers(doc: "Doc", statements: Sequence[Statement], cast: Cast) -> tuple[tuple[Statement, ...], Cast]:
    """The statements with speakers, ``via`` and addressees, and the cast with the unnamed people who speak."""
    if cast.allusions is None:
        return tuple(statements), cast
    sources = Sources(doc, cast)
    resolved = list(statements)
    going_on = GoingOn(sources)
    for index in sorted(range(len(statements)), key=lambda i: _place(statements[i])):
        found = _resolve(sources, statements[index])
        resolved[index] = going_on.take_up(found, inside=statements[index].inside is not None)
    _in_own_words(sources, resolved)
    _run_on(sources, resolved)
    return tuple(resolved), sources.cast()


def _place(statement: Statement) -> int:
    return (statement.cue or statement.source or statement.content)[0].start


def _resolve(sources: Sources, statement: Statement) -> Statement:
    found = sources.behind(statement)
    speakers, via = _split_off_outlets(sources, statement, found)
    return replace(
        statement,
        speakers=speakers,
        speakers_basis=found.basis if speakers else None,
        via=via,
        addressees=_addressees(sources, statement, speakers),
    )


def _split_off_outlets(sources: Sources, statement: Statement, found: Found) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The speakers, and the agencies, outlets and bodies through which their words came."""
    speakers = found.speakers
    passing = sources.passing_on(statement, speakers)
    own = tuple(s for s in speakers if s not in passing)
    return (own, tuple(sorted(passing))) if own else (speakers, tuple(sorted(passing - set(speakers))))


def _addressees(sources: Sources, statement: Statement, speakers: Sequence[int]) -> tuple[int, ...]:
    """Who is told: the object of "tell", "urge" and their like."""
    found: list[int] = []
    for span in statement.cue:
        for token in sources.tokens(span):
            if token.lemma_ in TELLING:
                for child in token.children:
                    if child.dep_ in {"dobj", "dative"}:
                        found += sources.told(child)
    return tuple(entity for entity in dict.fromkeys(found) if entity not in speakers)


def _in_own_words(sources: Sources, resolved: list[Statement]) -> None:
    """Let "I" and "we" within somebody's quoted words be that speaker."""
    for index in sorted(range(len(resolved)), key=lambda i: resolved[i].content[0].start):
        statement = resolved[index]
        if statement.inside is None or statement.speakers or not sources.is_word(statement, FIRST):
            continue
        outer = resolved[statement.inside]
        at = statement.source[0]
        if outer.mode != "indirect" and any(c.start <= at.start < c.end for c in outer.content):
            resolved[index] = replace(statement, speakers=outer.speakers, speakers_basis="pronoun")


def _run_on(sources: Sources, resolved: list[Statement]) -> None:
    """Give quotations without a source the speaker of the one before, where the quotation goes on: in the same line,
    or in the next line that holds a statement.
    """
    order = sorted(range(len(resolved)), key=lambda i: resolved[i].content[0].start)
    before: Statement | None = None
    for index in order:
        statement = resolved[index]
        if statement.inside is not None:
            continue
        nobody = not statement.source and not statement.speakers and statement.mode != "indirect"
        if nobody and before is not None and before.speakers and sources.follows(before, statement):
            resolved[index] = statement = replace(statement, speakers=before.speakers, speakers_basis="running")
        before = statement
