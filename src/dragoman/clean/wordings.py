"""How texts word it that a report comes from somebody else."""

import re
from functools import cache

from dragoman.clean.names import CAPITAL, RUN
from dragoman.knowledge.states import state_words

REPORT = (
    "(?:reports?|reported|reporting|writes?|wrote|quoted|quotes|cited|cites|informs?|informed"
    "|has (?:learned|learnt|reported))"
)
SAY = (
    rf"(?:{REPORT}|says?|said|told|not(?:es?|ed)|add(?:s|ed)|claim(?:s|ed)|learn(?:ed|t)|published"
    "|broadcast|aired|carried)"
)
MEDIUM = (
    "(?:(?:news|press|information|telegraph) (?:agency|service|website|site|outlet|portal|channel|magazine)"
    "|wire (?:agency|service)|newswire|newspaper|daily|weekly|broadcaster|(?:tv|TV|television) (?:channel|station)"
    "|radio station|television|radio|magazine|website)"
)
DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
WHEN = f"(?:,? (?:on )?{DAY}|,? (?:also|earlier|later|has|had|meanwhile|separately|first))?"
POSSESSIVE = "(?:['’]s?)?"

BEFORE = re.compile(
    rf"(?P<run>{RUN}){POSSESSIVE}(?: (?P<medium>{MEDIUM})\b)?(?:,? citing [^,.\n]{{2,60}},?)?{WHEN} (?P<verb>{SAY})\b"
)
"""A name, then a verb: "TASS reports", "the Norda news agency reported on Monday"."""

CUE = (
    "(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|(?:cited|quoted|reported|broadcast|carried) by|[Tt]old|[Tt]elling"
    "|interview (?:with|to|for|by)|interviewed by|(?:remarks|comments|statement|talking|speaking|spoke) (?:to|with)"
    "|[Rr]eports?(?: (?:from|by))?|with reference to|referring to|published (?:by|in)|[Rr]epublished from"
    "|(?:first |originally )?appeared (?:in|on))"
)
ADJECTIVE = (
    r"(?:[Tt]he|an?|[Ss]tate|official|semi-official|local|private|state-(?:run|owned|controlled)|independent|pro-\w+"
    rf"|opposition|leading|daily|weekly|\w+-language|{CAPITAL}['’]s?)"
)


@cache
def after() -> re.Pattern[str]:
    """A cue, then a name: "according to Tass", "told the Velmarian newspaper Harbour Post"."""
    national = "|".join(sorted(map(re.escape, national_words()), key=len, reverse=True))
    adjectives = rf"(?:(?:{ADJECTIVE}|{national}) ){{0,4}}"
    return re.compile(
        rf"\b{CUE},? {adjectives}(?:(?P<medium>{MEDIUM}) )?(?P<run>{RUN})"
        rf"(?:{POSSESSIVE} (?P<then>{MEDIUM})\b(?: (?P<next>{RUN}))?)?"
    )


@cache
def national_words() -> frozenset[str]:
    """Adjectives and nouns of nationality, one word each."""
    return frozenset(w for w, meaning in state_words().items() if (meaning.adjective or meaning.noun) and " " not in w)


QUOTED = re.compile(r"(?P<name>[A-Z][\w-]{2,20}) quoted [^.\n“”\"]{3,160}? as saying\b")
"""A name that quotes somebody "as saying", as agencies do."""

NAMES = r"(?:[^.()\n]|\.(?=\w))"
"""A character of a list of names: not the full stop that ends it, but the one in "Foo.net"."""
MATERIAL = (
    "(?:[Ss]tories|[Aa]rticles|[Mm]aterials?|[Rr]eports|[Rr]eporting|[Ii]nformation|[Dd]ispatches|[Ii]nputs?"
    "|[Ww]ith (?:additional )?(?:reporting|reports|material|information|inputs?|files))"
)
COMPILED = re.compile(
    rf"\b(?P<lead>{MATERIAL} (?:from|by|of|with)|[Cc]ontributing:) (?P<names>{NAMES}{{2,160}}?)"
    r"(?= (?:was|were|is|are|has|have|in|on|contributed)\b|\.(?!\w)|[)\n]|$)"
    r"(?P<use> (?:was|were|have been|is|are) (?:also )?(?:used|compiled|included)[^.\n]{0,60})?"
)
"""Lists: "Stories from X and Y were used to compile this report", "With reporting by Z"."""
CONTRIBUTED = re.compile(
    rf"(?P<names>[A-Z]{NAMES}{{2,300}}?) contributed(?: to this (?:report|article|story)| reporting)?\b"
)
SOURCE = re.compile(r"^\s*[(\[]?[Ss]ources?\s*:\s*(?P<names>[^\n.!?]{2,80}(?:\.[a-z]{2,4})?)[)\]]?\s*$", re.MULTILINE)

RELEASE = "(?:(?:press )?(?:statement|release|readout)|communiqu[eé]|transcript|message)"
PUBLIC = "(?:published|publici[sz]ed|posted|released|issued|carried|placed|made public|available)"
BODY = (
    "(?:ministry(?: of foreign affairs| of defen[cs]e)?|presidency|government|embassy|cabinet|secretariat|kremlin|MFA)"
)
WEBSITE = "(?:website|web site|site|page|portal|(?:Telegram|Facebook) (?:channel|page))"
OFFICIAL = re.compile(
    rf"\b{RELEASE}(?: (?:was|were|which was|that was))?(?: \w+ly)? {PUBLIC}(?: \w+){{0,2}}? (?:on|by|via|at|through) "
    rf"(?P<of>(?:the )?(?:official )?{WEBSITE} of )?(?P<name>(?:the )?(?:[\w’'.-]+ ){{0,5}}?{BODY})"
    rf"(?P<end>['’]s? (?:official )?{WEBSITE})?",
    re.IGNORECASE,
)
"""A release that the text says a ministry or the like made public."""

CONFERENCE = re.compile(
    r"\b(?:(?:at|during|in|to) (?:a|an|the|their) |[Tt]old (?:a|the|their) )"
    r"(?P<name>joint (?:press|news) (?:conference|briefing))\b(?! (?:was|were|is|has been) (?:cancel|call|postpone))"
)
"""A press conference that two sides held together: who reports from it heard what all others there heard."""
