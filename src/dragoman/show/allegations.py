"""Who accuses whom of what, and who answers: each accusation with its words, answers and days, and no verdict."""

from dataclasses import dataclass

from dragoman.model.record import AllegationRow, AnswerRow
from dragoman.model.when import When
from dragoman.show.cite import dated, name
from dragoman.show.disputes import MOST, line, told
from dragoman.show.index import Index
from dragoman.show.lacking import outlets_lacking
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Pieces, joined, plain


@dataclass(frozen=True, slots=True)
class Allegation:
    """One accusation: who accuses, who is accused, when it was first told, the lines of its words and of its answers,
    and lines on articles that have it without an answer, or do not have it.
    """

    id: str
    by: Pieces
    against: Pieces
    when: Pieces
    said: tuple[Pieces, ...]
    answers: tuple[Pieces, ...]
    lacking: tuple[Pieces, ...]


def allegations(ix: Index) -> tuple[Allegation, ...]:
    """All accusations: first those that are answered, then by how many statements voice them and by day."""
    order = {row.id: number for number, row in enumerate(ix.record.allegations)}
    rows = sorted(ix.record.allegations, key=lambda row: (not row.answers, -len(row.statements), order[row.id]))
    return tuple(_allegation(ix, row) for row in rows)


def _allegation(ix: Index, row: AllegationRow) -> Allegation:
    near = ix.statements[row.statements[0]].article
    answers = tuple(_answer(ix, row, answer) for answer in row.answers[:MOST])
    denials = frozenset(answer.statement for answer in row.answers)
    return Allegation(
        id=row.id,
        by=_names(ix, row.by, near) or (word("allegations.open_by"),),
        against=_names(ix, row.against, near) or (word("allegations.open"),),
        when=dated(ix, min((told(ix, each) for each in row.statements), key=_order)),
        said=tuple(line(ix, statement, denials) for statement in row.statements[:MOST]),
        answers=answers or ((word("allegations.unanswered"),),),
        lacking=(
            *(say("allegations.answer_lacking", line=each) for each in outlets_lacking(ix, row.unanswered)),
            *(say("allegations.lacking", line=each) for each in outlets_lacking(ix, row.lacking)),
        ),
    )


def _names(ix: Index, actors: tuple[str, ...], near: str) -> Pieces:
    """The names, each once: two actors of whom no more is known may be named alike."""
    found = {plain(each): each for each in (name(ix, actor, near) for actor in reversed(actors))}
    return joined(list(reversed(found.values())))


def _answer(ix: Index, row: AllegationRow, answer: AnswerRow) -> Pieces:
    """How it is answered, how soon where both days are known, and in which words."""
    kind = word(f"allegations.{answer.kind.replace('-', '_')}")
    soon = _soon(ix, row, answer)
    phrase = "allegations.answer_soon" if soon else "allegations.answer"
    return say(phrase, kind=kind, soon=soon, line=line(ix, answer.statement))


def _order(when: When) -> tuple[bool, str]:
    return not when.edtf, str(when.latest or when.earliest)


def _soon(ix: Index, row: AllegationRow, answer: AnswerRow) -> str:
    """So many days between the first words and the answer, or else between the articles that first report them."""
    answering = ix.statements[answer.statement]
    said = [ix.statements[each].said_on.day for each in row.statements]
    phrase, first, later = "after", min((day for day in said if day), default=None), answering.said_on.day
    if not all(said) or later is None:
        reported = [ix.articles[ix.statements[each].article].published.day for each in row.statements]
        first, later = min((day for day in reported if day), default=None), ix.articles[answering.article].published.day
        phrase = "reported"
    if first is None or later is None or later < first:
        return ""
    days = (later - first).days
    number = "_same_day" if days == 0 else "_one" if days == 1 else ""
    return plain(say(f"allegations.{phrase}{number}", days=str(days)))
