"""Names for one thing, and the words that single outlets use more than others, as rows of the record."""

from dataclasses import dataclass

from dragoman.model.links import TermJoin, TermVoice
from dragoman.model.spans import Place, Spans


@dataclass(frozen=True, slots=True)
class TermUse:
    """One use of one name for a referent, as printed, in whose voice: the outlet's own, or that of actors (``by``), who
    are *quoted* where the words stand between quotation marks; *attributed* are an outlet's words for what they say.
    """

    term: str
    voice: TermVoice
    by: tuple[str, ...]
    article: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class NamingRow:
    """The names used for one referent, which is called here as the articles call it most, at ``place``. ``kind`` is
    the kind of thing where the terms say it; ``joins`` are why two terms are names of one thing.
    """

    referent: str
    terms: tuple[TermUse, ...]
    id: str = ""
    kind: str | None = None
    place: Place | None = None
    joins: tuple[TermJoin, ...] = ()


@dataclass(frozen=True, slots=True)
class WordingRow:
    """A word, or two, that an outlet uses in its own voice more than the others do: in ``count`` of its ``words`` (each
    counted once an article), against ``others`` of ``others_words``. ``z`` is the weighted log-odds ratio in standard
    deviations (Monroe, Colaresi and Quinn 2008).
    """

    id: str
    outlet: str
    term: str
    z: float
    count: int
    words: int
    others: int
    others_words: int
    places: tuple[Place, ...]
