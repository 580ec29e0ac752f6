"""The texts themselves, as the user gave them: of which instrument each is the text, where its points stand, and
whether quoted words of statements that invoke it stand in it.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from dragoman.compare.papers import DAY, KIN, PLACED, Known, width
from dragoman.compare.provision_quotes import quoted_provisions
from dragoman.compare.text_parts import parts_of
from dragoman.knowledge.calendar import months, spelled
from dragoman.knowledge.names import fold
from dragoman.knowledge.states import state_phrases
from dragoman.model.article import Article
from dragoman.model.links import InstrumentText, Reason
from dragoman.model.reading import ReadArticle

OPENING = 1500
"""A text says in so many code points at its beginning, or at its end, what it is and when it was signed."""
TITLE = 300


def match_texts(
    rows: Sequence[Known], texts: Sequence[Article], readings: Sequence[ReadArticle]
) -> tuple[InstrumentText, ...]:
    """Each text with the one instrument that it fits, by source."""
    by_id = {read.article.id: read for read in readings}
    found = []
    for article in sorted(texts, key=lambda each: (each.source, each.id)):
        fitting = [(number, reasons) for number, row in enumerate(rows) if (reasons := _reasons(row, article))]
        best = max((sum(reason.score for reason in reasons) for _, reasons in fitting), default=0.0)
        first = [each for each in fitting if sum(reason.score for reason in each[1]) == best]
        number, reasons = first[0] if len(first) == 1 else (None, ())
        parts = tuple(parts_of(article.text))
        quoted = () if number is None else tuple(quoted_provisions(rows[number], article.text, by_id))
        found.append(InstrumentText(article, number, tuple(reasons), parts, quoted))
    return tuple(found)


def _reasons(row: Known, article: Article) -> tuple[Reason, ...]:
    """Why this is the text of the instrument: its name or number in the title, or day, parties and kind together."""
    title = fold(f"{article.masthead.title or ''}\n{article.text[:TITLE]}")
    named = [name for name in sorted(row.names) if any(re.search(rf"\b{form}\b", title) for form in _forms(name))]
    named += [p for p in sorted(row.places) if _is_placed(p, title) and _is_kind(row, title)]
    named += [
        n for n in sorted(row.numbers) if re.search(rf"\b{re.escape(n.casefold())}\b", title) and _is_kind(row, title)
    ]
    if named:
        return (Reason("name", 1.0, named[0]),)
    day = row.days[0] if row.days and width(row.days) <= DAY else None
    days = {*days_in(article.text[:OPENING]), *days_in(article.text[-OPENING:])}
    if row.days is None or day is None or not any(row.days[0] <= each <= row.days[1] for each in days):
        return ()
    states = _states(article.text[:OPENING])
    parties = {party for party in row.parties if len(party) == 2 and party.isupper()}
    if not parties <= states or not (parties or row.counts) or not _is_kind(row, title):
        return ()
    told = ", ".join(sorted(parties))
    return (Reason("date", 0.5, spelled(day)), Reason("parties", 0.1 * len(parties), told))


def _forms(name: str) -> tuple[str, str]:
    """The name as it is known, and as titles turn it round: "lisk treaty", "treaty of lisk"."""
    place, _, kind = name.rpartition(" ")
    return re.escape(name), rf"{re.escape(kind)} of {re.escape(place)}"


def _is_placed(place: str, title: str) -> bool:
    """Whether the title names a text after the place: "Carrow Protocol", "Protocol of Carrow"."""
    kinds = "|".join(sorted(PLACED))
    name = re.escape(place)
    return re.search(rf"\b{name} (?:\w+ ){{0,2}}(?:{kinds})s?\b|\b(?:{kinds})s? of {name}\b", title) is not None


def _is_kind(row: Known, title: str) -> bool:
    """Whether the title calls the text by a word for its kind or a kin one."""
    words = set(re.findall(r"\w+", title))
    return any(KIN[kind] & row.families for kind in KIN if {kind, f"{kind}s"} & words)


@cache
def _day_words() -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, months()), key=len, reverse=True))
    return re.compile(
        rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({names})\.?,? (\d{{4}})\b"
        rf"|\b({names})\.? (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b"
        r"|\b(\d{4})-(\d{2})-(\d{2})\b|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b",
        re.IGNORECASE,
    )


def days_in(text: str) -> Iterator[date]:
    """The days that the text names in full."""
    for found in _day_words().finditer(text):
        g = found.groups()
        numbers: tuple[int, int, int] = (0, 0, 0)
        if g[0]:
            numbers = int(g[2]), months()[g[1].lower()], int(g[0])
        elif g[3]:
            numbers = int(g[5]), months()[g[3].lower()], int(g[4])
        elif g[6]:
            numbers = int(g[6]), int(g[7]), int(g[8])
        else:
            numbers = int(g[11]), int(g[10]), int(g[9])
        try:
            yield date(*numbers)
        except ValueError:
            continue


def _states(text: str) -> set[str]:
    """The codes of the states that the text names."""
    phrases, found = state_phrases(), set()
    for word in re.finditer(r"\w+", text):
        hit = phrases.at(text, word.start(), word.group()) if word.group() in phrases else None
        if hit is not None:
            found |= {code for code in hit[1] if code}
    return found
