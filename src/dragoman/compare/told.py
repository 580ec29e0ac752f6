"""Articles with what is needed of each to compare its statements, made once where it is asked for."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.compare.forms import tokens
from dragoman.compare.phrases import Side
from dragoman.compare.shift_names import Named
from dragoman.compare.shift_notes import Told
from dragoman.model.links import ActorGroup, At, Rendering
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Span, Spans, common, covers


class Desk:
    """The readings, with the number of the actor that each entity is."""

    def __init__(self, readings: Sequence[ReadArticle], actors: Iterable[ActorGroup]) -> None:
        groups = list(actors)
        self.readings: Mapping[str, ReadArticle] = {read.article.id: read for read in readings}
        self.actors = {at: number for number, group in enumerate(groups) for at in group.entities}
        self._states = {number: state for number, group in enumerate(groups) if (state := self._state(group))}
        self._runs: dict[str, Spans] = {}
        self._sides: dict[Rendering, Side] = {}
        self._keys: dict[str, str] = {}

    def state(self, actor: int) -> str | None:
        """The state that the actor with this number is, or belongs to."""
        return self._states.get(actor)

    def row(self, rendering: Rendering) -> Statement:
        """The statement that is rendered."""
        return self.readings[rendering.statement.article].reading.statements[rendering.statement.index]

    def text(self, rendering: Rendering) -> str:
        """The text of the article in which it stands."""
        return self.readings[rendering.statement.article].article.text

    def side(self, rendering: Rendering) -> Side:
        """The rendering's words, and which of them are quoted."""
        if rendering not in self._sides:
            words = tokens(self.text(rendering), rendering.spans)
            runs = self._quoted(rendering.statement.article) if self.row(rendering).mode != "indirect" else ()
            self._sides[rendering] = Side(words, tuple(covers(runs, (word.span,)) for word in words))
        return self._sides[rendering]

    def keys(self, article: str) -> str:
        """The keys of all words of the article, with spaces between and around."""
        if article not in self._keys:
            text = self.readings[article].article.text
            self._keys[article] = f" {' '.join(word.key for word in tokens(text, (Span(0, len(text)),)))} "
        return self._keys[article]

    def denies(self, rendering: Rendering) -> bool:
        """Whether the words that report it turn it round: what someone denied is the contrary of what they said."""
        return any(word.mark("negation") for word in tokens(self.text(rendering), self.row(rendering).cue))

    def mentions(self, rendering: Rendering) -> list[Named]:
        """Who is named in it, pronouns left out."""
        article = rendering.statement.article
        reading = self.readings[article].reading
        first, last = rendering.spans[0].start, rendering.spans[-1].end
        return [
            Named(m.span, self.actors[At(article, m.entity)], reading.entities[m.entity].kind, m.form)
            for m in reading.mentions
            if m.form != "pronoun" and first < m.span.end and m.span.start < last and common((m.span,), rendering.spans)
        ]

    def told(self, rendering: Rendering) -> Told:
        """Its statement in its article, and whose state each speaker belongs to."""
        row, article = self.row(rendering), rendering.statement.article
        states = [self._states.get(self.actors[At(article, entity)]) for entity in row.speakers]
        return Told(self.readings[article], row, tuple(states))

    def _quoted(self, article: str) -> Spans:
        if article not in self._runs:
            self._runs[article] = quoted_runs(self.readings[article].article.text)
        return self._runs[article]

    def _state(self, group: ActorGroup) -> str | None:
        """The one state that the actor, or an office of theirs, belongs to."""
        entities = [self.readings[at.article].reading.entities[at.index] for at in group.entities]
        own = {entity.country for entity in entities if entity.country}
        found = own or {office.country for entity in entities for office in entity.offices if office.country}
        return found.pop() if len(found) == 1 else None
