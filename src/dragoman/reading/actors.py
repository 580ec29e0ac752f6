"""The states and bodies that a page names."""

from collections.abc import Iterable, Sequence

from dragoman.knowledge.bodies import body_words, side_words, states_spoken_for
from dragoman.knowledge.cues import cues
from dragoman.knowledge.names import fold, name_words
from dragoman.knowledge.states import listed_names, state_words
from dragoman.model.reading import Form
from dragoman.model.spans import Span
from dragoman.reading.drafts import Drafts
from dragoman.reading.named_people import person_at
from dragoman.reading.page import Page
from dragoman.reading.realms import POSSESSIVE, acts
from dragoman.reading.scene import Scene, realm_at
from dragoman.reading.spots import Spot

PLACES = frozenset({"GPE", "LOC", "FAC"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def draft_states(scene: Scene, drafts: Drafts) -> None:
    """States by name, by their capital where it acts, and by "the Xlandian side" and its like."""
    page = scene.page
    for spot in scene.spots:
        realm = realm_at(scene, spot)
        if realm is None or spot.start in scene.taken or spot.kind == "body":
            continue
        side = _side_end(scene, spot)
        form: Form | None = "side" if side else _state_form(scene, spot)
        if form is None:
            continue
        end = side or spot.end
        name = listed_names().get(realm)
        index = drafts.get(("state", realm), "state", name, realm) if name else drafts.get(_key(realm), "body", realm)
        name = "" if form == "side" else page.words(spot.start, end)
        drafts.mention(index, page.span(spot.start, end), form, name)


def _side_end(scene: Scene, spot: Spot) -> int | None:
    """Where "Xlandian side" ends; the first of "the Xlandian and Ylandian sides" counts too."""
    tokens, at = scene.page.tokens, spot.end
    if at < len(tokens) and tokens[at] in POSSESSIVE:
        at += 1
    if at < len(tokens) and _is_side(tokens[at]):
        return at + 1
    if at < len(tokens) and tokens[at] in {"and", "&"}:
        after = scene.starting.get(at + 1)
        if after is not None and realm_at(scene, after) and after.end < len(tokens) and _is_side(tokens[after.end]):
            return spot.end
    return None


def _is_side(token: str) -> bool:
    low = token.casefold()
    return low in side_words() or low.removesuffix("s") in side_words()


def _state_form(scene: Scene, spot: Spot) -> Form | None:
    page = scene.page
    if spot.kind == "run":
        return (
            "name"
            if scene.realm_names.get(page.words(spot.start, spot.end)) == page.words(spot.start, spot.end)
            else None
        )
    state = spot.state
    if state.name is not None and state.adjective is None:
        return "name"
    token = page.doc[spot.end - 1]
    if state.name is not None:
        return None if token.dep_ in {"compound", "amod", "nmod"} and token.i + 1 < len(page.tokens) else "name"
    if state.capital is not None:
        return "capital" if acts(page, spot) else None
    return None


def draft_bodies(scene: Scene, drafts: Drafts) -> None:
    """Ministries with their state, listed bodies, and capitalised runs that end or begin in a word for a body."""
    for spot in scene.spots:
        if spot.start in scene.taken and spot.kind != "ministry":
            continue
        if spot.kind == "body":
            index = drafts.get(_key(spot.value), "body", spot.value, states_spoken_for().get(spot.value))
            _mention_body(scene, drafts, index, spot, spot.start, spot.end)
        elif spot.kind == "ministry":
            _draft_ministry(scene, drafts, spot)
        elif spot.kind == "run" and person_at(drafts, spot) is None and _is_body(scene.page, spot):
            _draft_run_body(scene, drafts, spot)
    _other_places(scene, drafts)


def _other_places(scene: Scene, drafts: Drafts) -> None:
    """The places where a body that is known from another place does nothing."""
    named = {mention.span.start for mention in drafts.mentions}
    for spot in scene.spots:
        if spot.kind == "run" and scene.page.starts[spot.start] not in named and person_at(drafts, spot) is None:
            words = scene.page.words(spot.start, spot.end)
            known = drafts.known(_key(words))
            if known is not None and spot.start not in scene.taken:
                drafts.mention(known, scene.page.span(spot.start, spot.end), "name", words)


def _mention_body(scene: Scene, drafts: Drafts, index: int, spot: Spot, start: int, end: int) -> None:
    page = scene.page
    words = page.words(start, end)
    drafts.mention(index, page.span(start, end), "name", words)
    after = page.tokens[spot.end : spot.end + 3]
    if len(after) == 3 and after[0] == "(" and after[2] == ")" and after[1].isupper():
        drafts.alias(_key(after[1]), index)


def _draft_ministry(scene: Scene, drafts: Drafts, spot: Spot) -> None:
    start, end, realm = _with_realm(scene, spot)
    name = scene.page.words(start, end)
    key = ("ministry", spot.value, realm or "")
    country = realm if realm in listed_names() else None
    index = drafts.get(key, "body", name, country)
    _mention_body(scene, drafts, index, spot, start, end)


def _with_realm(scene: Scene, spot: Spot) -> tuple[int, int, str | None]:
    """A body's phrase with the state before it ("Xlandian ...", "Xland's ...") or after it ("... of Xland")."""
    tokens, at = scene.page.tokens, spot.start
    at -= at > 0 and tokens[at - 1] in POSSESSIVE
    before = scene.ending.get(at)
    if before is not None and (realm := realm_at(scene, before)):
        city = before.kind == "state" and not (before.state.adjective or before.state.name) and at == spot.start
        return before.start, spot.end, None if city else realm
    at = spot.end
    if at + 1 < len(tokens) and tokens[at] == "of":
        after = scene.starting.get(at + 1 + (tokens[at + 1] == "the"))
        if after is not None and (realm := realm_at(scene, after)):
            return spot.start, after.end, realm
    return spot.start, spot.end, None


def _draft_run_body(scene: Scene, drafts: Drafts, spot: Spot) -> None:
    page = scene.page
    words = page.words(spot.start, spot.end)
    if words in scene.realm_names:
        return
    start, end, realm = _with_realm(scene, spot)
    country = realm if realm in listed_names() else None
    if start != spot.start and page.tokens[spot.start - 1] not in POSSESSIVE:
        words = page.words(start, end)
    known = drafts.known(_key(page.words(spot.start, spot.end)))
    index = known if known is not None else drafts.get(_key(words), "body", words, country)
    drafts.alias(_key(page.words(spot.start, spot.end)), index)
    _mention_body(scene, drafts, index, spot, start, end)


def _is_body(page: Page, spot: Spot) -> bool:
    words = page.words(spot.start, spot.end).split()
    ends, begins = words[-1].casefold(), words[0].casefold()
    if ends in body_words() or (len(words) > 2 and begins in body_words()):
        return len(words) > 1
    if ends in name_words("no_body") or page.opens[spot.start]:
        return False
    if _is_seat(page, spot):
        return True
    labels = [page.labels.get(i) for i in range(spot.start, spot.end)]
    if labels.count("ORG") * 2 <= len(labels):
        return False
    if words[-1] in name_words("legal_form"):
        return False
    return _does_something(page, spot)


def _is_seat(page: Page, spot: Spot) -> bool:
    """Whether a place that is nobody's capital acts like one: it says something, alone or beside a state or capital."""
    token = page.head(spot.start, spot.end)
    first = token
    while first.dep_ == "conj" and first.head.i != first.i:
        first = first.head
    if first.dep_ not in SUBJECTS or first.head.lemma_ not in cues("verb"):
        return False
    word = state_words().get(first.text)
    beside = first.i != token.i and word is not None and (word.capital or word.name) is not None
    return beside or page.labels.get(spot.end - 1) in PLACES


def _does_something(page: Page, spot: Spot) -> bool:
    """Whether the name is the subject of a verb, or who something is according to."""
    token = page.head(spot.start, spot.end)
    return token.dep_ in SUBJECTS or (
        token.dep_ == "pobj" and token.head.lower_ in {"to", "by"} and token.head.dep_ != "dative"
    )


def settle(page: Page, drafts: Drafts, outlets: Iterable[tuple[str, Sequence[tuple[int, int]]]]) -> frozenset[int]:
    """Add the outlets and agencies that the article credits; gives their indices."""
    named = {mention.span.start for mention in drafts.mentions}
    inside = {at for m in drafts.mentions for at in range(m.span.start, m.span.end)}
    found = set()
    for name, spans in outlets:
        printed = [page.text[start:end] for start, end in spans]
        known = (drafts.known(_key(words)) for words in (name, *printed))
        index = next((i for i in known if i is not None), None)
        index = drafts.get(_key(name), "body", name) if index is None else index
        found.add(index)
        for start, end in spans:
            if start not in inside and start not in named:
                drafts.mention(index, Span(start, end), "name", page.text[start:end])
    return frozenset(found)


def _key(words: str) -> tuple[str, str]:
    """What names of one body share within an article."""
    return ("body", fold(words).removeprefix("the "))
