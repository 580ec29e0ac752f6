"""A person's correction: what it points at, what it says, who made it and why."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, get_args

import msgspec

from dragoman.model.ids import digest
from dragoman.model.spans import Spans

JudgementKind = Literal[
    "same",
    "not-same",
    "speaker",
    "not-a-statement",
    "not-a-commitment",
    "not-an-allegation",
    "split",
    "join",
    "date",
    "outlet",
    "occasion",
    "origin",
    "undo",
]
KINDS: tuple[str, ...] = get_args(JudgementKind)
NOBODY = "nobody"
"""The speaker of a statement whose source means nobody in particular, or nobody knows whom."""
UNDATED = "unknown"
"""The date of an article of which the day is not known."""
PointedList = Literal["articles", "statements", "actors", "meetings", "instruments", "commitments", "allegations"]


@dataclass(frozen=True, slots=True)
class Pointed:
    """A finding as a judgement points at it: never by an id, which another reader version may not give again.

    ``list`` is the record's list. ``spans`` are a statement's content, one mention of an actor or instrument, the
    passage of a meeting's or a commitment's report, the content of a statement that alleges; an article has none.
    ``part`` is the part of a statement that renders an utterance, where it is not the whole. ``words`` are those at the
    spans (of an article its title), ``source`` is the article's file, and ``name`` tells findings of one place apart: a
    statement's cue, an actor's name, who met or undertakes (``party_key``).
    """

    list: PointedList
    text_sha256: str
    source: str
    spans: Spans = ()
    words: str = ""
    name: str = ""
    part: Spans = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A correction, appended to a file and never overwritten; an ``undo``, whose ``value`` is an id, takes one back.

    ``about`` is what is judged. ``other`` is what it is parted from, or tied to: the speaker, the meeting, the article
    that another rests on. ``value`` is a date (ISO 8601, or two with a slash between), an outlet's or an origin's name,
    or ``nobody``. ``made`` is when, in ISO 8601.
    """

    kind: JudgementKind
    by: str
    about: tuple[Pointed, ...] = ()
    other: tuple[Pointed, ...] = ()
    value: str | None = None
    because: str | None = None
    made: str | None = None

    @property
    def id(self) -> str:
        """Made from all of its content."""
        return content_id(content(self))

    @property
    def who(self) -> str:
        """Who says so, and why, in words."""
        return f"{self.by}: {self.because}" if self.because else self.by


def content(judgement: Judgement) -> dict[str, Any]:
    """The judgement as plain objects for JSON, in the order in which keys are written; what is empty is left out."""
    return {
        key: value
        for key, value in {
            "kind": judgement.kind,
            "about": [_bare(each) for each in judgement.about],
            "other": [_bare(each) for each in judgement.other],
            "value": judgement.value,
            "by": judgement.by,
            "because": judgement.because,
            "made": judgement.made,
        }.items()
        if value
    }


def content_id(fields: dict[str, Any]) -> str:
    """The id of a judgement with these fields, whatever their order."""
    return digest("judgement", json.dumps(fields, sort_keys=True, separators=(",", ":")))


def party_key(names: Iterable[str]) -> str:
    """Who met, in a form that does not change with how fully a text names them: the last words of the names, sorted."""
    return ", ".join(sorted({name.split()[-1].casefold() for name in names if name.strip()}))


def _bare(pointed: Pointed) -> dict[str, Any]:
    fields = msgspec.to_builtins(pointed)
    return {key: value for key, value in fields.items() if value or key in ("list", "text_sha256", "source")}
