"""All attributions of one article. Rules stand behind a Protocol, so that a trained tagger can join or replace them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.reading.attribution.according import according_drafts
from dragoman.reading.attribution.direct import direct_drafts
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.settle import settle
from dragoman.reading.attribution.verbs import verb_drafts
from dragoman.reading.quotations import find_quotations

if TYPE_CHECKING:
    from dragoman.language.parser import Doc


class Attributor(Protocol):
    """What finds attributions. ``name`` names it with its version; it is part of the reader's version in the cache."""

    @property
    def name(self) -> str:
        """For instance ``rules 1``."""
        ...

    def find(self, doc: "Doc", article: Article) -> list[Statement]:
        """The article's statements without speakers, in the order of their contents; ``inside`` is an index."""
        ...


@dataclass(frozen=True, slots=True)
class RuleAttributor:
    """Grammar of the parse plus the cue list."""

    name: str = "rules 1"

    def find(self, doc: "Doc", article: Article) -> list[Statement]:
        """The article's statements by rule."""
        return find_attributions(doc, article)


RULES = RuleAttributor()


def find_attributions(doc: "Doc", article: Article) -> list[Statement]:
    """The statements that the rules find; none in what is page furniture. Speakers stay empty."""
    quotations = [q for q in find_quotations(article.text) if q.level == 0]
    barred = _indices(doc, [(s.start, s.end) for s in article.furniture])
    quoted = _indices(doc, [(q.words.start, q.words.end) for q in quotations])
    direct = list(direct_drafts(doc, quotations, barred | quoted))
    taken = {draft.at for draft in direct}
    others = [d for d in verb_drafts(doc, barred) if d.at not in taken]
    drafts: list[Draft] = [*direct, *according_drafts(doc, barred), *others]
    return settle(article.text, drafts, quotations)


def _indices(doc: "Doc", spans: list[tuple[int, int]]) -> set[int]:
    """Which words lie in the spans."""
    found = [doc.char_span(*span, alignment_mode="contract") for span in spans]
    return {t.i for span in found if span is not None for t in span}
