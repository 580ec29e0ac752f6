"""The headline, where the text prints one."""

import re
from collections.abc import Sequence

from dragoman.clean.furniture import Marks, trail_end
from dragoman.clean.lines import ENDED, Line, count_words, is_caption, is_sentence
from dragoman.clean.names import is_domain, looks_like_outlet
from dragoman.model.spans import Span

LONGEST = 105
"""In code points. What is longer and stands above a body once is a standfirst more often than a headline."""
MARKDOWN = re.compile(r"#{1,3}\s+(?P<title>.+?)\s*#*")
SUFFIX = re.compile(r"(?P<title>\S.{8,}?)\s+[|–—-]\s+(?P<outlet>[^|–—]{2,50})")
NOT_TITLE = re.compile(
    r"(?:by |special (?:for|to) |published|updated|posted|last (?:updated|modified)|editor['’]s note|just watched"
    r"|media playback|close |watch |this (?:article|story|post)|\W*(?:https?://|www\.)|[\w.+-]+@|\*)"
    r"|.*\b(?:bureau|correspondent|columnist|contributor)$",
    re.IGNORECASE,
)
PART = r"[A-Z][\w.’'-]*"
NAMES_ONLY = re.compile(
    rf"{PART}(?: {PART}){{1,2}}(?:(?:, | and | & |, and ){PART}(?: {PART}){{1,2}})+|{PART} [A-Z]\. {PART}"
)
TWO_SENTENCES = re.compile(r"[a-z]{3}[.!?]['\"’”]? +[A-Z“\"]")
BULLETS = re.compile(r"(?:story )?highlights\b|key points\b|at a glance\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:19|20|21)\d\d\b")
INITIALS = re.compile(r"\b[A-Z]\.$|\b(?:Jr|Sr|Inc|Co|Ltd)\.$")


def find_title(lines: Sequence[Line], marks: Marks, body: int) -> tuple[Span, ...]:
    """Where the headline is printed, once or twice; nothing where the text begins with its body.

    A line that stands twice above the body, or at the end of a trail of sections, is the headline. Otherwise it is the
    first line there that reads like one.
    """
    head = [index for index in range(body) if index not in marks]
    end = next((n for n, index in enumerate(head) if BULLETS.match(lines[index].text)), len(head))
    texts = [lines[index].text for index in head[:end]]
    ends = {trail_end(lines[index].text) for index in range(body)} - {""}
    repeated = [t for t in texts if (texts.count(t) > 1 and _may_be_title(t)) or _ends_a_trail(t, ends)]
    single = [t for t in texts if MARKDOWN.fullmatch(t) or (len(t) <= LONGEST and _may_be_title(t) and _says_enough(t))]
    for chosen in [*repeated, *single][:1]:
        return tuple(_title_span(lines[index]) for index in head if lines[index].text == chosen)
    return ()


def suffix_outlet(lines: Sequence[Line], body: int) -> Span | None:
    """The outlet that stands behind the headline: "Talks fail | Harbour Post"."""
    for line in lines[: max(body, 1)]:
        match = SUFFIX.fullmatch(line.text) if len(line.text) < 200 else None
        if match and _is_outlet(match["outlet"]):
            return Span(line.start + match.start("outlet"), line.start + match.end("outlet"))
    return None


def _is_outlet(printed: str) -> bool:
    capitals = all(word[0].isupper() for word in printed.split() if len(word) > 3)
    return is_domain(printed) or (capitals and looks_like_outlet(printed, weak=True))


def _title_span(line: Line) -> Span:
    """The headline itself, without Markdown's marks and the outlet behind it."""
    marked = MARKDOWN.fullmatch(line.text)
    start, text = (line.start + marked.start("title"), marked["title"]) if marked else (line.start, line.text)
    match = SUFFIX.fullmatch(text)
    return Span(start, start + (match.end("title") if match and _is_outlet(match["outlet"]) else len(text)))


def _ends_a_trail(text: str, ends: set[str]) -> bool:
    return any(text.casefold().startswith(end) for end in ends)


def _says_enough(text: str) -> bool:
    words = count_words(text)
    return words >= 4 or (words == 3 and len(text) >= 18)


def _may_be_title(text: str) -> bool:
    """Whether a line can be a headline: a few words, a capital first, no full stop, not names alone, no caption."""
    plain = text.strip("\"'“”‘’«»() ")
    stopped = bool(ENDED.search(text)) and plain.endswith(".") and not INITIALS.search(plain)
    few = sum(len(word) > 3 for word in re.findall(r"[^\W\d_]+", text)) <= 2 and YEAR.search(text)
    other = few or is_caption(text) or NOT_TITLE.match(text) or NAMES_ONLY.fullmatch(text) or TWO_SENTENCES.search(text)
    fit = 2 <= count_words(text) <= 28 and 8 <= len(text) <= 200 and plain[:1] == plain[:1].upper()
    return fit and not (other or stopped or plain[-1:] in ":;," or is_sentence(text))
