"""A record's rows, held against the texts of its articles."""

import re
from collections.abc import Iterable, Iterator, Mapping

from dragoman.model.claims import ClaimRow, ConflictRow
from dragoman.model.ids import finding_id
from dragoman.model.ledger_rows import CommitmentRow
from dragoman.model.links import Lacking
from dragoman.model.quoted import quoted_runs
from dragoman.model.record import (
    ActorRow,
    ArticleRow,
    FigureRow,
    MeetingRow,
    OriginRow,
    Record,
    RenderingRow,
    ShiftRow,
    StatementRow,
)
from dragoman.model.spans import Place, Spans, common, covers, without, words
from dragoman.model.when import When
from dragoman.verify.days import agrees
from dragoman.verify.instruments import instrument_faults, open_faults, text_faults
from dragoman.verify.items import brief, inside, shown
from dragoman.verify.positions import position
from dragoman.verify.report import Report

SCALES = {"thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bln": 1e9, "trillion": 1e12}
SHORT = {"k": 1e3, "m": 1e6, "mn": 1e6, "b": 1e9, "bn": 1e9, "tn": 1e12, "trn": 1e12}
"""Scales of one letter or two, which mean one only right behind the digits: "$800m", "3 bn"."""
MARKUP = "the page's markup says"
"""A web page may state its date beside the text, where no copy of the text holds it."""
_WORD = re.compile(r"\w")
_SHORT = re.compile(r"\d\s?([a-z]{1,3})(?![a-z])")
_NUMBER = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")


def check_rows(record: Record, texts: Mapping[str, str], report: Report) -> None:
    """Adds to the report what does not hold. ``texts`` are the copies by article id; other articles are left."""
    known = [row for row in record.articles if row.id in texts]
    for article in known:
        _add(report, "articles", f"article {article.source}", _article(article, texts[article.id]))
    runs = {row.id: quoted_runs(texts[row.id]) for row in known}
    for statement in (row for row in record.statements if row.article in texts):
        found = _statement(statement, texts[statement.article], runs[statement.article])
        _add(report, "statements", f"statement {statement.id}", found)
    for figure in (row for row in record.figures if row.article in texts):
        _add(report, "numbers", f"figure {figure.id}", _figure(figure, texts[figure.article], report))
    for actor in record.actors:
        _add(report, "names", f"actor {actor.id}", _actor(actor, texts))
    for meeting in record.meetings:
        _add(report, "meetings", f"meeting {meeting.id}", _meeting(meeting, texts))
    _check_ledgers(record, texts, report)
    _check_links(record, texts, report)
    for where, when in _dates(record):
        _date(report, where, when, texts)


def _check_ledgers(record: Record, texts: Mapping[str, str], report: Report) -> None:
    for act in (row for row in record.acts if row.place.article in texts):
        stands = inside(act.place.spans, texts[act.place.article])
        _add(report, "acts", f"act {act.id}", iter(() if stands else ("its words are not in the text",)))
    for commitment in record.commitments:
        _add(report, "commitments", f"commitment {commitment.id}", _commitment(commitment, texts))
    for instrument in record.instruments:
        _add(report, "documents", f"document {instrument.id}", instrument_faults(instrument, texts))
    for unplaced in record.open_instruments:
        _add(report, "documents", f"the words {unplaced.id} for documents", open_faults(unplaced, record, texts))
    for given in record.instrument_texts:
        _add(report, "documents", f"the text {given.article.source}", text_faults(given, record, texts))


def _check_links(record: Record, texts: Mapping[str, str], report: Report) -> None:
    statements = {row.id: row for row in record.statements}
    articles = {row.id: row for row in record.articles}
    for utterance in record.utterances:
        _add(report, "utterances", f"utterance {utterance.id}", _ends(utterance.renderings, statements, texts))
        having = {statements[r.statement].article for r in utterance.renderings if r.statement in statements}
        for each in utterance.lacking:
            _add(report, "lacking", f"utterance {utterance.id}", _lacking(each, having, articles, texts))
    for claim in record.claims:
        _add(report, "claims", f"claim {claim.id}", _claim(claim, articles, texts))
    claims = {row.id for row in record.claims}
    for conflict in record.conflicts:
        _add(report, "conflicts", f"conflict {conflict.id}", _conflict(conflict, claims, texts))
    for shift in record.shifts:
        _add(report, "shifts", f"shift {shift.id}", _shift(shift, statements, texts))
    for row in record.positions:
        _add(report, "positions", f"position {row.id}", position(row, statements))
    for origin in record.origins:
        _add(report, "origins", f"origin {brief(origin.name)}", _origin(origin, texts))


def _dates(record: Record) -> Iterator[tuple[str, When]]:
    yield from ((f"article {row.source}", row.published) for row in record.articles)
    yield from ((f"statement {row.id}", row.said_on) for row in record.statements)
    yield from ((f"meeting {row.id}", row.date) for row in record.meetings)
    yield from ((f"commitment {row.id}", row.by_when) for row in record.commitments)
    yield from ((f"figure {row.id}", row.as_of) for row in record.figures)
    yield from ((f"document {row.id}", row.date) for row in record.instruments)
    yield from ((f"story {row.id}", row.when) for row in record.stories)


def _add(report: Report, kind: str, where: str, found: Iterator[str]) -> None:
    report.checked[kind] += 1
    report.wrong.extend(f"{where}: {line}" for line in found)


def _article(row: ArticleRow, text: str) -> Iterator[str]:
    if row.text != text:
        yield f"its text is not the text of the copy, from character {_parting(row.text, text)} on"
    for name, spans in (("furniture", row.furniture), *sorted(row.places.items())):
        if spans and not inside(spans, text):
            yield f"its {name} at {shown(spans)} is not in the text of {len(text)} characters"
        elif name == "title" and row.title:
            # A page may print its title twice.
            for span in spans:
                if _flat(said := words(text, (span,))) != _flat(row.title):
                    yield f"its title {brief(row.title)} is not at {shown((span,))}, where {brief(said)} stands"


def _parting(left: str, right: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))


def _statement(row: StatementRow, text: str, runs: Spans) -> Iterator[str]:
    parts = {"content": row.content, "source": row.source, "cue": row.cue}
    for name, spans in parts.items():
        if (spans or name == "content") and not inside(spans, text):
            yield f"its {name} at {shown(spans)} is not in the text of {len(text)} characters"
            return
    if row.id != finding_id(row.article, "statement", (*row.content, *row.cue)):
        yield f"its id is not that of a statement at {shown((*row.content, *row.cue))}"
    if row.mode == "direct" and _WORD.search(words(text, without(row.content, runs))):
        yield f"{brief(words(text, row.content))} is called direct and does not stand between quotation marks"
    if row.mode == "mixed" and not _WORD.search(words(text, common(runs, row.content))):
        yield f"{brief(words(text, row.content))} is called mixed and nothing of it stands between quotation marks"


def _figure(row: FigureRow, text: str, report: Report) -> Iterator[str]:
    if not inside(row.spans, text):
        yield f"{shown(row.spans)} is not in the text of {len(text)} characters"
        return
    said = words(text, row.spans)
    if row.id != finding_id(row.article, "figure", row.spans):
        yield f"its id is not that of a figure at {shown(row.spans)}"
    values = set(values_of(said))
    if not values:
        report.unchecked.append(f"that {brief(said)} is {row.value:g}")
    elif row.value not in values:
        yield f"the number {row.value:g} does not stand at {shown(row.spans)}, where {brief(said)} stands"


def values_of(said: str) -> Iterator[float]:
    """The numbers that digits in the words may mean: a point or comma may divide thousands or begin the decimals."""
    scales = [1.0, *(scale for word, scale in SCALES.items() if word in said.casefold())]
    scales += [SHORT[word] for word in _SHORT.findall(said.casefold()) if word in SHORT]
    for found in _NUMBER.findall(said):
        digits = re.sub(r"[\u00a0\u202f ]", "", found)
        readings = {digits.replace(",", ""), digits.replace(".", "").replace(",", "."), re.sub(r"[.,]", "", digits)}
        for reading in (each for each in sorted(readings) if each.count(".") <= 1):
            yield from (round(float(reading) * scale, 9) for scale in scales)


def _actor(row: ActorRow, texts: Mapping[str, str]) -> Iterator[str]:
    printed = set()
    for mention in row.mentions:
        text = texts.get(mention.article)
        if text is not None and not inside(mention.spans, text):
            yield f"its mention at {shown(mention.spans)} is not in the text of {len(text)} characters"
        elif text is not None:
            printed.add(_flat(words(text, mention.spans)))
    if all(mention.article in texts for mention in row.mentions):
        for name in row.names:
            if not any(_flat(name) in each for each in printed):
                yield f"the name {brief(name)} stands at none of its {len(row.mentions)} places"


def _meeting(row: MeetingRow, texts: Mapping[str, str]) -> Iterator[str]:
    there = [texts[report.article] for report in row.reports if report.article in texts]
    for report in row.reports:
        if report.article in texts and not inside(report.spans, texts[report.article]):
            yield f"its report at {shown(report.spans)} is not in the text"
    if not set(row.unheard) <= set(row.participants):
        yield "somebody of whom no words were read takes no part in it"
    if row.place and len(there) == len(row.reports) and not any(_flat(row.place) in _flat(text) for text in there):
        yield f"its place {brief(row.place)} is printed by none of its reports"


def _commitment(row: CommitmentRow, texts: Mapping[str, str]) -> Iterator[str]:
    """Each report has its passage, what is undertaken lies in it, and nobody's word is counted that no report has."""
    for report in row.reports:
        if report.article in texts and not inside(report.spans, texts[report.article]):
            yield f"its report at {shown(report.spans)} is not in the text"
        elif not covers(report.spans, report.content):
            yield f"what is undertaken at {shown(report.content)} lies outside of its report at {shown(report.spans)}"
    if tuple(Place(report.article, report.spans) for report in row.reports) != row.evidence:
        yield "its evidence is not that of its reports"
    if {actor for report in row.reports for actor in report.according_to} != set(row.according_to):
        yield "it is told on the word of others than its reports"
    if row.overdue and row.by_when.latest is None:
        yield "it is called overdue and no date is named for it"


def _ends(
    ends: Iterable[RenderingRow], statements: Mapping[str, StatementRow], texts: Mapping[str, str]
) -> Iterator[str]:
    for rendering in ends:
        statement = statements.get(rendering.statement)
        if statement is None:
            yield f"there is no statement {rendering.statement}"
        elif statement.article in texts and not covers(statement.content, rendering.spans):
            yield f"{shown(rendering.spans)} lies outside of the statement {statement.id}"


def _lacking(
    row: Lacking, having: set[str], articles: Mapping[str, ArticleRow], texts: Mapping[str, str]
) -> Iterator[str]:
    """Nothing lacks in an article that has it, or that was not read in full."""
    if row.article not in articles:
        yield f"there is no article {row.article}"
    elif row.article in having:
        yield f"{articles[row.article].source} is said to lack it and has it"
    elif row.why == "absent" and articles[row.article].read != "full":
        yield f"{articles[row.article].source} is said to lack it and was not read in full"
    if (row.why == "near") != (row.near is not None):
        yield f"{row.article} is called {row.why}, with {'a' if row.near else 'no'} place that comes near"
    elif row.near and row.near.article in texts and not inside(row.near.spans, texts[row.near.article]):
        yield f"{shown(row.near.spans)} is not in the text of {row.near.article}"


def _claim(row: ClaimRow, articles: Mapping[str, ArticleRow], texts: Mapping[str, str]) -> Iterator[str]:
    """What has it leads to words of its article; what is absent was read in full and has a date."""
    for cell in row.cells:
        there = articles.get(cell.article)
        if there is None:
            yield f"there is no article {cell.article}"
        elif cell.stance == "absent" and (there.read != "full" or there.published.earliest is None):
            yield f"{there.source} is said to lack it and was not read in full, or has no date"
        elif cell.spans and cell.article in texts and not inside(cell.spans, texts[cell.article]):
            yield f"{shown(cell.spans)} is not in the text of {cell.article}"


def _conflict(row: ConflictRow, claims: set[str], texts: Mapping[str, str]) -> Iterator[str]:
    if row.claim not in claims:
        yield f"there is no claim {row.claim}"
    for side in row.sides:
        if side.article in texts and not inside(side.spans, texts[side.article]):
            yield f"{shown(side.spans)} is not in the text of {side.article}"


def _shift(row: ShiftRow, statements: Mapping[str, StatementRow], texts: Mapping[str, str]) -> Iterator[str]:
    """An addressee is named beside a statement's words, everything else within them."""
    ends = (row.left, row.right)
    if row.kind != "addressee":
        yield from _ends(ends, statements, texts)
        return
    for end in ends:
        statement = statements.get(end.statement)
        if statement is None:
            yield f"there is no statement {end.statement}"
        elif statement.article in texts and not inside(end.spans, texts[statement.article]):
            yield f"{shown(end.spans)} is not in the text of {statement.article}"


def _origin(row: OriginRow, texts: Mapping[str, str]) -> Iterator[str]:
    for rest in row.rests:
        for article, spans in ((rest.article, rest.passages), (rest.evidence.article, rest.evidence.spans)):
            if spans and article in texts and not inside(spans, texts[article]):
                yield f"{shown(spans)} is not in the text of {article}"


def _date(report: Report, where: str, when: When, texts: Mapping[str, str]) -> None:
    if when.earliest is None and when.latest is None:
        return
    days = f"{when.earliest or '..'} to {when.latest or '..'}"
    report.checked["dates"] += 1
    if when.words and when.words.article in texts:
        text = texts[when.words.article]
        if not inside(when.words.spans, text):
            report.wrong.append(f"{where}: the words of its date at {shown(when.words.spans)} are not in the text")
        elif not agrees(when, said := words(text, when.words.spans)):
            report.wrong.append(f"{where}: the words {brief(said)} at {shown(when.words.spans)} do not say {days}")
    elif when.basis == "stated" and when.reason.startswith(MARKUP):
        report.given.append(f"{where}: {days} ({when.reason})")
    elif when.basis == "stated" and not when.words and when.reason:
        report.unchecked.append(f"{where}: {days}, which stands outside the text ({when.reason})")
    elif when.basis == "stated" and not when.words:
        report.wrong.append(f"{where}: its date {days} is said to be stated and has no words")
    if when.basis == "inferred":
        report.inferred.append(f"{where}: {days} ({when.reason})" if when.reason else f"{where}: {days}")
    if when.basis == "given":
        report.given.append(f"{where}: {days}")


def _flat(said: str) -> str:
    return " ".join(said.split()).casefold()
