"""Which joins a person should look at first: those whose reversal would change most in the brief.

Links between members of a group hold it together along its maximum spanning tree (Kruskal 1956); to take back any other
link parts nothing. What changes when one of these is taken back is counted on the smaller of the two sides that it
leaves.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.model.record import LinkRow, MeetingReportRow, Record
from dragoman.model.spans import Spans
from dragoman.model.visible import visible
from dragoman.show.index import Index, index, label

MOST = 20
LONGEST = 70
KINDS = {"statements": "one utterance", "articles": "one story", "actors": "same"}


class Counts(NamedTuple):
    """What hangs on a join: ``lines`` (statements, reports of meetings) that would stand under another actor or story,
    ``versions`` that would no longer stand beside others, ``outlets`` and ``origins`` that would no longer count there.
    """

    lines: int
    versions: int
    outlets: int
    origins: int


@dataclass(frozen=True, slots=True)
class JoinToReview:
    """A machine's join: the words that it put together, its link, how much hangs on it, and how to take it back."""

    what: str
    left: str
    right: str
    link: LinkRow
    counts: Counts
    command: str


def review(record: Record, most: int = MOST) -> list[JoinToReview]:
    """The joins on which most hangs, the least sure first among equals."""
    ix = index(record)
    found = [*_utterances(ix), *_stories(ix), *_actors(ix)]
    found.sort(key=lambda join: (-sum(join.counts), join.link.score, join.what, join.left, join.right))
    return found[:most]


def review_lines(joins: Iterable[JoinToReview], file: str) -> Iterator[str]:
    """The joins for a terminal, each with the command that takes it back."""
    for number, join in enumerate(joins, 1):
        counts = join.counts._asdict().items()
        told = ", ".join(f"{count} {name.rstrip('s') if count == 1 else name}" for name, count in counts if count)
        yield f"{number}. {visible(join.what)}, score {join.link.score:.2f}; would change: {told or 'nothing else'}"
        yield f"    {visible(join.left)}"
        yield f"    {visible(join.right)}"
        why = "; ".join(f"{r.feature}: {r.detail}" if r.detail else r.feature for r in join.link.reasons)
        yield f"    why: {visible(why)}"
        yield f"    dragoman judge {join.command.format(record=file)} --by NAME"


def _sides(members: Iterable[str], links: Iterable[LinkRow]) -> Iterator[tuple[LinkRow, set[str]]]:
    """Each link of the maximum spanning tree of the members, and the smaller side that it holds to the others."""
    root = {member: member for member in members}

    def find(member: str) -> str:
        while root[member] != member:
            member = root[member]
        return member

    tree: list[LinkRow] = []
    near: dict[str, list[str]] = defaultdict(list)
    for link in sorted(links, key=lambda link: -link.score):
        left, right = _ends(link)
        if left in root and right in root and find(left) != find(right):
            root[find(right)] = find(left)
            tree.append(link)
            near[left].append(right)
            near[right].append(left)
    for link in tree:
        yield link, _smaller(*_ends(link), near)


def _smaller(left: str, right: str, near: Mapping[str, Sequence[str]]) -> set[str]:
    """What is reached from one end without the link between the two: both are walked in step until one has no more."""
    sides = ({left}, {right})
    walks = ([(left, right)], [(right, left)])  # a member, and the one from which it was reached
    while True:
        for side, walk in zip(sides, walks, strict=True):
            if not walk:
                return side
            at, before = walk.pop()
            new = [other for other in near[at] if other != before]
            side.update(new)
            walk += [(other, at) for other in new]


def _ends(link: LinkRow) -> tuple[str, str]:
    return link.left.id, link.right.id


def _utterances(ix: Index) -> Iterator[JoinToReview]:
    for row in ix.record.utterances:
        members = list(dict.fromkeys(rendering.statement for rendering in row.renderings))
        links = {id(link): link for each in members for link in ix.links_of.get(each, ()) if _is(link, "statements")}
        for link, side in _sides(members, links.values()):
            rest = set(members) - side
            counts = Counts(0, len(side) + (len(rest) == 1), *_no_longer_beside(ix, side, rest))
            left, right = (_words(ix, ix.statements[i].article, ix.statements[i].content) for i in _ends(link))
            yield JoinToReview(
                "one utterance", left, right, link, counts, f"not-same {{record}} {' '.join(_ends(link))}"
            )


def _stories(ix: Index) -> Iterator[JoinToReview]:
    for row in ix.record.stories:
        links = {id(link): link for each in row.articles for link in ix.links_of.get(each, ()) if _is(link, "articles")}
        for link, side in _sides(row.articles, links.values()):
            rest = set(row.articles) - side
            own = {statement.id for article in side for statement in ix.of_article.get(article, ())}
            others = {statement.id for article in rest for statement in ix.of_article.get(article, ())}
            lines = sum(ix.statements[each].shown for each in own) + len(_reports(ix, side))
            counts = Counts(lines, _torn(ix, own), *_no_longer_beside(ix, own, others))
            left, right = (ix.articles[end].title or ix.articles[end].source for end in _ends(link))
            command = f"split {{record}} {' '.join(sorted(side))}"
            yield JoinToReview("one story", left, right, link, counts, command)


def _actors(ix: Index) -> Iterator[JoinToReview]:
    seen = set()
    for link in ix.record.links:
        if not _is(link, "actors") or len(link.places) < 2:
            continue
        actor = ix.actors[link.left.id]
        left, right = (_words(ix, place.article, place.spans) for place in link.places[:2])
        if (actor.id, left, right) in seen:
            continue
        seen.add((actor.id, left, right))
        printed: dict[str, set[str]] = defaultdict(set)
        for mention in actor.mentions:
            printed[mention.article].add(_words(ix, mention.article, mention.spans))
        side = {article for article, forms in printed.items() if right in forms and left not in forms}
        own, others = (
            {
                statement.id
                for article in articles
                for statement in ix.of_article.get(article, ())
                if statement.shown and actor.id in statement.speakers
            }
            for articles in (side, set(printed) - side)
        )
        lines = len(own) + len(_reports(ix, side, actor.id))
        counts = Counts(lines, _torn(ix, own), *_no_longer_beside(ix, own, others))
        at = [f"{p.article}:{p.spans[0].start}-{p.spans[-1].end}" for p in link.places[:2]]
        yield JoinToReview(
            f"one actor ({actor.name})", left, right, link, counts, f"not-same {{record}} {' '.join(at)}"
        )


def _is(link: LinkRow, name: str) -> bool:
    """Whether it is a machine's link that made one row, or one group, of two of the list."""
    return (link.by, link.left.list, link.kind) == ("machine", name, KINDS[name])


def _no_longer_beside(ix: Index, side: Iterable[str], rest: Iterable[str]) -> tuple[int, int]:
    """Outlets and origins of statements that would no longer count beside the others."""
    (outlets, origins), (others, known) = _backing(ix, side), _backing(ix, rest)
    return len(outlets - others), len(origins - known)


def _backing(ix: Index, statements: Iterable[str]) -> tuple[set[str], set[str]]:
    rows = [ix.statements[each] for each in statements]
    origins = {origin.id for row in rows for origin in ix.origins_of(row.article, row.content)}
    return {label(ix.articles[row.article]) for row in rows}, origins


def _torn(ix: Index, own: set[str]) -> int:
    """Renderings among these statements of utterances that also have others."""
    groups = {row.id: row for each in own for row in ix.utterances_of.get(each, ())}
    split = [[r.statement in own for r in row.renderings] for row in groups.values()]
    return sum(sum(inside) for inside in split if not all(inside))


def _reports(ix: Index, articles: set[str], actor: str | None = None) -> list[MeetingReportRow]:
    """What these articles report of meetings; of those in which the actor took part, where one is named."""
    rows = [row for row in ix.record.meetings if actor is None or actor in row.participants]
    return [report for row in rows for report in row.reports if report.article in articles]


def _words(ix: Index, article: str, spans: Spans) -> str:
    said = " ".join(ix.words(article, spans).split())
    return visible(said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …")
