"""Names of agencies and outlets: listed ones, and those whose words say that they are outlets."""

import re
from functools import cache
from typing import NamedTuple

from dragoman.knowledge.tables import table
from dragoman.model.article import CreditKind

CAPITAL = r"(?:[A-ZÀ-ÖØ-ÞĀ-Ž0-9][\w&/]*(?:[.’'-][\w&]+)*|dpa|epd|bianet|franceinfo|euronews|ynet)"
RUN = rf"{CAPITAL}(?:[ ](?:(?:of|and|the|de|la|le|del|della|al|el|&)[ ])?{CAPITAL}){{0,6}}"
"""A run of capitalised words, in which a name may lie."""
DOMAIN = re.compile(
    r"(?:www\.)?[a-z0-9][\w-]{1,40}(?:\.[a-z]{2,3})?\.(?:com|net|org|info|news|tv|press|media|online|[a-z]{2})",
    re.IGNORECASE,
)
NOT_DOMAIN = re.compile(r"[a-z]\.[a-z]{1,2}|e\.g|i\.e|a\.m|p\.m", re.IGNORECASE)
BODY_WORD = re.compile(
    r"\b(?:Minist|Office|Department|President|Government|Party|Committee|Commission|Council|Union|Court|Army|Force"
    r"|Cent(?:er|re)\b|Institute|Association|Federation|Foundation|University|Bank|Fund|Embass|Parliament|Senate|Congress"
    r"|Academy|Club|Group|Service|Secretariat|Assembly|Company|Corporation|Airlines|Energy|Security|Space|Intelligence"
    r"|Development|Human Rights)",
    re.IGNORECASE,
)
"""What has such a word in its name is a body, whatever else stands in it."""
NOTHING = frozenset({"the", "news", "online", "web", "site", "agency", "newspaper"})


class Name(NamedTuple):
    """An agency's or outlet's name: as listed, else as printed; ``sure`` where the name means nothing else."""

    name: str
    kind: CreditKind
    sure: bool


@cache
def listed() -> dict[str, Name]:
    """Every listed name and variant without "The". Agencies go by their first name, outlets by each of theirs."""
    found: dict[str, Name] = {}
    for row in table("outlets").rows:
        found.update({_bare(name): Name(name, "outlet", sure=False) for name in _split(row["doubtful"])})
        for name in sorted(_split(row["names"]), key=lambda name: name.startswith("The ")):
            found[_bare(name)] = Name(name, "outlet", sure=True)
    for row in table("agencies").rows:
        if row["kind"] == "news":
            found.update({_bare(name): Name(row["name"], "agency", sure=True) for name in _split(row["names"])})
            found.update({_bare(name): Name(row["name"], "agency", sure=False) for name in _split(row["doubtful"])})
    return found


@cache
def owners() -> dict[str, str]:
    """The first listed name of the outlet that each listed variant belongs to."""
    return {
        _bare(name): row["name"]
        for row in table("outlets").rows
        for name in [*_split(row["names"]), *_split(row["doubtful"])]
    }


@cache
def outlet_words(strength: str) -> frozenset[str]:
    """Words of which outlets' names are made: "strong" ones make nothing else, "weak" ones other names too."""
    return frozenset(row["word"] for row in table("outlet_words").rows if row["strength"] == strength)


def known(printed: str) -> Name | None:
    """The listed agency or outlet of exactly this name."""
    return listed().get(_bare(printed))


def is_domain(printed: str) -> bool:
    """Whether the name is a web address such as "Foo.am"."""
    return bool(DOMAIN.fullmatch(printed)) and not NOT_DOMAIN.fullmatch(printed)


def looks_like_outlet(printed: str, *, weak: bool = False) -> bool:
    """Whether the name's own words say that it is an outlet: "Post", "Herald"; with ``weak`` also "Report", "Voice"."""
    if is_domain(printed):
        return True
    words = re.split(r"[ -]", printed)
    wanted = outlet_words("strong") | (outlet_words("weak") if weak else frozenset())
    fit = 2 <= len(words) <= 7 and not BODY_WORD.search(printed)
    return fit and any(word in wanted or word.capitalize() in wanted for word in words[1:])


def same_outlet(left: str | None, right: str | None) -> bool:
    """Whether two names may be one outlet's: equal but for articles and words such as "News" or "Online"."""
    if not left or not right:
        return False
    a, b = _core(left), _core(right)
    return bool(a and b) and (a <= b or b <= a)


def _core(name: str) -> frozenset[str]:
    """The words that tell the outlet from others; variants of one listed name have those of the first."""
    found = known(name)
    plain = found.name if found and found.kind == "agency" else owners().get(_bare(name), name)
    plain = re.sub(r"\b(?:www|com|org|net|co)\b|[().,'’-]", " ", plain.casefold().replace(".", " "))
    return frozenset(plain.split()) - NOTHING


def _bare(name: str) -> str:
    return re.sub(r"^[Tt]he ", "", name)


def _split(cell: str) -> list[str]:
    return [name for name in cell.split("; ") if name]
