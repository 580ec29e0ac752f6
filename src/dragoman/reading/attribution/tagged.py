"""The trained tagger and the rules together, as one reader of attributions."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.language.tagger import Tagger
from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.model.spans import common
from dragoman.reading.attribution.combine import combined
from dragoman.reading.attribution.evidence import Tagged, confidence
from dragoman.reading.attribution.find import find_drafts
from dragoman.reading.attribution.pairing import pair
from dragoman.reading.attribution.tags import best

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

MODEL_NAME = "tagger 1 with rules 1"


@dataclass(frozen=True, slots=True)
class TaggedAttributor:
    """Attributions by the tagger; kinds, nesting and what the tagger cannot see by the rules."""

    tagger: Tagger
    name: str = MODEL_NAME

    def find(self, doc: "Doc", article: Article) -> list[Statement]:
        """The article's statements, each with its calibrated confidence; none in page furniture."""
        statements, tagged = self.weighed(doc, article)
        return [replace(statement, confidence=confidence(statement, tagged)) for statement in statements]

    def weighed(self, doc: "Doc", article: Article) -> tuple[list[Statement], Tagged]:
        """The statements as the rules grade them, and what the tagger thinks of the article's words."""
        rules = find_drafts(doc, article)
        tagged = Tagged(*self.tagger.read(article.text))
        found = pair(tagged.pieces, best(tagged.logits, tagged.pieces.inner), article.text)
        kept = [a for a in found if not common((*a.cue, *a.content), article.furniture)]
        return rules.settled(combined(rules, kept, tagged)), tagged
