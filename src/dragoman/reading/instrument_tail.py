"""What follows the word for a text: its number, whose leaders agreed on it, between or with whom, when and where.

The parse of long noun phrases often fails just here, while the order of the words is plain: they are read from left to
right, up to the first word that identifies nothing.
"""

import re
from typing import TYPE_CHECKING

from dragoman.reading.instrument_scene import Draft, Scene
from dragoman.reading.instrument_words import modifiers, noun_at, says
from dragoman.reading.meeting_places import place_at

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

ROMAN = re.compile(r"(?:I{1,3}|IV|V)$")
NUMBER = re.compile(r"\d{1,5}(?:[/.-]\d{1,4})?$")
ABBREVIATION = re.compile(r"[A-Z][A-Za-z]{0,8}[A-Z]$")
NUMBERED = {"resolution", "protocol", "order", "convention"}
WRITTEN = {"statement", "statements", "declaration", "letter", "order", "orders", "ruling", "judgment", "judgement"}
"""Texts that are by somebody; "the rejection of the deal by Velmar" tells nothing of the deal."""
SIGNS = {"no", "no.", "nr", "nr.", "number", "#"}
PEOPLE = {
    "leaders", "presidents", "heads", "governments", "ministers", "countries", "states", "sides", "parties",
    "envoys", "delegations", "representatives", "foreign", "prime", "state", "government", "defence", "defense",
    "security", "council", "court", "of", "the", "three", "two", "four", "both",
}  # fmt: skip
"""Words between "of" and the names of those whose text it is."""
PHRASE = {"DT", "JJ", "CD", "NN", "NNS", "NNP", "NNPS", "VBG", "VBN"}
TELLING = {"that", "which", "to", "of", "for", "under", "whereby", "where", "regarding", "concerning", "about", "over"}
SHORT = 6
MOST_AIM = 12
STRUCK = {"strike", "reach", "sign", "broker", "clinch", "conclude", "forge", "ink", "hammer"}
"""What is done to agreements, and to hardly anything that an agreement aims at."""
LINKS = {",", "and", "&", "as", "well", "the"}
JOINS = {"and", "&"}
FARTHEST = 60


def read_tail(head: "Token", draft: Draft, scene: Scene) -> None:
    """Adds to the draft what the words behind the noun say, and moves its end behind the last of them."""
    doc = scene.doc
    end = min(head.sent.end, draft.end + FARTHEST)
    _after_place(doc, head, draft, scene)
    _read_on(doc, head, draft, scene)
    later = _made_later(head, draft, end)
    if later is not None:
        draft.made, draft.end = True, later
        _read_on(doc, head, draft, scene)
    while draft.made and doc[draft.end - 1].tag_ in ("VBN", "VBD") and draft.end - 1 > head.i:
        draft.end -= 1  # "the accord negotiated", without where, when or by whom


def _read_on(doc: "Doc", head: "Token", draft: Draft, scene: Scene) -> None:
    end = min(head.sent.end, draft.end + FARTHEST)
    while draft.end < end:
        at = draft.end
        after = _number(doc, at, draft) or _parties(doc, at, end, draft, scene) or _date(doc, at, draft, scene)
        after = after or _making(doc, at, end, draft, scene) or _place(doc, at, draft, scene)
        after = after or _topic(doc, at, head, draft, scene)
        if after is None or after <= at:
            break
        draft.end = after


def _made_later(head: "Token", draft: Draft, end: int) -> int | None:
    """The token behind a participle that the text's aim stands before: "a deal to end the strike struck in Lisk"."""
    doc, at = head.doc, draft.end
    if draft.made or at >= end or doc[at].lower_ not in ("to", "on", "over", "for", "aimed"):
        return None
    for token in doc[at + 1 : min(end, at + MOST_AIM)]:
        if token.dep_ == "acl" and token.lemma_.lower() in STRUCK and head.is_ancestor(token):
            return token.i + 1
        if token.text in ",;:()" or token.tag_ in ("VBD", "VBZ", "VBP", "MD") or noun_at(token):
            return None
    return None


def _after_place(doc: "Doc", head: "Token", draft: Draft, scene: Scene) -> None:
    """The name after a place: "Treaty of Lisk"; that of a state says whose text it is, not how it is called."""
    at = draft.end + 1
    if draft.name is not None or not head.text[:1].isupper() or at >= len(doc) or doc[at - 1].lower_ != "of":
        return
    mention = scene.mention_at(doc[at])
    if mention is not None and mention.form != "capital":
        return
    while at < len(doc) and doc[at].tag_ == "NNP" and (mention is not None or doc[at].ent_type_ in PLACES):
        at += 1
    if at > draft.end + 1:
        draft.name, draft.end = doc[head.i : at].text, at


PLACES = {"GPE", "LOC", "FAC", "LAW"}
"""What the parser calls the place, or the whole name with it."""


def goes_on(doc: "Doc", at: int) -> bool:
    """Whether what follows tells which text is meant: "the accord that ended the war" takes up none."""
    return at < len(doc) and doc[at].lower_ in TELLING


def _number(doc: "Doc", at: int, draft: Draft) -> int | None:
    word = doc[at]
    if word.lower_ in SIGNS and at + 1 < len(doc) and NUMBER.match(doc[at + 1].text):
        draft.number = doc[at + 1].text
        return at + 2
    if at == draft.end and draft.number is None and not draft.timexes and doc[at - 1].pos_ in ("NOUN", "PROPN"):
        roman = ROMAN.match(word.text) and word.text != "I"
        if roman or (NUMBER.match(word.text) and doc[at - 1].lower_ in NUMBERED):
            draft.number = word.text
            return at + 1
    draft.short = draft.short or _abbreviation(doc, at)
    return None


def _abbreviation(doc: "Doc", at: int) -> str | None:
    """The abbreviation that stands right behind: "(CAP)", ", or CAP,"."""
    opening = "".join(token.lower_ for token in doc[at : at + 2])
    where = at + 1 if opening.startswith("(") else at + 2 if opening in (",or", "knownas") else len(doc)
    return doc[where].text if where < len(doc) and ABBREVIATION.match(doc[where].text) else None


def _parties(doc: "Doc", at: int, end: int, draft: Draft, scene: Scene) -> int | None:
    word = doc[at].lower_
    if word not in ("between", "among", "with", "of", "by", "from", "to"):
        return None
    sent = doc[at - 1].lower_ in ("letter", "letters") or (word == "from" and bool(draft.parties))
    written = draft.made or doc[at - 1].lower_ in WRITTEN
    if (word in ("from", "to") and not sent) or (word == "by" and not written):
        return None
    found, after = listed(doc, at + 1, end, scene)
    if not found or (word == "between" and len(found) < 2):
        draft.parties += [entity for entity in found if entity not in draft.parties]
        return _unnamed(doc, max(at, after - 1), end) if word == "between" or (word == "by" and draft.made) else None
    draft.parties += [entity for entity in found if entity not in draft.parties]
    draft.listed = draft.listed or word in ("between", "among", "of", "by")
    return after


def _unnamed(doc: "Doc", at: int, end: int) -> int | None:
    """The end of "between the two sides", "by the leaders of the republics": parties without a name."""
    first = at
    at += 1
    joined = doc[at - 1].lower_ not in ("between", "by")
    while at < end:
        if doc[at].lower_ == "and" and not (joined and at > first + 1):
            joined = True
        elif doc[at].tag_ not in PHRASE and not (doc[at].lower_ == "of" and at > first + 1):
            break
        at += 1
    return at if at > first + 1 and doc[at - 1].pos_ in ("NOUN", "PROPN") else None


def listed(doc: "Doc", at: int, end: int, scene: Scene) -> tuple[list[int], int]:
    """The actors in a list of names, and the token behind the last of them."""
    found: list[int] = []
    after, first = at, at
    while at < end:
        mention = scene.mention_at(doc[at])
        if mention is not None and mention.form in ("name", "capital", "side"):
            found.append(mention.entity)
            at = after = scene.behind(at, mention.span.end)
        elif mention is not None:
            at = scene.behind(at, mention.span.end)
            after = at if found else after
        elif (not found and doc[at].lower_ in PEOPLE and at - first < 8) or (
            found and doc[at].lower_ in LINKS and at == after + _links(doc, after, at)
        ):
            at += 1
        else:
            break
    if any(doc[i].text == "," for i in range(first, after)) and not any(
        doc[i].lower_ in JOINS for i in range(first, after)
    ):
        return _first_of(doc, first, after, scene)
    return list(dict.fromkeys(found)), after


def _first_of(doc: "Doc", first: int, after: int, scene: Scene) -> tuple[list[int], int]:
    """What stands before the comma: "a deal with A, B said" is no list."""
    comma = next(i for i in range(first, after) if doc[i].text == ",")
    found = [scene.mention_at(token) for token in doc[first:comma]]
    return list(dict.fromkeys(mention.entity for mention in found if mention is not None)), comma


def _links(doc: "Doc", after: int, at: int) -> int:
    """How many joining words stand from ``after`` up to ``at``; more than four join nothing."""
    return at - after if at - after < 4 and all(doc[i].lower_ in LINKS for i in range(after, at)) else -1


def _date(doc: "Doc", at: int, draft: Draft, scene: Scene) -> int | None:
    word = doc[at].lower_
    if word == "," and draft.timexes and at + 1 < len(doc):
        later = at + 2 if doc[at + 1].lower_ == "and" else at + 1
    elif word == "and" and draft.timexes:
        later = at + 1
    elif word in ("of", "from", "dated", "on", "in", "since"):
        later = at + 2 if at + 1 < len(doc) and doc[at + 1].lower_ == "the" else at + 1
    else:
        return None
    index = scene.timex_at(doc[later]) if later < len(doc) else None
    if index is None:
        return None
    timex = scene.timexes[index]
    full = timex.year is not None and timex.month is not None
    bound = word in ("of", "dated", "from", ",", "and") or draft.made or (word == "on" and full and draft.listed)
    if word in ("from", "since", "in", "on") and not (bound and (full or draft.made)):
        bound = word == "from" and timex.year is not None
    if not bound or (word == "of" and timex.year is None and timex.month is None):
        return None
    behind = scene.behind(later, timex.span.end)
    if not full and behind < len(doc) and doc[behind].pos_ in ("NOUN", "ADJ", "PROPN"):
        return None
    if word in (",", "and") and not _alike(scene, draft, index):
        return None
    draft.timexes.append(index)
    return behind


def _alike(scene: Scene, draft: Draft, index: int) -> bool:
    """Whether the dates are written alike, so that they are a list."""
    last, new = scene.timexes[draft.timexes[-1]], scene.timexes[index]
    return [x is None for x in (last.year, last.month, last.day)] == [x is None for x in (new.year, new.month, new.day)]


def _making(doc: "Doc", at: int, end: int, draft: Draft, scene: Scene) -> int | None:
    """That it was made: "signed", "reached last year", "that the leaders of A and B adopted"."""
    start = at
    if doc[at].lower_ in ("that", "which"):
        found, after = listed(doc, at + 1, end, scene)
        at = after if found else at + 1
        while at < end and doc[at].lower_ in ("had", "have", "has", "was", "were"):
            at += 1
        if at < end and says(doc[at]) == "makes" and doc[at].tag_ in ("VBD", "VBN"):
            draft.parties += [entity for entity in found if entity not in draft.parties]
            draft.made = draft.listed = True
            return at + 1
        return None
    while at < end and doc[at].pos_ == "ADV" and at - start < 2:
        at += 1
    if at < end and says(doc[at]) == "makes" and doc[at].tag_ in ("VBN", "VBD") and doc[at].dep_ in _CLAUSES:
        behind = doc[at + 1] if at + 1 < len(doc) else None
        draft.made = True
        return at + 2 if behind is not None and behind.dep_ == "prt" else at + 1
    return _bare_date(doc, start, draft, scene)


_CLAUSES = {"acl", "relcl", "amod", "advcl"}


def _bare_date(doc: "Doc", at: int, draft: Draft, scene: Scene) -> int | None:
    """A date right behind "signed": "the accord signed last year"."""
    index = scene.timex_at(doc[at]) if draft.made and not draft.timexes else None
    if index is None:
        return None
    draft.timexes.append(index)
    return scene.behind(at, scene.timexes[index].span.end)


def _place(doc: "Doc", at: int, draft: Draft, scene: Scene) -> int | None:
    if doc[at].lower_ not in ("in", "at") or not (draft.made or draft.timexes) or at + 1 >= len(doc):
        return None
    place = place_at(doc, at + 1)
    after = at + 2
    if place is not None:
        after = scene.behind(at, place.end)
    elif not draft.made or doc[at + 1].tag_ != "NNP" or scene.mention_at(doc[at + 1]) is not None:
        return None
    while place is None and after < len(doc) and (doc[after].text in ("-", "–") or doc[after].tag_ == "NNP"):
        after += 1
    draft.place = draft.place or (doc[at + 1 : after].text if place is None else doc.text[place.start : place.end])
    return after


def _topic(doc: "Doc", at: int, head: "Token", draft: Draft, scene: Scene) -> int | None:
    """What it is on, where the parse hangs that on the noun: "on Velmar's grain"."""
    word = doc[at]
    if word.lower_ not in ("on", "over", "about", "regarding", "concerning") or word.head.i != head.i:
        return None
    thing = next((child for child in word.children if child.dep_ == "pobj"), None)
    if thing is None or thing.pos_ not in ("NOUN", "PROPN") or thing.i - at > 10:
        return None
    if any(scene.timex_at(token) is not None for token in doc[at + 1 : thing.i + 1]):
        return None
    end = thing.i + 1
    topics = [each.value for t in doc[at:end] for each in modifiers().get(t.lower_, ()) if each.sense == "topic"]
    if not topics and scene.mention_at(thing) is None:
        return None
    draft.topics += topics
    inside = [scene.mention_at(token) for token in doc[at + 1 : end]]
    draft.parties += [m.entity for m in inside if m is not None and m.entity not in draft.parties]
    rest = [t.i for child in thing.children if child.dep_ == "prep" and child.i == end for t in child.subtree]
    return max(rest) + 1 if rest and len(rest) < SHORT else end
