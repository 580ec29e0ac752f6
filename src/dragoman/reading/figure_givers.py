"""Who gives a figure: the speaker of the innermost statement in which it stands, or whom a count is said to be from."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.knowledge.contention import charge_words
from dragoman.language.parser import text_of
from dragoman.model.reading import Figure, Statement
from dragoman.model.spans import Span, common, length
from dragoman.reading.attribution.near import Stretches, stretch
from dragoman.reading.cast import Cast
from dragoman.reading.figure_things import verbs_above

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

OWNING_UP = "responsibility for"
LONGEST_OWNING_UP = 40
UTTERED = {"demand", "question", "condition", "complaint", "accusation", "remark", "tweet", "message", "letter"}
UTTERED |= {"request", "warning", "threat", "point", "precondition", "grievance", "objection"}
"""What somebody says or writes, which who tells of it counts: "she listed 12 demands"."""
COUNTS = {"count", "tally", "toll", "estimate", "survey", "poll", "figure", "statistic", "census", "projection"}
PUTTING = {"put", "place", "show", "find", "estimate", "indicate", "suggest", "give", "set"}
ACTS = {"agree", "commit", "consent", "accept", "name", "appoint"}
"""Verbs by which somebody does a thing in words: who tells of it gives its numbers."""
DASH = re.compile(r"\s[-–]{1,2}\s|\s?—\s?")


class Givers:
    """The statements and the cast of one article, asked who gives a figure in it."""

    def __init__(self, doc: "Doc", statements: Sequence[Statement], cast: Cast) -> None:
        self._doc, self._statements, self._cast = doc, statements, cast
        self._contents = Stretches([stretch(statement.content) for statement in statements])

    def given(self, figure: Figure) -> Figure:
        """The figure with its giver. Who wants, believes or agrees to something gives no number where somebody else
        tells of it, and what they say is counted by who tells of it.
        """
        doc, here, token = self._doc, figure.spans[0].start, _root(self._doc, figure)
        around = [
            each
            for each in (self._statements[index] for index in self._contents.meeting(Span(here, here + 1)))
            if common(each.content, figure.spans)
            and not _owns_up(text_of(doc), each)
            and not _aside(doc, token, each)
            and not _counted_by_others(token, each)
            and not _behind_an_aside(text_of(doc), token, each)
        ]
        inner = min(around, key=lambda each: (not _tells(doc, each), length(each.content)), default=None)
        return replace(figure, giver=inner.speakers if inner is not None else self._counting(token))

    def _counting(self, token: "Token") -> tuple[int, ...]:
        """Whose count it is by the subject of the verb above: "the latest count from the union puts them at 40"."""
        verb = next(verbs_above(token), None)
        if verb is None or verb.lemma_ not in PUTTING:
            return ()
        for count in verb.children:
            if count.dep_ != "nsubj" or count.lemma_.lower() not in COUNTS or count.i > token.i:
                continue
            for link in count.children:
                who = next((each for each in link.children if each.dep_ == "pobj"), None)
                owner = link if link.dep_ == "poss" else who if link.lower_ in ("from", "by") else None
                if owner is not None:
                    return self._cast.at((owner.idx, owner.idx + len(owner)))
        return ()


def _root(doc: "Doc", figure: Figure) -> "Token":
    words = doc.char_span(*figure.spans[0], alignment_mode="expand")
    return words.root if words is not None else doc[0]


def _owns_up(text: str, statement: Statement) -> bool:
    """Whether the words are those of who answers for a deed, and tell nothing of it: "claimed responsibility for"."""
    spans = (*statement.cue, *statement.content)
    return any(OWNING_UP in text[start : min(end, start + LONGEST_OWNING_UP)].lower() for start, end in spans)


def _aside(doc: "Doc", token: "Token", statement: Statement) -> bool:
    """Whether the outlet adds the figure to what somebody wants or opposes: "opposed the pact, which freed $5"."""
    if statement.kind == "speech" or any(_accuses(doc, span) for span in statement.cue):
        return False
    while token.head.i != token.i and token.idx >= statement.content[0].start:
        if token.dep_ == "relcl":
            return True
        token = token.head
    return False


def _tells(doc: "Doc", statement: Statement) -> bool:
    cue = [token for span in statement.cue for token in doc.char_span(*span, alignment_mode="expand") or ()]
    return statement.kind == "speech" and not any(token.lemma_ in ACTS for token in cue)


def _behind_an_aside(text: str, token: "Token", statement: Statement) -> bool:
    """Whether the statement stands between dashes and the figure behind them: "A raid - which they said failed - killed
    40".
    """
    if not statement.cue:
        return False
    cue = statement.cue[0]
    before, after = text[token.sent.start_char : cue.start], text[cue.end : token.idx]
    return len(DASH.findall(before)) % 2 == 1 and len(DASH.findall(after)) % 2 == 1


def _counted_by_others(token: "Token", statement: Statement) -> bool:
    """Whether the figure counts what was said, as the object of the verb of saying itself."""
    noun = token if token.pos_ == "NOUN" else token.head
    verb = noun.head
    return (
        noun.lemma_.lower() in UTTERED
        and noun.dep_ == "dobj"
        and any(start <= verb.idx < end for start, end in statement.cue)
        and not any(start <= verb.idx < end for start, end in statement.content)
    )


def _accuses(doc: "Doc", cue: Span) -> bool:
    words = doc.char_span(*cue, alignment_mode="expand") or ()
    return any(charge_words().get(token.lemma_) == "accusation" for token in words)
