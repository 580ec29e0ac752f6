"""Reporting that an article says is its outlet's own: what its own people were told, saw or asked."""

import re
from collections.abc import Iterable, Iterator

from dragoman.clean.names import Name, same_outlet
from dragoman.model.quoted import quoted_runs
from dragoman.model.spans import Span, common

MEDIUM = (
    "(?:newspaper|paper|daily|weekly|magazine|website|site|(?:news )?agency|channel|station|outlet|broadcaster|portal"
    "|publication|programme)"
)
PEOPLE = r"(?:own |special |staff )?(?:correspondent|reporter)s?"
SELF = rf"(?:this {MEDIUM}|our (?:{MEDIUM}|{PEOPLE}|newsroom))"
ASKED = (
    "(?:[Tt]old|[Tt]elling|interview (?:with|to|for|given to)|interviewed by|(?:remarks|comments|statement) to"
    "|(?:spoke|speaking|talking) (?:to|with)|asked by|[Aa]ccording to)"
)
FOUND = "(?:reports?|reported|writes?|wrote|saw|(?:has |have )?(?:learned|learnt|seen|obtained))"
OF_ITSELF = re.compile(
    rf"\b(?:{ASKED} {SELF}\b|(?:[Oo]ur {PEOPLE}|[Tt]his {MEDIUM})(?: (?:in|at) [A-Z]\w+)? {FOUND}\b"
    rf"|(?:[Bb]y|[Ff]rom) our {PEOPLE}\b)"
)
TOLD = re.compile("(?:told|tell|interview|spoke|speaking|talking|remarks|comments|statement)", re.IGNORECASE)
"""In words that name the outlet: somebody spoke to it."""


def own_reporting(text: str, outlet: str | None, named: Iterable[tuple[Name, Span, Span]]) -> Iterator[Span]:
    """The words that say so, outside of quotations. ``named`` are names that the text credits, where each stands, and
    the crediting words: the outlet's own name among them says so where somebody is said to have spoken to it.
    """
    quoted = quoted_runs(text)
    said = [Span(*match.span()) for match in OF_ITSELF.finditer(text)]
    said += [Span(*match.span()) for match in _by_name(text, outlet)]
    said += [words for name, _, words in named if same_outlet(name.name, outlet) and TOLD.match(text, words.start)]
    return (span for span in sorted(set(said)) if not common(quoted, [span]))


def _by_name(text: str, outlet: str | None) -> Iterator[re.Match[str]]:
    """Where the outlet is told something, or its people report, under its own name as given."""
    if not outlet:
        return iter(())
    name = re.escape(re.sub("^[Tt]he ", "", outlet))
    spoken = ASKED.replace("|[Aa]ccording to", "")
    return re.finditer(rf"\b(?:{spoken} (?:the )?{name}\b|{name}['’]?s? {PEOPLE} {FOUND}\b)", text)
