"""The parts of a meeting's report: who, where and when, as the parse ties them to the word for the meeting."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dragoman.language.parser import text_of
from dragoman.model.reading import Statement, Timex
from dragoman.model.spans import Span, covers, length
from dragoman.reading.attribution.near import Stretches
from dragoman.reading.cast import Cast
from dragoman.reading.dated import occasions
from dragoman.reading.meeting_places import PLACES, is_city, is_place, named_place, place_at
from dragoman.reading.meeting_status import AT_IT, GOING, TOPIC, is_preposition, says
from dragoman.reading.tense import verb_tense
from dragoman.reading.timexes import timexes_in

if TYPE_CHECKING:
    from dragoman.language.parser import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass")
RELATIVE = {"who", "which", "that"}
APART = {"poss", "relcl", "acl", "prep", "conj", "cc", "punct", "advcl"}
"""What hangs on a name and is not the one who is named."""
ELSEWHEN = {"since", "before", "until", "till", "despite", "about"}
"""Prepositions behind which a date or a place is another's."""
AROUND = {"after", "before", "following", "ahead"}
"""Prepositions behind which one meeting is told beside another: "talks began following a round in X"."""
AWAITED = {"expect", "schedule", "slate", "set", "due"}
"""Verbs whose own place and day are those of what is awaited: "in Lisk, A is expected to meet B"."""
NEWS = {"comment", "remark", "statement", "announcement", "warning", "appeal", "call", "speech", "decision"}
"""What somebody says or decides on the day that is told."""
JOINTS = {"-", "–", "—", "/"}
PASSED = frozenset({"host", "series", "round", "hour", "day"})
"""Nouns between a meeting and its verb: "played host to a meeting", "five hours of talks"."""
VENUES = {
    "hotel",
    "palace",
    "residence",
    "airport",
    "headquarters",
    "office",
    "city",
    "capital",
    "resort",
    "town",
    "embassy",
}
"""Nouns for where people meet, on which the day may hang: "met at a hotel on Friday"."""
BESIDE = {"though", "although", "while", "whereas", "as", "because", "but"}
"""What begins a clause that tells something else than the main one does."""
MOST_STEPS = 8
CLAUSES = ("ccomp", "relcl", "advcl", "xcomp", "pcomp", "acl")


class Scene(NamedTuple):
    """One article as far as it was read: what its words may refer to."""

    doc: "Doc"
    cast: Cast
    timexes: Sequence[Timex]
    statements: Sequence[Statement]
    contents: Stretches

    def statement_at(self, token: "Token") -> Statement | None:
        """The innermost statement in whose content the word stands; where that is a position which someone else tells
        ("A said that B had accepted an invitation to meet"), the telling.
        """
        here, at = ((token.idx, token.idx + len(token)),), token.idx
        near = (self.statements[index] for index in self.contents.meeting(Span(at, at + 1)))
        around = [statement for statement in near if covers(statement.content, here)]
        told = [statement for statement in around if statement.kind == "speech"]
        return min(told or around, key=lambda statement: length(statement.content), default=None)


def misparsed(child: "Token") -> bool:
    """Whether the parse takes the verb for an adjective: "A held talks" read like "tired talks"."""
    return child.dep_ == "amod" and child.tag_ in ("VBD", "VBN") and says(child) in ("holds", "hosts")


def carriers(trigger: "Token") -> list["Token"]:
    """The meeting's word and the verbs that carry it: that hold it, refuse it, tell what came after it or at it."""
    found = [trigger, *(child for child in trigger.children if misparsed(child))]
    token = trigger
    for _ in range(MOST_STEPS):
        ends = token.pos_ in ("VERB", "AUX") and (
            token.dep_ not in ("xcomp", "pcomp", "advcl", "prep") or is_beside(token)
        )
        if token.head == token or ends:
            break
        token = token.head
        if token.lower_ in TOPIC:
            break
        if is_preposition(token):
            continue
        if token.pos_ in ("VERB", "AUX"):
            found.append(token)
            found.extend(child for child in token.children if child.dep_ == "xcomp" and says(child) == "holds")
        elif not _is_passed(token):
            break
    return found


def is_beside(verb: "Token") -> bool:
    """Whether the verb's clause only stands beside the main one: "though talks are to resume"."""
    return verb.dep_ == "advcl" and any(child.dep_ == "mark" and child.lower_ in BESIDE for child in verb.children)


def anchors(trigger: "Token", holders: Iterable["Token"]) -> set[int]:
    """The words on which the meeting's place and day may hang: its own, verbs that hold it, and what was told at it."""
    found = {trigger.i}
    if trigger.dep_ == "acl" and trigger.tag_ == "VBG" and trigger.head.dep_ in SUBJECTS:
        found.add(trigger.head.head.i)  # "A, meeting B in Lisk, said on Friday"
    told_at = trigger.dep_ in ("nsubj", "nsubjpass", "pcomp", "advcl")
    told_at |= trigger.dep_ in ("pobj", "dobj") and trigger.head.lower_ in AT_IT
    behind = _stands_behind(trigger)
    for holder in holders:
        awaited = trigger.dep_ == "xcomp" and trigger.head == holder and holder.lemma_ in AWAITED
        if (says(holder) in ("holds", "hosts", "mediates") or told_at or awaited) and not (
            behind and verb_tense(holder) == "future"
        ):
            found.add(holder.i)
    return found


def _stands_behind(trigger: "Token") -> bool:
    """Whether something else is told beside the meeting: "the truce is to begin on Friday, after talks"."""
    noun = trigger
    for _ in range(MOST_STEPS):
        if noun.dep_ != "pobj":
            return False
        if noun.head.lower_ in AROUND:
            return True
        noun = noun.head.head
    return False


def named(token: "Token", cast: Cast) -> list[int]:
    """The entities that a noun phrase names, its joined phrases included: persons where it names persons."""
    found: list[int] = []
    for head in (token, *_joined(token)):
        found.extend(_one_named(head, cast))
    return list(dict.fromkeys(found))


def _joined(token: "Token") -> Iterator["Token"]:
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield child
            yield from _joined(child)


def _one_named(head: "Token", cast: Cast) -> list[int]:
    """The entities of one phrase. "Officials" and "an official" are nobody in particular, whoever held that office."""
    pieces = [head, *(t for child in head.children if child.dep_ not in APART for t in child.subtree)]
    mentions = [mention for t in pieces for mention in cast.mentions_at((t.idx, t.idx + len(t)))]
    persons = [mention for mention in mentions if cast.entities[mention.entity].kind == "person"]
    by_name = [mention.entity for mention in persons if mention.form == "name"]
    by_office = {m.entity for m in persons if m.span.start <= head.idx < m.span.end and m.form == "office"}
    one = head.tag_ == "NNS" or any(child.lower_ in ("a", "an") for child in head.children)
    if by_name or (persons and not (one and len(by_office) == 1)):
        return by_name or [mention.entity for mention in persons]
    alike = [child for child in head.children if child.dep_ == "nmod" and any(c.dep_ == "cc" for c in child.children)]
    near = [m for token in (*alike, head) for m in cast.mentions_at((token.idx, token.idx + len(token)))]
    surname = head.ent_type_ == "PERSON"  # that a capital has too
    here = dict.fromkeys(m.entity for m in near if not (surname and m.form == "capital"))
    own = [entity for entity in here if cast.entities[entity].kind != "person"]
    return own or (_of_whom(head, pieces, cast) if head.tag_ == "NNS" else [])


def _of_whom(head: "Token", pieces: Iterable["Token"], cast: Cast) -> list[int]:
    """The states or bodies whose plural it is: "the foreign ministers of X and Y"."""
    links = [child for child in head.children if child.dep_ == "prep" and child.lower_ in ("of", "from")]
    links += [child for child in head.children if child.dep_ == "acl" and child.lemma_ in ("represent", "come")]
    members = [*pieces, *(token for link in links for token in link.subtree)]
    found = [entity for token in members for entity in cast.at((token.idx, token.idx + len(token)))]
    return [entity for entity in found if cast.entities[entity].kind in ("state", "body", "group")]


def subjects(verb: "Token") -> list["Token"]:
    """The subjects of a verb; one without takes those of the verb it is joined or subordinate to, and "who" and "which"
    are those whom they stand behind.
    """
    for _ in range(MOST_STEPS):
        found = [child for child in verb.children if child.dep_ in SUBJECTS]
        if verb.dep_ == "relcl" and any(child.lower_ in RELATIVE for child in found):
            return [verb.head]
        if found or verb.dep_ == "relcl":
            return found
        owners = _owners(verb.head) if verb.dep_ == "acl" else []
        if owners:
            return owners
        if verb.dep_ == "amod":
            return [verb.nbor(-1)] if verb.i > verb.sent.start else []
        objects = _asked(verb.head) if verb.dep_ == "xcomp" else []
        if objects:
            return objects
        above = verb.head if verb.dep_ not in ("pcomp", "acl") else _verb_above(verb)
        if above is None or above == verb or above.pos_ not in ("VERB", "AUX"):
            return []
        verb = above
    return []


def _asked(verb: "Token") -> list["Token"]:
    """Who is asked, invited or called on to do something."""
    links = [child for child in verb.children if child.dep_ == "prep" and child.lower_ in ("on", "for")]
    called = [thing for link in links for thing in link.children if thing.dep_ == "pobj"]
    return [child for child in verb.children if child.dep_ == "dobj"] or (called if verb.lemma_ == "call" else [])


def _owners(noun: "Token") -> list["Token"]:
    """Whose it is: "A's offer", "an offer by A"."""
    by = [thing for child in noun.children if child.lower_ == "by" for thing in child.children if thing.dep_ == "pobj"]
    return [child for child in noun.children if child.dep_ == "poss"] or by


def _verb_above(token: "Token") -> "Token | None":
    for _ in range(MOST_STEPS):
        if token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def owner(token: "Token", scene: Scene) -> list[int]:
    """Whom a subject or a possessive names: "he" in a clause about what someone says or did is that someone, "we" in
    someone's direct speech the speaker.
    """
    word = token.lower_
    if word in ("i", "we", "my", "our"):
        said = scene.statement_at(token)
        return list(said.speakers) if said is not None and said.mode != "indirect" else []
    ahead = _named_ahead(token, scene.cast)
    if ahead is not None:
        return [*ahead, *(e for each in _joined(token) for e in named(each, scene.cast) if e not in ahead)]
    found = named(token, scene.cast)
    if found or word not in ("he", "she", "they", "his", "her", "their"):
        return found
    verb = _verb_above(token)
    clause = verb if token.dep_ == "poss" else _verb_above(verb) if verb is not None and verb.dep_ in CLAUSES else None
    for _ in range(MOST_STEPS):
        if clause is None:
            return []
        above = [child for child in clause.children if child.dep_ in SUBJECTS]
        found = [e for child in above for e in named(child, scene.cast) if _agrees(e, token, scene.cast)]
        if found and (word not in ("they", "their") or _are_several(found, above, scene.cast)):
            return found if word in ("they", "their") else found[:1]
        clause = _verb_above(clause) if clause.dep_ in CLAUSES else None
    return []


def _named_ahead(pronoun: "Token", cast: Cast) -> list[int] | None:
    """Whom "he" means in a clause before the main one, where that one's subject is a person named next: "after he met
    B, A said"; nothing where there is no such.
    """
    if pronoun.lower_ not in ("he", "she"):
        return None
    clause = _verb_above(pronoun)
    for _ in range(MOST_STEPS):
        if clause is None or clause.dep_ not in ("advcl", "pcomp", "prep"):
            return None
        clause = _verb_above(clause)
        behind = [t for t in clause.children if t.dep_ == "nsubj" and t.i > pronoun.i] if clause is not None else []
        for subject in behind:
            persons = [e for e in named(subject, cast) if cast.entities[e].kind == "person"]
            return persons if len(persons) == 1 and _agrees(persons[0], pronoun, cast) else None
    return None


def _are_several(found: Sequence[int], named_by: Sequence["Token"], cast: Cast) -> bool:
    """Whether "they" may mean these: several, or a body or group, which is one by its name alone."""
    alone = len(found) == 1 and cast.entities[found[0]].kind in ("person", "state")
    return not alone or any(token.tag_ in ("NNS", "NNPS") for token in named_by)


def _agrees(entity: int, pronoun: "Token", cast: Cast) -> bool:
    found = cast.entities[entity]
    wanted = {"he": "male", "his": "male", "she": "female", "her": "female"}.get(pronoun.lower_)
    return wanted is None or (found.kind == "person" and found.gender in (None, wanted))


def compounded(trigger: "Token", cast: Cast) -> list[int]:
    """The parties in "the A-B meeting" and "A-B talks": names joined by a dash before the meeting's name."""
    doc = trigger.doc
    start = doc[trigger.left_edge.i].idx
    mentions = cast.mentions_at((start, trigger.idx))
    for left, right in pairwise(mentions):
        if text_of(doc)[left.span.end : right.span.start].strip() in JOINTS:
            return [left.entity, right.entity]
    return []


def place_of(trigger: "Token", holders: Sequence["Token"], scene: Scene) -> Span | None:
    """Where the words say that it was: a city before its name ("the Lisk talks"), or "in" or "at" a named place that
    hangs on the meeting or its verb.
    """
    ends = anchors(trigger, holders)
    for child in trigger.children:
        if child.dep_ == "compound" and is_city(child) and not scene.cast.at((child.idx, child.idx + len(child))):
            return Span(child.idx, child.idx + len(child))
    for word in trigger.sent:
        place = place_at(scene.doc, word.i + 1) if word.lower_ in ("in", "at") else None
        if place is not None and _reaches(word, ends, scene.cast):
            return place
    return _where_clause(trigger) or _gone_to(trigger)


def _gone_to(trigger: "Token") -> Span | None:
    """Where somebody goes "for" the meeting, or "to" meet: "flew to Lisk for talks"."""
    joint = trigger.head if trigger.dep_ == "pobj" and trigger.head.lower_ == "for" else trigger
    verb = joint.head
    if joint.dep_ not in ("prep", "xcomp", "advcl") or verb.lemma_.lower() not in GOING:
        return None
    for child in verb.children:
        if child.dep_ == "prep" and child.lower_ in ("to", "in", "at") and child.i < trigger.i:
            return place_at(trigger.doc, child.i + 1)
    return None


def _where_clause(trigger: "Token") -> Span | None:
    """The place that a clause is about: "Oslo, where they met"."""
    place = place_at(trigger.doc, trigger.head.left_edge.i)
    where = trigger.dep_ == "relcl" and any(child.lower_ == "where" for child in trigger.children)
    alone = trigger.head.dep_ != "conj" and not any(child.dep_ == "conj" for child in trigger.head.children)
    return place if where and alone else None


def host_place(holders: Iterable["Token"]) -> Span | None:
    """The city or state that hosts the meeting, as the subject of "hosts"."""
    for verb in holders:
        for who in subjects(verb) if says(verb) == "hosts" else ():
            if is_place(who):
                return Span(who.idx, who.idx + len(who))
    return None


def visited(trigger: "Token", scene: Scene) -> Span | None:
    """The place that is visited: the object of "visit", what "Visiting" stands before, or the place behind "to"."""
    things = [child for child in trigger.children if child.dep_ == "dobj" and says(trigger) == "visits"]
    things += [t for child in trigger.children if child.lower_ == "to" for t in child.children if t.dep_ == "pobj"]
    things += [trigger.nbor()] if trigger.pos_ == "PROPN" and trigger.i + 1 < len(scene.doc) else []
    for thing in things:
        mentions = scene.cast.mentions_at((thing.idx, thing.idx + len(thing)))
        kinds = {scene.cast.entities[mention.entity].kind for mention in mentions}
        if kinds == {"state"} or (not kinds and is_place(thing)):
            return mentions[0].span if mentions else named_place(thing, trigger)
    return None


def time_of(trigger: "Token", holders: Sequence["Token"], scene: Scene) -> int | None:
    """The time expression that hangs on the meeting or its verb, the one that names a day before others."""
    ends = anchors(trigger, holders)
    sentence, timexes = trigger.sent, scene.timexes
    found = []
    for index in timexes_in(timexes, sentence.start_char, sentence.end_char):
        timex = timexes[index]
        if timex.bound is None:
            words = scene.doc.char_span(*timex.span, alignment_mode="expand")
            if words is not None and _reaches(words.root, ends, scene.cast):
                found.append(index)
    if not found:
        return _counted_down(trigger, scene)
    return max(found, key=lambda i: (timexes[i].day is not None or timexes[i].weekday is not None, -i))


def _counted_down(trigger: "Token", scene: Scene) -> int | None:
    """The words that count the days to the meeting: "comes two days before A and B meet"."""
    above = {token.i for token in (trigger, *trigger.ancestors)}
    for index in timexes_in(scene.timexes, trigger.sent.start_char, trigger.idx):
        words = scene.doc.char_span(*scene.timexes[index].span, alignment_mode="expand")
        last = words[-1] if words is not None else trigger
        if last.lower_ == "before" and (last.i in above or (last.dep_ == "mark" and last.head.i in above)):
            return index
    return None


def time_of_news(trigger: "Token", holders: Sequence["Token"], scene: Scene) -> int | None:
    """The one day that the sentence before names, where the meeting goes on while its news comes: "A spoke on Friday.
    His comments came as B and C held talks."
    """
    verb = next((each for each in holders if each.dep_ == "advcl" and each.head.lemma_ == "come"), None)
    if verb is None or not any(child.dep_ == "mark" and child.lower_ == "as" for child in verb.children):
        return None
    news = [child for child in verb.head.children if child.dep_ == "nsubj" and child.lemma_.lower() in NEWS]
    first = trigger.sent.start
    if not news or verb.head.tag_ != "VBD" or first == 0:
        return None
    before = scene.doc[first - 1].sent
    if not text_of(scene.doc)[before.start_char : before.end_char].strip() and before.start > 0:
        before = scene.doc[before.start - 1].sent
    days = [
        index
        for index in timexes_in(scene.timexes, before.start_char, before.end_char)
        if scene.timexes[index].weekday is not None or scene.timexes[index].day is not None
    ]
    return days[0] if len(days) == 1 else None


def _reaches(token: "Token", ends: set[int], cast: Cast) -> bool:
    """Whether the way up the parse leads to the meeting by nothing but its prepositions, its parties and its like."""
    for _ in range(MOST_STEPS):
        if token.i in ends:
            return True
        if token.pos_ in ("VERB", "AUX") and not is_preposition(token):
            return says(token) in ("holds", "hosts") and token.dep_ in ("acl", "relcl") and token.head.i in ends
        if token.lower_ in ELSEWHEN | AROUND or token.head == token or _is_anothers(token):
            return False
        token = token.head
        if token.pos_ in ("NOUN", "PROPN", "ADJ") and not (_may_pass(token, cast) or token.lemma_ in VENUES):
            return token.i in ends
    return False


def _is_anothers(token: "Token") -> bool:
    """Whether the way up leads through another meeting, beside this one or before or after it."""
    if token.pos_ == "NOUN" and token.dep_ == "conj" and token.head.pos_ == "VERB":
        return True  # a noun is joined to no verb: the parse lost its place in the sentence
    if token.lemma_.lower() not in occasions():
        return False
    return token.dep_ == "conj" or (token.dep_ == "pobj" and token.head.lower_ in AROUND)


def _is_passed(noun: "Token") -> bool:
    """Whether the noun may stand between a meeting and its verb."""
    return noun.lemma_.lower() in PASSED or noun.lemma_.lower() in occasions()


def _may_pass(token: "Token", cast: Cast) -> bool:
    known = cast.mentions_at((token.idx, token.idx + len(token)))
    return bool(known) or _is_passed(token) or token.ent_type_ in ("DATE", "TIME", "PERSON", *PLACES)
