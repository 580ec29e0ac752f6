"""What stands before the word for a text: whose it is, of when, by how many, on what, and its proper name."""

from typing import TYPE_CHECKING

from dragoman.knowledge.calendar import months
from dragoman.model.reading import Mention
from dragoman.reading.instrument_scene import Draft, Scene
from dragoman.reading.instrument_words import modifiers, says

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

FRONT = {"NN", "NNS", "NNP", "NNPS", "JJ", "JJS", "JJR", "CD", "HYPH", "POS", "VBN", "VBG", "RB", "FW", "AFX", "ADD"}
"""Tags of what may stand between the article and the noun."""
SURE = {"the", "this", "that", "these", "those", "both"}
UNSURE = {"a", "an", "any", "no", "some", "another", "each", "every", "such", "several", "many", "other"}
OWNERS = {"its", "their", "his", "her", "our", "my", "your", "whose"}
DASHES = {"-", "–", "—", "/"}
HELPED = {"backed", "brokered", "led", "mediated", "negotiated", "sponsored", "supported"}
"""What stands behind the name of one who helped a text along and need not be its party: "the Velmar-brokered truce"."""
HEADLINE = 0.7
"""Share of a sentence's longer words with a capital from which capitals tell nothing."""


def read_front(head: "Token", last: int, scene: Scene) -> Draft:
    """What the words before the noun say, from its article on."""
    doc, start = scene.doc, _start(head)
    draft = Draft(start, last + 1)
    _article(doc, start, draft)
    start = _owner(doc, start, head, draft, scene)
    draft.start = start
    mentions = _mentions(doc, start, head.i, scene)
    place = _place(doc, head, mentions, scene)
    draft.parties += [m.entity for m in mentions if m is not place]
    draft.parties += [party for token in doc[start : head.i] for party in scene.parties_at(token) if place is None]
    draft.name = _name(doc, head, last, draft, mentions, place)
    plain = head.i if draft.name is None else last + 1 - _length(doc, last, draft.name)
    _words(doc, start, plain, head, draft, scene, mentions)
    if place is not None and draft.name is None:
        draft.name = doc[scene.behind(start, place.span.start) : last + 1].text
    return draft


def _start(head: "Token") -> int:
    """The first token of the run of words that modify the noun."""
    at, left = head.i, min(head.left_edge.i, head.i)
    doc = head.doc
    while at > max(left, head.sent.start) and (doc[at - 1].tag_ in FRONT or _joins(doc, at - 1)):
        if doc[at - 1].is_space or (doc[at - 1].pos_ == "VERB" and doc[at - 1].tag_ not in ("VBN", "VBG")):
            break
        at -= 1
    while at < head.i and _opens_nothing(doc[at]):
        at += 1
    brokered = (i + 1 for i in range(at + 1, head.i) if doc[i].lower_ in HELPED and doc[i - 1].text in DASHES)
    return max(brokered, default=at)


def _opens_nothing(token: "Token") -> bool:
    """Whether the noun phrase begins behind the word: "(so-)called Joint Plan", "struck nuclear deal" in a headline."""
    joint = token.tag_ in ("POS", "HYPH", "RB", "CC", ",") and token.lower_ != "very"
    if token.tag_ == "VBG" and token.dep_ not in ("amod", "compound", "nmod"):
        return True  # "breaking accord" in a headline
    return joint or token.lower_ in ("called", "dubbed") or (token.tag_ in ("VBN", "VBD") and says(token) == "makes")


def _joins(doc: "Doc", at: int) -> bool:
    """Whether the word joins two names before the noun: "Velmar and Ostrand's accord"."""
    names = at > 0 and doc[at - 1].tag_ in ("NNP", "JJ") and doc[at + 1].tag_ in ("NNP", "JJ")
    return doc[at].lower_ in ("and", *DASHES) and names and doc[at - 1].text[:1].isupper()


def _article(doc: "Doc", start: int, draft: Draft) -> None:
    before = doc[start - 1].lower_ if start else ""
    draft.definite = before in SURE or before in OWNERS
    draft.indefinite = before in UNSURE
    if before == "another":
        draft.other = "new"


def _owner(doc: "Doc", start: int, head: "Token", draft: Draft, scene: Scene) -> int:
    """The first token behind an owner who is nobody that identifies the text: "the president's 2030 accord"."""
    for at in range(head.i - 1, start - 1, -1):
        if doc[at].tag_ == "POS":
            draft.definite, draft.indefinite = True, False
            if not any(scene.mention_at(token) or scene.timex_at(token) is not None for token in doc[start:at]):
                return at + 1
    return start


def _mentions(doc: "Doc", start: int, end: int, scene: Scene) -> list[Mention]:
    found = [scene.mention_at(token) for token in doc[start:end]]
    return list(dict.fromkeys(mention for mention in found if mention is not None))


def _place(doc: "Doc", head: "Token", mentions: list[Mention], scene: Scene) -> Mention | None:
    """The one capital right before the noun: "the Carrow accord" is named after where it was signed."""
    if len(mentions) != 1 or mentions[0].form != "capital" or mentions[0].span.end > head.idx:
        return None
    at = scene.behind(0 if head.i < 12 else head.i - 12, mentions[0].span.start)
    behind = scene.behind(at, mentions[0].span.end)
    owned = doc[behind].tag_ == "POS"
    return None if owned or behind != head.i else mentions[0]


def _length(doc: "Doc", last: int, name: str) -> int:
    """How many tokens the name has."""
    first = last
    while first and len(doc[first : last + 1].text) < len(name):
        first -= 1
    return last + 1 - first


def _words(  # what was read so far
    doc: "Doc", start: int, end: int, head: "Token", draft: Draft, scene: Scene, mentions: list[Mention]
) -> None:
    for token in doc[start:end]:
        timex = scene.timex_at(token)
        if timex is not None:
            draft.timexes.append(timex)
        elif not any(m.span.start <= token.idx < m.span.end for m in mentions):
            _word(doc, token, head, draft)


def _word(doc: "Doc", token: "Token", head: "Token", draft: Draft) -> None:
    word = token.lower_
    if token.i + 2 < head.i + 1 and doc[token.i + 1].text in DASHES and token.i + 2 <= head.i:
        word = f"{word}-{doc[token.i + 2].lower_}"
    for each in modifiers().get(word, ()) or modifiers().get(token.lower_, ()):
        if each.sense == "count":
            draft.count = int(each.value)
        elif each.sense == "stage":
            draft.stage = each.value
        elif each.sense == "sought":
            draft.sought = True
        elif each.sense == "other":
            draft.other = each.value
        elif each.sense == "topic" and each.value not in draft.topics:
            draft.topics.append(each.value)
    if word in months() and token.text[:1].isupper() and draft.name is None:
        draft.other = word  # "the June truce" is another than July's, of whatever year
    elif word not in modifiers() and token.lower_ not in modifiers() and _is_topic(doc, token):
        draft.topics.append(token.lower_)


def _is_topic(doc: "Doc", token: "Token") -> bool:
    """Whether a noun that no list knows says what the text is on: "the ferry accord"."""
    single = doc[token.i + 1].text not in DASHES and not (token.i and doc[token.i - 1].text in DASHES)
    return single and token.tag_ == "NN" and token.dep_ == "compound" and token.text.islower() and token.is_alpha


def _name(
    doc: "Doc", head: "Token", last: int, draft: Draft, mentions: list[Mention], place: Mention | None
) -> str | None:
    """The proper name: a run of capitalised words up to the noun, itself capitalised or behind a place's name."""
    if in_title_case(head, draft):
        return None
    named = doc[last].text[:1].isupper() or head.text[:1].isupper()
    at = head.i
    while at > draft.start and _is_part(doc, at - 1, draft, mentions, place):
        at -= 1
    while at < head.i and not doc[at].text[:1].isalpha():
        at += 1
    words = [token for token in doc[at : head.i] if token.text[:1].isupper()]
    if not words or (head.i - at == 1 and not named and not _is_place(doc[at])):
        return None
    return doc[at : last + 1].text if named or _is_place(doc[at]) else None


def _is_part(doc: "Doc", at: int, draft: Draft, mentions: list[Mention], place: Mention | None) -> bool:
    token = doc[at]
    party = any(m.span.start <= token.idx < m.span.end for m in mentions if m is not place)
    if party or token.tag_ == "POS" or token.like_num or (at == token.sent.start and at == draft.start):
        return False
    return token.text[:1].isupper() or token.text in DASHES


def _is_place(token: "Token") -> bool:
    return token.ent_type_ in ("GPE", "LOC", "FAC") and token.text[:1].isupper()


def in_title_case(head: "Token", draft: Draft) -> bool:
    """Whether capitals tell nothing in this sentence, as in headlines: the words round the text's name have them."""
    longer = [t for t in head.sent if len(t) > 3 and t.is_alpha and not draft.start <= t.i < draft.end]
    capital = sum(each.text[0].isupper() for each in longer)
    return bool(longer) and capital >= HEADLINE * len(longer)
