"""What kind of attribution a tagged cue reports: by its word in the cue list and the shape of its content."""

from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.cues import Cue, Grade, cues
from dragoman.model.reading import StatementKind
from dragoman.model.spans import Span, common, length
from dragoman.reading.attribution.grammar import Parsed, infinitive
from dragoman.reading.attribution.tags import Attribution
from dragoman.reading.attribution.verbs import lemma_of
from dragoman.reading.attribution.voices import by_the_way, conveyed, speaks, stance

if TYPE_CHECKING:
    from dragoman.language.parser import Token

CLASSES = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
PASSING_ON = {"according", "per"}
"""Words that are no verb and report speech ("according to")."""
QUOTED = 0.5
"""Where so much of the content stands between quotation marks, a cue that no list knows reports speech ("quipped")."""


class CueKind(NamedTuple):
    """How a cue is used: the kind and how sure it is, whether its content is a clause, whether something was conveyed
    by it, whether its source can speak, and the offset of its head word.
    """

    kind: StatementKind
    grade: Grade
    clause: bool
    conveyed: bool
    voiced: bool
    at: int


def kind_of(parsed: Parsed, found: Attribution, quoted: tuple[Span, ...]) -> CueKind:
    """The kind of a tagged attribution; ``quoted`` is what stands between quotation marks in the text."""
    head = cue_head(parsed, found)
    who = _head(parsed, found.source)
    said = length(common(found.content, quoted)) >= QUOTED * length(found.content)
    if head is None:
        return CueKind("speech", "sure" if said else "weak", said, conveyed=True, voiced=speaks(who), at=-1)
    shape = "clause" if said else shape_of(parsed, found)
    cue = _reading(head, shape, said=said)
    kind, grade = stance(cue, who)
    return CueKind(
        kind,
        grade,
        shape == "clause",
        conveyed=head.pos_ not in {"VERB", "AUX"} or conveyed(head),
        voiced=speaks(who) and not (head.pos_ == "VERB" and by_the_way(head)),
        at=head.idx,
    )


def cue_head(parsed: Parsed, found: Attribution) -> "Token | None":
    """The word of the cue that the cue list knows, verbs first; else the one on which the others hang."""
    tokens = _tokens(parsed, found.cue)
    for pos in ("VERB", "NOUN", "ADJ", "AUX"):
        for token in tokens:
            if token.pos_ == pos and _rows(token):
                return token
    words = [token for token in tokens if token.is_alpha]
    inside = {token.i for token in words}
    return next((token for token in words if token.head.i not in inside or token.head.i == token.i), None)


def _rows(token: "Token") -> tuple[Cue, ...]:
    lemma = lemma_of(token) if token.pos_ in {"VERB", "AUX"} else token.lemma_.lower()
    return cues(CLASSES[token.pos_]).get(lemma, ()) if token.pos_ in CLASSES else ()


def _reading(head: "Token", shape: str, *, said: bool) -> Cue:
    """The reading of the cue that fits the content's shape; of one that takes no such content its first, less sure."""
    rows = _rows(head)
    if fitting := [row for row in rows if row.frame == shape]:
        return fitting[0]
    if head.lower_ in PASSING_ON or said:
        return Cue(shape, "speech", "sure")
    if rows:
        return rows[0]._replace(grade="likely")
    return Cue(shape, "speech", "likely") if shape == "clause" else Cue(shape, "belief", "weak")


def shape_of(parsed: Parsed, found: Attribution) -> str:
    """The content's shape as a frame of the cue list: ``clause``, ``to``, ``gerund``, ``prep:of`` ... or ``object``."""
    tokens = _tokens(parsed, found.content)
    words = [token for token in tokens if not token.is_punct and not token.is_space]
    if not words:
        return "object"
    first = words[0]
    if first.lower_ == "to" and (first.tag_ == "TO" or infinitive(first.head)):
        return "to"
    if first.tag_ == "VBG":
        return "gerund"
    if first.dep_ == "prep":
        return f"prep:{first.lower_}"
    return "clause" if first.lower_ == "that" or any(_finite(token, words) for token in words) else "object"


def _finite(verb: "Token", words: list["Token"]) -> bool:
    """Whether the word heads a clause of its own and no relative one."""
    inside = {token.i for token in words}
    heads = any(c.dep_ in {"nsubj", "nsubjpass", "expl", "csubj"} and c.i in inside for c in verb.children)
    return heads and verb.dep_ not in {"relcl", "acl", "advcl"}


def _head(parsed: Parsed, source: tuple[Span, ...]) -> "Token | None":
    tokens = _tokens(parsed, source)
    inside = {token.i for token in tokens}
    head = next((token for token in tokens if token.head.i not in inside or token.head.i == token.i), None)
    if head is not None and head.tag_ in {"WDT", "WP"} and head.head.dep_ == "relcl":
        return head.head.head  # whom "which" or "who" takes up
    return head


def _tokens(parsed: Parsed, spans: tuple[Span, ...]) -> list["Token"]:
    found = [parsed.doc.char_span(*span, alignment_mode="expand") for span in spans]
    return [token for span in found if span is not None for token in span]
