"""Where reports come from: agencies, outlets, officials and press conferences that articles credit, their own reporting
where they say so, and articles that others copy from.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dragoman.compare.chains import cited_by
from dragoman.compare.copies import Copy
from dragoman.compare.whole import credits_all, paragraph
from dragoman.model.article import Article, Credit
from dragoman.model.links import At, Join, OriginGroup, OriginKind, Reason, Rest, StoryGroup
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.spans import Place, Spans, common, length, merged, without

LEAST_NEW = 40
"""Code points of passages that another source does not explain already."""


class Origins(NamedTuple):
    """The origins, and the links between articles that share text."""

    groups: tuple[OriginGroup, ...]
    joins: tuple[Join, ...]


class _Directed(NamedTuple):
    """A copy seen from the article that copied; ``known`` is why we know that it did, if we do."""

    source: Article
    taker: Article
    in_source: Spans
    in_taker: Spans
    copy: Copy
    known: str


def find_origins(
    readings: Sequence[ReadArticle], copies: Iterable[Copy], stories: Iterable[StoryGroup] = ()
) -> Origins:
    """Every origin with the articles, or passages of them, that rest on it. The joint press conference of one story is
    one origin.

    Two articles that share text and credit one agency rest on the agency. Where it is known which came first, the later
    one rests on the earlier; where it is not, both rest on a text that is named after the first of them.
    """
    articles = {read.article.id: read.article for read in readings}
    directed = [_directed(copy, articles) for copy in copies]
    story = {article: group.articles[0] for group in stories for article in group.articles}
    groups = [*_credited(readings, story), *_copied([one for one in directed if not _common_credit(one)], articles)]
    joins = tuple(_join(one) for one in directed if one.known or not one.copy.whole)
    return Origins(tuple(groups), joins)


def _credited(readings: Iterable[ReadArticle], story: Mapping[str, str]) -> Iterator[OriginGroup]:
    """A group for each name and kind that is credited, in order of first appearance."""
    names: dict[tuple[OriginKind, str], str] = {}
    rests: defaultdict[tuple[OriginKind, str], list[Rest]] = defaultdict(list)
    for article, reading in readings:
        through = cited_by(article)
        for credit in article.masthead.credits:
            name, apart = _named(article, credit, story)
            key = (credit.kind, apart)
            names.setdefault(key, name)
            place = Place(article.id, credit.evidence)
            rests[key].append(Rest(article.id, _passages(article, reading, credit), place, through.get(credit, ())))
    return (OriginGroup(name, kind, tuple(rests[kind, apart])) for (kind, apart), name in names.items())


def _named(article: Article, credit: Credit, story: Mapping[str, str]) -> tuple[str, str]:
    """The origin's name, and what tells it from others: a press conference is its story's, own reporting its outlet's
    or, where none is known, its article's.
    """
    if credit.kind == "conference":
        return credit.name, story.get(article.id, article.id)
    name = (article.masthead.outlet or article.source) if credit.kind == "own" else credit.name
    return name, name.casefold()


def _passages(article: Article, reading: Reading, credit: Credit) -> Spans:
    """What rests on the credit: nothing in particular where it is for the whole report, else the paragraphs in which it
    stands and what is said through it.
    """
    if any(credits_all(article.text, span) for span in credit.evidence):
        return ()
    entities = {mention.entity for mention in reading.mentions if common([mention.span], credit.spans)}
    through = [span for s in reading.statements if entities & set(s.via) for span in s.content]
    return without([*(paragraph(article.text, span) for span in credit.evidence), *through], article.furniture)


def _directed(copy: Copy, articles: Mapping[str, Article]) -> _Directed:
    left, right = articles[copy.left], articles[copy.right]
    onward = _Directed(left, right, copy.in_left, copy.in_right, copy, _takes(left, right))
    back = _Directed(right, left, copy.in_right, copy.in_left, copy, _takes(right, left))
    return back if back.known and not onward.known else onward


def _takes(source: Article, taker: Article) -> str:
    """Why the one must have taken from the other; empty where nothing shows it."""
    outlet = source.masthead.outlet
    if outlet and outlet.casefold() in {credit.name.casefold() for credit in taker.masthead.credits}:
        return f"the later one credits {outlet}"
    before, after = source.masthead.published, taker.masthead.published
    sure = {before.basis, after.basis} <= {"given", "stated"}
    if sure and before.latest and after.earliest and before.latest < after.earliest:
        return f"published {before.latest.isoformat()} and {after.earliest.isoformat()}"
    return ""


def _common_credit(one: _Directed) -> bool:
    return bool(
        {credit.name.casefold() for credit in one.source.masthead.credits}
        & {credit.name.casefold() for credit in one.taker.masthead.credits}
    )


def _copied(directed: Iterable[_Directed], articles: Mapping[str, Article]) -> Iterator[OriginGroup]:
    """A group for each article whose text stands in others."""
    rests: defaultdict[str, list[Rest]] = defaultdict(list)
    covered: defaultdict[str, Spans] = defaultdict(tuple)
    for one in sorted(directed, key=lambda one: (not one.known, _day(one.source), one.source.source, one.taker.source)):
        if length(without(one.in_taker, covered[one.taker.id])) < LEAST_NEW:
            continue
        ends = [(one.taker, one.in_taker, one.source, one.in_source)]
        if not one.known:
            ends.append((one.source, one.in_source, one.taker, one.in_taker))
        for article, passages, other, evidence in ends:
            covered[article.id] = merged((*covered[article.id], *passages))
            rests[one.source.id].append(Rest(article.id, passages, Place(other.id, evidence)))
    names = _names(articles[source] for source in rests)
    return (OriginGroup(names[source], "article", _one_each(found), source) for source, found in rests.items())


def _day(article: Article) -> str:
    earliest = article.masthead.published.earliest
    return earliest.isoformat() if earliest else "9999"


def _one_each(rests: Iterable[Rest]) -> tuple[Rest, ...]:
    """The rests with the passages of one article put together, under the evidence of the first."""
    by_article: dict[str, Rest] = {}
    for rest in rests:
        first = by_article.get(rest.article, rest)
        by_article[rest.article] = Rest(rest.article, merged((*first.passages, *rest.passages)), first.evidence)
    return tuple(by_article.values())


def _names(articles: Iterable[Article]) -> dict[str, str]:
    """What each article is called: its title, with its source where another has the same or none is known."""
    found = list(articles)
    titles = Counter((article.masthead.title or "").casefold() for article in found)
    return {
        article.id: article.source
        if not (title := article.masthead.title)
        else title
        if titles[title.casefold()] == 1
        else f"{title} ({article.source})"
        for article in found
    }


def _join(one: _Directed) -> Join:
    copy = one.copy
    reasons = (
        Reason("words in common", copy.share, f"{copy.words} words in passages of the outlets' own"),
        Reason("order", 1.0 if one.known else 0.0, one.known or "which came first is not known"),
    )
    kind = "copied from" if one.known else "shares text with"
    return Join("articles", At(one.taker.id, 0), At(one.source.id, 0), copy.share, reasons, kind)
