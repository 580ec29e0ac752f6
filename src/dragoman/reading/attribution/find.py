"""All attributions of one article. Rules stand behind a Protocol, so that a trained tagger can join or replace them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.model.spans import Span, Spans, merged
from dragoman.reading.attribution.according import according_drafts
from dragoman.reading.attribution.adjectives import adjective_drafts
from dragoman.reading.attribution.continuation import continued
from dragoman.reading.attribution.direct import direct_drafts
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, datelines
from dragoman.reading.attribution.labels import label_drafts, title_drafts
from dragoman.reading.attribution.nouns import noun_drafts
from dragoman.reading.attribution.postposed import postposed_drafts
from dragoman.reading.attribution.settle import one_a_cue, settle
from dragoman.reading.attribution.signed import signed_drafts
from dragoman.reading.attribution.turns import find_turns, turn_drafts, unlabelled, untitled
from dragoman.reading.attribution.verbs import verb_drafts
from dragoman.reading.quotations import Quotation, find_quotations

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
LONGEST = 130
"""A first line of more code points is no headline."""


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules find in an article, and what it takes to make statements of it."""

    parsed: Parsed
    drafts: tuple[Draft, ...]
    quotations: tuple[Quotation, ...]
    titles: Spans
    credited: Spans

    def settled(self, drafts: Sequence[Draft]) -> list[Statement]:
        """These drafts as statements of the article."""
        return settle(self.parsed.text, drafts, self.quotations, self.titles, self.credited)


def find_attributions(doc: "Doc", article: Article) -> list[Statement]:
    """The statements that the rules find; none in what is page furniture. Speakers stay empty."""
    found = find_drafts(doc, article)
    return found.settled(found.drafts)


def find_drafts(doc: "Doc", article: Article) -> Found:
    """The drafts of all rules, one a cue."""
    parsed = Parsed(doc, article.text, frozenset(_indices(doc, datelines(article.text))))
    turns = find_turns(article.text, article.furniture)
    quotations = unlabelled((q for q in find_quotations(article.text) if q.level == 0), turns)
    barred = _indices(doc, article.furniture)
    quoted = _indices(doc, [part for q in quotations for part in q.parts])
    titles = untitled(headlines(article), turns)
    off = barred | quoted
    spoken = _indices(doc, [part for turn in turns for part in turn.words])
    found = [
        *title_drafts(parsed, titles),
        *signed_drafts(parsed, quotations),
        *direct_drafts(parsed, quotations, off),
        *turn_drafts(parsed, turns),
        *label_drafts(parsed, titles, barred),
        *postposed_drafts(parsed, off | spoken),
        *according_drafts(parsed, off),
        *noun_drafts(parsed, off | spoken),
        *adjective_drafts(parsed, off | spoken),
        *verb_drafts(parsed, barred, quoted | spoken),
    ]
    drafts = one_a_cue(found)
    drafts += continued(parsed, quotations, drafts)
    credited = merged(span for credit in article.masthead.credits for span in credit.spans)
    return Found(parsed, tuple(drafts), quotations, titles, credited)


def headlines(article: Article) -> Spans:
    """Where the title stands; where the masthead does not say, the first line, if it is short and not the only one."""
    if found := article.masthead.places.get("title"):
        return found
    text = article.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    return (Span(start, end),) if 0 < end - start <= LONGEST else ()


def _indices(doc: "Doc", spans: Iterable[Span]) -> set[int]:
    """Which words lie in the spans."""
    found = [doc.char_span(*span, alignment_mode="contract") for span in spans]
    return {t.i for span in found if span is not None for t in span}
