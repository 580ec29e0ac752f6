"""Texts of one party, truces and exchanges: what the words around them must say for a document to be meant.

Every party says things "in a statement", and everybody is for "a truce". A statement, message or letter is a document
where the words tell that it was issued, a proposal where they tell who put it forward, an exchange where they tell of
prisoners. What only takes one up ("the statement", "that proposal", "the swap") is kept where its article has one.
"""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Literal, NamedTuple

from dragoman.model.reading import InstrumentMention
from dragoman.reading.instrument_scene import Draft, Scene
from dragoman.reading.instrument_standing import governor, is_done, is_kept, is_made, is_none, took_its_course
from dragoman.reading.instrument_tail import goes_on
from dragoman.reading.instrument_words import Act, Noun, acts
from dragoman.reading.meeting_places import place_at

if TYPE_CHECKING:
    from dragoman.language.parser import Token

Role = Literal["told", "cue", "takes up"]
"""A text that is told to be there, the "in a statement" of an attribution, and words that take up a text."""
CAPTIVES = {"prisoners", "hostages", "captives", "detainees", "inmates"}
PEACE = {"peace", "ceasefire"}
CUES = {"in", "through", "via"}
SPOKEN = {"send", "deliver"}
"""What is done to a message that need not be written: "sent a clear message"."""
SAID = {"statement", "message", "letter"}


class Found(NamedTuple):
    """A mention with its noun, and what it is to its article."""

    mention: InstrumentMention
    word: str
    noun: Noun
    role: Role
    before: bool = False


def role_of(head: "Token", noun: Noun, draft: Draft, scene: Scene) -> Role | None:
    """What the words are to their article; nothing where they mean no document. Adds to the draft who issued it."""
    if noun.plural or is_none(head):
        return None
    if noun.needs == "truce":
        return _truce(head, noun, draft, scene)
    if noun.needs == "swap":
        return _swap(head, noun, draft)
    if noun.needs == "proposed":
        return _proposal(head, draft, scene)
    return _issued(head, draft, scene)


def supported(found: Iterable[Found]) -> list[InstrumentMention]:
    """The mentions without those that take up a text of which the article has none, and cues that nothing takes up."""
    each = _in_order(found)
    told = {one.noun.needs if one.noun.needs != "joint" else "issued" for one in each if one.role == "told"}
    cued = any(one.role == "cue" for one in each)
    again = any(one.role == "takes up" and one.word == "statement" for one in each)
    return [one.mention for one in each if _stands(one, told, cued=cued, again=again)]


def _in_order(found: Iterable[Found]) -> list[Found]:
    """The mentions, each with whether a statement stands before it that is told to have been issued."""
    before, out = False, list[Found]()
    for one in found:
        out.append(one._replace(before=before))
        before = before or (one.role == "told" and one.mention.kind == "statement")
    return out


def _stands(one: Found, told: AbstractSet[str], *, cued: bool, again: bool) -> bool:
    if one.role == "told":
        return True
    if one.role == "cue":
        return again
    if one.word == "announcement" and not one.before:
        return False  # of an act, and of no statement
    needs = "issued" if one.noun.needs == "joint" else one.noun.needs
    return needs in told or (one.word == "statement" and cued)


def _truce(head: "Token", noun: Noun, draft: Draft, scene: Scene) -> Role | None:
    at = draft.end
    place = place_at(scene.doc, at + 1) if scene.doc[at : at + 1].text == "in" else None
    if place is not None and draft.place is None:
        draft.place = scene.doc.text[place.start : place.end]
        draft.end = scene.behind(at, place.end)
    if "ceasefire" not in draft.topics:
        draft.topics.append("ceasefire")
    if draft.definite or draft.indefinite or draft.made or draft.timexes or len(draft.parties) > 1:
        return "told"
    verb = governor(head)
    happened = (verb is not None and is_made(verb)) or took_its_course(head) or is_kept(head)
    return "told" if happened or noun.first == head.sent.start else None


def _swap(head: "Token", noun: Noun, draft: Draft) -> Role | None:
    doc, at = head.doc, draft.end
    if doc[at : at + 1].text == "of" and at + 1 < len(doc) and doc[at + 1].lower_ in CAPTIVES:
        draft.topics.append("prisoners")
        draft.end = at + 2
    if "prisoners" in draft.topics and head.i > noun.first - 1:
        return "told" if draft.definite or draft.indefinite or draft.made or took_its_course(head) else None
    alone = draft.end == noun.last + 1 and not goes_on(doc, draft.end) and not draft.topics and not draft.parties
    if not alone or not draft.definite:
        return None
    draft.topics.append("prisoners")
    return "takes up"


def _proposal(head: "Token", draft: Draft, scene: Scene) -> Role | None:
    plan = head.lower_ == "plan"
    if plan and not (draft.name or set(draft.topics) & PEACE):
        return "takes up" if _is_bare(head, draft) else None
    if _did(head, "puts", draft, scene) or (draft.parties and draft.definite and not plan) or (plan and draft.definite):
        draft.sought = True
        return "told"
    return "takes up" if _is_bare(head, draft) else None


def _issued(head: "Token", draft: Draft, scene: Scene) -> Role | None:
    if head.lower_ != "announcement" and (draft.made or _did(head, "issues", draft, scene)):
        draft.made = True
        return "told"
    if head.lower_ == "text" or (head.lower_ == "announcement" and (draft.timexes or draft.parties)):
        return None
    above = head.head
    if head.dep_ == "pobj" and above.lower_ in CUES and head.lower_ in SAID and not draft.definite:
        if above.head.pos_ == "VERB":
            _add(_subjects(above.head), draft, scene)
        return "cue" if draft.indefinite and head.lower_ == "statement" else None
    return "takes up" if draft.definite and not goes_on(scene.doc, draft.end) else None


def _is_bare(head: "Token", draft: Draft) -> bool:
    alone = draft.end == head.i + 1 and not goes_on(head.doc, draft.end)
    return draft.definite and alone and not draft.topics and draft.other is None


def _did(head: "Token", act: Act, draft: Draft, scene: Scene) -> bool:
    """Whether somebody is told to have issued it, or put it forward, who is added to its parties."""
    verb = head.head
    if head.lower_ == "message" and verb.lemma_.lower() in SPOKEN:
        return False
    if head.dep_ in ("dobj", "nsubjpass") and acts(verb, act) and is_done(verb):
        by = _subjects(verb) if head.dep_ == "dobj" else _agents(verb)
        _add(by, draft, scene)
        return True
    for child in head.children:
        if child.dep_ == "acl" and child.tag_ in ("VBN", "VBD") and acts(child, act):
            _add(_agents(child), draft, scene)
            return True
    return False


def _subjects(verb: "Token") -> list["Token"]:
    return [child for child in verb.children if child.dep_ == "nsubj"]


def _agents(verb: "Token") -> list["Token"]:
    return [each for child in verb.children if child.dep_ == "agent" for each in child.children if each.dep_ == "pobj"]


def _add(tokens: Sequence["Token"], draft: Draft, scene: Scene) -> None:
    """Adds who is named by a word, or by whose it is: "the president's office"."""
    for token in tokens:
        owners = [child for child in token.children if child.dep_ == "poss"]
        mention = next((m for each in (*owners, token) if (m := scene.mention_at(each))), None)
        if mention is not None and mention.entity not in draft.parties:
            draft.parties.append(mention.entity)
