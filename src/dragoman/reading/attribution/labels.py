"""Attributions by a colon or by a headline's grammar: "Lisk: talks may resume", "Velmar objects to draft"."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.knowledge.cues import Cue, cues
from dragoman.model.spans import Span, Spans
from dragoman.reading.attribution.draft import Draft
from dragoman.reading.attribution.grammar import Parsed, trimmed
from dragoman.reading.quotations import LINE

if TYPE_CHECKING:
    from dragoman.language.parser import Token

NAME = 6
"""A label before a colon has at most so many words."""
PARTICLES = {"of", "the", "for", "and", "de", "del", "la", "van", "von", "der", "den", "al", "bin", "ibn"}
"""Words within a name or an office that are not capitalised."""
NOMINAL = {"PROPN", "NOUN", "ADJ", "ADP", "DET", "PUNCT", "PART", "CCONJ", "NUM", "X", "SYM"}


def label_drafts(parsed: Parsed, titles: Spans, skip: set[int]) -> Iterator[Draft]:
    """An attribution for each line that begins with a name and a colon, and in titles for each that ends with one."""
    for line in LINE.finditer(parsed.text):
        title = any(line.start() < t.end and t.start < line.end() for t in titles)
        colon = parsed.text.find(": ", line.start(), min(line.end(), line.start() + 90))
        if colon < 0 or (span := parsed.doc.char_span(*line.span(), alignment_mode="contract")) is None:
            continue
        tokens = [t for t in span if not t.is_space]
        left = [t for t in tokens if t.idx < colon]
        right = [t for t in tokens if t.idx > colon]
        if not left or len(right) < 3 or left[0].i in skip:
            continue
        if names(left, title=title) and any(t.pos_ in {"VERB", "AUX"} for t in right):
            source, content = trimmed(parsed.text, line.start(), colon), trimmed(parsed.text, colon + 1, line.end())
            yield Draft(
                (content,), (source,), (Span(colon, colon + 1),), "speech", "likely", "colon", colon, headline=title
            )


def capitalised(words: str) -> bool:
    """Whether the words are few and capitalised as names and offices are."""
    parts = words.split()
    return 0 < len(parts) <= NAME and parts[0][0].isupper() and all(p[0].isupper() or p in PARTICLES for p in parts)


def names(tokens: list["Token"], *, title: bool) -> bool:
    """Whether the words are somebody's name or office and no more. In a title, where the parse knows fewer names, any
    capitalised words but a kind of text ("Analysis:").
    """
    if len(tokens) > NAME or not tokens[0].text[:1].isupper() or not all(t.pos_ in NOMINAL for t in tokens):
        return False
    if title:
        return tokens[0].lower_ not in KINDS and all(t.is_title or t.is_upper or t.pos_ in LINKS for t in tokens)
    named = any(t.ent_type_ in {"PERSON", "ORG", "GPE", "NORP"} for t in tokens)
    return any(t.pos_ == "PROPN" for t in tokens) and (named or all(t.is_upper for t in tokens if t.is_alpha))


KINDS = {
    "analysis", "update", "updated", "exclusive", "opinion", "editorial", "explainer", "video", "watch",
    "live", "breaking", "factbox", "timeline", "interview", "photo", "photos", "gallery", "read",
    "listen", "podcast", "report", "special", "feature", "comment", "review", "day", "part",
}  # fmt: skip
"""Words before a headline's colon that say what kind of text follows."""
LINKS = {"ADP", "DET", "PUNCT", "PART", "CCONJ", "NUM"}


def title_drafts(parsed: Parsed, titles: Spans) -> Iterator[Draft]:
    """A headline whose second phrase is a cue verb in the present tense, whatever the parse makes of its capitals."""
    for title in titles:
        span = parsed.doc.char_span(*title, alignment_mode="contract")
        tokens = [t for t in span if not t.is_space] if span is not None else []
        for position, token in enumerate(tokens[1:7], 1):
            cue = _present(token)
            if cue is None or not all(t.pos_ in NOMINAL for t in tokens[:position]):
                continue
            start = token.idx + len(token)
            if cue.frame.startswith("prep:"):
                if position + 1 >= len(tokens) or tokens[position + 1].lower_ != cue.frame[5:]:
                    continue
                start = tokens[position + 1].idx + len(tokens[position + 1])
            content = trimmed(parsed.text, start, title.end)
            if content.end - content.start > 8:
                source = trimmed(parsed.text, title.start, tokens[position - 1].idx + len(tokens[position - 1]))
                yield Draft(
                    (content,),
                    (source,),
                    (Span(token.idx, start),),
                    cue.kind,
                    cue.grade,
                    "title",
                    token.idx,
                    headline=True,
                )
            break


def _present(token: "Token") -> Cue | None:
    """The cue whose third person singular the word may be."""
    word = token.lower_
    lexicon = cues("verb")
    for stem in (word[:-1], word[:-2], word[:-3] + "y"):
        if word.endswith("s") and stem in lexicon:
            found = [c for c in lexicon[stem] if c.kind in {"speech", "position"} and c.grade == "sure"]
            following = token.nbor().lower_ if token.i + 1 < len(token.doc) else ""
            exact = next(
                (c for c in found if c.frame == f"prep:{following}" or (c.frame == "to" and following == "to")), None
            )
            return exact or next((c for c in found if c.frame in {"clause", "object"}), None)
    return None
