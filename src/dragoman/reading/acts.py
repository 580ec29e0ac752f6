"""Acts in statements, coded with PLOVER roots: the speaker's own, and those that the speaker says others did.

Statements are coded or not: an act needs words of its root, and a coder that is sure enough. Nothing here says that an
act took place: who tells of it stands beside it.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.acts import ActCoder
from dragoman.language.encoder import Encoder
from dragoman.model.reading import Act, Statement
from dragoman.model.spans import Spans, merged
from dragoman.reading.act_features import Pair, between, features, predicates
from dragoman.reading.act_pairs import Candidate, candidates
from dragoman.reading.cast import Cast

if TYPE_CHECKING:
    from dragoman.language.parser import Doc


def with_acts(
    doc: "Doc", cast: Cast, statements: Sequence[Statement], encoder: Encoder, coder: ActCoder
) -> tuple[Statement, ...]:
    """The statements with the acts that are told in them, in the order in which they are found."""
    acts: defaultdict[int, list[Act]] = defaultdict(list)
    for candidate in candidates(doc, cast, statements):
        act = _coded(doc, candidate, encoder, coder)
        if act is not None:
            acts[candidate.statement].append(act)
    return tuple(
        replace(statement, acts=tuple(acts[index])) if index in acts else statement
        for index, statement in enumerate(statements)
    )


def _coded(doc: "Doc", candidate: Candidate, encoder: Encoder, coder: ActCoder) -> Act | None:
    seen = features(doc, candidate.pair)
    if not coder.may_be(seen):
        return None
    words = between(doc, candidate.pair)
    coded = coder.code(seen, encoder.encode([words])[0]) if words else None
    if coded is None or coded.root is None or coded.root in candidate.barred:
        return None
    return Act(
        root=coded.root,
        spans=_spans(doc, candidate.pair),
        confidence=coded.confidence,
        source=candidate.source if candidate.alleged else (),
        target=candidate.target,
        alleged=candidate.alleged,
    )


def _spans(doc: "Doc", pair: Pair) -> Spans:
    """Where source, predicate and target stand."""
    runs = [pair.source, pair.target, *(range(verb.i, verb.i + 1) for verb in predicates(doc, pair)[:1])]
    return merged((doc[run.start].idx, doc[run.stop - 1].idx + len(doc[run.stop - 1])) for run in runs if run)
