"""Undertakings kept and broken: one's word, and accords, with what was done or left undone as they have it.

"Kenya honoured the accord", "Kenya is in breach of it", "Kenya pulled out of it", "Kenya lifted the limits that it
sets", "Kenya failed to pay as it stipulates", "the truce between them collapsed". Who is accused of it is told on the
word of who accuses.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.undertakings import Part, undertaking_words
from dragoman.model.reading import CommitmentStatus
from dragoman.reading.undertaking.contents import complement, cut, trimmed
from dragoman.reading.undertaking.parties import Room, subjects_of, who
from dragoman.reading.undertaking.standing import SUBJECTS, is_open_above, own_standing, standing_of
from dragoman.reading.undertaking.triggers import REALMS, Draft, carrier, partners, with_particle

if TYPE_CHECKING:
    from dragoman.language.parser import Token

YET = frozenset({"yet", "not yet"})
BY_DOING = frozenset({"by", "after", "since"})
OTHERS = frozenset({"other", "another"})
WITHIN = frozenset({"with", "of", "to", "from"})
GONE = frozenset({"out", "from", "away", "back", "on", "off"})
"""Words that tell from what somebody goes: "walked the team through the deal" breaks nothing."""
AS = frozenset({"by", "in", "under"})
TWO = 2
MOST_STEPS = 6


def kept_at(word: "Token", room: Room) -> Iterator[Draft]:
    """What this word tells to have been kept or broken."""
    if word.pos_ in ("VERB", "AUX"):
        yield from _by_keeping(word, room)
        yield from _by_state(word, room)
        yield from _as_agreed(word, room)
        yield from _under_it(word, room)
    elif word.pos_ == "NOUN":
        yield from _by_itself(word, room)
        yield from _by_making(word, room)
        yield from _by_leaving(word, room)


def _by_keeping(verb: "Token", room: Room) -> Iterator[Draft]:
    """Keeping and breaking one's word; failing to keep it is breaking it."""
    kept = _kept_by(verb, "keeps", "keeps to")
    broken = _kept_by(verb, "breaks", "breaks to")
    thing = kept or broken
    if thing is None:
        return
    failing = verb.dep_ == "xcomp" and verb.head.lemma_ == "fail"
    teller = verb.head if failing else verb
    charge = _charge(teller)
    standing = standing_of(charge or teller)
    if charge is not None and standing == "told" and any(child.dep_ == "neg" for child in teller.children):
        standing = "denied"
    if standing not in ("told", "denied") or any(child.lower_ in YET for child in teller.children):
        return
    if teller.dep_ in ("csubj", "nsubj", "csubjpass"):
        return  # "quitting the deal would cost it much"
    if _is_vouched(teller) or (charge is None and teller.dep_ == "pcomp" and teller.head.lower_ not in BY_DOING):
        return
    undone = (broken is not None) ^ (standing == "denied") ^ failing
    if not undone and (broken is not None or charge is not None):
        return
    words = _all_of(thing)
    words = words if len(words) > 1 else _without_subject(verb)
    status: CommitmentStatus = "reported broken" if undone else "reported done"
    if charge is not None:
        yield from _charged(charge, verb, words, room)
    else:
        yield Draft(verb, teller, status, subjects_of(teller, room) or _each(teller, room), words)


def _charge(verb: "Token") -> "Token | None":
    """The verb of "accuses Kenya of breaking it"."""
    above = verb.head.head if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" else None
    return above if above is not None and above.lemma_.lower() in undertaking_words("charges") else None


def _charged(charge: "Token", verb: "Token", words: tuple["Token", ...], room: Room) -> Iterator[Draft]:
    """What somebody, who is known, is accused of; of two who accuse each other, both."""
    by = subjects_of(charge, room)
    passive = any(child.dep_ == "auxpass" for child in charge.children)
    things = [child for child in charge.children if child.dep_ == ("nsubjpass" if passive else "dobj")]
    accused = [e for thing in things for e in who(thing, room)]
    if len(by) >= TWO and any(thing.lower_ in OTHERS for thing in things):
        accused = by
    if by and accused:
        yield Draft(verb, charge, "reported broken", accused, words, by=tuple(by))


def _each(verb: "Token", room: Room) -> list[int]:
    """Both of two who say it of "the other"."""
    other = any(child.dep_ == "nsubj" and child.lower_ in OTHERS for child in verb.children)
    found = subjects_of(verb.head, room) if other and verb.dep_ == "ccomp" else []
    return found if len(found) == TWO else []


def _is_vouched(verb: "Token") -> bool:
    """Whether somebody vouches for one who is only called "it" or "they": that is not who vouches."""
    named = [child.lower_ for child in verb.children if child.dep_ == "nsubj"]
    return named in (["it"], ["they"]) and verb.head.lemma_ in undertaking_words("vouches") and verb.dep_ == "ccomp"


def _kept_by(verb: "Token", plain: Part, linked: Part) -> "Token | None":
    """The word that is kept or broken."""
    found = []
    for lemma in dict.fromkeys((with_particle(verb), verb.lemma_.lower())):
        if known := undertaking_words(plain).get(lemma):
            found += [(child, known) for child in verb.children if child.dep_ == "dobj"]
        if known := undertaking_words(linked).get(lemma):
            links = [child for child in verb.children if child.dep_ in ("prep", "prt", "advmod") and child.i > verb.i]
            links = [child for child in links if linked == "keeps to" or child.lower_ in GONE]
            found += [(t, known) for link in links for t in link.subtree if t.dep_ == "pobj"][:1]
    for thing, word in found:
        if any(_fits(named, word.frames) for named in (thing, *_of(thing))):
            return thing
        if thing.lower_ == "it" and "pact" in word.frames and _names_pact(thing):
            return thing
    return None


def _fits(thing: "Token", frames: frozenset[str]) -> bool:
    """Whether this is kept or broken by a word of these frames; a limit is one where its accord is named."""
    kept = undertaking_words("kept").get(noun_of(thing))
    if kept is None or not kept.frames <= {"", *frames}:
        return False
    return "limit" not in kept.frames or any(is_pact(token) for token in thing.head.subtree if token.i > thing.i)


def _of(thing: "Token") -> Iterator["Token"]:
    """What it is part of: "all of the terms of the accord"."""
    for link in thing.children:
        if link.dep_ == "prep" and link.lower_ == "of":
            for part in (child for child in link.children if child.dep_ == "pobj"):
                yield part
                yield from _of(part)


def _names_pact(pronoun: "Token") -> bool:
    """Whether the thing that "it" takes up last in its sentence is an accord."""
    before = [t for t in pronoun.sent if t.i < pronoun.i and t.pos_ == "NOUN" and t.dep_ in ("dobj", "pobj", "nsubj")]
    return bool(before) and is_pact(before[-1])


def is_pact(thing: "Token") -> bool:
    """Whether it is something that parties have made together."""
    kept = undertaking_words("kept").get(noun_of(thing))
    return kept is not None and "pact" in kept.frames and thing.pos_ in ("NOUN", "PROPN")


def noun_of(thing: "Token") -> str:
    """The noun as dictionaries have it, whole where the parser cuts it at a hyphen: "cease-fire"."""
    if thing.i > 1 and thing.nbor(-1).text == "-" and not thing.nbor(-1).whitespace_ and not thing.nbor(-2).whitespace_:
        return f"{thing.nbor(-2).lower_}-{thing.lemma_.lower()}"
    return thing.lemma_.lower()


def _by_state(verb: "Token", room: Room) -> Iterator[Draft]:
    """Being in compliance with an accord, or in breach of it; and doing something that is in breach of it."""
    for link in verb.children:
        thing = next((c for c in link.children if c.dep_ == "pobj"), None) if link.lower_ == "in" else None
        known = undertaking_words("state").get(thing.lemma_.lower()) if thing is not None else None
        if thing is None or known is None:
            continue
        being = verb.lemma_.lower() in {"be", *undertaking_words("remains")}
        of = [c for way in thing.children if way.dep_ == "prep" and way.lower_ in WITHIN for c in way.children]
        named = any(_fits(part, known.frames) for c in of for part in (c, *_of(c)))
        if not (named if of else being) or (known.says == "reported done" and not being):
            continue
        standing = standing_of(verb)
        if standing == "told" or (standing == "denied" and being and known.says == "reported done"):
            undone = standing == "denied" or known.says == "reported broken"
            words = _all_of(link) if being else cut(verb)
            yield Draft(verb, verb, "reported broken" if undone else "reported done", subjects_of(verb, room), words)


def _as_agreed(verb: "Token", room: Room) -> Iterator[Draft]:
    """What is done, or fails to be done, "as the accord stipulates"."""
    if verb.tag_ != "VBN" or verb.dep_ != "advcl" or verb.lemma_.lower() not in undertaking_words("sets"):
        return
    if not any(child.lower_ == "as" and child.i < verb.i for child in verb.children):
        return
    if not any(is_pact(t) for c in verb.children if c.lower_ in AS for t in c.children):
        return
    deed = verb.head
    while deed.dep_ in ("conj", "advcl", "xcomp") and deed.head.pos_ == "VERB" and deed.lemma_ != "fail":
        deed = deed.head
    failed = deed.lemma_ == "fail" and deed != verb.head
    standing = own_standing(deed if failed else verb.head)
    if is_open_above(deed if failed else verb.head) or standing not in ("told", "denied"):
        return
    told = deed if failed else verb.head
    undone = failed ^ (standing == "denied")
    yield Draft(
        told, told, "reported broken" if undone else "reported done", subjects_of(told, room), _without_subject(told)
    )


def _without_subject(verb: "Token") -> tuple["Token", ...]:
    """The words from the verb on, up to another clause that is joined to it."""
    joined = [c for c in verb.children if c.dep_ == "conj" and any(t.dep_ in SUBJECTS for t in c.children)]
    end = min((child.left_edge.i for child in joined), default=len(verb.doc))
    return trimmed([token for token in _all_of(verb) if verb.i <= token.i < end])


def _by_itself(noun: "Token", room: Room) -> Iterator[Draft]:
    """An accord between parties that are named, which holds or collapses."""
    verb = noun.head
    known = undertaking_words("fares").get(with_particle(verb)) if noun.dep_ == "nsubj" else None
    if known is None or not is_pact(noun):
        return
    if standing_of(verb) != "told":
        return
    links = [child for child in noun.children if child.dep_ == "prep" and child.lower_ in ("between", "among")]
    actors = [e for link in links for t in link.children if t.dep_ == "pobj" for e in who(t, room)]
    objects = [child for child in verb.children if child.dep_ in ("dobj", "ccomp", "xcomp")]
    if actors and not objects:
        done: CommitmentStatus = "reported broken" if known.says == "reported broken" else "reported done"
        yield Draft(verb, verb, done, actors, _all_of(noun))


def _by_making(noun: "Token", room: Room) -> Iterator[Draft]:
    """An accord that parties are told to have made, where nothing follows that says what on."""
    verb, _ = carrier(noun)
    if not is_pact(noun) or verb is None or verb.lemma_.lower() not in undertaking_words("makes"):
        return
    known = undertaking_words("pact").get(noun.lemma_.lower())
    actors = partners(noun, verb, room)
    if len(actors) < TWO or standing_of(verb) != "told" or (known and complement(noun, known.frames)):
        return
    yield Draft(verb, verb, "agreed", actors, _all_of(noun))


def _under_it(verb: "Token", room: Room) -> Iterator[Draft]:
    """A deed that is told to be done "under the accord" or "in a prisoner swap"."""
    deed = undertaking_words("deed").get(with_particle(verb))
    if deed is None or deed.says != "undertaken" or verb.tag_ not in ("VBD", "VBN", "VBG"):
        return
    if not any(_is_due(link) for link in verb.children) or any(c.dep_ == "auxpass" for c in verb.children):
        return
    standing = standing_of(verb)
    objects = any(child.dep_ == "dobj" and child.i > verb.i for child in verb.children)
    if standing != "told" or verb.dep_ in ("acl", "amod", "pcomp") or not objects:
        return
    yield Draft(verb, verb, "reported done", subjects_of(verb, room), _without_subject(verb))


def _is_due(link: "Token") -> bool:
    """Whether it says "under the accord", "in line with it", or "in an exchange"."""
    thing = next((c for c in link.children if c.dep_ == "pobj"), None) if link.dep_ == "prep" else None
    if thing is None:
        return False
    if link.lower_ in ("under", "per") or (link.lower_ == "as" and thing.lower_ == "part"):
        return any(is_pact(part) for part in (thing, *_of(thing)))
    if link.lower_ == "in" and thing.lower_ in ("line", "accordance", "compliance", "keeping"):
        return any(is_pact(t) for way in thing.children if way.lower_ == "with" for t in way.children)
    named = any(child.dep_ == "det" for child in thing.children)
    return link.lower_ == "in" and named and noun_of(thing) in undertaking_words("swaps")


def _by_leaving(noun: "Token", room: Room) -> Iterator[Draft]:
    """A withdrawal from an accord, or a breach of it, that is named with whose it is."""
    known = undertaking_words("leaving").get(noun.lemma_.lower())
    whose = next((c for c in noun.children if c.dep_ == "poss" or c.ent_type_ in REALMS), None)
    if known is None or whose is None or whose.dep_ not in ("poss", "amod", "compound"):
        return
    of = [c for way in noun.children if way.dep_ == "prep" and way.lower_ in ("of", "from") for c in way.children]
    above = next((token for token in noun.ancestors if token.pos_ in ("VERB", "AUX")), noun)
    unsure = undertaking_words("unsure")
    doubted = any(t.lemma_.lower() in unsure for t in (above, *noun.lefts, noun.head))
    doubted = doubted or any(t.lower_ in undertaking_words("maybe") for t in noun.lefts)
    if any(is_pact(c) for c in of) and not doubted and standing_of(above) == "told":
        yield Draft(above, above, "reported broken", who(whose, room), _all_of(noun))


def _all_of(head: "Token") -> tuple["Token", ...]:
    """All words under the head in one run, up to a clause that tells when or why."""
    words = sorted(head.subtree, key=lambda token: token.i)
    ends = (n for n, t in enumerate(words) if t.i != words[0].i + n or (t.dep_ == "mark" and t.head.dep_ == "advcl"))
    return trimmed(words[: next(ends, len(words))])
