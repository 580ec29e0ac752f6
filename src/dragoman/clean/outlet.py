"""Which outlet published the article, where the text itself says so."""

import re
from collections.abc import Iterator, Sequence

from dragoman.clean.byline import Signed
from dragoman.clean.dates import dates
from dragoman.clean.lines import Line, count_words
from dragoman.clean.names import RUN, known, looks_like_outlet
from dragoman.clean.title import suffix_outlet
from dragoman.model.spans import Span

NAME = rf"(?P<name>(?:[Tt]he )?{RUN})"
COMPANY = r"(?:,? (?:LLC|Inc|Ltd|Limited|GmbH|LLP|Corp|plc|Pty)\b\.?)?"
SENT = r"(?:delivered |sent )?(?:straight |directly |right )?"
BOX = r"(?:inbox|mailbox|e-?mail)"
RIGHTS = r"(?:Copyright ?©?|©|\([Cc]\))"
NETWORK = r"(?:Twitter|Facebook|X|Instagram|Telegram|YouTube|LinkedIn)"
FRAMES = tuple(
    re.compile(rf"\W*{frame}")
    for frame in (
        rf"(?:Ad|Advertisement|Advert) for (?:subscribing|subscriptions?) to {NAME}\W*",
        rf"(?:[Pp]lease )?[Ss]ubscribe to {NAME}(?:['’]s?)?(?: (?:newsletters?|today|now|on|for|here)\b.{{0,80}})?\W*",
        rf"(?:Get|Receive|Have) {NAME}(?:['’]s? [\w ]{{2,40}})? {SENT}(?:in|to|into) your {BOX}\b.{{0,80}}",
        rf"[Ss]ign up (?:for|to) {NAME}['’]s? [\w ’'-]{{2,60}}\W*",
        rf"(?:Follow|Like|Find|Join) {NAME} on {NETWORK}\b.{{0,60}}",
        rf"(?:Download|Get) {NAME} [Aa]pp\b.{{0,60}}",
        rf"(?:Printed|Copied) from {NAME}\W*",
        rf"(?:[Ss]upport|[Dd]onate to) {NAME}\W*",
        rf"{RIGHTS}\W*(?:(?:19|20)\d\d(?:-\d+)?)?\W*{NAME}{COMPANY}.{{0,160}}",
    )
)
"""Lines in which a page names its own outlet."""
NEWSLETTER = re.compile(r" (?:Weekly|Daily|Newsletter|Digest|Briefing|Bulletin|Stories|Headlines|Alerts?|Updates?)$")
NOT_OUTLET = re.compile(
    r"\b(?:newsletters?|brief(?:ing)?|headlines|stories|alerts?|updates?|roundup|inbox|getty|creators|all rights|your"
    r"|our|morning news|daily news|top news|breaking)\b",
    re.IGNORECASE,
)
DOMAIN = r"(?:[A-Z]|www\.)?[\w-]{2,30}\.(?:[A-Za-z]{2}|[Cc]om|[Nn]et|[Oo]rg|[Ii]nfo|[Nn]ews)"
OPENING = re.compile(rf"(?P<name>{DOMAIN})(?:\.|:|,| [-–—]{{1,2}})\s+(?=[\"“«A-Z])")
SIGNED_OPENING = re.compile(r"(?P<name>[A-Z][\w-]{3,20}(?: [A-Z][\w-]{2,20})?)(?:\.| [-–—]{1,2})\s+(?=[\"“«A-Z])")
NOT_OPENING = re.compile(r"(?:[a-z]\.|(?:mr|mrs|ms|dr|st|no|vs|gen|sen|rep|gov|col|lt|prof)\b)", re.IGNORECASE)
DATED = re.compile(rf"{NAME}[,|•·–—/ -]{{1,4}}")
PLACED = re.compile(rf"{NAME}, (?:[A-Z]\w+ ?){{1,2}}")
ALONE = re.compile(NAME)
DATE_LINE = 12
"""A line is a date's alone with at most so many other code points."""


def stated_outlet(
    text: str, lines: Sequence[Line], body: int, signed: Sequence[Signed]
) -> tuple[str, tuple[Span, ...]] | None:
    """The outlet's name and where it stands, or nothing.

    Subscription, advertising and copyright lines are asked first, then the opening of the text, the byline, the lines
    above the body, and what stands behind the headline. Where one name holds another ("Mirror", "Carrow Mirror") the
    longer one is the outlet's.
    """
    for spans in (
        _framed(lines),
        _opening(lines, body),
        _byline(signed),
        _head(text, lines, body),
        _suffix(lines, body),
    ):
        found = list(spans)
        if found:
            best = max(found, key=lambda span: (span.end - span.start, -span.start))
            printed = text[best.start : best.end]
            listed = known(printed)
            same = {span for span in found if text[span.start : span.end] == printed}
            return listed.name if listed else printed, tuple(sorted(same))
    return None


def _framed(lines: Sequence[Line]) -> Iterator[Span]:
    """Finds "Ad for subscribing to The Carrow Report", "Get the Harbour Post Weekly in your inbox"."""
    matches = ((line, frame.fullmatch(line.text)) for line in lines if len(line.text) < 250 for frame in FRAMES)
    for line, match in matches:
        name = match["name"] if match else ""
        if not match or NOT_OUTLET.search(name):
            continue
        shorter = NEWSLETTER.sub("", name)
        name = shorter if looks_like_outlet(_two_words(shorter), weak=True) else name
        if _is_name(name):
            start = line.start + match.start("name")
            yield Span(start + (4 if name.startswith("the ") else 0), start + len(name))


def _two_words(name: str) -> str:
    """The name as two words at least, since "The Mirror" is two and may stand as "the Mirror"."""
    plain = re.sub(r"^[Tt]he ", "", name)
    return plain if re.search(r"[ .-]", plain) else f"The {plain}"


def _opening(lines: Sequence[Line], body: int) -> Iterator[Span]:
    """Finds "Foo.am. The minister said ...", and "ArmInfo. The ..." where the name is listed and no other word."""
    for line in lines[body : body + 1]:
        match = OPENING.match(line.text)
        if match and not NOT_OPENING.match(match["name"]):
            yield Span(line.start, line.start + match.end("name"))
        match = SIGNED_OPENING.match(line.text)
        listed = known(match["name"]) if match else None
        if match and listed and listed.sure:
            yield Span(line.start, line.start + match.end("name"))


def _byline(signed: Sequence[Signed]) -> Iterator[Span]:
    """Finds "By Foo | Wednesday, 26 July 2023": a name that is no person's and no agency's."""
    for other, dated in ((byline.other, byline.dated) for byline in signed):
        listed = known(other[0]) if other else None
        if other and (listed.kind == "outlet" if listed else dated or looks_like_outlet(other[0], weak=True)):
            yield other[1]


def _head(text: str, lines: Sequence[Line], body: int) -> Iterator[Span]:
    """Finds "The Carrow Courier, 15 May 2031", or the name alone above headline or date."""
    for line in lines[:body]:
        found = next(dates(line.text), None)
        match = DATED.fullmatch(line.text[: found.span.start]) if found else PLACED.fullmatch(line.text)
        if match and (found or known(match["name"])) and _is_name(match["name"]):
            yield Span(line.start, line.start + match.end("name"))
    if body and ALONE.fullmatch(lines[0].text) and count_words(lines[0].text) <= 5 and _is_name(lines[0].text):
        below = lines[1].text if len(lines) > 1 else ""
        dated = any(found.span.end - found.span.start >= len(below) - DATE_LINE for found in dates(below))
        if dated or text.count(lines[0].text) > 1 or body > 1:
            yield lines[0].span


def _is_name(name: str) -> bool:
    """Whether a name printed as the page's own can be an outlet's: listed as one, or made of an outlet's words."""
    listed = known(name)
    fit = listed.kind == "outlet" if listed else looks_like_outlet(_two_words(name), weak=True)
    return fit and not NOT_OUTLET.search(name)


def _suffix(lines: Sequence[Line], body: int) -> Iterator[Span]:
    span = suffix_outlet(lines, body)
    if span:
        yield span
