"""Names of one thing: which terms outlets and actors use for it, each use in whose voice, and why they are one thing's.

A row that mixes two things would be a lie, so whatever is unsure stays apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from dragoman.compare.name_joins import NameJoin, name_joins
from dragoman.compare.name_keys import Key, Keys, Use
from dragoman.compare.name_terms import told_apart
from dragoman.compare.term_voices import Voices
from dragoman.compare.things import BANDS, Things, same_roads
from dragoman.knowledge.names import fold
from dragoman.model.links import ActorGroup, NamingGroup, Reason, Shifted, TermJoin, TermPlace
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Place, Span, Spans, common, covers


def find_naming(
    readings: Sequence[ReadArticle],
    actors: Iterable[ActorGroup],
    furniture: Mapping[str, Spans],
    shifts: Iterable[Shifted] = (),
) -> tuple[NamingGroup, ...]:
    """Everything that at least two different terms name, with all uses of each. ``readings`` are in the order of their
    sources. ``shifts`` are those of renderings of
    one utterance, some of which put one name in the place of another.
    """
    return _Namer(readings, actors, furniture, shifts).groups()


class _Namer:
    """Joins names first, then things by the names that tell them from others of their kind."""

    def __init__(
        self,
        readings: Sequence[ReadArticle],
        actors: Iterable[ActorGroup],
        furniture: Mapping[str, Spans],
        shifts: Iterable[Shifted],
    ) -> None:
        self._reads = {read.article.id: read for read in readings}
        self._furniture = furniture
        self._shifts = [each for each in shifts if each.kind == "naming" and each.relation == "same"]
        self._keys = Keys(actors)
        self._parent: dict[Key, Key] = {}
        self._joins: list[NameJoin] = []
        self._uses: list[Use] = []
        self._voices: dict[str, Voices] = {}
        self._whole: dict[tuple[str, Span], Span] = {}

    def groups(self) -> tuple[NamingGroup, ...]:
        by_index: dict[tuple[str, int], Use] = {}
        for read in self._reads.values():
            for index, use in self._keys.names(read):
                self._uses += [use] if use.term else []
                by_index.update({(use.article, index): use} if index is not None else {})
        self._same_names()
        for join in sorted(name_joins(self._reads, self._uses, by_index), key=_order):
            self._join(join)
        self._add_things(by_index)
        self._join_shifted()
        found: dict[Key, list[Use]] = defaultdict(list)
        for use in self._uses:
            if not common((use.span,), self._furniture.get(use.article, ())):
                found[self._root(use.key)].append(use)
        groups = [self._group(key, uses) for key, uses in found.items() if self._differ(key, uses)]
        return tuple(sorted(groups, key=lambda group: (group.referent.article, group.referent.spans)))

    def _root(self, key: Key) -> Key:
        while (up := self._parent.get(key, key)) != key:
            key = up
        return key

    def _join(self, join: NameJoin) -> None:
        left, right = self._root(join.left), self._root(join.right)
        if left != right and not _two_known(left, right):
            self._parent[max(left, right)] = min(left, right)
        if self._root(join.left) == self._root(join.right):
            self._joins.append(join)

    def _same_names(self) -> None:
        """A name that one article has for a body or group, and another does not know as one."""
        bodies: dict[str, set[Key]] = defaultdict(set)
        for use in self._uses:
            if use.key[0] == "actor":
                bodies[fold(use.term)].add(use.key)
        for term, found in sorted(bodies.items()):
            if len(found) == 1:
                self._parent["name", term] = min(found)

    def _join_shifted(self) -> None:
        """Names that stand in the same place of two renderings of one utterance."""
        by_article: dict[str, list[Use]] = defaultdict(list)
        for use in self._uses:
            by_article[use.article].append(use)
        for shift in self._shifts:
            ends = [
                [use for use in by_article[end.statement.article] if covers(end.spans, (use.span,))]
                for end in (shift.left, shift.right)
            ]
            if [len(end) for end in ends] == [1, 1]:
                (left,), (right,) = ends
                reason = Reason("in the same place of two versions", 0.8, f"{left.term} and {right.term}")
                self._join(NameJoin(left.key, right.key, (left.term, right.term), reason))

    def _add_things(self, by_index: Mapping[tuple[str, int], Use]) -> None:
        known = {use.key: use for use in self._uses}
        things = Things(self._keys, self._root, known)
        found: dict[str, dict[int, Key]] = {article: {} for article in self._reads}
        for article, read in self._reads.items():
            things.find(read, by_index, found[article], resting=False)
        self._join_roads(found)
        for article, read in self._reads.items():
            things.find(read, by_index, found[article], resting=True)
        for article, keys in found.items():
            for index, key in keys.items():
                self._add(article, index, key)
        self._add_bare({self._root(key) for keys in found.values() for key in keys.values()}, found)

    def _join_roads(self, found: Mapping[str, Mapping[int, Key]]) -> None:
        terms = {key: self._term(article, i) for article, keys in found.items() for i, key in keys.items()}
        for one, other in same_roads(sorted(terms)):
            reason = Reason("roads named after one end", 0.7, f"{terms[one]} and {terms[other]}")
            self._join(NameJoin(one, other, (terms[one], terms[other]), reason))

    def _add(self, article: str, index: int, key: Key) -> None:
        read = self._reads[article]
        use = read.reading.names[index]
        self._uses.append(Use(article, use.span, self._term(article, index), key))
        last = max((read.reading.names[i].span.end for i in use.of), default=use.span.end)
        if last > use.span.end:
            self._whole[article, use.span] = Span(use.span.start, last)

    def _add_bare(self, keys: Iterable[Key], found: Mapping[str, Mapping[int, Key]]) -> None:
        """A closure's noun alone ("the blockade") where all articles name one blockade, and this one what is closed."""
        closures = [key for key in keys if key[0] == "closure"]
        if len(closures) != 1:
            return
        nouns = {fold(use.term).split()[-1] for use in self._uses if use.key == closures[0]}
        for article, read in self._reads.items():
            there = {" ".join(self._root(key)) for key in found[article].values()}
            for index, use in enumerate(read.reading.names):
                alone = use.kind == "closure" and index not in found[article] and not use.of and use.definite
                if alone and there & set(closures[0][1:]) and fold(self._term(article, index)).split()[-1] in nouns:
                    self._add(article, index, closures[0])

    def _term(self, article: str, index: int) -> str:
        read = self._reads[article]
        start, end = read.reading.names[index].span
        return " ".join(read.article.text[start:end].split())

    def _differ(self, key: Key, uses: Sequence[Use]) -> bool:
        terms = {use.term for use in uses}
        anchors = (
            {word for use in uses for word in self._anchor_words(use)}
            if key[0] not in ("name", "actor", "state")
            else ()
        )
        return len({fold(term) for term in terms}) > 1 and told_apart(terms, frozenset(anchors))

    def _anchor_words(self, use: Use) -> Iterator[str]:
        read = self._reads[use.article]
        for name in read.reading.names:
            if name.span == use.span:
                for start, end in name.proper:
                    yield from fold(read.article.text[start:end]).replace(".", "").split()

    def _group(self, key: Key, uses: Sequence[Use]) -> NamingGroup:
        once = {(use.article, use.span): use for use in sorted(uses, reverse=True)}
        every = [*once.values(), *self._in_titles(sorted(once.values()))]
        ordered = sorted(every, key=lambda use: (fold(use.term), use.term, use.article, use.span))
        heard = [(use, self._voices_of(use.article).of(use.span)) for use in ordered]
        said = Counter(fold(use.term) for use in ordered)
        bare = {use.term for use in ordered if key[0] in BANDS and not any(self._anchor_words(use))}
        best = min(
            ordered,
            key=lambda use: (use.term in bare, -said[fold(use.term)], (use.article, use.span) not in self._whole),
        )
        whole = self._whole.get((best.article, best.span), best.span)
        terms = {fold(use.term) for use in ordered}
        joins = {TermJoin(*j.terms, j.reason) for j in self._joins if {fold(t) for t in j.terms} <= terms}
        return NamingGroup(
            Place(best.article, (whole,)),
            tuple(TermPlace(Place(use.article, (use.span,)), voice.voice, voice.by) for use, voice in heard),
            tuple(sorted(joins, key=lambda join: (join.left, join.right, join.reason.feature, join.reason.detail))),
            key[0] if key[0] not in ("name", "actor", "state") else None,
        )

    def _voices_of(self, article: str) -> Voices:
        if article not in self._voices:
            self._voices[article] = Voices(self._reads[article])
        return self._voices[article]

    def _in_titles(self, uses: Sequence[Use]) -> list[Use]:
        """The same terms in titles, where capitals alone tell no names."""
        taken = {(use.article, use.span.start) for use in uses}
        terms = {fold(use.term): use.term for use in uses if len(use.term.split()) > 1 or "-" in use.term}
        if not terms:
            return []
        longest = sorted(terms.values(), key=lambda term: (-len(term), term))
        words = re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b", re.IGNORECASE)
        return [
            Use(article, Span(*match.span()), match.group(), uses[0].key)
            for article, read in self._reads.items()
            for start, end in read.article.masthead.places.get("title", ())
            for match in words.finditer(read.article.text, start, end)
            if (article, match.start()) not in taken
        ]


def _order(join: NameJoin) -> tuple[Key, Key, tuple[str, str], str, str]:
    return join.left, join.right, join.terms, join.reason.feature, join.reason.detail


def _two_known(left: Key, right: Key) -> bool:
    """Whether both are known, and as two: states with different codes, bodies that were told apart."""
    return left != right and left[0] == right[0] and left[0] in ("state", "actor")
