"""Judgements on single findings, carried out on readings before they are compared; what the store keeps stays."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from dragoman.compare.cases import Case, when_judged
from dragoman.model.article import Article
from dragoman.model.judgement import NOBODY, UNDATED
from dragoman.model.links import At
from dragoman.model.reading import Entity, ReadArticle, Statement
from dragoman.model.when import UNKNOWN, When

AS_FOUND = "the program finds the same"


@dataclass(slots=True)
class Corrected:
    """The readings as corrected, and those that changed by their article's id; for the judgement of each id what it
    changed, in words; for each entity that stands for a speaker whom the article itself does not hold, where that actor
    is, and by which judgement.
    """

    readings: list[ReadArticle] = field(default_factory=list)
    changed: dict[str, ReadArticle] = field(default_factory=dict)
    effects: dict[str, str] = field(default_factory=dict)
    speakers: dict[At, tuple[At, str]] = field(default_factory=dict)


def corrected(readings: Sequence[ReadArticle], cases: Iterable[Case]) -> Corrected:
    """Dates, outlets, speakers and what is no statement or commitment, each as the last judgement on it says."""
    made = Corrected()
    by_article: dict[str, list[tuple[At, Case]]] = defaultdict(list)
    for case in cases:
        for at in case.abouts if case.judgement.kind in EDITS else ():
            by_article[at.article].append((at, case))
    for read in readings:
        edited = read
        for at, case in by_article[read.article.id]:
            edited = EDITS[case.judgement.kind](edited, at, case, made)
        made.readings.append(edited)
        made.changed |= {read.article.id: edited} if edited is not read else {}
    return made


def _date(read: ReadArticle, _: At, case: Case, made: Corrected) -> ReadArticle:
    when, before = when_judged(case.judgement), read.article.masthead.published
    made.effects[case.judgement.id] = f"date {when.edtf or UNDATED}; it was {before.edtf or UNDATED}"
    return _headed(read, "published", when if when.basis == "given" else UNKNOWN)


def _outlet(read: ReadArticle, _: At, case: Case, made: Corrected) -> ReadArticle:
    made.effects[case.judgement.id] = f"outlet {case.judgement.value}; it was {read.article.masthead.outlet or UNDATED}"
    return _headed(read, "outlet", case.judgement.value)


def _headed(read: ReadArticle, name: str, value: When | str | None) -> ReadArticle:
    """The article with a given field of its masthead, which then stands nowhere in its text."""
    head = read.article.masthead
    basis = {key: known for key, known in head.basis.items() if key != name}
    places = {key: spans for key, spans in head.places.items() if key != name}
    if value != UNKNOWN:
        basis[name] = "given"
    article: Article = replace(
        read.article,
        masthead=replace(head, basis=basis, places=places, **{name: value}),  # type: ignore[arg-type]  # a field's name
    )
    return ReadArticle(article, read.reading)


def _speaker(read: ReadArticle, at: At, case: Case, made: Corrected) -> ReadArticle:
    """The statement spoken by the actor; one whom the article does not name gets an entity without a name in it."""
    entities = read.reading.entities
    old = [entities[i].name for i in read.reading.statements[at.index].speakers]
    new: tuple[int, ...] = ()
    if case.judgement.value != NOBODY:
        here = next((other for other in case.others if other.article == at.article), None)
        new = (len(entities) if here is None else here.index,)
        if here is None:
            name = case.judgement.other[0].name or case.judgement.other[0].words
            read = _reading(read, entities=(*entities, Entity("unnamed", name)))
            made.speakers[At(at.article, len(entities))] = (case.others[0], case.judgement.id)
    now = [read.reading.entities[i].name for i in new]
    made.effects[case.judgement.id] = f"spoken by {', '.join(now) or NOBODY}; it was {', '.join(old) or NOBODY}"
    return _stated(read, at.index, speakers=new, speakers_basis="person")


def _no_statement(read: ReadArticle, at: At, case: Case, made: Corrected) -> ReadArticle:
    """The statement left out of the brief, without acts and the vectors by which it would be compared."""
    made.effects[case.judgement.id] = "left out of the brief"
    return _stated(read, at.index, shown=False, vector=b"", parts=(), acts=())


def _no_commitment(read: ReadArticle, at: At, case: Case, made: Corrected) -> ReadArticle:
    """The report without the actor who is named, or without any: then it is left out of the record."""
    reports = list(read.reading.commitments)
    report = reports[at.index]
    named = {other.index for other in case.others if other.article == at.article} if case.other else {*report.actors}
    gone = [read.reading.entities[i].name for i in report.actors if i in named]
    made.effects[case.judgement.id] = f"no commitment of {', '.join(gone)}" if gone else AS_FOUND
    reports[at.index] = replace(report, actors=tuple(i for i in report.actors if i not in named))
    return _reading(read, commitments=tuple(reports))


def _stated(read: ReadArticle, index: int, **changes: object) -> ReadArticle:
    statements: list[Statement] = list(read.reading.statements)
    statements[index] = replace(statements[index], **changes)  # type: ignore[arg-type]  # fields of a statement
    return _reading(read, statements=tuple(statements))


def _reading(read: ReadArticle, **changes: object) -> ReadArticle:
    return ReadArticle(read.article, replace(read.reading, **changes))  # type: ignore[arg-type]  # fields of a reading


Edit = Callable[[ReadArticle, At, Case, Corrected], ReadArticle]
EDITS: dict[str, Edit] = {
    "date": _date,
    "outlet": _outlet,
    "speaker": _speaker,
    "not-a-statement": _no_statement,
    "not-a-commitment": _no_commitment,
}
