"""What an undertaking is of: the infinitive, clause or thing that follows the word for it, and the condition it
bears.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.undertakings import undertaking_words
from dragoman.reading.undertaking.standing import SUBJECTS, WILL, is_infinitive, is_long

if TYPE_CHECKING:
    from dragoman.language.parser import Token

FINITE = frozenset({"VBD", "VBZ", "VBP"})
NEAR = 3
"""An infinitive that the parse hangs on the verb as an adverbial belongs to it so many words behind it at most."""
ELSEWHERE = frozenset({"after", "as", "while", "when", "because", "although", "though", "since", "but", "following"})
"""Words that open a clause which says no more what is undertaken."""
HAVE = frozenset({"have", "has", "had"})
LATER = frozenset({"after", "following", "since"})
REFLEXIVES = frozenset({"itself", "themselves", "himself", "herself", "ourselves", "myself"})
OF_FRAMES = frozenset({"listed", "offered"})
"""What an offer, a promise or a pledge "of" something is of."""
AT_FRAMES = frozenset({"listed", "barred"})
"""What somebody balks at."""
BARRED_FRAMES = frozenset({"barred"})
LINKS = {"on": "on", "upon": "on", "for": "for", "to": "to thing", "of": "of", "with": "with", "at": "at"}
FOR_CONDITION = frozenset({"in", "on", "under", "for"})


class Complement(NamedTuple):
    """What is undertaken: its words, and the verb or noun that they hang on. ``clause`` is whether it has a subject of
    its own.
    """

    words: tuple["Token", ...]
    head: "Token"
    clause: bool = False


def complement(word: "Token", frames: Collection[str]) -> Complement | None:
    """What follows the word in one of the frames: an infinitive, a clause or what stands behind a preposition,
    whichever comes first; else its object.
    """
    linked = [*_bound(word, frames)] if "self" in frames else [*_linked(word, frames)]
    linked = [found for found in linked if found.words]
    if linked:
        return min(linked, key=lambda found: found.words[0].i)
    objects = [child for child in word.children if child.dep_ == "dobj" and is_object(child, frames)]
    return Complement(cut(objects[0]), objects[0]) if objects and not _goes_on(cut(objects[0])) else None


def _linked(word: "Token", frames: Collection[str]) -> Iterator[Complement]:
    for child in word.children:
        if "to" in frames and _is_infinitive_of(child, word):
            yield Complement(cut(child), child)
        elif "that" in frames and child.dep_ in ("ccomp", "acl") and _looks_ahead(child):
            yield Complement(cut(child), child, clause=True)
        elif "ing" in frames and child.tag_ == "VBG" and child.dep_ in ("xcomp", "ccomp") and child.i > word.i:
            yield Complement(cut(child), child)
        elif child.dep_ in ("prep", "dative") and child.i > word.i and child.nbor(-1).text != ",":
            link = LINKS.get(child.lower_)
            thing = next((c for c in child.children if c.dep_ in ("pobj", "pcomp")), None)
            fits = link in frames and thing is not None and thing.ent_type_ not in ("DATE", "TIME")
            link = "to barred" if link == "to thing" and "to barred" in frames else link
            fits = fits or link == "to barred"
            named = {"of": OF_FRAMES, "at": AT_FRAMES, "to barred": BARRED_FRAMES}.get(link or "")
            if thing is not None and fits and (_is_thing(thing) if named is None else is_object(thing, named)):
                yield Complement(cut(child), thing)


def _goes_on(words: Sequence["Token"]) -> bool:
    """Whether what looks like an object is the subject of the clause that follows."""
    last = words[-1]
    return last.i + 1 < len(last.doc) and (last.nbor().tag_ == "MD" or last.nbor().pos_ == "AUX")


def _bound(word: "Token", frames: Collection[str]) -> Iterator[Complement]:
    """What somebody commits themselves to, or commits to, where the word is used so."""
    objects = [child for child in word.children if child.dep_ in ("dobj", "nsubjpass")]
    if any(child.lower_ in REFLEXIVES for child in objects):
        yield from _linked(word, {"to", "to thing"})
    elif not objects:
        yield from _linked(word, frames)


def _is_infinitive_of(child: "Token", word: "Token") -> bool:
    if child.i < word.i or not is_infinitive(child) or any(c.dep_ in SUBJECTS for c in child.children):
        return False
    to = next(c for c in child.children if c.tag_ == "TO")
    if word.pos_ == "NOUN":
        return child.dep_ in ("acl", "xcomp", "relcl", "advcl", "ccomp") and to.i - word.i <= NEAR
    return child.dep_ in ("xcomp", "ccomp") or (child.dep_ == "advcl" and to.i - word.i <= NEAR)


def _looks_ahead(clause: "Token") -> bool:
    """Whether a clause with a subject of its own says what will be."""
    helpers = {c.lower_ for c in clause.children if c.dep_ in ("aux", "auxpass")}
    return bool(helpers & (WILL | {"would"})) and any(c.dep_ in SUBJECTS for c in clause.children)


def _is_thing(thing: "Token") -> bool:
    named = thing.pos_ in ("NOUN", "PROPN", "VERB") or _is_money(thing)
    return named and thing.lemma_.lower() not in undertaking_words("vague")


def is_object(thing: "Token", frames: Collection[str]) -> bool:
    """Whether this thing may be offered, accepted or refused with a word of these frames."""
    lemma = thing.lemma_.lower()
    if "listed" in frames and lemma in undertaking_words("listed"):
        return True
    if "barred" in frames and lemma in undertaking_words("barred"):
        return True
    if "offered" in frames and (lemma in undertaking_words("offered") or _is_money(thing)):
        return True
    return "thing" in frames and _is_thing(thing) and lemma not in undertaking_words("kept")


def _is_money(thing: "Token") -> bool:
    return any(token.is_currency for token in thing.subtree)


def cut(head: "Token") -> tuple["Token", ...]:
    """The words under the head in one run, up to what says no more what is undertaken."""
    gone = {token.i for child in _apart(head) for token in child.subtree}
    words = sorted((token for token in head.subtree if token.i not in gone), key=lambda token: token.i)
    run = [words[0]] if words else []
    for token in words[1:]:
        told = token.dep_ == "conj" and token.tag_ == "VBD" and token.head.tag_ in ("VB", "VBN")
        told = told or (token.lower_ == "that" and token.dep_ == "mark" and run[-1].dep_ == "cc")
        if token.i != run[-1].i + 1 or "\n" in token.text or told:
            break
        run.append(token)
    return _whole(trimmed(run))


def _whole(run: tuple["Token", ...]) -> tuple["Token", ...]:
    """The words with the rest of one that is cut at its hyphen: "to co-host"."""
    rest = list(run)
    while rest and rest[-1].i + 2 < len(rest[-1].doc) and _is_hyphen(rest[-1].nbor()) and not rest[-1].whitespace_:
        whole = rest[-1].nbor(2)
        rest += [rest[-1].nbor(), whole]
        behind = sorted((token for token in whole.subtree if token.i > whole.i), key=lambda token: token.i)
        rest += [token for n, token in enumerate(behind) if token.i == whole.i + 1 + n and "\n" not in token.text]
    return trimmed(rest)


def _is_hyphen(token: "Token") -> bool:
    return token.text == "-" and not token.whitespace_


def trimmed(run: Sequence["Token"]) -> tuple["Token", ...]:
    """The words without what only joins them to others at their end, and without a bracket that they leave open."""
    opened = next(
        (n for n, t in enumerate(run) if t.text[0] == "(" and all(")" not in u.text for u in run[n:])), len(run)
    )
    kept = list(run[:opened])
    while kept and kept[-1].text != ")" and (kept[-1].is_punct or kept[-1].is_space or kept[-1].dep_ == "cc"):
        kept.pop()
    return tuple(kept)


def _apart(head: "Token") -> Iterator["Token"]:
    """What hangs on the head and is another clause."""
    infinitive = is_infinitive(head)
    for child in head.children:
        opens = {c.lower_ for c in child.children if c.dep_ in ("mark", "advmod")} | {child.lower_}
        aside = child.dep_ == "advcl" and (child.tag_ == "VBG" or bool(opens & ELSEWHERE) or is_condition(child))
        helped = any(c.dep_ == "aux" and c.lower_ in HAVE for c in child.children)
        joined = child.dep_ == "conj" and infinitive and (child.tag_ in FINITE or helped)
        if (child.i > head.i and (aside or joined or (child.dep_ == "prep" and child.lower_ in LATER))) or (
            child.dep_ in ("parataxis", "npadvmod") and child.pos_ == "VERB"
        ):
            yield child


def condition_of(*words: "Token") -> tuple[tuple["Token", ...], bool]:
    """The words of the condition that hangs on any of these, and whether the undertaking holds only then; a trade
    ("in exchange for") is made on both sides.
    """
    for word in words:
        for child in word.children:
            if is_condition(child):
                return tuple(sorted(child.subtree, key=lambda token: token.i)), True
            if child.dep_ == "prep" and child.lower_ in FOR_CONDITION and child.i > word.i:
                named = [c for c in child.children if c.lemma_.lower() in undertaking_words("trades")]
                if named:
                    sure = named[0].lemma_.lower() not in ("exchange", "return")
                    return tuple(sorted(child.subtree, key=lambda token: token.i)), sure
    return (), False


def is_condition(clause: "Token") -> bool:
    """Whether the clause says under which condition."""
    marks = [c for c in clause.children if c.dep_ in ("mark", "advmod")]
    listed = bool({mark.lower_ for mark in marks} & set(undertaking_words("bound"))) or is_long(marks)
    bound = clause.dep_ == "advcl" and listed
    long = clause.lower_ == "long" and clause.dep_ == "advmod" and any(c.dep_ == "advcl" for c in clause.children)
    return bound or long or (clause.dep_ in ("advcl", "prep", "xcomp") and clause.lower_ in ("provided", "providing"))
