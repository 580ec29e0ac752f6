"""What is told of a meeting beside who met: offices, level, hosts, what it was about, what came of it, how its status
went over time, what comes next, and whom one side's account names and the other's does not.
"""

from collections.abc import Iterator

from dragoman.model.record import MeetingRow, NamedOnly
from dragoman.model.spans import Place
from dragoman.show.cite import dated, name, names, passage, place, shortened
from dragoman.show.index import Index, label
from dragoman.show.phrases import say, word
from dragoman.show.pieces import Cited, Pieces, joined, plain

LONGEST = 200
MOST = 3
"""So many passages on one matter are printed, and so many of those named by one side alone."""


def details(ix: Index, row: MeetingRow) -> tuple[Pieces, ...]:
    """The lines on one meeting, those that no article tells left out."""
    return tuple(
        line for part in (_who(ix, row), _matters(ix, row), _course(ix, row), _accounts(ix, row)) for line in part
    )


def _who(ix: Index, row: MeetingRow) -> Iterator[Pieces]:
    offices = [
        say(
            "meeting.office",
            name=name(ix, each.actor, each.article),
            office=(Cited("name", ix.words(each.article, each.spans), each.article, each.spans),),
        )
        for each in row.offices
    ]
    level = [(word(f"meeting.level_{row.level}"),)] if row.level else []
    if offices or level:
        yield joined([*level, *offices], "; ")
    if row.hosts:
        yield say("meeting.hosts", who=names(ix, row.hosts, row.reports[0].article if row.reports else None))


def _matters(ix: Index, row: MeetingRow) -> Iterator[Pieces]:
    for phrase, places in (("meeting.agenda", row.agenda), ("meeting.outcome", row.outcome)):
        told: dict[str, Pieces] = {}
        for each in places:
            told.setdefault(" ".join(ix.words(each.article, each.spans).casefold().split()), _told(ix, each))
        if told:
            yield say(phrase, words=joined(list(told.values())[:MOST], "; "))


def _told(ix: Index, at: Place) -> Pieces:
    words = shortened(ix, passage(ix, at.article, at.spans), LONGEST)
    return say("meeting.told", words=(words,), outlet=label(ix.articles[at.article]))


def _course(ix: Index, row: MeetingRow) -> Iterator[Pieces]:
    """How its status went from report to report, where it changed; and what is announced next."""
    order = {article: number for number, article in enumerate(ix.by_date(r.article for r in row.reports))}
    steps = sorted(row.reports, key=lambda report: order[report.article])
    if len({report.status for report in steps}) > 1:
        shown = [
            say(
                "meeting.step",
                status=word(f"meeting.{report.status}"),
                outlet=label(ix.articles[report.article]),
                day=dated(ix, ix.articles[report.article].published),
            )
            for number, report in enumerate(steps)
            if not number or report.status != steps[number - 1].status
        ]
        yield say("meeting.course", steps=joined(shown, "; "))
    following = ix.meetings.get(row.next or "")
    if following is not None:
        where_and_when = [part for part in (place(ix, following), dated(ix, following.date)) if plain(part)]
        yield say("meeting.next", line=joined(where_and_when))


def _accounts(ix: Index, row: MeetingRow) -> Iterator[Pieces]:
    for readout in row.readouts:
        if readout.only:
            found = joined([_only(ix, each) for each in readout.only[:MOST]])
            yield say("meeting.only", side=names(ix, readout.side), named=found)


def _only(ix: Index, each: NamedOnly) -> Pieces:
    at = each.place
    item = Cited("name", ix.words(at.article, at.spans), at.article, at.spans)
    return say("meeting.told", words=(item,), outlet=label(ix.articles[at.article]))
