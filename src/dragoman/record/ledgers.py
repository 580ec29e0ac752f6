"""The ledgers of a record: what people follow a negotiation by, each compiled from findings and links."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.model.links import Links
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Record
from dragoman.model.spans import Spans
from dragoman.record.acts import act_rows
from dragoman.record.allegations import allegation_rows
from dragoman.record.commitments import commitment_rows
from dragoman.record.disputes import dispute_rows
from dragoman.record.identify import Ids
from dragoman.record.instruments import instrument_rows, open_rows, text_rows
from dragoman.record.naming import naming_rows, wording_rows
from dragoman.record.positions import Books, position_rows
from dragoman.record.rows import figure_rows, figures_beside


def with_ledgers(
    record: Record,
    by_id: Mapping[str, ReadArticle],
    links: Links,
    ids: Ids,
    named: Mapping[str, Mapping[str, Spans]],
) -> Record:
    """The record with the ledgers that rest on its actors, statements, utterances and meetings. ``by_id`` are the
    readings in order; ``named`` says which issues each statement names, and where.
    """
    kept = {row.id for row in record.statements}
    books, beside = Books(by_id, links, ids, record.actors, record.statements), figures_beside(links, ids)
    differing = dispute_rows(by_id, links, ids, kept)
    return replace(
        record,
        positions=position_rows(books, record.statements, named, record.utterances),
        commitments=tuple(commitment_rows(by_id, links, ids)),
        instruments=tuple(instrument_rows(by_id, links, ids, record.statements, differing)),
        instrument_texts=tuple(text_rows(links, ids, kept)),
        open_instruments=tuple(open_rows(by_id, links, ids)),
        disputes=tuple(differing),
        allegations=tuple(allegation_rows(by_id, links, ids, kept)),
        naming=naming_rows(by_id, links, ids),
        wordings=wording_rows(links),
        acts=act_rows(by_id.values(), record.meetings, record.actors, ids, kept),
        figures=tuple(row for read in by_id.values() for row in figure_rows(read, links, ids, beside)),
    )
