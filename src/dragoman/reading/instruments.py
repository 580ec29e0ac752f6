"""Instruments: agreements, joint statements, treaties, resolutions, court orders and maps that an article names.

A word for such a text is not enough: "reached agreement that" and "said in a statement" name none. What is kept has a
name, number, date, parties or topic, or takes up a text with "the" ("the accord"), which ``compare`` resolves or drops.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of
from dragoman.model.reading import InstrumentMention, Timex
from dragoman.model.spans import Span, Spans, common, merged
from dragoman.reading.cast import Cast
from dragoman.reading.instrument_front import in_title_case, read_front
from dragoman.reading.instrument_own import Found, Role, role_of, supported
from dragoman.reading.instrument_scene import Draft, Scene
from dragoman.reading.instrument_standing import governor, is_made, is_none, signers, standing_of
from dragoman.reading.instrument_tail import goes_on, read_tail
from dragoman.reading.instrument_words import STAGES, Noun, listed_instruments, modifiers, noun_at
from dragoman.reading.provisions import provisions_at

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

COURT = re.compile(r"\b(?:court|tribunal|chamber)s?\b", re.IGNORECASE)
BODY = re.compile(r"\b(?:council|assembly|UNSC|UNGA|U\.?N\.?|united nations|parliament|PACE)\b", re.IGNORECASE)
ALIAS = re.compile(
    r"\s*[,(–—-]*\s*(?:which is |that is |is )?(?:(?:also |now |formally |officially |commonly |better |widely )*"
    r"(?:known as|called|dubbed|named|referred to as|termed)|or|formally|officially)\s+(?:the\s+)?[\"“‘']?",
    re.IGNORECASE,
)
"""What stands between two names of one text."""
FURTHER = {"organization", "organisation", "council", "association", "agency", "commission", "secretariat"}
"""What makes a treaty's name that of a body."""
LAYS_DOWN = {"ban", "bar", "forbid", "govern", "limit", "outlaw", "oblige", "prohibit", "regulate", "require"}
MOST_ISSUERS = 3
"""A statement by as many is a joint one."""
IDLE = {"big", "good", "great", "real", "raw", "fair", "square", "done", "package", "bad", "best", "worst"}
"""What stands before "deal" where no text is meant, or none that can be told from others."""


def find_instruments(
    doc: "Doc", cast: Cast, timexes: Sequence[Timex], furniture: Spans = ()
) -> tuple[InstrumentMention, ...]:
    """The mentions in the order of the text, apart from each other; none in what is page furniture."""
    scene = Scene(doc, cast, timexes)
    taken, kept = merged(furniture), list[InstrumentMention]()
    for mention in (*_listed(scene), *supported(_worded(scene))):
        if not common((mention.span,), taken):
            kept.append(mention)
            taken = merged((*taken, mention.span))
    return _with_aliases(text_of(doc), sorted([*kept, *_shortened(doc, kept)], key=lambda each: each.span))


def _with_aliases(text: str, found: Sequence[InstrumentMention]) -> tuple[InstrumentMention, ...]:
    """Those that name the text right before them in other words, tied to it."""
    out: list[InstrumentMention] = []
    for index, mention in enumerate(found):
        before = out[-1] if out else None
        plain = before is not None and not before.plural and not before.name
        if before is not None and plain and mention.name and _renames(text[before.span.end : mention.span.start]):
            out.append(replace(mention, alias=index - 1))
        else:
            out.append(mention)
    return tuple(out)


def _renames(between: str) -> bool:
    return ALIAS.fullmatch(between) is not None


def _listed(scene: Scene) -> Iterator[InstrumentMention]:
    """Treaties known by name everywhere."""
    names, doc = listed_instruments(), scene.doc
    text = text_of(doc)
    for token in doc:
        found = names.at(text, token.idx, token.text) if token.text in names else None
        if found is not None and not _goes_on(doc, scene.behind(token.i, found[0])):
            end, name = found
            span = Span(token.idx, end)
            given = provisions_at(doc, token.i, scene.behind(token.i, end))
            yield InstrumentMention(span, span, "treaty", name, definite=True, standing="made", provisions=given)


def _goes_on(doc: "Doc", at: int) -> bool:
    """Whether the name is only the beginning of another: "North Atlantic Treaty Organization"."""
    return at < len(doc) and doc[at].lower_ in FURTHER


def _worded(scene: Scene) -> Iterator[Found]:
    for token in scene.doc:
        noun = noun_at(token)
        if noun is None:
            continue
        draft = read_front(token, noun.last, scene)
        read_tail(token, draft, scene)
        draft.parties += [party for party in signers(token, scene) if party not in draft.parties]
        role: Role | None = "told"
        if noun.needs in OF_ROLES or not _is_one(token, noun, draft, scene):
            role = role_of(token, noun, draft, scene) if noun.needs in OF_ROLES or _is_own(token, draft) else None
        if role is not None:
            yield Found(_mention(token, noun, draft, scene), token.lower_, noun, role)


OF_ROLES = {"truce", "swap", "issued", "proposed"}


def _is_own(head: "Token", draft: Draft) -> bool:
    """Whether the words may name a statement or letter that one party issued."""
    return head.lower_ in ("statement", "letter") and draft.count is None and len(draft.parties) < MOST_ISSUERS


def _mention(head: "Token", noun: Noun, draft: Draft, scene: Scene) -> InstrumentMention:
    last = scene.doc[noun.last]
    standing = standing_of(head, noun.kind, draft, scene)
    return InstrumentMention(
        span=draft.span(scene.doc),
        head=Span(scene.doc[noun.first].idx, last.idx + len(last)),
        kind=noun.kind,
        name=draft.name,
        short=draft.short,
        number=draft.number,
        timexes=tuple(dict.fromkeys(draft.timexes)),
        parties=tuple(dict.fromkeys(draft.parties)),
        count=draft.count,
        topics=tuple(sorted(set(draft.topics))),
        stage=STAGES.get(draft.stage or ""),
        standing=standing,
        other=draft.other,
        place=draft.place,
        definite=draft.definite,
        plural=noun.plural,
        provisions=provisions_at(scene.doc, draft.start, draft.end),
    )


def _is_one(head: "Token", noun: Noun, draft: Draft, scene: Scene) -> bool:
    """Whether the words name a text of the noun's kind, or take one up."""
    dated = any(_is_full(scene.timexes[index]) for index in draft.timexes)
    named = draft.name is not None or draft.number is not None
    words = scene.doc[draft.start : draft.end].text
    alone = draft.end == noun.last + 1 and not goes_on(scene.doc, draft.end)
    short = draft.definite and not noun.plural and alone and draft.other is None
    anchored = named or dated or len(draft.parties) > 1 or (bool(draft.parties) and bool(draft.topics))
    if noun.plural and not (named or dated or (draft.listed and len(draft.parties) > 1)):
        return noun.needs == "court" and bool(COURT.search(words)) and bool(draft.parties)
    if noun.needs == "described":
        return _is_described(head, draft, anchored=anchored, short=short)
    if noun.needs == "joint":
        plain = head.lower_ != "statement"
        joint = draft.count is not None or (draft.listed and len(draft.parties) > 1)
        return joint or (plain and (named or dated or short)) or (named and draft.number is not None)
    if noun.needs == "numbered":
        return draft.number is not None or bool(BODY.search(words) and (draft.topics or dated)) or short
    if noun.needs == "court":
        return bool(COURT.search(words)) or (short and not draft.parties and not draft.topics)
    if noun.needs == "dated":
        return any(scene.timexes[index].year is not None for index in draft.timexes)
    if noun.needs == "sent":
        return len(draft.parties) > 1 or (short and not draft.parties) or words.lower().startswith("open letter")
    return named or dated or (len(draft.parties) > 1) or short


def _is_described(head: "Token", draft: Draft, *, anchored: bool, short: bool) -> bool:
    before = head.doc[head.i - 1].lower_ if head.i else ""
    if head.lower_ == "deal" and (before in IDLE or head.pos_ not in ("NOUN", "PROPN")):
        return False
    fronted = head.i > draft.start or draft.definite or draft.indefinite
    if not fronted and not in_title_case(head, draft) and not (draft.made or draft.timexes):
        return False
    if anchored or short or _rules(head, draft) or _is_reached(head, draft):
        return True
    if not draft.definite and not draft.indefinite and not draft.topics and not in_title_case(head, draft):
        return False
    return bool(draft.topics or draft.parties)


def _is_reached(head: "Token", draft: Draft) -> bool:
    """Whether the words tell that it was reached at a place, or that one was, which "the deal" may take up."""
    verb = governor(head)
    made = verb is not None and is_made(verb) and draft.indefinite and not is_none(head)
    return made or (draft.made and draft.place is not None)


def _rules(head: "Token", draft: Draft) -> bool:
    """Whether the words tell what an agreement of many lays down, as of one in force: "a treaty that bans mines"."""
    clauses = [child for child in head.children if child.dep_ == "relcl" and child.tag_ == "VBZ"]
    laws = [each for each in clauses if each.lemma_.lower() in LAYS_DOWN and draft.indefinite and not draft.sought]
    words = (token.lower_ for each in laws for token in each.subtree)
    draft.topics += [each.value for word in words for each in modifiers().get(word, ()) if each.sense == "topic"]
    draft.made = draft.made or bool(laws and draft.topics)
    return bool(laws)


def _is_full(timex: Timex) -> bool:
    """Whether the words name a year, a month or a day, and do not only count from today."""
    return timex.year is not None or timex.month is not None or timex.weekday is not None


def _shortened(doc: "Doc", found: Sequence[InstrumentMention]) -> Iterator[InstrumentMention]:
    """Further places of abbreviations that the article gives beside a name: "(CAP)"."""
    known = {each.short: each for each in found if each.short and each.name and _abbreviates(each.short, each.name)}
    taken = [each.span for each in found]
    for token in doc if known else ():
        span = Span(token.idx, token.idx + len(token))
        if token.text in known and not common((span,), taken):
            first = known[token.text]
            bare = replace(first, parties=(), timexes=(), provisions=provisions_at(doc, token.i, token.i + 1))
            yield replace(bare, span=span, head=span, definite=True)


def _abbreviates(short: str, name: str) -> bool:
    """Whether the letters are the initials of the name's words, small words counted or not."""
    words = [word for word in re.split(r"[\s-]+", name) if word]
    every = "".join(word[0] for word in words).upper()
    main = "".join(word[0] for word in words if word[0].isupper())
    return short.upper() in (every, main)
