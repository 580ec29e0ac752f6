"""Sources that take up who spoke before: "they", "it", "he" where the parse shows no name, "the statement"."""

from dataclasses import replace

from dragoman.model.reading import Gender, Statement
from dragoman.reading.sources import Sources

TEXTS = frozenset({"statement", "communique", "communiqué", "declaration", "letter", "document", "message", "tweet"})
"""Texts whose words are those of whoever issued them."""
REACH = 6
"""So many statements further on, "the statement" is still the one of which was spoken."""
HE_OR_SHE: dict[str, Gender] = {"he": "male", "she": "female", "his": "male", "her": "female"}


class GoingOn:
    """Walks over the statements in the order of their sources; each may take up the speakers of one before."""

    def __init__(self, sources: Sources) -> None:
        self._sources = sources
        self._before: Statement | None = None
        self._person: Statement | None = None
        self._texts: dict[str, tuple[int, Statement]] = {}
        self._number = 0

    def take_up(self, statement: Statement, *, inside: bool) -> Statement:
        """The statement, with speakers where its source says that those of one before go on."""
        self._number += 1
        if not statement.speakers and inside:
            statement = self._they(statement) or statement
        elif not statement.speakers:
            statement = self._text(statement) or self._they(statement) or self._pronoun(statement) or statement
        if statement.speakers:
            for text in TEXTS & self._sources.words(statement):
                self._texts[text] = self._number, statement
        if statement.speakers and self._sources.is_one_person(statement.speakers):
            self._person = statement
        if not inside:
            self._before = statement
        return statement

    def _text(self, statement: Statement) -> Statement | None:
        """The speakers of the text of which was spoken ("X said in a statement ... The statement added")."""
        head = self._sources.definite_noun(statement)
        number, before = self._texts.get(head or "", (0, None))
        if before is None or self._number - number > REACH:
            return None
        return replace(statement, speakers=before.speakers, speakers_basis="running")

    def _they(self, statement: Statement) -> Statement | None:
        before, sources = self._before, self._sources
        if before is None or not sources.is_word(statement, {"they"}) or not sources.are_several(before.speakers):
            return None
        if not sources.next_sentence(before, statement):
            return None
        return replace(statement, speakers=before.speakers, speakers_basis="pronoun")

    def _pronoun(self, statement: Statement) -> Statement | None:
        before, sources = self._before, self._sources
        if before is None or not before.speakers:
            return None
        it = sources.is_word(statement, {"it"}) and sources.is_one_body(before.speakers)
        it = it and bool(before.source) and not sources.things_between(before, statement)
        if it and sources.next_sentence(before, statement):
            return replace(statement, speakers=before.speakers, speakers_basis="pronoun")
        word = next((w for w in HE_OR_SHE if sources.is_word(statement, {w})), None)
        person = self._person if word else None
        if person is None or not sources.is_one_person(person.speakers, HE_OR_SHE[word or "he"]):
            return None
        if before is not person and not _within(person, before):
            return None
        return (
            replace(statement, speakers=person.speakers, speakers_basis="pronoun")
            if sources.follows(before, statement, person)
            else None
        )


def _within(inner: Statement, outer: Statement) -> bool:
    """Whether the source of one statement stands in the other's content."""
    return any(c.start <= inner.source[0].start < c.end for c in outer.content) if inner.source else False
