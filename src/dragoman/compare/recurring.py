"""Terms that recur over articles and outlets: candidates for issues, by document frequency and C-value (Frantzi et al.
2000), which takes from a term's uses those inside longer terms.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from dragoman.compare.forms import Token
from dragoman.compare.issue_terms import LONGEST, Evidence, Key, Run, is_plain_modifier, key_of, singular
from dragoman.knowledge.bodies import body_words
from dragoman.knowledge.issues import no_nouns, plain_modifiers, plain_nouns
from dragoman.knowledge.names import people_words
from dragoman.knowledge.offices import offices
from dragoman.model.spans import Span

LEAST_ARTICLES = 3
LEAST_SHARE, LEAST_SHARE_ALONE = 0.02, 0.04
"""The share of the articles in which a term, or one word alone, is used."""
LEAST_FREE = 0.3
"""The share of a term's uses that are in no longer term that recurs."""
MOST_VERB, LEAST_HEAD = 0.15, 0.4
LEAST_LETTERS = 4
NO_NOUN_ENDINGS = ("ed", "able", "ible", "ous", "ful", "less", "torn")


@dataclass(slots=True)
class Term:
    """A term with its uses: articles, outlets, printed forms with the words of the first use of each."""

    key: Key
    uses: int = 0
    articles: set[str] = field(default_factory=set)
    outlets: set[str] = field(default_factory=set)
    forms: Counter[tuple[str, ...]] = field(default_factory=Counter)
    nested: Counter[Key] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Found:
    """One use of a term: the run and the words of it from ``start`` to ``stop`` (left out), or words of two runs
    around "of".
    """

    key: Key
    form: tuple[str, ...]
    span: Span
    start: int
    stop: int


def found_in(run: Run) -> Iterator[Found]:
    """All terms in a run, the longest first."""
    size = len(run.words)
    for length in range(min(LONGEST, size), 0, -1):
        for start in range(size - length + 1):
            if length == 1 or not is_plain_modifier(run.words[start].form):
                yield _found(run.words[start : start + length], start)


def across(run: Run, before: Run | None) -> Iterator[Found]:
    """The terms around "of": the last word of the run before and the first words of this one."""
    if before is None or run.before != "of" or before.after != "of" or before.at != run.at:
        return
    head = before.words[-1]
    if run.words[0].span.start - head.span.end > len(" of  "):
        return
    for length in range(min(LONGEST - 1, len(run.words)), 0, -1):
        words = (*run.words[:length], head)
        span = Span(head.span.start, run.words[length - 1].span.end)
        yield Found(key_of(words), tuple(word.form for word in words), span, 0, length)


def _found(words: Sequence[Token], start: int) -> Found:
    form = tuple(word.form for word in words)
    return Found(key_of(words), form, Span(words[0].span.start, words[-1].span.end), start, start + len(words))


def count(runs: Sequence[Run], outlets: Mapping[str, str | None]) -> dict[Key, Term]:
    """The terms of all runs."""
    terms: dict[Key, Term] = {}
    for run in runs:
        every = list(found_in(run))
        for each in every:
            term = terms.setdefault(each.key, Term(each.key))
            term.uses += 1
            term.articles.add(run.at.article)
            term.outlets.add(outlets.get(run.at.article) or run.at.article)
            term.forms[each.form] += 1
            for longer in every:
                if longer.stop - longer.start == each.stop - each.start + 1 and (
                    longer.start <= each.start and each.stop <= longer.stop
                ):
                    term.nested[longer.key] += 1
    return terms


def recurring(terms: Mapping[Key, Term], evidence: Evidence, articles: int) -> dict[Key, tuple[str, ...]]:
    """The terms that may be issues, each with the words by which it is best known, the most telling first."""
    often = {key: term for key, term in terms.items() if _often(term, articles)}
    known = {key: form for key, term in often.items() if (form := _best_form(term, evidence))}
    free = {key: c_value(often[key], often) for key in known}
    kept = [key for key in known if free[key] > 0]
    ordered = sorted(kept, key=lambda key: (-len(often[key].articles), -free[key], key))
    return {key: known[key] for key in ordered}


def c_value(term: Term, often: Mapping[Key, Term]) -> float:
    """log2(words + 1) times the uses without the mean of those in longer terms that recur; none where few are left."""
    longer = [uses for key, uses in term.nested.items() if key in often]
    left = term.uses - sum(longer) / max(1, len(longer))
    return math.log2(len(term.key) + 1) * left if left >= max(LEAST_FREE * term.uses, 2) else 0.0


def _often(term: Term, articles: int) -> bool:
    share = LEAST_SHARE if len(term.key) > 1 else LEAST_SHARE_ALONE
    return len(term.articles) >= max(LEAST_ARTICLES, share * articles) and len(term.outlets) > 1


def _best_form(term: Term, evidence: Evidence) -> tuple[str, ...]:
    """The printed form used most that is a noun phrase; none where there is no such form."""
    ordered = sorted(term.forms, key=lambda form: (-term.forms[form], form))
    return next((form for form in ordered[: len(term.key)] if is_phrase(form, evidence)), ())


def is_phrase(form: tuple[str, ...], evidence: Evidence) -> bool:
    """Whether the words can be a noun phrase that says what something is about."""
    head, first = form[-1], form[0]
    if names_people(head) or all(is_plain(word) or evidence.is_name(word) for word in form):
        return False
    if any(word in no_nouns() or word.endswith("ly") for word in form):
        return False
    verb = (
        evidence.verb_as_printed(head) if len(form) == 1 else max(evidence.verb(first), evidence.verb_as_printed(head))
    )
    if verb > MOST_VERB or not is_head(head, evidence):
        return False
    if not evidence.is_noun(head) or first in offices():
        return False
    return not head.endswith(NO_NOUN_ENDINGS) and (len(form) > 1 or len(head) >= LEAST_LETTERS)


def is_head(word: str, evidence: Evidence) -> bool:
    """Whether the word stands at the end of noun phrases and is no name alone; a name in capitals may be."""
    return evidence.head(word) >= LEAST_HEAD and not evidence.is_name(word)


@cache
def is_plain(word: str) -> bool:
    """Whether the word alone says too little, in the plural or not."""
    return bool({word, singular(word)} & (plain_nouns() | plain_modifiers()))


@cache
def names_people(word: str) -> bool:
    """Whether the word, or its singular, is one for people, an office or a body: these are actors."""
    return bool({word, singular(word)} & (people_words() | body_words() | offices().keys()))
