"""From what a user says to a judgement."""

from collections.abc import Callable, Sequence
from typing import NamedTuple, get_args

from dragoman.errors import NotInRecord, NotJudged
from dragoman.model.judgement import NOBODY, UNDATED, Judgement, JudgementKind, Pointed
from dragoman.model.record import Record
from dragoman.model.when import interval
from dragoman.run.point import PLACE, Pointer, Row

FINDINGS = ["statements", "utterances", "actors", "meetings", "instruments", "commitments", "allegations"]
ARTICLES = ["articles"]
TAKES: dict[str, str] = {
    "same": "two or more statements, utterances, actors, meetings, instruments, commitments or allegations",
    "not-same": "two statements, utterances, actors, meetings, instruments, commitments or allegations",
    "speaker": f"a statement and an actor, or {NOBODY}",
    "not-a-statement": "a statement",
    "not-a-commitment": "a commitment, and an actor who does not give it where others do",
    "not-an-allegation": "an allegation",
    "split": "one or more articles of a story",
    "join": "two or more stories or articles",
    "date": f"an article and a date (2031-05-14, or two with / between), or {UNDATED}",
    "outlet": "an article and an outlet's name",
    "occasion": "a statement and a meeting, or a statement or a meeting and a date",
    "origin": "an article and an origin's name, or another article",
    "undo": "the id of a judgement",
}
"""What each kind is about, for messages."""


class Said(NamedTuple):
    """What a judgement is about, what that is parted from or tied to, and its value."""

    about: Sequence[Pointed]
    other: Sequence[Pointed] = ()
    value: str | None = None


class Person(NamedTuple):
    """Who judges, why, and when."""

    by: str
    because: str | None
    made: str


def judge(record: Record, kind: str, what: Sequence[str], person: Person) -> Judgement:
    """The judgement that a person makes of rows of the record.

    Raises:
        NotJudged: the kind is not known, or is not said of such things.
        NotInRecord: what is named is not in the record.
    """
    if kind not in SAYS:
        raise NotJudged(f"there is no judgement {kind!r}; there are: {', '.join(TAKES)}")
    try:
        said = SAYS[kind](Pointer(record), what)
    except ValueError as error:
        raise NotJudged(f"{kind} takes {TAKES[kind]} ({error})") from error
    return _made(kind, said, person)


def undo(known: Sequence[Judgement], asked: str, person: Person) -> Judgement:
    """The judgement that takes back another, named by its id or the beginning of it.

    Raises:
        NotInRecord: there is none, or there are several.
    """
    ids = dict.fromkeys(each.id for each in known if each.id.startswith(asked.casefold()))
    if len(ids) != 1:
        how_many = "more than one judgement begins" if ids else "there is no judgement that begins"
        raise NotInRecord(f"{how_many} with {asked!r}; dragoman judge --list shows them")
    return _made("undo", Said((), (), next(iter(ids))), person)


def _made(kind: str, said: Said, person: Person) -> Judgement:
    known: JudgementKind = next(each for each in get_args(JudgementKind) if each == kind)
    return Judgement(known, person.by, tuple(said.about), tuple(said.other), said.value, person.because, person.made)


def _alike(pointer: Pointer, what: Sequence[str], least: int, most: int) -> list[Pointed]:
    rows = {each: pointer.row(each, FINDINGS) for each in what if not PLACE.fullmatch(each)}
    # At one place several kinds of finding may stand; what is named beside it says which is meant.
    near = sorted({"statements" if row.list == "utterances" else row.list for row in rows.values()}) or FINDINGS
    found = [pointer.pointed(rows.get(each) or pointer.row(each, near)) for each in what]
    if not least <= len(found) <= most or len({each.list for each in found}) != 1 or len(set(found)) != len(found):
        raise ValueError("of one kind, and not the same one twice")
    return found


def _same(pointer: Pointer, what: Sequence[str]) -> Said:
    return Said(_alike(pointer, what, 2, len(what)))


def _not_same(pointer: Pointer, what: Sequence[str]) -> Said:
    one, other = _alike(pointer, what, 2, 2)
    return Said([one], [other])


def _speaker(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 2)
    statement = pointer.pointed(pointer.row(what[0], ["statements"]))
    if what[1].casefold() == NOBODY:
        return Said([statement], (), NOBODY)
    return Said([statement], [pointer.pointed(pointer.row(what[1], ["actors"]), pointer.article_of(statement))])


def _no_statement(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 1)
    return Said([pointer.pointed(pointer.row(what[0], ["statements"]))])


def _no_commitment(pointer: Pointer, what: Sequence[str]) -> Said:
    if len(what) not in (1, 2):
        raise ValueError(f"{len(what)} given")
    about = pointer.pointed(pointer.row(what[0], ["commitments"]))
    actors = [pointer.row(each, ["actors"]) for each in what[1:]]
    return Said([about], [pointer.pointed(each, pointer.article_of(about)) for each in actors])


def _no_allegation(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 1)
    return Said([pointer.pointed(pointer.row(what[0], ["allegations"]))])


def _split(pointer: Pointer, what: Sequence[str]) -> Said:
    rows = list(dict.fromkeys(pointer.row(each, ARTICLES) for each in what))
    rest = pointer.story_beside([row.id for row in rows])
    if not rows or not rest:
        raise ValueError("and others must remain in it")
    return Said([pointer.pointed(row) for row in rows], [pointer.pointed(Row("articles", each)) for each in rest])


def _join(pointer: Pointer, what: Sequence[str]) -> Said:
    found = list(dict.fromkeys(pointer.pointed(pointer.row(each, ["stories", "articles"])) for each in what))
    if len(found) < 2:
        raise ValueError("different ones")
    return Said(found)


def _date(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 2)
    return Said([pointer.pointed(pointer.row(what[0], ARTICLES))], (), _day(what[1]))


def _outlet(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 2)
    if not what[1].strip():
        raise ValueError("a name")
    return Said([pointer.pointed(pointer.row(what[0], ARTICLES))], (), what[1].strip())


def _occasion(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 2)
    about = pointer.pointed(pointer.row(what[0], ["statements", "meetings"]))
    if what[1][4:5] == "-" or what[1] == UNDATED:
        return Said([about], (), _day(what[1]))
    if about.list == "meetings":
        raise ValueError("one meeting is said to be another by same")
    return Said([about], [pointer.pointed(pointer.row(what[1], ["meetings"]))])


def _origin(pointer: Pointer, what: Sequence[str]) -> Said:
    _exactly(what, 2)
    about = pointer.pointed(pointer.row(what[0], ARTICLES))
    if other := pointer.file(what[1]):
        if other == about:
            raise ValueError("another one")
        return Said([about], [other])
    if not what[1].strip():
        raise ValueError("a name")
    return Said([about], (), what[1].strip())


def _exactly(what: Sequence[str], number: int) -> None:
    if len(what) != number:
        raise ValueError(f"{len(what)} given")


def _day(text: str) -> str:
    if text != UNDATED:
        interval(text)
    return text


SAYS: dict[str, Callable[[Pointer, Sequence[str]], Said]] = {
    "same": _same,
    "not-same": _not_same,
    "speaker": _speaker,
    "not-a-statement": _no_statement,
    "not-a-commitment": _no_commitment,
    "not-an-allegation": _no_allegation,
    "split": _split,
    "join": _join,
    "date": _date,
    "outlet": _outlet,
    "occasion": _occasion,
    "origin": _origin,
}
