"""Phrases of a reader's profile as they are printed: also names, and phrases longer than those that are found."""

import re
from collections.abc import Iterator, Sequence

from dragoman.model.links import At
from dragoman.model.profile import ProfileIssue
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span, common


def printed(readings: Sequence[ReadArticle], asked: ProfileIssue) -> Iterator[tuple[At, Span]]:
    """Where the contents of shown statements print one of the phrases, in any case, in the singular or the plural, and
    none of those that are left out.
    """
    wanted, unwanted = _pattern(asked.phrases), _pattern(asked.without)
    for read in readings:
        text = read.article.text
        places = [Span(*found.span()) for found in wanted.finditer(text)]
        others = [Span(*found.span()) for found in unwanted.finditer(text)]
        for index, row in enumerate(read.reading.statements):
            for place in places if row.shown else ():
                whole = common(row.content, (place,)) == (place,)
                if whole and not common(others, (place,)):
                    yield At(read.article.id, index), place


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Any of the phrases, the longest first; what matches nothing where there are none."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    words = "|".join(r"[\s‐‑-]+".join(map(re.escape, phrase.split())) for phrase in ordered)
    return re.compile(rf"(?<!\w)(?:{words})(?:e?s)?(?!\w)" if words else r"(?!)", re.IGNORECASE)
