"""Offices: one everyday title for the forms in which newspapers print it, and which titles a shorter one may mean."""

from functools import cache

from dragoman.knowledge.phrases import Phrases, unambiguous
from dragoman.knowledge.tables import table
from dragoman.model.reading import MeetingLevel

ANYBODY = frozenset({"official", "politician", "statesman"})
"""Words that a reporter may use for the holder of any office."""
DIPLOMATS = ("foreign minister", "ambassador", "envoy", "special envoy", "secretary of state", "foreign secretary")
HIGHEST = frozenset(
    {"president", "prime minister", "king", "chancellor", "supreme leader", "emir", "crown prince", "leader"}
)
"""Offices whose holders are called leaders."""
TOP_DIPLOMATS = frozenset({"foreign minister", "secretary of state", "foreign secretary", "foreign policy chief"})
NO_MINISTER = frozenset({"prime minister", "deputy prime minister", "chief minister"})
"""Titles that end in "minister" and are not what "the minister" means."""


ONE_AT_A_TIME = frozenset(
    {
        "president",
        "king",
        "queen",
        "emir",
        "sultan",
        "pope",
        "chancellor",
        "supreme leader",
        "crown prince",
        "taoiseach",
    }
    | {"secretary of state", "foreign secretary", "home secretary", "defense secretary", "treasury secretary"}
    | {"secretary general", "foreign policy chief", "national security adviser", "chief negotiator", "attorney general"}
)


RANKS = {"Sen": "senator", "Rep": "representative", "Gov": "governor"}


def has_one_holder(title: str) -> bool:
    """Whether a state or body has one holder of the office at a time, so that the office tells who is meant."""
    return title in ONE_AT_A_TIME or (title.endswith(" minister") and not title.startswith(("deputy ", "former ")))


def level_of(title: str) -> MeetingLevel | None:
    """The level at which holders of the office meet: "leaders" (heads of state or government), "ministers",
    "deputies", "envoys" or "experts"; nothing for other offices. A plural is taken for its singular.
    """
    plain = title.lower().removesuffix("s") if title.lower() not in HIGHEST else title.lower()
    if plain in HIGHEST or plain in NO_MINISTER - {"deputy prime minister"} or plain.startswith("head"):
        return "leaders"
    if plain.startswith(("deputy ", "vice ", "under secretary", "undersecretary", "assistant ")):
        return "deputies"
    if plain.endswith((" minister", "minister")) or plain in TOP_DIPLOMATS:
        return "ministers"
    if plain.endswith(("ambassador", "envoy", "representative", "negotiator", "mediator")):
        return "envoys"
    return "experts" if plain.endswith("expert") else None


@cache
def offices() -> dict[str, str]:
    """The everyday title of an office, by every listed form of it, all in lower case."""
    return unambiguous((row["words"], row["title"]) for row in table("offices").rows)


@cache
def office_phrases() -> Phrases[tuple[str, bool]]:
    """Titles as printed, in lower case, with capitals and all in capitals; with each, whether it is a plural."""
    found: dict[str, tuple[str, bool]] = {}
    for words, title in offices().items():
        for form, plural in ((words, False), (plural_of(words), True)):
            for printed in (
                form,
                form.title().replace(" Of ", " of ").replace(" For ", " for "),
                form[:1].upper() + form[1:],
                _capital_after(form),
            ):
                found.setdefault(printed.replace(" The ", " the "), (title, plural))
            if len(form) == 2:
                found[form.upper()] = (title, plural)
                found[form.upper() + "s"] = (title, True)
    for rank in ("Gen", "Col", "Lt", "Maj", "Brig", "Capt", "Sen", "Rep", "Gov"):
        found.setdefault(rank, (RANKS.get(rank, "general"), False))
    found.pop("general", None)
    found.pop("head", None)
    return Phrases(found)


def _capital_after(form: str) -> str:
    """The form with a capital only for what the office is of ("secretary of State")."""
    head, of, rest = form.partition(" of ")
    return head + of + rest.title()


@cache
def ministry_phrases() -> Phrases[str]:
    """Ministries as printed, with the everyday name of each: "foreign ministry" for "Ministry of Foreign Affairs"."""
    found: dict[str, str] = {}
    for words, title in offices().items():
        if not title.endswith(" minister") or title.startswith(("deputy", "prime", "chief")):
            continue
        name = title.removesuffix("minister") + "ministry"
        for form in {words.replace("minister", "ministry"), name} - {words}:
            capitals = form.title().replace(" Of ", " of ").replace(" For ", " for ").replace(" The ", " the ")
            found.update(dict.fromkeys((form, capitals, form[:1].upper() + form[1:]), name))
    found["MFA"] = "foreign ministry"
    found["MoD"] = found["MOD"] = "defense ministry"
    return Phrases(found)


def plural_of(words: str) -> str:
    """The plural of a title: its head takes the ending ("ministers of defence")."""
    head, separator, rest = words.partition(" of ")
    if not separator:
        head, separator, rest = words.partition(" for ")
    for singular, plural in (("man", "men"), ("woman", "women"), ("person", "persons"), ("y", "ies"), ("ss", "sses")):
        if head.endswith(singular):
            return head.removesuffix(singular) + plural + separator + rest
    return head + "s" + separator + rest


def fits(said: str, held: str) -> bool:
    """Whether the holder of ``held`` may be called by the title ``said`` alone ("the minister", "the envoy")."""
    if said == held or said in ANYBODY:
        return True
    if said == "leader":
        return held in HIGHEST
    if said.startswith(("deputy ", "former ")):
        prefix = said.split(" ", 1)[0] + " "
        return held.startswith(prefix) and fits(said.removeprefix(prefix), held.removeprefix(prefix))
    if said == "minister":
        return held.endswith(" minister") and held not in NO_MINISTER
    if said == "diplomat":
        return held.endswith(DIPLOMATS)
    if said == "top diplomat":
        return held in TOP_DIPLOMATS
    if said == "secretary":
        return held.endswith((" secretary", "secretary of state", "secretary general", "secretary of defense"))
    if said in {"envoy", "negotiator", "adviser", "chief", "mediator", "coordinator", "commissioner", "commander"}:
        return held.endswith(f" {said}")
    return said == "representative" and held in {"special envoy", "permanent representative"}
