"""The ledgers that rest on all other links: undertakings, and figures of one thing."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.compare.commitments import merge_commitments
from dragoman.compare.figures import join_figures
from dragoman.model.links import Links
from dragoman.model.reading import ReadArticle


def with_ledgers(readings: Sequence[ReadArticle], links: Links) -> Links:
    """The links with the ledgers of the readings that they relate."""
    undertaken = merge_commitments(readings, links.actors, links.stories, links.utterances, links.dates)
    counted = join_figures(readings, links.actors, links.stories, links.dates, links.quantities)
    return replace(
        links,
        commitments=undertaken.groups,
        figures=counted.groups,
        as_of=counted.as_of,
        joins=(*links.joins, *undertaken.joins),
    )
