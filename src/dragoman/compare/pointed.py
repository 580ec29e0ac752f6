"""What a judgement points at, found again among the readings, whichever reader version made them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from dragoman.model.judgement import Judgement, Pointed, party_key
from dragoman.model.links import At
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Spans, common, length, words


class Found(NamedTuple):
    """The finding, in every article that has the text; where there is none, ``why`` says so in words."""

    ats: tuple[At, ...] = ()
    why: str = ""


class Pointing:
    """Looks up what judgements point at. ``readings`` are in the order of their sources."""

    def __init__(self, readings: Iterable[ReadArticle]) -> None:
        self._texts: dict[str, list[ReadArticle]] = defaultdict(list)
        for read in readings:
            self._texts[read.article.text_sha256].append(read)

    def concerns(self, judgement: Judgement) -> bool:
        """Whether any text that it points into is among these."""
        return any(each.text_sha256 in self._texts for each in (*judgement.about, *judgement.other))

    def find(self, pointed: Pointed) -> Found:
        """The one finding with the greatest overlap, at least half of the longer of the two.

        Articles are found by their text, and by their file where several have the text.
        """
        reads = self._texts.get(pointed.text_sha256, [])
        if not reads:
            return Found(why=f"the text of {pointed.source} is not among these articles, or has changed")
        if pointed.list == "articles":
            return _article(pointed, reads)
        if words(reads[0].article.text, pointed.spans) != pointed.words:
            return Found(why=f"other words stand at its place in {pointed.source}")
        # Copies of one text may differ in what their mastheads say, and so in what was read in them.
        ats = [At(read.article.id, index) for read in reads if (index := nearest(pointed, read)) is not None]
        return Found(tuple(ats), "" if ats else f"nothing is found any more at its place in {pointed.source}")


def _article(pointed: Pointed, reads: Sequence[ReadArticle]) -> Found:
    named = [read for read in reads if read.article.source == pointed.source] or reads
    if len(named) > 1:
        return Found(why=f"several articles have the text of {pointed.source}, and none is that file")
    return Found((At(named[0].article.id, 0),))


def nearest(pointed: Pointed, read: ReadArticle) -> int | None:
    """The index of the finding that is meant; none where two fit alike."""
    ranked = []
    for index, spans, name in candidates(pointed.list, read):
        shared, longer = length(common(spans, pointed.spans)), max(length(spans), length(pointed.spans))
        if shared and 2 * shared >= longer:
            ranked.append(((shared / longer, name == pointed.name), index))
    ranked.sort(reverse=True)
    best = [index for rank, index in ranked if rank == ranked[0][0]]
    return best[0] if len(set(best)) == 1 else None


def candidates(kind: str, read: ReadArticle) -> Iterator[tuple[int, Spans, str]]:
    """Index, place and name of every finding of a list of the record; an actor once a mention."""
    article, reading = read
    if kind in ("statements", "allegations"):
        for index, statement in enumerate(reading.statements):
            yield index, statement.content, words(article.text, statement.cue)
    elif kind == "actors":
        for mention in reading.mentions:
            yield mention.entity, (mention.span,), reading.entities[mention.entity].name
    elif kind == "instruments":
        for index, named in enumerate(reading.instruments):
            yield index, (named.span,), ""
    else:
        told = {"meetings": [(each.spans, each.participants) for each in reading.meetings]}
        told["commitments"] = [(each.spans, each.actors) for each in reading.commitments]
        for index, (spans, parties) in enumerate(told.get(kind, [])):
            yield index, spans, party_key(reading.entities[i].name for i in parties)
