"""Chains of citation: "B reported, citing C" rests on C through B."""

import re

from dragoman.model.article import Article, Credit
from dragoman.model.ids import origin_id
from dragoman.model.spans import Span

CITES = re.compile(r"\b(?:citing|quoting|with reference to|referring to)\b")
CITED_BY = re.compile(r"\b(?:quoted|cited|carried|republished|as reported) by\b")
FARTHEST = 60
"""Code points between a name and the words that cite."""
BROKEN = re.compile(r"[.;:!?\n“”\"()]")
"""What ends a clause: an agency before it does not cite what stands behind it."""

Places = list[tuple[Span, Credit]]


def cited_by(article: Article) -> dict[Credit, tuple[str, ...]]:
    """For each credit of the article that another one cites: the ids of the origins that do, the nearest first."""
    text = article.text
    places = sorted((span, credit) for credit in article.masthead.credits for span in credit.spans)
    direct: dict[Credit, list[Credit]] = {credit: [] for credit in article.masthead.credits}
    for span, credit in places:
        direct[credit] += [other for other in (_before(text, span, places), _behind(text, span, places)) if other]
    chains = {credit: _onward(credit, direct) for credit in direct}
    return {credit: tuple(origin_id(c.kind, c.name) for c in chain) for credit, chain in chains.items() if chain}


def _onward(credit: Credit, direct: dict[Credit, list[Credit]]) -> list[Credit]:
    """Those that cite it, those that cite them, and so on, each once."""
    found = [credit]
    for one in found:
        found += [other for other in dict.fromkeys(direct[one]) if other not in found]
    return found[1:]


def _before(text: str, cited: Span, places: Places) -> Credit | None:
    """The nearest name before "citing" before this one, all in one clause."""
    cues = [*CITES.finditer(text, max(0, cited.start - FARTHEST), cited.start)]
    if not cues or BROKEN.search(text, cues[-1].end(), cited.start):
        return None
    near = [(span, credit) for span, credit in places if cues[-1].start() - FARTHEST <= span.end <= cues[-1].start()]
    return near[-1][1] if near and not BROKEN.search(text, near[-1][0].end, cues[-1].start()) else None


def _behind(text: str, cited: Span, places: Places) -> Credit | None:
    """The nearest name behind "quoted by" behind this one, all in one clause."""
    cue = CITED_BY.search(text, cited.end, cited.end + FARTHEST)
    near = [(span, credit) for span, credit in places if cue and cue.end() <= span.start <= cue.end() + FARTHEST]
    return near[0][1] if near and not BROKEN.search(text, cited.end, near[0][0].start) else None
