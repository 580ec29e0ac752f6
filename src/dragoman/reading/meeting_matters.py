"""What a meeting was about, what came of it and who hosted or mediated, as its own sentence and the next one tell.

All of it is passages: what the words are tied to by the parse, and nothing in other words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.language.parser import text_of
from dragoman.model.spans import Span, Spans
from dragoman.reading.meeting_kinds import matter_words
from dragoman.reading.meeting_parts import SUBJECTS, carriers, named
from dragoman.reading.meeting_status import says

if TYPE_CHECKING:
    from dragoman.language.parser import Token
    from dragoman.reading.meeting_parts import Scene

ABOUT = {"on", "about", "over", "regarding", "concerning", "around"}
BESIDE = {"sidelines", "sideline", "margins", "fringes", "eve", "side", "phone", "telephone", "line", "table"}
"""Nouns behind "on" that say where or when, not about what."""
RESULT = {"without", "with", "in", "on"}
MOST = 60
"""The most words of a passage; more is a parse that ran on."""
ELSE = ("punct", "conj", "cc", "advcl")
"""How what is told beside hangs on a verb."""
NO_MATTER = {"DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class Matters:
    """Passages on what was discussed and what came of it; who hosted or mediated, by index of entity."""

    agenda: Spans = ()
    outcome: Spans = ()
    hosts: tuple[int, ...] = ()


def matters_of(trigger: "Token", scene: "Scene") -> Matters:
    """What the sentence of a meeting, and the next one where it goes on about it, tell of the meeting."""
    verbs = [trigger, *carriers(trigger)[1:2]]
    tied = [v for verb in verbs for v in (verb, *_tied(verb))]
    near = list(dict.fromkeys(v for v in tied if v.pos_ in ("VERB", "AUX")))
    going_on = list(_goes_on(trigger))
    agenda = [*_named_topic(trigger), *(s for verb in (*near, *going_on) for s in _passage(verb, "discusses"))]
    ends = [verb for verb in near if trigger.head == verb and trigger.dep_ in SUBJECTS]
    outcome = [s for verb in ends for s in _end(verb)]
    outcome += [s for verb in (*near, *going_on) for s in _whole(verb)]
    return Matters(tuple(dict.fromkeys(agenda)), tuple(dict.fromkeys(outcome)), tuple(_hosts(trigger, scene)))


def _tied(verb: "Token") -> Iterator["Token"]:
    """Verbs of the same people: "met and discussed", "met to discuss", "talks aimed at ending"."""
    for child in verb.children:
        if child.dep_ in ("conj", "xcomp", "advcl", "relcl", "acl") and child.pos_ == "VERB":
            yield child


def _goes_on(trigger: "Token") -> Iterator["Token"]:
    """The verbs of the next sentence of the paragraph where its subject is the meeting or those who met."""
    end = trigger.sent.end
    if end >= len(trigger.doc) or "\n" in text_of(trigger.doc)[trigger.sent.end_char - 1 : trigger.doc[end].idx]:
        return
    root = trigger.doc[end].sent.root
    who = [child for child in root.children if child.dep_ in SUBJECTS]
    if any(child.lemma_.lower() in matter_words("met") for child in who):
        yield root
        yield from (child for child in root.children if child.dep_ == "conj" and child.pos_ == "VERB")


def _named_topic(trigger: "Token") -> Iterator[Span]:
    """The topic that hangs on the word itself: "talks on the road"."""
    for child in trigger.children:
        if child.dep_ == "prep" and child.lower_ in ABOUT:
            yield from _objects(child)


def _passage(verb: "Token", says_what: str) -> Iterator[Span]:
    """What the verb's object, or what stands behind its preposition, names."""
    if verb.lemma_.lower() not in matter_words(says_what) or _is_denied(verb):
        return
    for child in verb.children:
        if child.dep_ == "dobj" and not _is_view(child):
            yield from _span(child.subtree)
        elif child.dep_ == "prep" and child.lower_ in ABOUT:
            yield from _objects(child)
        elif child.dep_ == "dobj":
            for link in child.children:
                if link.dep_ == "prep" and link.lower_ in ABOUT:
                    yield from _objects(link)


def _is_view(noun: "Token") -> bool:
    """Whether the object only says that they spoke: "exchanged views on X"."""
    return noun.lemma_.lower() in {"view", "opinion", "issue"} and any(c.lower_ in ABOUT for c in noun.children)


def _is_denied(verb: "Token") -> bool:
    return any(child.dep_ == "neg" for child in verb.children)


def _objects(preposition: "Token") -> Iterator[Span]:
    for thing in preposition.children:
        if thing.dep_ in ("pobj", "pcomp") and thing.ent_type_ not in NO_MATTER and thing.lower_ not in BESIDE:
            yield from _span(thing.subtree)


def _end(verb: "Token") -> Iterator[Span]:
    """How it ended: "ended without agreement", "produced a draft"."""
    if verb.lemma_.lower() in matter_words("ends"):
        for child in verb.children:
            if (child.dep_ == "dobj" or (child.dep_ == "prep" and child.lower_ in RESULT)) and not _is_time(child):
                yield from _span([verb, *child.subtree])


def _is_time(child: "Token") -> bool:
    return any(token.ent_type_ in (*NO_MATTER, "GPE", "FAC", "LOC") for token in (child, *child.children))


def _whole(verb: "Token") -> Iterator[Span]:
    """What they agreed, signed or failed to reach: the verb with all that follows it in its clause."""
    if verb.lemma_.lower() in matter_words("results") and verb.tag_ in ("VBD", "VBN"):
        after = [
            t for child in verb.rights if child.dep_ not in ("punct", "conj", "cc", "advcl") for t in child.subtree
        ]
        if after:
            negated = [child for child in verb.children if child.dep_ in ("neg", "aux") and child.i < verb.i]
            yield from _span([*negated, verb, *after])


def _hosts(trigger: "Token", scene: "Scene") -> Iterator[int]:
    """Who hosts, chairs or mediates: the subject of such a verb, or whom "by" names behind its participle."""
    found: dict[int, None] = {}
    clauses = [child for child in trigger.children if child.dep_ in ("acl", "relcl")]
    for verb in (*carriers(trigger)[1:2], *clauses):
        if verb.lemma_.lower() in matter_words("hosts") or says(verb) == "hosts":
            who = [child for child in verb.children if child.dep_ == "nsubj"]
            who += [t for child in verb.children if child.dep_ == "agent" for t in child.children if t.dep_ == "pobj"]
            found |= dict.fromkeys(entity for one in who for entity in named(one, scene.cast))
    found |= dict.fromkeys(entity for thing in _auspices(trigger) for entity in named(thing, scene.cast))
    yield from found


def _auspices(trigger: "Token") -> Iterator["Token"]:
    """Whom "through the mediation of" and "under the auspices of" name."""
    links = [child for verb in (trigger, *carriers(trigger)[1:2]) for child in verb.children if child.dep_ == "prep"]
    roles = [thing for link in links for thing in link.children if thing.lemma_.lower() in matter_words("hosting")]
    for role in roles:
        yield from (thing for child in role.children if child.lower_ == "of" for thing in child.children)


def _span(tokens: Iterable["Token"]) -> Iterator[Span]:
    """The words from the first to the last, an ending mark left out; nothing where they are too many."""
    words = sorted((token for token in tokens if not token.is_space), key=lambda token: token.i)
    while words and words[-1].is_punct and words[-1].text not in ")”\"’'":
        words.pop()
    if words and len(words) <= MOST and words[-1].i - words[0].i < MOST:
        yield Span(words[0].idx, words[-1].idx + len(words[-1]))
