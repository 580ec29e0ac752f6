"""Who undertakes, and on whose word: only whom the words name, or take up in a way that leaves no doubt.

"We" and "our" in quoted words of undertaking mean the state or body for which the speaker holds an office that speaks
for it (a minister, an ambassador, a spokesman): "We are ready to sign", said by a foreign minister, is an undertaking
of the state on that minister's word. Said by anybody else they mean the speaker alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.bodies import side_words
from dragoman.knowledge.names import fold
from dragoman.knowledge.undertakings import undertaking_words
from dragoman.language.parser import text_of
from dragoman.model.reading import MeetingReport, Statement
from dragoman.model.spans import Span, Spans, common, covers, length
from dragoman.reading.attribution.near import near
from dragoman.reading.dated import occasions
from dragoman.reading.meeting_parts import Scene, subjects

if TYPE_CHECKING:
    from dragoman.language.parser import Token

PARTIES = frozenset({"person", "state", "body"})
THINGS = frozenset({"state", "body"})
FIRST = frozenset({"we", "our", "us", "ourselves"})
ALONE = frozenset({"i", "my", "me"})
THIRD = frozenset({"it", "its", "they", "their", "he", "his", "she", "her"})
COUNTED = frozenset({"two", "both", "all", "other", "some", "many", "most", "several", "few", "no", "any"})
BODIES = frozenset({"group", "team", "committee", "panel", "delegation", "coalition", "bloc", "party", "government"})
"""Words for many, whom a name in apposition leads."""
TWO = 2
BACK = 2
"""Sentences at most between a meeting and "the talks yielded an agreement"."""
MOST_STEPS = 8


class Room(NamedTuple):
    """One article as far as it was read, its quoted words and its meetings."""

    scene: Scene
    runs: Spans
    meetings: Sequence[MeetingReport] = ()


def subjects_of(verb: "Token", room: Room) -> list[int]:
    """Who does what the verb says; of a passive, whom "by" names."""
    if any(child.dep_ == "auxpass" for child in verb.children) and verb.lower_ not in undertaking_words("adjective"):
        agents = (child for child in verb.children if child.dep_ == "agent")
        return [e for agent in agents for thing in agent.children for e in who(thing, room)]
    own = any(child.dep_ in ("nsubj", "nsubjpass") for child in verb.children)
    joined = verb.dep_ == "conj" and not own
    if joined and verb.i and verb.nbor(-1).pos_ in ("NOUN", "PROPN"):
        return []  # a noun right before it is its subject, whatever the parse says
    if joined and verb.tag_ == "VBG" and verb.head.tag_ != "VBG":
        return []  # it goes on with another phrase than this verb: "drove them out, some of them refusing to fight"
    found = [subject for subject in subjects(verb) if _within(subject, verb, room)]
    known = list(dict.fromkeys(e for subject in found for e in who(subject, room)))
    return known or [e for subject in found for e in _both(subject, room)]


def attributed(verb: "Token", room: Room) -> list[int]:
    """Who is found to have taken the position that a verb tells, where the parse shows no subject that is known."""
    entities, here = room.scene.cast.entities, ((verb.idx, verb.idx + len(verb)),)
    told = (s for s in room.scene.statements if s.kind == "position" and s.speakers and covers(s.cue, here))
    speakers = next((s.speakers for s in told), ())
    return list(speakers) if all(entities[e].kind in PARTIES for e in speakers) else []


def _both(subject: "Token", room: Room) -> list[int]:
    """The two whose meeting was told last, where "the two sides" or "both ministers" are named no nearer."""
    two = any(child.lower_ in ("two", "both") for child in subject.children)
    if not two or subject.lemma_.lower() not in undertaking_words("two"):
        return []
    found = meeting_parties(None, subject, room)
    return found if len(found) == TWO else []


def _within(subject: "Token", verb: "Token", room: Room) -> bool:
    """Whether the subject stands in the same quoted words as the verb, or both in none; quoted words that begin with
    the verb have their subject before them ("both “committed to reopen it”").
    """
    runs = [near(room.runs, Span(token.idx, token.idx + 1)) for token in (subject, verb)]
    begins = any(text_of(verb.doc)[run.start : verb.idx].strip(" \n\"“”'‘’") == "" for run in runs[1])
    told = subject.i < verb.i and not any(token.pos_ == "VERB" for token in verb.doc[subject.i : verb.i])
    return runs[0] == runs[1] or not runs[1] or (begins and told and not runs[0])


def who(token: "Token", room: Room) -> list[int]:
    """The parties that a phrase with this head names, and those joined to it that are known ("Velmar and its
    allies"); of "he and Barran" none, since what is known of pronouns is known of those that stand alone.
    """
    if token.lower_ in ("he", "she") and any(child.dep_ == "conj" for child in token.children):
        return []
    first = _one(token, room)
    return list(dict.fromkeys([*first, *(e for head in _joined(token) for e in _one(head, room))])) if first else []


def _joined(token: "Token") -> Iterator["Token"]:
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in ("NOUN", "PROPN", "PRON"):
            yield child
            yield from _joined(child)


def _one(head: "Token", room: Room) -> list[int]:
    word = head.lower_
    if (word in FIRST or word in ALONE) and head.text != "US":
        return _speaking(head, room, alone=word in ALONE)
    if head.tag_ in ("WDT", "WP") and head.head.dep_ == "relcl":
        return _one(head.head.head, room)
    entities = room.scene.cast.entities
    nearby = room.scene.cast.mentions_at((head.idx, head.idx + len(head)))
    mentions = [m for m in nearby if m.span.end > head.idx]  # "Velmarian" stands within "pro-Velmarian rebels"
    camp = _is_camp(head)
    named = [m.entity for m in mentions if entities[m.entity].kind in PARTIES or (camp and m.form != "pronoun")]
    if word in ("he", "she") and (told := _telling(head, room)):
        return told
    if named:
        barred = room.scene.cast.outlets | (_quoting(head, room) if word in THIRD else frozenset())
        return [] if any(e in barred for e in named) else named
    if word in THIRD:
        quoting = _quoting(head, room)
        return [e for e in _taken_up(head, room) if e not in quoting]
    return _own_side(head, room) or _beside(head, room)


def _telling(pronoun: "Token", room: Room) -> list[int]:
    """The person who says so, whom "he" means in "Sand said that he would sign", whoever is told of before."""
    clause = pronoun.head
    if pronoun.dep_ != "nsubj" or clause.dep_ != "ccomp" or is_quoted(pronoun, room):
        return []
    tellers = [c for c in clause.head.children if c.dep_ == "nsubj" and c.lower_ not in THIRD]
    told = [e for c in tellers for e in _cast_at(c, room)]
    people = [room.scene.cast.entities[e] for e in told]
    fits = {"he": "male", "she": "female"}[pronoun.lower_]
    return told if len(people) == 1 and people[0].kind == "person" and people[0].gender in (None, fits) else []


def _is_camp(head: "Token") -> bool:
    """Whether it heads the name of a group that acts as one ("pro-Velmarian rebels", "world powers"), and is not only
    counted ("both countries").
    """
    known = undertaking_words("camp").get(head.lemma_.lower())
    named = any(child.dep_ in ("amod", "compound", "nmod", "poss") for child in head.children)
    counted = any(child.lower_ in COUNTED for child in head.children)
    return known is not None and (named or "bare" in known.frames) and not counted


def _beside(head: "Token", room: Room) -> list[int]:
    """The one person named in apposition: "the winning candidate, Ilse Barran"."""
    beside = [e for child in head.children if child.dep_ == "appos" for e in _cast_at(child, room)]
    people = [e for e in beside if room.scene.cast.entities[e].kind == "person"]
    return people if len(people) == 1 and head.tag_ == "NN" and head.lower_ not in BODIES else []


def _own_side(head: "Token", room: Room) -> list[int]:
    """The state of "his country" or "our government", and whose the leadership is."""
    if head.lower_ in {"leadership", *side_words()}:
        led = [e for c in head.children if c.dep_ in ("compound", "amod", "poss") for e in _cast_at(c, room)]
        found = [e for e in led if room.scene.cast.entities[e].kind in THINGS]
        if len(found) == 1:
            return found
    armed = head.lemma_.lower() in undertaking_words("armed")
    if head.lower_ not in side_words() | {"country", "nation", "state"} and not armed:
        return []
    whose = next((child for child in head.children if child.dep_ == "poss"), None)
    found = _one(whose, room) if whose is not None and whose.pos_ == "PRON" else []
    return [spoken_for(e, room) for e in found[:1] if spoken_for(e, room) != e] or [
        e for e in found if room.scene.cast.entities[e].kind in ("state", *(["body"] if armed else []))
    ]


def _speaking(word: "Token", room: Room, *, alone: bool) -> list[int]:
    """Whom the first person means within quoted words."""
    if not is_quoted(word, room):
        return []
    said = next((s for s in around(word, room.scene) if s.kind == "speech" and s.speakers), None)
    speakers = list(said.speakers) if said is not None else []
    return speakers if alone or len(speakers) != 1 else [spoken_for(speakers[0], room)]


def is_quoted(word: "Token", room: Room) -> bool:
    """Whether the word begins between quotation marks."""
    return bool(near(room.runs, Span(word.idx, word.idx + 1)))


def _quoting(pronoun: "Token", room: Room) -> frozenset[int]:
    """Who speaks the quoted words in which a pronoun of the third person stands, and so is not meant by it."""
    if not is_quoted(pronoun, room):
        return frozenset()
    said = next((s for s in around(pronoun, room.scene) if s.mode != "indirect" and s.speakers), None)
    return frozenset(said.speakers) if said is not None else frozenset()


def spoken_for(person: int, room: Room) -> int:
    """The state or body of the article for which this person's offices speak, where it is one; else the person."""
    entities = room.scene.cast.entities
    one = entities[person]
    held = [office for office in one.offices if office.title in undertaking_words("speaks")]
    realms = {office.country or office.body for office in held} - {None}
    if one.kind != "person" or len(realms) != 1:
        return person
    realm = realms.pop()
    for index, entity in enumerate(entities):
        if entity.kind == "state" and entity.country == realm:
            return index
        if entity.kind == "body" and fold(entity.name) == fold(realm or ""):
            return index
    return person


def _taken_up(pronoun: "Token", room: Room) -> list[int]:
    """Whom a pronoun takes up that the cast leaves open: the subject of the clause above, where it can be no other."""
    clause = _verb_above(pronoun)
    if pronoun.lower_ not in ("its", "their", "his", "her"):
        clause = _verb_above(clause) if clause is not None and clause.dep_ in ("ccomp", "advcl", "relcl") else None
    for _ in range(MOST_STEPS):
        if clause is None:
            return []
        above = [child for child in clause.children if child.dep_ in ("nsubj", "nsubjpass")]
        if above and not any(child.is_ancestor(pronoun) or child == pronoun for child in above):
            found = [e for child in above for e in _named(child, room)]
            return found if found and _agree(found, pronoun, room) else []
        alike = _told_beside(clause) if pronoun.lower_ in ("it", "they") else None
        if alike is not None:
            found = who(alike, room) if alike.lower_ not in THIRD else _cast_at(alike, room)
            return found if found and _agree(found, pronoun, room) else []
        clause = _verb_above(clause)
    return []


def _told_beside(teller: "Token") -> "Token | None":
    """The subject of what the same speaker said right before: "said that Kenya paid and said it would sign"."""
    if teller.dep_ != "conj" or any(child.dep_ in ("nsubj", "nsubjpass") for child in teller.children):
        return None
    told = [child for child in teller.head.children if child.dep_ == "ccomp"]
    return next((t for clause in told for t in clause.children if t.dep_ in ("nsubj", "nsubjpass")), None)


def _named(subject: "Token", room: Room) -> list[int]:
    return who(subject, room) if subject.lower_ not in THIRD else _cast_at(subject, room)


def _cast_at(token: "Token", room: Room) -> list[int]:
    return list(room.scene.cast.at((token.idx, token.idx + len(token))))


def _agree(found: Sequence[int], pronoun: "Token", room: Room) -> bool:
    kinds = {room.scene.cast.entities[e].kind for e in found}
    if pronoun.lower_ in ("it", "its"):
        return len(found) == 1 and kinds <= THINGS
    if pronoun.lower_ in ("they", "their"):
        return len(found) > 1 or kinds <= THINGS | {"group"}
    return len(found) == 1 and kinds == {"person"}


def _verb_above(token: "Token | None") -> "Token | None":
    for _ in range(MOST_STEPS):
        if token is None or token.head == token:
            return None
        token = token.head
        if token.pos_ in ("VERB", "AUX"):
            return token
    return None


def around(token: "Token", scene: Scene) -> list[Statement]:
    """The statements in whose content the word stands, the innermost first."""
    here, at = ((token.idx, token.idx + len(token)),), token.idx
    every = (scene.statements[index] for index in scene.contents.meeting(Span(at, at + 1)))
    return sorted((s for s in every if covers(s.content, here)), key=lambda s: length(s.content))


def giver(token: "Token", actors: Iterable[int], scene: Scene) -> tuple[int, ...] | None:
    """On whose word it is told: the speakers of the innermost statement around it who are not the actors themselves,
    else the actors; nobody in the outlet's own voice. Nothing where words are someone's who is not known.
    """
    tells = [s for s in around(token, scene) if s.kind == "speech" or s.mode != "indirect"]
    told = [s for s in tells if not _undertakes(s, scene)]
    outlets = scene.cast.outlets
    spoken = [s for s in told if not s.speakers or not outlets.issuperset(s.speakers)]
    known = [s for s in spoken if s.speakers]
    if spoken and not known:
        return None
    others = [s for s in known if not set(s.speakers) <= set(actors)]
    own = [s for s in known if s not in others and _holds_subject(s, token)]
    best = next((s.speakers for s in (*others, *own)), ())
    return tuple(e for e in best if e not in outlets)


def _holds_subject(statement: Statement, word: "Token") -> bool:
    """Whether the subject of a verb, if it has one, stands in the statement's content too."""
    found = subjects(word) if word.pos_ == "VERB" else []
    return not found or any(common(((t.idx, t.idx + 1),), statement.content) for t in found)


def _undertakes(statement: Statement, scene: Scene) -> bool:
    """Whether the cue is itself a word of undertaking: who promises something does not tell what others promise."""
    cue = [t for span in statement.cue for t in scene.doc.char_span(*span, alignment_mode="expand") or ()]
    lemmas = {t.lemma_.lower() for t in cue}
    return any(lemmas & set(undertaking_words(part)) for part in ("verb", "adjective", "noun"))


def meeting_parties(subject: "Token | None", token: "Token", room: Room) -> list[int]:
    """The states or bodies of those whose meeting was told last before this, where the words speak of that meeting."""
    talks = occasions() | set(undertaking_words("occasion"))
    if subject is not None and subject.lemma_.lower() not in talks:
        return []
    sentence, first = token.sent, token.sent.start_char
    for _ in range(BACK):
        before = sentence.doc[sentence.start - 1].sent if sentence.start else sentence
        first, sentence = before.start_char, before
    told = [m for m in room.meetings if first <= m.spans[0].start < token.idx and m.status == "held" and m.participants]
    if not told:
        return []
    last = max(told, key=lambda m: m.spans[0].start)
    found = list(dict.fromkeys(spoken_for(e, room) for e in last.participants))
    return found if len(found) > 1 else []
