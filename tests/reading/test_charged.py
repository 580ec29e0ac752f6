"""Who denies a charge right behind it is never the accuser."""

from dragoman.model.reading import Mention, Statement
from dragoman.model.spans import Span, Spans
from dragoman.reading.charged import of_the_accused

VELMAR, OSTRAND = 0, 1


def at(text: str, part: str) -> Spans:
    start = text.index(part)
    return (Span(start, start + len(part)),)


def read(text: str, charge: str, taken: str, source: str, cue: str) -> tuple[Statement, ...]:
    accusing = Statement(at(text, charge), at(text, "Velmar"), at(text, "accused"), "indirect", speakers=(VELMAR,))
    denying = Statement(
        at(text, taken), at(text, source), at(text, cue), "indirect", speakers=(VELMAR,), speakers_basis="pronoun"
    )
    mentions = [Mention(at(text, "Velmar")[0], "name", VELMAR)]
    if "Ostrand" in text:
        mentions.append(Mention(at(text, "Ostrand")[0], "name", OSTRAND))
    return of_the_accused(text, [accusing, denying], mentions)


def test_the_pronoun_is_whoever_the_charge_names_first() -> None:
    text = "Velmar accused Ostrand of smuggling salt, a charge it denies."
    assert read(text, "Ostrand of smuggling salt", "a charge", "it", "denies")[1].speakers == (OSTRAND,)


def test_without_a_name_there_nobody_is_known() -> None:
    text = "Velmar accused rivals of smuggling salt, a charge they deny."
    found = read(text, "rivals of smuggling salt", "a charge", "they", "deny")[1]
    assert (found.speakers, found.speakers_basis) == ((), None)


def test_a_pronoun_in_a_sentence_of_its_own_stays() -> None:
    text = "Velmar accused Ostrand of smuggling salt. Later it denied a charge."
    assert read(text, "Ostrand of smuggling salt", "a charge", "it", "denied")[1].speakers == (VELMAR,)
