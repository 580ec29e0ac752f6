"""The ledgers that rest on all other links: undertakings, and figures of one thing."""

from dataclasses import replace

from dragoman.compare.commitments import merge_commitments
from dragoman.compare.figures import join_figures
from dragoman.compare.judged import Judged
from dragoman.model.links import Links


def with_ledgers(judged: Judged, links: Links) -> Links:
    """The links with the ledgers of the readings that they relate, and with what became of all judgements."""
    readings = judged.readings
    undertaken = merge_commitments(
        readings, links.actors, links.stories, links.utterances, links.dates, judged.commitments
    )
    counted = join_figures(readings, links.actors, links.stories, links.dates, links.quantities)
    return replace(
        links,
        commitments=undertaken.groups,
        figures=counted.groups,
        as_of=counted.as_of,
        joins=(*links.joins, *undertaken.joins, *judged.joins),
        judged=judged.outcomes(),
    )
