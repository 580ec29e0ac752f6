"""Provisions of a text as they are invoked: "point 6 of the accord", "the accord's Article 5", "OP3 of resolution 11",
"sub-paragraph (b) of Article IV of the treaty", each by the name that ``text_parts`` gives a part: "article 4(b)".
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from dragoman.knowledge.numerals import roman
from dragoman.knowledge.tables import table
from dragoman.language.parser import text_of
from dragoman.model.reading import Provision
from dragoman.model.spans import Span

if TYPE_CHECKING:
    from dragoman.language.parser import Doc

PART = r"(?i:point|paragraph|article|clause|section|item|chapter|annex|provision)"
NEAR = 120
"""So many code points before the name of a text, or behind it, are looked through for its provisions."""


class Patterns(NamedTuple):
    """What ends right before a text's name, what begins right behind it, and one number of a list."""

    before: re.Pattern[str]
    after: re.Pattern[str]
    number: re.Pattern[str]


@cache
def patterns() -> Patterns:
    """With the words for numbers."""
    words = "|".join(sorted(map(re.escape, number_words()), key=len, reverse=True))
    ordinals = "|".join(sorted(map(re.escape, ordinal_words()), key=len, reverse=True))
    number = rf"(?:\d{{1,3}}|[IVX]{{1,6}}(?![\w])|(?i:{words})\b)(?:\s?\([a-z0-9]{{1,2}}\))*"
    listed = rf"{number}(?:(?:\s*,\s*|\s+(?:and|or|to)\s+|\s*,\s+and\s+){number})*"
    named = rf"(?:(?i:operative\s+)?(?P<part>{PART})s?\s+(?P<numbers>{listed})|OP\s?(?P<op>\d{{1,3}}))"
    below = rf"(?:(?i:sub-?)?(?:{PART})\s+(?P<sub>\([a-z0-9]{{1,2}}\)|\d{{1,2}})\s+(?:of|in|under)\s+)?"
    ordinal = rf"(?P<ordinal>(?i:{ordinals}))\s+(?P<counted>{PART})"
    inner = r",\s+(?i:paragraph|point)\s+(?P<inner>\d{1,2}|\([a-z]\))\s*,?"
    return Patterns(
        re.compile(rf"\b{below}(?:{named}(?:{inner})?|{ordinal})\s+(?:of|in|under|from)\s+(?:(?i:the|this|that)\s+)?$"),
        re.compile(rf"(?:['’]s?\s+|,\s+(?:in\s+)?(?:its\s+)?|\s+\()(?:{named})"),
        re.compile(number),
    )


@cache
def number_words() -> dict[str, str]:
    """Such as "six" to "6"."""
    return {row["word"]: row["value"] for row in table("number_words").rows}


@cache
def ordinal_words() -> dict[str, str]:
    """Such as "sixth" to "6"."""
    return {row["word"]: row["value"] for row in table("ordinals").rows}


def provisions_at(doc: "Doc", start: int, end: int) -> tuple[Provision, ...]:
    """The provisions that the words before or behind the text's name (tokens) tie to it."""
    text, first = text_of(doc), doc[start].idx
    last = doc[end - 1].idx + len(doc[end - 1])
    sentence = doc[start].sent
    low = max(sentence.start_char, first - NEAR)
    found = patterns().before.search(text[low:first])
    if found is not None:
        return tuple(_made(found, low))
    high = min(sentence.end_char, last + NEAR)
    found = patterns().after.match(text[last:high])
    return tuple(_made(found, last)) if found is not None else ()


def _made(found: re.Match[str], offset: int) -> Iterator[Provision]:
    groups = found.groupdict()
    if groups["op"]:
        begins = found.start() + found.group().index("OP")
        yield Provision(f"paragraph {int(groups['op'])}", Span(offset + begins, offset + found.end("op")))
        return
    if groups.get("ordinal"):
        name = f"{groups['counted'].lower()} {ordinal_words()[groups['ordinal'].lower()]}"
        yield Provision(name, Span(offset + found.start("ordinal"), offset + found.end("counted")))
        return
    sub = groups.get("sub") or groups.get("inner") or ""
    below = sub if not sub or sub.startswith("(") else f"({sub})"
    begins = found.start() if groups.get("sub") else found.start("part")
    ends = found.end("inner") if groups.get("inner") else 0
    for index, each in enumerate(patterns().number.finditer(groups["numbers"])):
        at = found.start("numbers")
        span = Span(offset + (at + each.start() if index else begins), offset + max(ends, at + each.end()))
        yield Provision(f"{groups['part'].lower()} {_plain(each.group())}{below}", span)


def _plain(printed: str) -> str:
    """The number in digits with what stands in brackets behind it: "IV (2)" is "4(2)"."""
    head, bracket, rest = printed.partition("(")
    word = head.strip()
    number = word if word.isdigit() else number_words().get(word.lower()) or str(roman(word))
    return f"{number}{bracket}{rest}".replace(" ", "")
