"""People's judgements as rows: what became of each, and what they set aside."""

from collections.abc import Iterable, Iterator, Mapping

from dragoman.model.article import Dropped
from dragoman.model.links import At, Replayed
from dragoman.model.reading import Mention, ReadArticle, Reading
from dragoman.model.record import JudgementRow
from dragoman.model.spans import Place, Span, Spans


def judgement_rows(judged: Iterable[Replayed]) -> tuple[JudgementRow, ...]:
    """One row a judgement that concerns the record's articles, in the order of the file."""
    return tuple(
        JudgementRow(
            id=each.judgement.id,
            applied=each.applied,
            kind=each.judgement.kind,
            by=each.judgement.by,
            because=each.judgement.because,
            made=each.judgement.made,
            effect=each.effect,
        )
        for each in judged
    )


NONE = {"not-a-statement": "statement", "not-a-commitment": "commitment", "not-an-allegation": "allegation"}
"""What people say that a finding is not."""


def set_aside(judged: Iterable[Replayed]) -> Iterator[Dropped]:
    """What people say is none: a statement stays in the record, and no brief shows it; of a commitment that some of its
    actors do not give, the others' stays.
    """
    for each in judged:
        if each.applied and each.judgement.kind in NONE and not each.judgement.other:
            for pointed in each.judgement.about:
                at = pointed.spans[0].start
                none = NONE[each.judgement.kind]
                yield Dropped(pointed.source, "judgement", f"at {at} stands no {none}, judged by {each.judgement.who}")


def place_of(noun: str, at: At, by_id: Mapping[str, ReadArticle]) -> Iterator[Place]:
    """Where a finding stands of which several make one row: an actor where its name is fullest, a meeting's report."""
    if noun in PLACES and (spans := PLACES[noun](by_id[at.article].reading, at.index)):
        yield Place(at.article, spans)


def _named(reading: Reading, entity: int) -> Spans:
    own = [mention for mention in reading.mentions if mention.entity == entity]
    return tuple(mention.span for mention in sorted(own, key=_fullest)[:1])


def _fullest(mention: Mention) -> tuple[bool, int, Span]:
    return mention.form != "name", mention.span.start - mention.span.end, mention.span


def _reported(reading: Reading, meeting: int) -> Spans:
    return reading.meetings[meeting].spans


def _undertaken(reading: Reading, commitment: int) -> Spans:
    return reading.commitments[commitment].spans


def _invoked(reading: Reading, instrument: int) -> Spans:
    return (reading.instruments[instrument].span,)


PLACES = {"actors": _named, "meetings": _reported, "commitments": _undertaken, "instruments": _invoked}
"""Of which lists, and where."""
