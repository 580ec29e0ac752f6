"""Agencies, outlets and official releases that the text names as where its report comes from."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from dragoman.clean.names import BODY_WORD, RUN, Name, is_domain, known, looks_like_outlet, same_outlet
from dragoman.clean.own import own_reporting
from dragoman.clean.wordings import (
    BEFORE,
    COMPILED,
    CONFERENCE,
    CONTRIBUTED,
    MEDIUM,
    OFFICIAL,
    QUOTED,
    REPORT,
    SOURCE,
    after,
    national_words,
)
from dragoman.knowledge.calendar import months, weekdays
from dragoman.knowledge.states import state_words
from dragoman.model.article import Credit, CreditKind
from dragoman.model.spans import Span, common, merged

RUNS = re.compile(RUN)
PRECEDING = re.compile(rf"\b({MEDIUM}) $")
MIDDLE = re.compile(r"[\w,] $")
"""Text before a word in the middle of a sentence, where "The" is a name's."""
INDEFINITE = re.compile(r"\ban? ")
THAT = re.compile(r"\s*(?:,|\.|that\b|citing\b|referring\b|with\b|from\b|on\b)")
NO_NAME = frozenset(
    {
        *(
            "A",
            "An",
            "Another",
            "Her",
            "His",
            "In",
            "It",
            "Its",
            "Local",
            "On",
            "One",
            "Other",
            "Several",
            "Some",
            "State",
        ),
        *("That", "The", "Their", "These", "This", "Those", "Two"),
    }
)
"""Capitalised at a sentence's start, and no part of a name that follows."""


class Found(NamedTuple):
    """A name where it stands, and the words that credit it."""

    name: Name
    span: Span
    evidence: Span


Named = tuple[Name, Span]


def find_credits(
    text: str, outlet: str | None, skip: Iterable[Span] = (), more: Iterable[Found] = ()
) -> tuple[Credit, ...]:
    """Everything the text credits, in order of first appearance.

    A listed agency or outlet is credited where it reports, is told or is cited; one that is not listed only where
    words around it say that it is an agency or outlet. The outlet's own name is no credit, but where somebody spoke to
    it the reporting is its own. ``skip`` are places that credit pictures; ``more`` was found elsewhere (dateline,
    byline).
    """
    ways = (_before, _after, _quoting, _compiled, _official, _conference)
    found = [*more, *(item for way in ways for item in way(text))]
    avoid = merged(skip)
    kept = [i for i in found if not common([i.span], avoid) and not same_outlet(i.name.name, outlet)]
    own = list(own_reporting(text, outlet, found))
    kept += [Found(Name(outlet or text[s.start : s.end], "own", sure=True), s, s) for s in own]
    groups: dict[str, list[Found]] = {}
    for item in sorted(kept, key=lambda item: (-len(item.name.name), item.span)):
        same = (name for name in groups if _is_short_for(item.name, groups[name][0].name))
        groups.setdefault(next(same, item.name.name), []).append(item)
    credited = [
        Credit(group[0].name.name, group[0].name.kind, merged(i.span for i in group), merged(i.evidence for i in group))
        for group in groups.values()
    ]
    return tuple(sorted(credited, key=lambda credit: credit.spans))


def _is_short_for(short: Name, name: Name) -> bool:
    """Whether a name is another one, or its last words: "the Times" after "The New York Times"."""
    a, b = (re.sub(r"^the ", "", n.name.casefold()) for n in (short, name))
    return short.kind == name.kind and (a == b or b.endswith(f" {a}"))


def _before(text: str) -> Iterator[Found]:
    for match in BEFORE.finditer(text):
        start, end = match.span("run")
        told = PRECEDING.search(text[max(0, start - 25) : start])
        medium = match["medium"] or (told[1] if told else None)
        named = _suffix(text, start, end) or (_unlisted(text, start, end, medium) if medium else None)
        if named and (medium or _reports(named[0], match)):
            yield Found(*named, Span(named[1].start, match.end()))


def _reports(name: Name, match: re.Match[str]) -> bool:
    """Whether the verb makes the name a source: outlets also speak of themselves, doubtful names are other things."""
    strong = re.fullmatch(REPORT, match["verb"]) is not None
    if not name.sure:
        return strong and THAT.match(match.string, match.end()) is not None
    return strong or (name.kind == "agency" and match["verb"] != "told")


def _after(text: str) -> Iterator[Found]:
    for match in after().finditer(text):
        medium = match["medium"] or match["then"]
        run = "next" if match["next"] else "run"
        named = (
            _prefix(text, *match.span("run"))
            or _owner(match)
            or (_prefix(text, *match.span("next")) if match["next"] else None)
        )
        if (
            named is None
            and medium
            and (match["next"] or not INDEFINITE.search(text[match.start() : match.start("run")]))
        ):
            named = _unlisted(text, *match.span(run), medium)
        if named and (named[0].sure or medium):
            yield Found(*named, Span(match.start(), max(named[1].end, match.end("then"))))


def _owner(match: re.Match[str]) -> Named | None:
    """The outlet whose part is named: "the BBC" in "told the BBC's Persian service"."""
    before = match.string[match.start() : match.start("run")]
    for owner in re.finditer(rf"({RUN})['’]s? ", before):
        found = known(owner[1])
        if found and found.sure:
            return found, Span(match.start() + owner.start(1), match.start() + owner.end(1))
    return None


def _quoting(text: str) -> Iterator[Found]:
    """An unlisted agency that quotes somebody "as saying": one word, of no state, before which no first name stands."""
    for match in QUOTED.finditer(text):
        name = match["name"]
        person = re.search(rf"\b(?:[A-Z]\.|[A-Z][\w’'-]+) {re.escape(name)}\b", text)
        other = name in NO_NAME or name.lower() in (months() | weekdays()) or name.endswith("s")
        if not (person or other or known(name) or name in state_words()):
            yield Found(Name(name, "agency", sure=True), Span(*match.span("name")), Span(*match.span()))


def _compiled(text: str) -> Iterator[Found]:
    """Lists of those whose material was used. In some wordings a word that nobody lists must be a name too."""
    for match in COMPILED.finditer(text):
        places_too = match["lead"].lower().startswith(("information", "report"))
        yield from _from_list(match, anything=bool(match["use"]) and not places_too)
    for match in CONTRIBUTED.finditer(text) if " contributed" in text else ():
        yield from _from_list(match, anything=False)
    for match in SOURCE.finditer(text):
        yield from _from_list(match, anything=True)


def _official(text: str) -> Iterator[Found]:
    for match in OFFICIAL.finditer(text):
        if match["end"] or match["of"]:
            start = match.start("name") + (4 if match["name"].lower().startswith("the ") else 0)
            span = Span(start, match.end("name"))
            yield Found(Name(text[start : span.end], "official", sure=True), span, Span(*match.span()))


def _conference(text: str) -> Iterator[Found]:
    for match in CONFERENCE.finditer(text):
        yield Found(
            Name(match["name"].lower(), "conference", sure=True), Span(*match.span("name")), Span(*match.span())
        )


def _from_list(match: re.Match[str], *, anything: bool) -> Iterator[Found]:
    """The names in a list; with ``anything`` a single word that nobody lists is an outlet too."""
    evidence = Span(match.start() + len(match[0]) - len(match[0].lstrip()), match.end())
    start = match.start("names")
    for part in re.finditer(r"(?:(?!,|;| and | & ).)+", match["names"]):
        for run in RUNS.finditer(part[0]):
            begin, end = start + part.start() + run.start(), start + part.start() + run.end()
            whole = part[0].strip() in (run[0], f"the {run[0]}")
            if named := _listed(match.string, begin, end) or (_single(run[0], begin) if anything and whole else None):
                yield Found(*named, evidence)


def _listed(text: str, start: int, end: int) -> Named | None:
    """The agency or outlet with which the run begins or ends; one whose name is a word, too, must be all of the run."""
    named = _prefix(text, start, end) or _suffix(text, start, end)
    return named if named and (named[0].sure or named[1] == (start, end)) else None


def _single(word: str, start: int) -> Named | None:
    return None if " " in word else (Name(word, "outlet", sure=True), Span(start, start + len(word)))


def _prefix(text: str, start: int, end: int) -> Named | None:
    """The longest agency or outlet with which the run of capitalised words begins."""
    ends = [start + match.end() for match in re.finditer(r"[^ ]+", text[start:end])]
    return _first(text, [Span(start, stop) for stop in reversed(ends)])


def _suffix(text: str, start: int, end: int) -> Named | None:
    """The longest agency or outlet with which the run of capitalised words ends."""
    starts = [start + match.start() for match in re.finditer(r"[^ ]+", text[start:end])]
    return _first(text, [Span(begin, end) for begin in starts])


def _first(text: str, places: Iterable[Span]) -> Named | None:
    """The first place that holds a listed name, else the first that holds a name made of an outlet's words."""
    plain = [_plain(text, span) for span in places]
    for span in plain:
        name = known(text[span.start : span.end])
        if name and not (_needs_article(name, text[span.start : span.end]) and not _has_article(text, span.start)):
            return name, span
    for span in plain:
        printed = text[span.start : span.end]
        if printed.startswith("The ") and not MIDDLE.search(text[max(0, span.start - 6) : span.start]):
            continue
        the = printed.startswith("The ") or _has_article(text, span.start)
        if looks_like_outlet(printed) and (the or is_domain(printed)):
            return Name(printed, "outlet", sure=True), span
    return None


def _needs_article(name: Name, printed: str) -> bool:
    """Whether a name is an outlet's only with its article: "The Insider" is no other Insider."""
    return name.name.startswith("The ") and " " not in printed


def _has_article(text: str, start: int) -> bool:
    return text[max(0, start - 4) : start].lower() == "the "


def _plain(text: str, span: Span) -> Span:
    """The place without a possessive at its end."""
    return Span(span.start, span.start + len(re.sub(r"['’]s?$", "", text[span.start : span.end])))


def _unlisted(text: str, start: int, end: int, medium: str) -> Named | None:
    """A name that nobody lists, of which the text says that it is an agency or outlet."""
    words = [*re.finditer(r"[^ ]+", text[start:end])]
    while words and (words[0][0] in national_words() or re.search(r"['’]s?$", words[0][0])):
        words = words[1:]
    if not words or len(words) > 3 or words[0][0] in NO_NAME or BODY_WORD.search(text[start:end]):
        return None
    if words[-1][0] in national_words() or words[-1][0].lower() in (weekdays() | months()):
        return None
    span = _plain(text, Span(start + words[0].start(), start + words[-1].end()))
    the = span.start - len("The ")
    if text[max(0, the) : span.start] == "The " and MIDDLE.search(text[max(0, the - 2) : the]):
        span = Span(the, span.end)
    kind: CreditKind = "agency" if "agency" in medium or "wire" in medium else "outlet"
    return Name(text[span.start : span.end], kind, sure=True), span
