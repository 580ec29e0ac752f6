"""What is printed on the page and is not article: whole lines, short, and never somebody's words."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from dragoman.clean.lines import Line, count_words, is_sentence
from dragoman.knowledge.speech import reports_speech
from dragoman.knowledge.tables import table
from dragoman.model.spans import Spans, merged

LONGEST = 360
"""Longer lines, in code points, are never furniture."""
NUMBER = re.compile(r"\d[\d.,]{0,8}\s?[kKmM]?")
MACHINE_NUMBER = re.compile(r"\d{12,}")
WORD = r"[A-Z][\w.'’-]*"
PHOTO_OF = re.compile(
    rf"[(\[]?(?:{WORD}(?: {WORD}){{0,4}} ?/ ?|(?:{WORD}(?: {WORD}){{0,4}} )?(?:via|for) )"
    r"(?P<agency>[A-Z][\w ./&-]{1,40})[)\]]?"
)
AUTHOR_BOX = re.compile(r"About (?:[A-Z][\w.'’-]+ ?){2,4}")
TAIL = 6
"""An author's box stands among so many last lines."""
NOTE = 3
"""A sentence about who wrote the article stands among so many last lines."""
AT_END = "author_end"
CRUMB = re.compile(r"\s*[/»›>|→]\s*")
CAPITALS = re.compile(r"[^a-zà-ÿ\d][^a-zà-ÿ]{38,158}[^a-zà-ÿ.]")


class Form(NamedTuple):
    """A listed pattern, and pieces in lower case of which every line that matches it contains one."""

    kind: str
    pattern: str
    needs: tuple[str, ...]


Marks = dict[int, str]
"""Kind of furniture by index of the line."""


def kinds(lines: Sequence[Line], outlet: str | None) -> list[str]:
    """What kind of furniture each line is wherever it stands, or nothing."""
    return [_kind(line.text, outlet) for line in lines]


def furniture(lines: Sequence[Line], found: Sequence[str], body: int) -> Marks:
    """The lines that are furniture, of ``kinds``, or because of where they stand.

    ``body`` is the index of the first line of the body. Lone numbers are counters before or after the body; elsewhere
    they may be anything.
    """
    last = max((i for i, line in enumerate(lines) if is_sentence(line.text)), default=len(lines))
    marks: Marks = {}
    for index, line in enumerate(lines):
        trail = index < body and _is_trail(lines, index)
        kind = "navigation" if trail else found[index] or _by_place(lines, index, body, last)
        # The words of a trail are printed once more below it, and lost to nobody.
        if kind and len(line.text) <= LONGEST and (trail or not reports_speech(line.text)):
            marks[index] = kind
    return _with_lists(lines, marks)


def spans(lines: Sequence[Line], marks: Marks) -> Spans:
    """Where the furniture stands."""
    return merged(lines[index].span for index in marks)


def _kind(text: str, outlet: str | None) -> str:
    """The kind of furniture that the line is wherever it stands, or nothing."""
    if len(text) > LONGEST:
        return ""
    if kind := _listed_kind(text, at_end=False):
        return kind
    if MACHINE_NUMBER.fullmatch(text):
        return "mark"
    if _is_photo_credit(text):
        return "credit"
    return "label" if outlet and text.casefold() == outlet.casefold() else ""


def _listed_kind(text: str, *, at_end: bool) -> str:
    """The kind of the first pattern that the whole line matches, of those for the article's end or of the others."""
    lower = text.lower()
    index = by_piece()
    near = {number for piece, numbers in index.items() if piece in lower for number in numbers}
    for number in sorted(near):
        form = forms()[number]
        if (form.kind == AT_END) is at_end and compiled(form.pattern).fullmatch(text):
            return form.kind
    return ""


def _is_photo_credit(text: str) -> bool:
    match = PHOTO_OF.fullmatch(text)
    if match:
        return any(word in agencies() for word in re.split(r"\s?/\s?|\s(?:via|for)\s", match["agency"].strip("()[] ")))
    return text.strip("()[] ") in agencies()


def _by_place(lines: Sequence[Line], index: int, body: int, last: int) -> str:
    """The kind of furniture that the line is because of where it stands, or nothing."""
    text = lines[index].text
    outside = index < body or index > last
    if outside and NUMBER.fullmatch(text):
        return "counter"
    if index >= len(lines) - TAIL and index > last and AUTHOR_BOX.fullmatch(text):
        return "author"
    if index >= max(body + 2, len(lines) - NOTE) and _listed_kind(text, at_end=True):
        return "author"
    between = body < index < last
    return "related" if between and CAPITALS.fullmatch(text) and count_words(text) >= 6 else ""


def trail_end(text: str) -> str:
    """What a trail of sections ("Home / World / Headline") ends in, in lower case; nothing where the line is none."""
    parts = CRUMB.split(text)
    end = parts[-1].rstrip(".…").casefold()
    return end if len(parts) >= 3 and len(end) >= 10 else ""


def _is_trail(lines: Sequence[Line], index: int) -> bool:
    """Whether the line is a trail of sections that ends in the headline, which is printed once more below."""
    end = trail_end(lines[index].text)
    return bool(end) and any(line.text.casefold().startswith(end) for line in lines[index + 1 : index + 4])


def _with_lists(lines: Sequence[Line], marks: Marks) -> Marks:
    """The marks, and with a heading such as "Related articles" the headlines listed under it.

    Only several headlines in a row, or those that end the page, are a list: one line under "Read also" is as likely
    the article's next subheading.
    """
    found = dict(marks)
    for index in sorted(marks):
        if marks[index] != "list":
            continue
        end = index + 1
        while end < len(lines) and end not in marks and _is_listed(lines[end].text):
            end += 1
        if end - index > 2 or (end - index == 2 and end == len(lines)):
            found.update(dict.fromkeys(range(index + 1, end), "related"))
    return found


def _is_listed(text: str) -> bool:
    return (
        3 <= count_words(text) <= 25
        and len(text) <= 160
        and not re.search(r"[.:;,…][\"”’)]*$", text)
        and not reports_speech(text)
    )


@cache
def forms() -> tuple[Form, ...]:
    """What a whole line of each kind of furniture looks like."""
    rows = table("furniture").rows
    return tuple(Form(row["kind"], row["pattern"], tuple(filter(None, row["needs"].split(" | ")))) for row in rows)


@cache
def by_piece() -> dict[str, tuple[int, ...]]:
    """Indices of the forms that need each piece; those that need none are under the empty one, which is in any line."""
    found: dict[str, list[int]] = {}
    for number, form in enumerate(forms()):
        for piece in form.needs or ("",):
            found.setdefault(piece, []).append(number)
    return {piece: tuple(numbers) for piece, numbers in found.items()}


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """A pattern that is needed; compiling all of them would take longer than reading the first article's lines."""
    return re.compile(pattern, re.IGNORECASE)


@cache
def agencies() -> frozenset[str]:
    """Names under which agencies and picture agencies sign photographs."""
    return frozenset(name for row in table("agencies").rows for name in row["names"].split("; ") if name)
