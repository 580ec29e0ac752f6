"""Whether two sets of mentions may be one text, and what speaks for it."""

from collections.abc import Set as AbstractSet

from dragoman.compare.papers import DAY, YEAR, Known, Paper, overlap, width
from dragoman.knowledge.calendar import spelled
from dragoman.model.links import Reason

SURE, LIKELY, WEAK = 1.0, 0.8, 0.6
TITLE = 4
"""A name of so many words is that of one text."""
PARTIAL = {"interim", "framework"}
ENDING = {"peace", "ceasefire"}
"""What a text that ends a war is called after, whatever else it is: "the truce accord"."""
TAKEN_UP = {"agreement", "plan", "protocol", "memorandum", "statement", "declaration"}
"""What "the deal", "the accord", "the agreement" may take up; a treaty is called one."""


def clash(left: Known, right: Known) -> bool:
    """Whether anything speaks against their being one text."""
    if left.plural != right.plural or left.years != right.years or not left.families & right.families:
        return True
    if any(len(name.split()) >= TITLE for name in left.names & right.names):
        return differ(left.numbers, right.numbers)  # a title outweighs a year that somebody has wrong
    if _too_early(left, right) or _too_early(right, left):
        return True
    if differ(left.names, right.names) or differ(left.numbers, right.numbers) or differ(left.places, right.places):
        return True
    if differ(left.reached, right.reached) or _of_one_party(left, right):
        return True
    if not overlap(left.days, right.days) or differ(left.standings, right.standings):
        return True
    if differ(left.counts, right.counts) or left.others != right.others:
        return True
    parties = left.parties <= right.parties or right.parties <= left.parties
    most = min(left.counts | right.counts, default=None)
    crowded = most is not None and len(left.parties | right.parties) > most
    return not parties or crowded or differ(left.topics, right.topics) or differ(left.stages, right.stages)


def _of_one_party(left: Known, right: Known) -> bool:
    """Whether a statement of one party is held against one of another article, or against an agreement."""
    if left.is_own and right.is_own:
        return not left.articles & right.articles
    return left.is_own != right.is_own and "agreement" in left.kinds | right.kinds


def _too_early(made: Known, row: Known) -> bool:
    """Whether an article without a date for it is older than the text."""
    if made.days is None or row.days is not None or "made" not in made.standings:
        return False
    return row.earliest < made.days[0]


def differ(left: AbstractSet[object], right: AbstractSet[object]) -> bool:
    """Whether both say something, and nothing in common."""
    return bool(left) and bool(right) and not left & right


def proof(left: Known, right: Known) -> Reason | None:
    """What speaks for their being one text, where nothing speaks against it; nothing where nothing does."""
    same = [
        *sorted(left.names & right.names),
        *sorted(left.numbers & right.numbers),
        *sorted(left.places & (right.places | right.reached) or left.reached & right.places),
    ]
    if same:
        return Reason("name", SURE, same[0])
    shared = left.parties & right.parties
    counted = bool(left.counts & right.counts)
    topics = left.topics & right.topics
    near = left.days is not None and right.days is not None
    if near and (shared or counted or topics) and left.days and right.days:
        narrow = max(width(left.days), width(right.days)) <= DAY
        if not narrow and _partly(left, right):
            return None
        told = " to ".join(
            spelled(day) for day in dict.fromkeys(left.days if width(left.days) <= width(right.days) else right.days)
        )
        return Reason("date", SURE if narrow else LIKELY, told)
    if _partly(left, right):
        return None
    if shared and (topics or (len(shared) > 1 and left.topics ^ right.topics <= ENDING)):
        return Reason("parties", LIKELY, ", ".join(sorted(shared)))
    if counted and (shared or not (left.parties and right.parties)):
        return Reason("count", LIKELY, "as many parties")
    if shared and left.kinds & right.kinds and not left.topics and not right.topics:
        return Reason("parties", WEAK, ", ".join(sorted(shared)))
    return Reason("topic", WEAK, ", ".join(sorted(topics))) if topics else None


def _partly(left: Known, right: Known) -> bool:
    """Whether one is said to be a first step, and the other is not."""
    return bool(left.stages & PARTIAL) != bool(right.stages & PARTIAL)


def takes_up(known: Known, paper: Paper) -> bool:
    """Whether words that say nothing of their own ("the accord") may take up this text."""
    kind = paper.mention.kind
    if not (kind in known.kinds or (kind == "agreement" and known.kinds & TAKEN_UP and not known.is_own)):
        return False
    stage = paper.mention.stage
    return (stage is None or stage in known.stages) and not clash(known, Known(paper))


def ends_a_war(paper: Paper) -> bool:
    """Whether the words name a text by nothing but the war that it ended."""
    m = paper.mention
    bare = not (paper.name or paper.place or m.number or paper.years or paper.parties)
    return m.definite and bare and bool(m.topics) and set(m.topics) <= ENDING


def is_bare_date(paper: Paper) -> bool:
    """Whether the words name a text by nothing but its date: "the 2030 accord"."""
    m = paper.mention
    bare = not (paper.name or paper.place or m.number or paper.parties or m.topics or m.count)
    days = paper.days
    return m.definite and bare and days is not None and width(days) <= YEAR
