"""Allegations as rows: who accuses whom, in which words, and who answers."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from dragoman.model.ids import compiled_id
from dragoman.model.links import Links
from dragoman.model.reading import ReadArticle
from dragoman.model.record import AllegationRow, AnswerRow
from dragoman.model.spans import Place
from dragoman.record.identify import Ids


def allegation_rows(
    by_id: Mapping[str, ReadArticle], links: Links, ids: Ids, kept: AbstractSet[str]
) -> list[AllegationRow]:
    """One row an allegation of which a statement is kept, by its first day and id."""
    rows = []
    for group in links.allegations:
        here = [at for at in group.statements if ids.statements[at] in kept]
        if here:
            said = [by_id[at.article].reading.statements[at.index] for at in here]
            statements = tuple(ids.statements[at] for at in here)
            answers = [AnswerRow(ids.statements[a.statement], a.kind, a.when) for a in group.answers]
            row = AllegationRow(
                id=compiled_id("allegation", statements),
                by=tuple(dict.fromkeys(ids.actors[at] for at in group.by)),
                against=tuple(dict.fromkeys(ids.actors[at] for at in group.against)),
                statements=statements,
                answers=tuple(answer for answer in answers if answer.statement in kept),
                when=group.when,
                places=tuple(Place(at.article, row.content) for at, row in zip(here, said, strict=True)),
                unanswered=group.unanswered,
                lacking=group.lacking,
            )
            rows.append(row)
    return sorted(rows, key=lambda row: (row.when.edtf == "", str(row.when.latest or row.when.earliest), row.id))
