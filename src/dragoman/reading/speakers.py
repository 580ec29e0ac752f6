"""From the words of a statement's source to the actors who speak."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.model.reading import Statement
from dragoman.reading.cast import Cast

if TYPE_CHECKING:
    from dragoman.language.parser import Doc


def resolve_speakers(doc: "Doc", statements: Sequence[Statement], cast: Cast) -> tuple[tuple[Statement, ...], Cast]:  # noqa: ARG001  # the parse will tell how the source's words hang together
    """The statements with their speakers, and the cast with the pronouns and offices that were resolved on the way."""
    return tuple(_named(statement, cast) for statement in statements), cast


def _named(statement: Statement, cast: Cast) -> Statement:
    found = [entity for span in statement.source for entity in cast.at(span)]
    return replace(statement, speakers=tuple(found[:1]), speakers_basis="named") if found else statement
