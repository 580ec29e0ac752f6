"""Stories and meetings: what happened, when, on whose word."""

from dataclasses import dataclass

from dragoman.model.record import MeetingReportRow, MeetingRow, StoryRow
from dragoman.show.cite import dated, name, names, passage, place
from dragoman.show.index import Index, label
from dragoman.show.meeting_details import details
from dragoman.show.phrases import counted, phrases, say, word
from dragoman.show.pieces import Cited, Piece, Pieces, joined, plain
from dragoman.show.scale import Mark, Scale, mark
from dragoman.show.sources import counted_origins

TOLD_BY_ONE = ("refused", "denied", "cancelled", "postponed")
"""What happened only if the one who tells it is right: always printed with who says so."""


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of a meeting."""

    article: str
    anchor: str
    status: Pieces
    item: Cited


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting: a line that says how it stands and on whose word, why it is dated so where that was worked out, its
    reports, where it is drawn, a line on those participants of whom no words were read, and lines on what else is told.
    """

    id: str
    line: Pieces
    reason: str
    reports: tuple[Report, ...]
    articles: tuple[str, ...]
    mark: Mark | None
    unheard: Pieces = ()
    details: tuple[Pieces, ...] = ()


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one occasion, with its meetings."""

    id: str
    title: Pieces
    when: Pieces
    articles: tuple[str, ...]
    meetings: tuple[Meeting, ...]
    mark: Mark | None
    ticks: tuple[float, ...]


def story_of(ix: Index, row: StoryRow, scale: Scale) -> Story:
    """The story with its meetings, those that most articles report first."""
    meetings = [meeting_of(ix, meeting, scale) for meeting in ix.meetings_of.get(row.id, [])]
    published = [ix.articles[article].published.day for article in row.articles]
    return Story(
        id=row.id,
        title=titled(ix, row),
        when=dated(ix, row.when),
        articles=tuple(ix.by_date(row.articles)),
        meetings=tuple(sorted(meetings, key=lambda meeting: (-len(meeting.articles), meeting.mark is None))),
        mark=mark(scale, row.when, sure=True),
        ticks=tuple(dict.fromkeys(scale.at(day) for day in published if day)),
    )


def titled(ix: Index, row: StoryRow) -> Pieces:
    """The story's title, each actor's name in it as an item that leads to where it is printed."""
    rest, out = row.title, list[Piece]()
    actors = {actor for m in ix.meetings_of.get(row.id, []) for actor in m.participants}
    actors |= {actor for article in row.articles for s in ix.of_article.get(article, []) for actor in s.speakers}
    known = {ix.actors[actor].name: actor for actor in sorted(actors)}
    while rest:
        starts = [(rest.find(each), -len(each), each) for each in known if each in rest]
        if not starts:
            break
        at, _, each = min(starts)
        out += [rest[:at]] if at else []
        found = name(ix, known[each], row.articles[0])
        exact = len(found) == 1 and isinstance(found[0], Cited) and found[0].text == each
        out += found if exact else (each,)
        rest = rest[at + len(each) :]
    return (*out, rest) if rest else tuple(out)


def meeting_of(ix: Index, row: MeetingRow, scale: Scale) -> Meeting:
    """The meeting with its reports in the order of the articles' dates."""
    order = {article: number for number, article in enumerate(ix.by_date(r.article for r in row.reports))}
    numbered = sorted(enumerate(row.reports), key=lambda each: (order[each[1].article], each[1].spans))
    reports = [
        Report(r.article, anchor(row, number), report_status(ix, r), passage(ix, r.article, r.spans))
        for number, r in numbered
        if r.spans
    ]
    drawn = mark(scale, row.date, sure=row.status == "held")
    reason = row.date.reason if row.date.basis == "inferred" else ""
    near = row.reports[0].article if row.reports else None
    unheard = say("lacking.unheard", who=names(ix, row.unheard, near)) if row.unheard else ()
    return Meeting(row.id, line(ix, row), reason, tuple(reports), tuple(order), drawn, unheard, details(ix, row))


def anchor(row: MeetingRow, number: int) -> str:
    """The id of the element that marks the words of one report."""
    return f"r-{row.id}-{number}"


def line(ix: Index, row: MeetingRow) -> Pieces:
    """What it was and how it stands, who took part, where and when."""
    near = row.reports[0].article if row.reports else None
    when = joined([part for part in (place(ix, row), dated(ix, row.date)) if part])
    took_part = names(ix, row.participants, near) if row.participants else (word("meeting.unnamed"),)
    who_and_when = joined([part for part in (took_part, when) if part], "; ")
    return say("meeting.line", what=what(row), status=status(ix, row), who=who_and_when)


def what(row: MeetingRow) -> str:
    """The kind and format, such as "Two-way meeting"."""
    form = f"meeting.{row.format}"
    parts = [word(form)] if form in phrases() else []
    text = " ".join([*parts, word(f"meeting.kind_{row.kind}")])
    return text[0].upper() + text[1:]


def status(ix: Index, row: MeetingRow) -> Pieces:
    """How the meeting stands; with who says so where no outlet says it in its own voice or one party alone tells it."""
    stands = word("meeting.held_visit" if (row.status, row.kind) == ("held", "visit") else f"meeting.{row.status}")
    told = [r for r in row.reports if r.status == row.status]
    if not told or (row.status not in TOLD_BY_ONE and any(not r.according_to for r in told)):
        return (stands,)
    said = [who(ix, r) for r in told]
    by = [part for number, part in enumerate(said) if plain(part) not in map(plain, said[:number])]
    return say("meeting.according", status=stands, who=joined(by))


def report_status(ix: Index, report: MeetingReportRow) -> Pieces:
    """How one article says that the meeting stands, and on whose word."""
    stands = word(f"meeting.{report.status}")
    if report.according_to or report.status in TOLD_BY_ONE:
        return say("meeting.according", status=stands, who=who(ix, report))
    return (stands,)


def who(ix: Index, report: MeetingReportRow) -> Pieces:
    """On whose word a report stands: the actors it names, or the outlet."""
    if report.according_to:
        return names(ix, report.according_to, report.article)
    return (label(ix.articles[report.article]),)


def reported_by(ix: Index, row: MeetingRow, story: StoryRow | None) -> Pieces:
    """In how many of its story's articles a meeting was found, and from how many independent origins."""
    articles = tuple(ix.by_date(report.article for report in row.reports))
    every = counted("articles", story.articles if story else articles)
    if story and len(articles) == len(story.articles) > 1:
        found = say("meeting.found_all", all=every)
    elif story and len(story.articles) > 1:
        found = say("meeting.found_of", rows=counted("articles", articles)[:1], all=every)
    else:
        found = say("meeting.found", articles=every)
    origins = counted_origins(ix, row.origins, articles)
    return joined([found, origins], "; ") if origins else found
