"""Reports of one undertaking are put together, within an article, across outlets and through time.

Only reports of the same actors are compared. Two are of one undertaking where they stand in renderings of one
utterance, or where their contents begin with the same verb, are about the same thing, have most of their words in
common, mean nearly the same by their sentence vectors, and differ in no number, day, name or denial. What is less
alike stays apart: a false join would tell of one thing what was said of another.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from dragoman.compare.contrary import Worded, contrary
from dragoman.compare.forms import tokens
from dragoman.compare.timeline import published, resolved
from dragoman.language.encoder import cosines, matrix
from dragoman.model.links import ActorGroup, At, CommitmentGroup, Join, Reason, Rendering, StoryGroup
from dragoman.model.reading import CommitmentReport, ReadArticle
from dragoman.model.spans import common, words
from dragoman.model.when import UNKNOWN, When, between

CLOSE, CLOSER = 0.5, 0.65
"""Least cosine of two contents within one story, and of two told on other occasions."""
MOST_OF, NEARLY_ALL = 0.5, 0.75
"""The share of the shorter content's words that the other must have, within one story and across."""
LEAST = 2
"""Content words that two contents must share, unless they have the same."""
ONE = "one undertaking"
ENDINGS = ("reported done", "reported broken")
Groups = Sequence[Sequence[At]]
"""The reports of each undertaking."""


class Compared(NamedTuple):
    """Every report in exactly one group, and what joined them."""

    groups: tuple[CommitmentGroup, ...]
    joins: tuple[Join, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """One report, in terms that reports of different articles share: its actors as numbers, its content's words, the
    key of what it is about, the number of its story, when it was given or reported, by when it is to be done, and the
    utterances it stands in.
    """

    at: At
    report: CommitmentReport
    actors: frozenset[int]
    text: str
    keys: tuple[str, ...]
    thing: str
    story: int
    when: When
    by_when: When
    uttered: frozenset[int]

    @property
    def day(self) -> date:
        """A day by which it was given."""
        return self.when.earliest or self.when.latest or date.min

    @property
    def ends(self) -> bool:
        """Whether it tells what became of an undertaking."""
        return self.report.status in ENDINGS


def merge_commitments(  # one for each thing that compare found before
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    utterances: Iterable[Sequence[Rendering]],
    dates: Mapping[str, When],
    judged: Callable[[Groups, Sequence[Join]], tuple[Groups, Sequence[Join]]] = lambda groups, joins: (groups, joins),
) -> Compared:
    """The undertakings that the reports tell of, in the order of their first reports, as far as people (``judged``) do
    not say otherwise.
    """
    blocks: defaultdict[tuple[frozenset[int], bool], list[Told]] = defaultdict(list)
    every = {told.at: told for told in _told(readings, actors, stories, utterances, dates)}
    for told in every.values():
        blocks[told.actors, told.ends].append(told)
    joins: list[Join] = []
    found = [[told.at for told in group] for block in blocks.values() for group in _grouped(block, joins)]
    parts, kept = judged(found, joins)
    groups = [sorted((every[at] for at in part), key=lambda told: (told.day, told.at)) for part in parts]
    return Compared(tuple(sorted((_group(group) for group in groups), key=lambda group: group.reports)), tuple(kept))


def _told(
    readings: Sequence[ReadArticle],
    actors: Sequence[ActorGroup],
    stories: Sequence[StoryGroup],
    utterances: Iterable[Sequence[Rendering]],
    dates: Mapping[str, When],
) -> list[Told]:
    number = {at: n for n, group in enumerate(actors) for at in group.entities}
    story_of = {article: n for n, story in enumerate(stories) for article in story.articles}
    renderings: defaultdict[str, list[tuple[int, Rendering]]] = defaultdict(list)
    for n, group in enumerate(utterances):
        for rendering in group:
            renderings[rendering.statement.article].append((n, rendering))
    found = []
    for read in readings:
        article, reports = read.article, read.reading.commitments
        days = resolved(read, dates) if reports else ()
        for index, report in ((n, each) for n, each in enumerate(reports) if each.actors):
            found.append(
                Told(
                    At(article.id, index),
                    report,
                    frozenset(number[At(article.id, entity)] for entity in report.actors),
                    words(article.text, report.content),
                    tuple(word.key for word in tokens(article.text, report.content) if word.content),
                    _key(read, report),
                    story_of[article.id],
                    _given(read, report, days, dates),
                    _due(read, report, days, dates),
                    frozenset(n for n, r in renderings[article.id] if common(r.spans, report.content)),
                )
            )
    return sorted(found, key=lambda told: (told.day, told.at))


def _key(read: ReadArticle, report: CommitmentReport) -> str:
    """The word for what it is about."""
    found = tokens(read.article.text, (report.thing,)) if report.thing is not None else ()
    return found[0].key if found else ""


def _given(read: ReadArticle, report: CommitmentReport, days: Sequence[When], dates: Mapping[str, When]) -> When:
    """When it was given, by its words; else the day by which it was reported."""
    if report.said is not None and days[report.said].edtf and not _is_ahead(read, days[report.said], dates):
        return days[report.said]
    latest = published(read, dates).latest
    return between(None, latest, "inferred", "reported by the day of the article") if latest else UNKNOWN


def _is_ahead(read: ReadArticle, when: When, dates: Mapping[str, When]) -> bool:
    """Whether the day lies after the article, so that it is that of what is undertaken: "agreed to meet on 2 July"."""
    latest = published(read, dates).latest
    return latest is not None and when.earliest is not None and when.earliest > latest


def _due(read: ReadArticle, report: CommitmentReport, days: Sequence[When], dates: Mapping[str, When]) -> When:
    """The day that the words name; one that is worked out and lies before the article is taken for a misreading."""
    due = days[report.timex] if report.timex is not None else UNKNOWN
    if report.timex is None and report.said is not None and _is_ahead(read, days[report.said], dates):
        due = days[report.said]
    first = published(read, dates).earliest
    past = due.basis == "inferred" and due.latest is not None and first is not None and due.latest < first
    return UNKNOWN if past or due.latest is None else due


def _grouped(block: Sequence[Told], joins: list[Join]) -> list[list[Told]]:
    """The reports of one block, each put to the first undertaking that is surely the same. Only those are tried that
    begin with the same verb or are told in one utterance, so that the work grows with the reports.
    """
    groups: list[list[Told]] = []
    near: defaultdict[tuple[str, str | int], list[int]] = defaultdict(list)
    for told in block:
        keys: list[tuple[str, str | int]] = [("verb", key) for key in told.keys[:1]]
        keys += [("utterance", n) for n in sorted(told.uttered)]
        for number in sorted({number for key in keys for number in near[key]}):
            reason = _joins(groups[number], told)
            if reason is not None:
                joins.append(Join("commitments", groups[number][0].at, told.at, reason.score, (reason,), ONE))
                groups[number].append(told)
                break
        else:
            number = len(groups)
            groups.append([told])
        for key in keys:
            near[key].append(number)
    return groups


def _joins(group: Sequence[Told], told: Told) -> Reason | None:
    """Why a report is of the undertaking that all of these are of."""
    reason = next((found for other in group if (found := _same(other, told))), None)
    apart = reason is None or any(contrary(Worded(told.text), Worded(each.text)) for each in group)
    return None if apart else reason


def _same(left: Told, right: Told) -> Reason | None:
    """Why the two are one undertaking."""
    if left.uttered & right.uttered and _alike(left, right) >= CLOSE:
        return Reason("utterance", 1.0, "told in renderings of one utterance")
    if not left.keys or not right.keys or left.keys[0] != right.keys[0] or left.thing != right.thing:
        return None
    near = left.story == right.story
    mine, other = set(left.keys), set(right.keys)
    shared = len(mine & other)
    if mine != other and (shared < LEAST or shared < (MOST_OF if near else NEARLY_ALL) * min(len(mine), len(other))):
        return None
    if mine == other and shared < LEAST and not near:
        return None
    alike = _alike(left, right)
    if alike < (CLOSE if near else CLOSER):
        return None
    return Reason("content", round(alike, 3), ", ".join(sorted(mine & other)))


def _alike(left: Told, right: Told) -> float:
    if not left.report.vector or not right.report.vector:
        return 0.0
    return float(cosines(matrix([left.report.vector]), matrix([right.report.vector]))[0, 0])


def _group(group: Sequence[Told]) -> CommitmentGroup:
    due = next((told.by_when for told in group if told.by_when.latest is not None), UNKNOWN)
    late = [told.at for told in group if told.report.status == "reported broken" and _after(told.when, due)]
    return CommitmentGroup(
        tuple(told.at for told in group), tuple(told.when for told in group), due, late[0] if late else None
    )


def _after(when: When, due: When) -> bool:
    return due.latest is not None and when.latest is not None and when.latest > due.latest
