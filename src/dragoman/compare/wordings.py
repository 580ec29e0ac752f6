"""Words that one outlet uses more than the others do, in its own voice.

Weighted log-odds ratios with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", eqs. 15
to 22). The prior is how often all outlets together use a word, so that what is rare everywhere weighs little.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import chain, pairwise
from math import log, sqrt

from dragoman.knowledge.tables import table
from dragoman.model.links import WordingGroup
from dragoman.model.quoted import quoted_runs
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Place, Span, Spans, without

LEAST_ARTICLES = 20
"""Below so many articles of an outlet its wording is that of a few occasions."""
LEAST_USES = 5
"""Articles of an outlet that have the word."""
LEAST_Z = 2.58
"""Distinctive at one in a hundred, two-sided, were words drawn one by one."""
MOST = 20
"""So many words of an outlet are kept, the most distinctive ones."""
PRIOR = 500.0
"""How many words the prior weighs as (alpha zero)."""
LONGEST_NAME = 30
NAME_BEFORE = re.compile(r"(?:^|([a-z,;]) |[\s(“\"])([A-Z][\w.'’-]*) $")
NAME_AFTER = re.compile(r" [A-Z]\w")
WORD = re.compile(r"[^\W\d_][^\W\d_'’-]{2,}")


def find_wordings(
    readings: Sequence[ReadArticle], furniture: Mapping[str, Spans], same_text: Mapping[str, str]
) -> tuple[WordingGroup, ...]:
    """The most distinctive words, and pairs of words, of each outlet with enough articles; its own name is none.

    A word counts once an article, as articles repeat words, and articles with one text count once.
    """
    by_outlet: dict[str, list[ReadArticle]] = defaultdict(list)
    for read in readings:
        outlet = read.article.masthead.outlet
        if outlet and not read.reading.unread and read.article.id not in same_text:
            by_outlet[outlet].append(read)
    if len(by_outlet) < 2 or max(map(len, by_outlet.values())) < LEAST_ARTICLES:
        return ()
    used = {outlet: [_terms(read, furniture) for read in reads] for outlet, reads in by_outlet.items()}
    counts = {outlet: Counter(chain.from_iterable(used[outlet])) for outlet in used}
    every = sum(counts.values(), Counter())
    return tuple(
        row
        for outlet in sorted(by_outlet)
        if len(by_outlet[outlet]) >= LEAST_ARTICLES
        for row in _distinctive(outlet, counts[outlet], every, used[outlet])
    )


def _distinctive(
    outlet: str, own: Counter[str], every: Counter[str], used: Sequence[Mapping[str, Place]]
) -> Iterator[WordingGroup]:
    words, all_words = own.total(), every.total()
    name = set(outlet.casefold().split())
    scored = [
        (z_score((count, words), (every[term] - count, all_words - words), every[term] / all_words * PRIOR), term)
        for term, count in own.items()
        if count >= LEAST_USES and not name & set(term.split())
    ]
    best = sorted(((z, term) for z, term in scored if z >= LEAST_Z), key=lambda pair: (-pair[0], pair[1]))
    for z, term in best[:MOST]:
        places = tuple(found[term] for found in used if term in found)
        count = own[term]
        yield WordingGroup(outlet, term, round(z, 2), count, words, every[term] - count, all_words - words, places)


def z_score(own: tuple[int, int], others: tuple[int, int], prior: float) -> float:
    """The log-odds ratio of a word between two corpora, in standard deviations; each is its count and all words."""
    (here, words), (there, other_words) = own, others
    odds = [log((n + prior) / (total + PRIOR - n - prior)) for n, total in ((here, words), (there, other_words))]
    return (odds[0] - odds[1]) / sqrt(1 / (here + prior) + 1 / (there + prior))


def _terms(read: ReadArticle, furniture: Mapping[str, Spans]) -> dict[str, Place]:
    """The words, and pairs of words, of the article's own voice, each with its first place. What is cut from a longer
    name is neither: the York of "New York".
    """
    article, found = read.article, dict[str, Place]()
    stop = _stop_words()
    for start, end in _own_words(read, furniture):
        words = list(WORD.finditer(article.text, start, end))
        for match in words:
            if (word := match.group().casefold()) not in stop and not _cut(article.text, match, match):
                found.setdefault(word, Place(article.id, (Span(*match.span()),)))
        for one, two in pairwise(words):
            pair = f"{one.group()} {two.group()}".casefold()
            joined = article.text[one.end() : two.start()] == " " and not stop & set(pair.split())
            if joined and not _cut(article.text, one, two):
                found.setdefault(pair, Place(article.id, (Span(one.start(), two.end()),)))
    return found


def _cut(text: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """Whether a name that begins before the words ends in them, or one that begins in them goes on."""
    if last.group()[0].isupper() and NAME_AFTER.match(text, last.end()):
        return True
    if not first.group()[0].isupper():
        return False
    before = NAME_BEFORE.search(text[max(0, first.start() - LONGEST_NAME) : first.start()])
    return before is not None and (bool(before[1]) or before[2].casefold() not in _stop_words())


def _own_words(read: ReadArticle, furniture: Mapping[str, Spans]) -> Spans:
    """What is nobody's words but the outlet's, without names of people and outlets."""
    article, reading = read
    people = {number for number, entity in enumerate(reading.entities) if entity.kind in ("person", "unnamed")}
    head = article.masthead.places
    taken = [
        *chain.from_iterable(statement.content for statement in reading.statements),
        *((start - 1, end + 1) for start, end in quoted_runs(article.text)),
        *(mention.span for mention in reading.mentions if mention.entity in people),
        *article.furniture,
        *furniture.get(article.id, ()),
        *chain.from_iterable(head.get(name, ()) for name in ("outlet", "authors", "place")),
    ]
    return without([(0, len(article.text))], [(max(0, start), min(end, len(article.text))) for start, end in taken])


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("english_stop_words").rows)
