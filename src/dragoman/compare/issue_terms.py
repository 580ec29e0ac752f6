"""Runs of words that may be noun phrases, found in the contents of statements from the text and the lists alone.

Names, dates, numbers, function words and punctuation end a run. Which words are nouns is learnt from the collection: a
verb follows "to" or "will", a noun ends a run. Such evidence is sure of words that recur, and others name no issue.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.compare.forms import Token, fold, tokens
from dragoman.knowledge.issues import like_issues, phrase_words, plain_modifiers
from dragoman.knowledge.states import state_words
from dragoman.knowledge.wordings import synonyms
from dragoman.model.links import At
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span

Key = tuple[str, ...]
"""The words of a term as they are compared, in order of the alphabet: "repair of roads" is "road repair"."""

ENDINGS = (("ation", 6), ("ion", 5), ("ment", 5), ("al", 5))
"""Endings of nouns made from verbs, each with the least letters of what is left."""
NOUN_ENDINGS = ("ism", "tion", "sion", "ence", "ance", "ment", "ity", "ness", "ship", "ery", "sty")
LEAST_DETERMINED, LEAST_GOVERNED, LEAST_MODIFIERS = 0.1, 0.25, 2
LONGEST = 3
PLAIN_WORD = re.compile(r"\w+(?:-\w+)*")


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that may hold noun phrases, the words that stand before and after, and whether a name does."""

    at: At
    words: tuple[Token, ...]
    before: str
    after: str
    named: bool


def find_runs(readings: Sequence[ReadArticle]) -> list[Run]:
    """The runs in the contents of all statements that a brief shows."""
    return [run for read in readings for run in _runs(read)]


def _runs(read: ReadArticle) -> Iterator[Run]:
    names = sorted(
        [mention.span for mention in read.reading.mentions if mention.form != "pronoun"]
        + [timex.span for timex in read.reading.timexes]
    )
    for index, row in enumerate(read.reading.statements):
        if row.shown and row.content:
            words = tokens(read.article.text, row.content)
            yield from _cut(At(read.article.id, index), words, [_named(word.span, names) for word in words])


def _named(span: Span, names: Sequence[Span]) -> bool:
    """Whether the word stands in a name or a date; these do not overlap but where one holds the other."""
    last = bisect_left(names, Span(span.end, 0))
    return any(start <= span.start < end for start, end in names[max(last - 4, 0) : last])


def _cut(at: At, words: Sequence[Token], named: Sequence[bool]) -> Iterator[Run]:
    start = 0
    for number in range(len(words) + 1):
        inside = number < len(words) and _belongs(words[number], is_name=named[number])
        close = number == start or (number < len(words) and words[number].near and not words[number].comma)
        if inside and close:
            continue
        if start < number:
            yield _run(at, words, named, start, number)
        start = number if inside else number + 1


def _belongs(word: Token, *, is_name: bool) -> bool:
    return (
        word.content
        and word.number is None
        and word.day is None
        and not is_name
        and PLAIN_WORD.fullmatch(word.form) is not None
    )


def _run(at: At, words: Sequence[Token], named: Sequence[bool], start: int, stop: int) -> Run:
    before = words[start - 1].form if start and words[start].near else ""
    after = words[stop].form if stop < len(words) and words[stop].near else ""
    return Run(at, tuple(words[start:stop]), before, after, named=bool(before) and named[start - 1])


@cache
def stem(form: str) -> str:
    """A word without the endings of inflection and those that make a noun of a verb: enrich, enriched, enrichment."""
    word = fold(synonyms().get(form, form))
    for ending, least in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


@cache
def is_plain_modifier(form: str) -> bool:
    """Whether the word before a noun does not narrow it down, as an evaluation or a state's name does not."""
    word = state_words().get(form) or state_words().get(form.title()) or state_words().get(form.upper())
    return form in plain_modifiers() or (word is not None and bool(word.adjective or word.name))


def key_of(words: Iterable[Token]) -> Key:
    """The term's key. Of several words the head is the one that stands for its like, and all are without endings; one
    word alone loses the plural only, since "limited" is no limit.
    """
    *modifiers, head = [word.form for word in words]
    if not modifiers:
        return (head_key(head),)
    return tuple(sorted([*map(stem, modifiers), like_issues().get(head) or stem(head)]))


def head_key(form: str) -> str:
    """A head as it is compared, one for all that name one kind of thing."""
    return like_issues().get(form) or singular(form)


@cache
def singular(form: str) -> str:
    """A noun without the plural, in one spelling."""
    word = synonyms().get(form, form).replace("-", "").replace("isation", "ization")
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


class Evidence:
    """Which words are nouns, as the runs of a collection show."""

    def __init__(self, runs: Iterable[Run]) -> None:
        self.uses: Counter[str] = Counter()
        self.lemmas: Counter[str] = Counter()
        self.lemma_verbs: Counter[str] = Counter()
        self.ends: Counter[str] = Counter()
        self.verbs: Counter[str] = Counter()
        self.alone: Counter[str] = Counter()
        self.modifiers: defaultdict[str, set[str]] = defaultdict(set)
        self.determined: Counter[str] = Counter()
        self.governed: Counter[str] = Counter()
        self.common: Counter[str] = Counter()
        for run in runs:
            forms = [word.form for word in run.words]
            self.uses.update(forms)
            self.lemmas.update(map(fold, forms))
            self.lemma_verbs[fold(forms[0])] += run.before in phrase_words("before verbs")
            self.ends[forms[-1]] += 1
            self.verbs[forms[0]] += run.before in phrase_words("before verbs")
            if len(forms) == 1:
                self.alone[forms[0]] += 1
                self.determined[forms[0]] += run.before in phrase_words("determiner")
                self.governed[forms[0]] += run.before in phrase_words("preposition")
            else:
                self.modifiers[forms[-1]].add(forms[-2])
            self.common.update(fold(word.form) for word in run.words if not word.capital)

    def verb(self, form: str) -> float:
        """The share of its uses, in whatever form, that follow a word which comes before verbs."""
        return self.lemma_verbs[fold(form)] / max(1, self.lemmas[fold(form)])

    def verb_as_printed(self, form: str) -> float:
        """The same of this form; "talks" is a noun where "talk" is not, "allowing" is none."""
        inflected = form.endswith(("ing", "ed"))
        return self.verb(form) if inflected else self.verbs[form] / max(1, self.uses[form])

    def head(self, form: str) -> float:
        """The share of its uses that end a run."""
        return self.ends[form] / max(1, self.uses[form])

    def is_noun(self, form: str) -> bool:
        """Whether, standing alone, it stands behind a determiner; of plurals, and of what has the ending of a noun, a
        preposition will do ("of sanctions", "against terrorism"). What never stands alone has several words before it.
        """
        alone = self.alone[form]
        if not alone:
            return len(self.modifiers[form]) >= LEAST_MODIFIERS
        if self.determined[form] >= LEAST_DETERMINED * alone:
            return True
        sure = singular(form) != form or form.endswith(NOUN_ENDINGS)
        return sure and self.determined[form] + self.governed[form] >= LEAST_GOVERNED * alone

    def is_name(self, form: str) -> bool:
        """Whether it is never printed with a small letter."""
        return not self.common[fold(form)]
