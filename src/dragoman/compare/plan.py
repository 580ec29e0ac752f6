"""Readings in, links out: who is who, which articles tell one story, which statements render one utterance."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dragoman.compare.actors import join_actors
from dragoman.compare.contention import find_contention
from dragoman.compare.copies import Copy, find_copies, same_text_joins, same_texts, whole_copies
from dragoman.compare.dates import infer_dates, said_on
from dragoman.compare.furniture import repeated_lines
from dragoman.compare.gatherings import gatherings
from dragoman.compare.instruments import join_instruments
from dragoman.compare.issues import find_issues
from dragoman.compare.judged import Judged
from dragoman.compare.ledgers import with_ledgers
from dragoman.compare.meetings import merge_meetings
from dragoman.compare.naming import find_naming
from dragoman.compare.origins import find_origins
from dragoman.compare.parallels import find_parallels
from dragoman.compare.quantities import find_quantities
from dragoman.compare.shifts import find_shifts
from dragoman.compare.silence import find_lacking, whole
from dragoman.compare.stories import Stories, find_stories
from dragoman.compare.utterances import find_utterances
from dragoman.compare.wordings import find_wordings
from dragoman.model.article import Article
from dragoman.model.judgement import Judgement
from dragoman.model.links import ActorGroup, At, Join, Links, Rendering, StoryGroup
from dragoman.model.profile import NO_PROFILE, Profile
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Spans
from dragoman.model.when import When

Texts = Sequence[Article]


def compare(
    readings: Sequence[ReadArticle],
    judgements: Sequence[Judgement] = (),
    profile: Profile = NO_PROFILE,
    texts: Texts = (),
) -> Links:
    """Every relation between the readings, as far as machines find it and people do not say otherwise.

    The order of ``readings`` does not matter; of judgements that contradict each other the last one holds. ``profile``
    names and orders issues; ``texts`` are those of instruments.
    """
    judged = _judged(readings, judgements)
    links = with_ledgers(judged, _related(judged, texts))
    return replace(links, issues=find_issues(judged.readings, profile))


def group_stories(readings: Sequence[ReadArticle], judgements: Sequence[Judgement] = ()) -> tuple[StoryGroup, ...]:
    """The stories of ``compare`` alone, in a small part of its time."""
    judged = _judged(readings, judgements)
    return _told(judged, repeated_lines(judged.readings), same_texts(judged.readings)).groups


def _judged(readings: Sequence[ReadArticle], judgements: Sequence[Judgement]) -> Judged:
    return Judged(sorted(readings, key=lambda read: (read.article.source, read.article.id)), judgements)


def _told(judged: Judged, furniture: Mapping[str, Spans], same_text: Mapping[str, str]) -> Stories:
    return judged.stories(find_stories(judged.readings, furniture, same_text), same_text)


def _related(judged: Judged, texts: Texts) -> Links:
    """The relations between the readings that people have corrected."""
    ordered = judged.readings
    same_text, furniture = same_texts(ordered), repeated_lines(ordered)
    told = _told(judged, furniture, same_text)
    joined = join_actors(ordered, told.groups)
    actors, actor_joins = judged.actors(joined.groups, joined.joins)
    dates = infer_dates(ordered, told.groups, actors)
    own_days = said_on(ordered, dates)
    utterances, utterance_joins = _uttered(judged, actors, told, own_days, same_text)
    merged = merge_meetings(ordered, actors, told.groups, dates)
    meetings, meeting_joins = judged.meetings(
        merged.groups, merged.joins, lambda: gatherings(ordered, told.groups, actors, dates)
    )
    said, occasions = judged.occasions(own_days, meetings)
    odds = find_contention(ordered, actors, told.groups, utterances, said, dates, judged.allegations)
    origins = find_origins(ordered, _copies(ordered, furniture, same_text), told.groups)
    rested = judged.origins(origins.groups)
    shifts = find_shifts(ordered, actors, told.groups, utterances)
    named = join_instruments(ordered, actors, told.groups, dates, texts, judged.instruments)
    late = (*named.joins, *origins.joins, *meeting_joins, *odds.joins)
    return Links(
        same_text=same_text,
        actors=actors,
        stories=told.groups,
        utterances=utterances,
        lacking=find_lacking(ordered, told.groups, utterances, dates, said),
        shifts=shifts,
        origins=rested,
        joins=(*same_text_joins(same_text), *told.joins, *actor_joins, *utterance_joins, *late),
        instruments=named.groups,
        instrument_texts=named.texts,
        open_instruments=named.open,
        disputes=odds.disputes,
        allegations=odds.allegations,
        unanswered=find_lacking(ordered, told.groups, whole(ordered, odds.disputes), dates, said),
        quantities=find_quantities(ordered, told.groups, dates),
        parallels=find_parallels(ordered, actors, told.groups, furniture, dates),
        answers=odds.answers,
        dates=dates,
        furniture=furniture,
        said_on=said,
        meetings=meetings,
        occasions=occasions,
        corrected=judged.corrected,
        naming=find_naming(ordered, actors, furniture, shifts),
        wordings=find_wordings(ordered, furniture, same_text),
    )


def _uttered(
    judged: Judged,
    actors: Sequence[ActorGroup],
    told: Stories,
    own_days: Mapping[At, When],
    same_text: Mapping[str, str],
) -> tuple[tuple[tuple[Rendering, ...], ...], tuple[Join, ...]]:
    found = find_utterances(judged.readings, actors, told.pairs, own_days)
    return judged.utterances(found.utterances, found.joins, same_text)


def _copies(ordered: Sequence[ReadArticle], furniture: Mapping[str, Spans], same_text: Mapping[str, str]) -> list[Copy]:
    return [*whole_copies(ordered, same_text), *find_copies(ordered, furniture, same_text)]
