"""In whose voice words stand: the outlet's own, somebody's between quotation marks, or the outlet's for somebody."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.knowledge.cues import cues
from dragoman.model.links import TermVoice
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import ReadArticle, Statement
from dragoman.model.spans import Span, Spans

THAT = re.compile(r"(?:that|whether)\s", re.IGNORECASE)
TO_DO = re.compile(r"\b(?:to [a-z]+|(?:of|for|from) [\"“‘']?(?:having )?\w+ing|as)\b")
"""What somebody is to do, has done, or is said to be: more than a thing."""
LEAST_CLAUSE = 6
GLOSS = re.compile(
    r"\b(?:(?:referring|alluding) to|(?:citing|quoting) (?:an?|the|its|unnamed) (?:\w+ )?"
    r"(?:official|report|representative|source|spokes\w+|statement)s?(?: (?:of|for|from|in|at) (?:the )?)?)"
    r"[^.;:?!\n“”\"]*\Z"
)
"""Words by which an outlet explains what somebody said, or tells where it comes from."""
LONGEST_GLOSS = 80
SIGNED = re.compile(r"[ \t]*[—–-]+ ?[^\n()]{2,60} \(@\w{1,30}\),? [A-Z][a-z]+ \d{1,2}, \d{4}")
"""How a page signs a post of a network that it shows whole: "— Ida Brandt (@idabrandt) May 3, 2031"."""
AUTHORS = frozenset({"i", "we", "you"})
CONVINCING = frozenset({"convince", "persuade", "satisfy"})
"""Verbs whose subject makes others think so."""
MARKS = re.compile(r"[“”\"]|''")
ASKS = re.compile(r"[.?!\n]")
BY = re.compile(r"\bby$")
NOT = re.compile(r"\b(?:not|never|nor|neither)\b|n[’']t\b", re.IGNORECASE)


class Heard(NamedTuple):
    """A voice, and whose: entities of the article; none for the outlet's own voice and for somebody not told."""

    voice: TermVoice
    by: tuple[int, ...] = ()


class Voices:
    """Tells the voice of any words of one article."""

    def __init__(self, read: ReadArticle) -> None:
        self._statements = read.reading.statements
        self._text = read.article.text
        self._runs = (*quoted_runs(self._text), *_posts(self._text))

    def of(self, span: Span) -> Heard:
        """The voice of the words at the span.

        Words between quotation marks are somebody's own even where it is not told whose, but for those that an editor
        put in brackets. Of statements within each other the innermost speaks, unless it is told inside the quotation
        itself: what B says in A's mouth is A's wording. Attributions that convey nothing ("discussed the road") leave
        the words to the outlet.
        """
        end = span.end - (self._text[span.end - 1] == ".")  # "the U.S." may end a sentence, whose content has no dot
        holding = [each for each in self._statements if _holds(each.content, Span(span.start, end))]
        run = next((run for run in self._runs if run.start < span.end and span.start < run.end), None)
        half = None if run else self._half_marked(span)
        if (found := run or half) and self._inserted(span):
            return Heard("own")
        if found:
            said = holding if half else [each for each in holding if each.mode != "indirect"]
            speaking = _innermost([each for each in said if not _told_in(each, found)]) or _innermost(said)
            return Heard("quoted", speaking.speakers if speaking else ())
        if GLOSS.search(self._text, max(0, span.start - LONGEST_GLOSS), span.start):
            return Heard("own")
        told = [each for each in holding if self._on_line(each, span) and not self._denies(each)]
        reported = [each for each in told if each.speakers or not self._is_authors(each)]
        if not any(self._conveys(each) for each in reported):
            return Heard("own")
        speaking = _innermost([each for each in reported if each.speakers]) or _innermost(reported)
        return Heard("attributed", speaking.speakers if speaking else ())

    def _half_marked(self, span: Span) -> Span | None:
        """The words between a curved opening mark and a straight closing one, as some pages print them."""
        text = self._text
        start, end = text.rfind("\n", 0, span.start) + 1, text.find("\n", span.end)
        before = list(MARKS.finditer(text, start, span.start))
        after = MARKS.search(text, span.end, end if end >= 0 else len(text))
        if (
            not before
            or not after
            or before[-1].group() != "“"
            or after.group() not in ('"', "''")
            or text[after.start() - 1].isspace()
        ):
            return None
        return Span(before[-1].end(), after.start())

    def _conveys(self, statement: Statement) -> bool:
        """Whether the content is what somebody says or thinks, and not just the thing of which they do."""
        clause = self._clause(statement)
        if statement.kind == "belief":
            thought = clause or self._long(statement)
            return thought and bool(statement.source) and not self._lemmas(statement) & CONVINCING
        if statement.mode != "indirect" or not statement.shown or clause:
            return statement.shown or statement.mode == "mixed"
        acts = statement.kind == "position" or self._tells_acts(statement)
        content = self._text[statement.content[0].start : statement.content[-1].end]
        return not acts or (bool(statement.speakers) and TO_DO.search(content) is not None)

    def _long(self, statement: Statement) -> bool:
        """Whether the content is most likely a clause without "that": long, and nothing that somebody wants to do."""
        content = self._text[statement.content[0].start : statement.content[-1].end]
        clausal = any(cue.frame == "clause" for word in self._lemmas(statement) for cue in cues("verb").get(word, ()))
        return clausal and len(content.split()) >= LEAST_CLAUSE and not content.startswith("to ")

    def _inserted(self, span: Span) -> bool:
        """Whether an editor put the words into a quotation: "the [Velmarian] authorities"."""
        before, after = self._text[span.start - 1 : span.start], self._text[span.end : span.end + 1]
        return before == "[" and after == "]"

    def _is_authors(self, statement: Statement) -> bool:
        """Whether the author speaks or speaks to the reader: "as I noted", "you may think that"."""
        source = "".join(self._text[start:end] for start, end in statement.source).casefold()
        return source in AUTHORS

    def _clause(self, statement: Statement) -> bool:
        """Whether the content is a clause: behind "that", or with the words that report it amid or behind its own."""
        first, text = statement.content[0], self._text
        behind = any(
            start >= statement.content[-1].end and not BY.search(text, start, end) for start, end in statement.cue
        )
        before = THAT.fullmatch(text, max(0, first.start - len("that ")), first.start)
        return behind or len(statement.content) > 1 or before is not None or THAT.match(text, first.start) is not None

    def _tells_acts(self, statement: Statement) -> bool:
        """Whether the verb takes no clause, and with an object tells what is done more than what is said: "signed"."""
        frames = {
            cue.frame: cue.grade for lemma in sorted(self._lemmas(statement)) for cue in cues("verb").get(lemma, ())
        }
        return "clause" not in frames and frames.get("object", "sure") != "sure"

    def _lemmas(self, statement: Statement) -> set[str]:
        told = " ".join(self._text[start:end] for start, end in statement.cue)
        return {lemma for word in told.casefold().split() for lemma in _lemmas(word)}

    def _denies(self, statement: Statement) -> bool:
        """Whether the words that report it say that it was not said ("nor did he discuss"), or ask whether it was."""
        told = (*statement.source, *statement.cue)
        if not told or not statement.cue:
            return False
        ends = ASKS.search(self._text, statement.content[-1].end)
        if ends and ends.group() == "?" and statement.cue[0].start < statement.content[0].start:
            return True
        before = {max(0, start - len("Nor did ")) for start in (told[0].start, statement.cue[0].start)}
        windows = [(start, start + len("Nor did ")) for start in before] + list(statement.cue)
        return any(NOT.search(self._text, start, end) for start, end in windows)

    def _on_line(self, statement: Statement, span: Span) -> bool:
        """Whether the words that report the statement stand on the line of the span: no sentence runs over its end."""
        told = (*statement.cue, *statement.source)
        between = [self._text[min(end, span.end) : max(start, span.start)] for start, end in told]
        return not told or any("\n" not in words for words in between)


def _lemmas(word: str) -> set[str]:
    """What a verb's form may be made of: "signed" of "sign", "authorizes" of "authorize"."""
    return {word} | {word.removesuffix(end) + more for end in ("s", "es", "d", "ed", "ing") for more in ("", "e")}


def _holds(content: Spans, span: Span) -> bool:
    return any(start <= span.start and span.end <= end for start, end in content)


def _told_in(statement: Statement, run: Span) -> bool:
    """Whether the words that report the statement stand inside the quotation."""
    return any(run.start <= start and end <= run.end for start, end in (*statement.cue, *statement.source))


def _innermost(statements: Sequence[Statement]) -> Statement | None:
    return min(statements, key=lambda each: sum(end - start for start, end in each.content), default=None)


def _posts(text: str) -> Iterator[Span]:
    """The posts that a page shows whole: from the line's start or the post before to the words that sign them."""
    last = 0
    for signed in SIGNED.finditer(text):
        start = max(last, text.rfind("\n", 0, signed.start()) + 1)
        yield Span(start, signed.start())
        last = signed.end()
