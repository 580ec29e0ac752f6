"""States in the text, and unlisted names that are used like a state's: whose ministers and sides they are."""

from collections.abc import Mapping, Sequence

from dragoman.knowledge.bodies import side_words
from dragoman.knowledge.names import is_given_name, name_words
from dragoman.reading.page import Page
from dragoman.reading.spots import Spot

POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
STATE_TITLES = ("minister", "president", "ambassador", "envoy", "president", "king", "counterpart")
ADJECTIVE_ENDINGS = ("ian", "ean", "an", "ese", "ish", "i", "ic", "ite", "ar", "er")
ACTING_PREPOSITIONS = frozenset({"between", "by", "with", "against"})


def unlisted_realms(page: Page, spots: Sequence[Spot]) -> dict[str, str]:
    """Runs of capitalised words that stand where a state would, each with the name to use for it: the noun where one
    shares its stem ("Velmar" for "Velmarian"), else the words themselves.
    """
    starting = {spot.start: spot for spot in spots}
    found: dict[str, None] = {}
    for spot in spots:
        if spot.kind == "run" and spot.end - spot.start <= 2 and _stands_for_realm(page, spot, starting):
            found[page.words(spot.start, spot.end)] = None
    runs = dict.fromkeys(page.words(s.start, s.end) for s in spots if s.kind == "run" and s.end - s.start <= 2)
    return {words: _noun(words, [*found, *runs]) for words in found}


def _stands_for_realm(page: Page, run: Spot, starting: Mapping[int, Spot]) -> bool:
    tokens, after = page.tokens, run.end
    if (after < len(tokens) and _is_state_office(starting.get(after))) or _side_at(page, after):
        return _looks_adjective(page, run)
    if after + 1 < len(tokens) and tokens[after] in POSSESSIVE:
        return (
            _is_state_office(starting.get(after + 1))
            or _is_full_name(page, run, starting.get(after + 1))
            or (_is_state_office(starting.get(after + 2)) and tokens[after + 1] in {"deputy", "first", "former", "new"})
        )
    return _after_office_of(page, run, starting)


def _after_office_of(page: Page, run: Spot, starting: Mapping[int, Spot]) -> bool:
    """Whether a list of names goes back to an office ("the foreign ministers of Norway, Velmar and Ostrand")."""
    at, tokens = run.start - 1, page.tokens
    listed = False
    while at > 0 and (tokens[at] in {",", "and", "the"} or (tokens[at][0].isupper() and at + 1 != run.start)):
        listed = listed or tokens[at] in {",", "and"}
        at -= 1
    if at < 1 or tokens[at] != "of":
        return False
    before = (starting.get(at - size) for size in (1, 2, 3) if at >= size)
    return any(o is not None and o.end == at and _is_state_office(o) and (o.plural or not listed) for o in before)


def _is_state_office(spot: Spot | None) -> bool:
    return spot is not None and spot.kind == "office" and spot.value.endswith(STATE_TITLES)


def _is_full_name(page: Page, run: Spot, owned: Spot | None) -> bool:
    """Whether the possessed is a name of two words, the first a given name ("Velmar's Ilse Barran")."""
    if owned is None or owned.kind != "run" or run.end - run.start > 1:
        return False
    return owned.end - owned.start >= 2 and is_given_name(page.tokens[owned.start])


def _side_at(page: Page, at: int) -> bool:
    return at < len(page.tokens) and page.tokens[at] in side_words()


def _looks_adjective(page: Page, run: Spot) -> bool:
    last = run.end - 1
    return page.tokens[last].endswith(ADJECTIVE_ENDINGS) and run.end - run.start == 1


def _noun(words: str, others: Sequence[str]) -> str:
    stem = words.rsplit(maxsplit=1)[-1]
    for other in sorted(others, key=len):
        last = other.split()[-1]
        if len(last) < len(stem) and len(last) >= 4 and stem[: max(4, len(last) - 1)] == last[: max(4, len(last) - 1)]:
            return other
    return words


def acts(page: Page, spot: Spot) -> bool:
    """Whether a capital stands for its state here: it is who does, tells, is told or has; not where something is."""
    if _in_dateline(page, spot):
        return False
    if _paired(page, spot):
        return True
    token = page.head(spot.start, spot.end)
    while token.dep_ in {"conj", "appos"} and token.head.i != token.i:
        token = token.head
    head = token.head
    match token.dep_:
        case "nsubj" | "nsubjpass" | "csubj":
            return True
        case "poss":
            return head.text not in name_words("place")
        case "dobj" | "dative" | "iobj":
            return head.lemma_ in name_words("tell")
        case "pobj":
            return head.lower_ in ACTING_PREPOSITIONS or (head.lower_ == "to" and head.head.lower_ == "according")
    return False


def _in_dateline(page: Page, spot: Spot) -> bool:
    first = spot.start == 0 or "\n" in page.tokens[spot.start - 1]
    return first and spot.end < len(page.tokens) and page.tokens[spot.end] in {"—", "–", "-", ",", "(", "--", ":", "/"}


def _paired(page: Page, spot: Spot) -> bool:
    """One of a hyphenated pair of states ("Carrow-Lisk talks")."""
    tokens = page.tokens
    after = (
        spot.end + 1 < len(tokens)
        and tokens[spot.end] in {"-", "–"}
        and page.glued(spot.end)
        and tokens[spot.end + 1][0].isupper()
    )
    before = (
        spot.start > 1
        and tokens[spot.start - 1] in {"-", "–"}
        and page.glued(spot.start)
        and tokens[spot.start - 2][0].isupper()
    )
    return after or before
