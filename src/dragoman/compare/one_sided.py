"""Which articles have one side's words and not the other's, of those that were read in full and are not older."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from dragoman.compare.accused import keys_of, wrong_keys
from dragoman.compare.forms import tokens
from dragoman.compare.silence import Asked, find_lacking, lacking_in
from dragoman.compare.voices import Parties
from dragoman.model.links import AllegationGroup, At, DisputeGroup, Lacking, Rendering, StoryGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Place, Span, Spans, merged
from dragoman.model.when import When


@dataclass(frozen=True, slots=True)
class Sides:
    """What is needed to tell which articles lack a side: whose state everybody is, stories, and days."""

    parties: Parties
    stories: Sequence[StoryGroup]
    dates: Mapping[str, When]
    said_on: Mapping[At, When]

    def of_disputes(
        self,
        groups: Sequence[DisputeGroup],
        allegations: Iterable[AllegationGroup],
        utterances: Iterable[Sequence[Rendering]],
    ) -> tuple[DisputeGroup, ...]:
        """The disputes, each side with the articles that have the other's words and not its own: words are also other
        renderings of a side's utterances, and other tellings of its accusations.
        """
        same: defaultdict[At, set[At]] = defaultdict(set)
        for one in (*(a.statements for a in allegations), *({r.statement for r in u} for u in utterances)):
            for at in one:
                same[at].update(one)
        wide = [[sorted({o for at in side for o in same.get(at, {at})}) for side in group.sides] for group in groups]
        pairs = [(sides[1 - side], sides[side]) for sides in wide for side in (0, 1)]
        known = self._known(pairs, denied=[group.kind == "denial" for group in groups for _ in (0, 1)])
        return tuple(replace(group, lacking=known[2 * n : 2 * n + 2]) for n, group in enumerate(groups))

    def of_allegations(self, groups: Sequence[AllegationGroup]) -> tuple[AllegationGroup, ...]:
        """The accusations, with the articles that have no answer, and those of the story that do not have it; where it
        is open who is accused, it is open who else tells of it.
        """
        pairs = [(group.statements, tuple(answer.statement for answer in group.answers)) for group in groups]
        known = self._known(pairs, denied=[True for _ in groups])
        readings = tuple(self.parties.desk.readings.values())
        said = [[self._rendering(at) for at in group.statements if group.against] for group in groups]
        lacking = find_lacking(readings, self.stories, said, self.dates, self.said_on)
        return tuple(
            replace(group, unanswered=unanswered, lacking=tuple(self._accusing(row, group) for row in without))
            for group, unanswered, without in zip(groups, known, lacking, strict=True)
        )

    def _rendering(self, at: At) -> Rendering:
        return Rendering(at, self.parties.desk.readings[at.article].reading.statements[at.index].content)

    def _without(self, having: Iterable[At], words: Iterable[At]) -> list[str]:
        """The articles with the one side's words that hold none of the other's, of outlets that hold none elsewhere."""
        held = {at.article for at in words}
        outlets = {self._outlet(article) for article in held} - {None}
        return sorted(
            {at.article for at in having if at.article not in held and self._outlet(at.article) not in outlets}
        )

    def _outlet(self, article: str) -> str | None:
        return self.parties.desk.readings[article].article.masthead.outlet

    def _known(
        self, pairs: Sequence[tuple[Sequence[At], Sequence[At]]], denied: Sequence[bool]
    ) -> tuple[tuple[Lacking, ...], ...]:
        """What is known of the articles that have the first statements of a pair and none of the second."""
        asked = [
            Asked([self._rendering(at) for at in words], self._without(having, words), self._places(having))
            if words
            else Asked((), ())
            for having, words in pairs
        ]
        found = lacking_in(self.parties.desk.readings, asked, self.dates, self.said_on)
        return tuple(
            tuple(self._perhaps(row, words) if may else row for row in rows)
            for rows, (_, words), may in zip(found, pairs, denied, strict=True)
        )

    def _places(self, statements: Sequence[At]) -> dict[str, Spans]:
        """Where the statements stand, by article: one side's words are not the other's in other words."""
        spans: defaultdict[str, list[Span]] = defaultdict(list)
        for at in statements:
            spans[at.article] += self._rendering(at).spans
        return {article: merged(found) for article, found in spans.items()}

    def _perhaps(self, row: Lacking, words: Sequence[At]) -> Lacking:
        """What is absent, unless the article has a sentence in which somebody of the side denies something."""
        sides = {party for at in words for party in self.parties.of_statement(at)}
        return self._near(row, sides, keys_of("denies"))

    def _accusing(self, row: Lacking, group: AllegationGroup) -> Lacking:
        """What is absent, unless the article has a sentence that names the accused and speaks of a wrong."""
        accused = {self.parties.of(at) for at in group.against}
        return self._near(row, accused, keys_of("accuses") | keys_of("behind it") | wrong_keys().keys())

    def _near(self, row: Lacking, sides: AbstractSet[str], keys: AbstractSet[str]) -> Lacking:
        """The same, or where somebody of the sides stands in one sentence with one of the words."""
        place = self._beside(self.parties.desk.readings[row.article], sides, keys) if row.why == "absent" else None
        return replace(row, why="near", near=place) if place else row

    def _beside(self, read: ReadArticle, sides: AbstractSet[str], keys: AbstractSet[str]) -> Place | None:
        article, reading = read
        named = [m.span for m in reading.mentions if self.parties.of(At(article.id, m.entity)) in sides]
        for sentence in reading.sentences:
            if any(sentence.start <= span.start < sentence.end for span in named):
                held = {word.key for word in tokens(article.text, (Span(*sentence),))}
                if held & keys:
                    return Place(article.id, (Span(*sentence),))
        return None
