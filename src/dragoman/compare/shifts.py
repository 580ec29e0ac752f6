"""How renderings of one utterance, and statements that share a part, differ: typed shifts with both places."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import combinations

from dragoman.compare.forms import Token
from dragoman.compare.phrases import Beside, Found, Phrase, Side
from dragoman.compare.related import Pair, overlap, related_pairs, restated_pairs
from dragoman.compare.shift_cuts import cuts
from dragoman.compare.shift_names import actor_or_name, addressees, like_name
from dragoman.compare.shift_notes import notes
from dragoman.compare.shift_numbers import number
from dragoman.compare.shift_scope import narrower_nouns, shorter_list
from dragoman.compare.shift_words import degree, inflected, modality, negation, tense
from dragoman.compare.told import Desk
from dragoman.model.links import ActorGroup, At, Rendering, Shifted, ShiftRelation, StoryGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span, Spans, common

LEAST_RELATED = 4
"""Words that are the same beside a difference between statements that do not render one utterance as a whole."""
LINKING = frozenset(["and", "but", "or", "so", "that", "then"])
"""Words that may stand between two sentences printed as one."""
MOST_WORDINGS = 6
"""So many different wordings of an utterance are each held against every other; further ones against these."""
PHRASE_KINDS: tuple[Callable[[Beside, Phrase], Found | None], ...] = (
    number,
    negation,
    modality,
    tense,
    degree,
    shorter_list,
    like_name,
)
"""Of one difference the first of these that it is."""


def find_shifts(
    readings: Sequence[ReadArticle],
    actors: Iterable[ActorGroup],
    stories: Iterable[StoryGroup],
    utterances: Sequence[tuple[Rendering, ...]],
) -> tuple[Shifted, ...]:
    """Inside utterances, between related statements of one speaker and story, and between headline and body.

    A shift with the same words on both sides is given once an utterance (or article, or story), and one at the same
    two places once.
    """
    desk = Desk(readings, actors)
    out: list[Shifted] = []
    known: dict[At, list[tuple[int, Spans]]] = defaultdict(list)
    for index, group in enumerate(utterances):
        out += _shifts(desk, _wordings(desk, group), "same")
        for rendering in group:
            known[rendering.statement].append((index, rendering.spans))
    apart = [*related_pairs(desk.readings, stories, desk.actors), *restated_pairs(desk.readings, desk.actors)]
    same = {_where(row) for row in out}
    for pairs in apart:
        found = _shifts(desk, [pair for pair in pairs if not overlap(pair, known)], "related")
        out += [row for row in found if _where(row) not in same]
    return tuple(sorted(out, key=lambda row: (row.left, row.right, row.kind)))


def _where(row: Shifted) -> tuple[object, ...]:
    """Its kind and both places, in whatever order and statement they are given."""
    return row.kind, frozenset((side.statement.article, side.spans) for side in (row.left, row.right))


def _shifts(desk: Desk, pairs: Iterable[Pair], relation: ShiftRelation) -> list[Shifted]:
    """The shifts of the pairs, each pair of phrases once a kind."""
    seen: set[tuple[object, ...]] = set()
    out = []
    for pair in pairs:
        beside = Beside(desk.side(pair[0]), desk.side(pair[1]))
        for found in _apart(_found(desk, beside, pair, relation)):
            key = (found.kind, _forms(beside.left, found.left), _forms(beside.right, found.right))
            if key not in seen:
                seen |= {key, (found.kind, key[2], key[1])}
                out.append(_shifted(desk, found, beside, pair, relation))
        addressed = _addressed(desk, pair) if relation == "same" else None
        if addressed and "addressee" not in {shift.kind for shift in out}:
            out.append(addressed)
    return out


def _found(desk: Desk, beside: Beside, pair: Pair, relation: ShiftRelation) -> Iterator[Found]:
    mentions = desk.mentions(pair[0]), desk.mentions(pair[1])
    least = LEAST_RELATED if relation == "related" else 1
    for phrase in beside.phrases:
        if phrase.before + phrase.after >= least:
            found = next((found for kind in PHRASE_KINDS if (found := kind(beside, phrase))), None)
            found = found or actor_or_name(beside, phrase, mentions)
            turned = found and found.kind == "negation" and any(map(desk.denies, pair))
            yield from (found,) if found and not turned else ()
    yield from narrower_nouns(beside)
    yield from inflected(beside)
    yield from (found for found in cuts(beside) if not _goes_on(desk, found, beside, pair))


def _goes_on(desk: Desk, found: Found, beside: Beside, pair: Pair) -> bool:
    """Whether the words that were cut stand elsewhere in the article of the shorter quotation."""
    swapped = len(found.left) == len(beside.left.words)
    more, shorter = (found.right, pair[0]) if swapped else (found.left, pair[1])
    words = (beside.right if swapped else beside.left).words
    inner = [words[n].key for n in more]
    while inner and inner[0] in LINKING:
        inner = inner[1:]
    while inner and inner[-1] in LINKING:
        inner = inner[:-1]
    return f" {' '.join(inner)} " in desk.keys(shorter.statement.article)


def _addressed(desk: Desk, pair: Pair) -> Shifted | None:
    """Others whom the words are said to; the places are where these are named beside the words."""
    left, right = (addressees(desk.readings[r.statement.article], desk.row(r)) for r in pair)
    actors = [
        {desk.actors[At(r.statement.article, a.entity)] for a in side}
        for r, side in zip(pair, (left, right), strict=True)
    ]
    names = [{word for a in side for word in a.name.casefold().split()} for side in (left, right)]
    if not left or not right or actors[0] & actors[1] or names[0] & names[1]:
        return None
    places = Rendering(pair[0].statement, (left[0].span,)), Rendering(pair[1].statement, (right[0].span,))
    return Shifted("addressee", "same", *places, notes(desk.told(pair[0]), desk.told(pair[1]), (False, False)))


def _shifted(desk: Desk, found: Found, beside: Beside, pair: Pair, relation: ShiftRelation) -> Shifted:
    sides = ((beside.left, found.left), (beside.right, found.right))
    quoted = [all(side.quoted[n] for n in numbers) for side, numbers in sides]
    places = [
        Rendering(r.statement, common((_span(side.words, numbers),), r.spans))
        for r, (side, numbers) in zip(pair, sides, strict=True)
    ]
    noted = notes(desk.told(pair[0]), desk.told(pair[1]), (quoted[0], quoted[1]))
    return Shifted(found.kind, relation, places[0], places[1], noted)


def _wordings(desk: Desk, group: Sequence[Rendering]) -> list[Pair]:
    """Pairs of renderings in different words: each with the first few, quotations first."""
    first: dict[tuple[str, ...], Rendering] = {}
    for rendering in sorted(group, key=lambda r: (not all(desk.side(r).quoted), r)):
        first.setdefault(tuple(word.form for word in desk.side(rendering).words), rendering)
    different = [rendering for words, rendering in first.items() if words]
    few = different[:MOST_WORDINGS]
    pairs = [*combinations(few, 2), *((one, other) for other in different[MOST_WORDINGS:] for one in few)]
    return [pair for pair in pairs if pair[0].statement != pair[1].statement]


def _apart(shifts: Iterable[Found]) -> Iterator[Found]:
    """The shifts of two renderings, of those of one kind at one place the first."""
    before: list[Found] = []
    for found in shifts:
        same = (other for other in before if other.kind == found.kind)
        if not any(set(other.left) & set(found.left) and set(other.right) & set(found.right) for other in same):
            before.append(found)
            yield found


def _forms(side: Side, numbers: range) -> tuple[str, ...]:
    return tuple(side.words[n].key for n in numbers)


def _span(words: Sequence[Token], numbers: range) -> Span:
    return Span(words[numbers[0]].span.start, words[numbers[-1]].span.end)
