"""Who is charged with a wrong is known from the words alone, and left open where they do not say."""

import pytest

from dragoman.compare.accused import Name, accused, passive
from dragoman.compare.forms import tokens
from dragoman.model.spans import Span

NAMES = ("Velmar", "Ostrand", "Kessia")
CASES = {
    "accused of": ("accused", "Velmar of shelling the causeway", ["Velmar"]),
    "this week": ("accused", "Velmar this week of shelling the causeway", ["Velmar"]),
    "two together": ("accused", "Velmar and Ostrand of shelling the causeway", ["Velmar", "Ostrand"]),
    "the first of several": ("accused", "Velmar and militias allied with it of shelling the causeway", ["Velmar"]),
    "with a title": ("alleges", "Kessian Prime Minister Velmar shelled the causeway", ["Velmar"]),
    "not the owner": ("accused", "Velmar's minister of hiding letters", []),
    "blamed for": ("blamed", "Velmar for the fire", ["Velmar"]),
    "blamed on": ("blamed", "the fire on Velmar", ["Velmar"]),
    "alleges that": ("alleges", "Velmar shelled the causeway", ["Velmar"]),
    "does it": ("said", "Velmar has grossly violated the truce", ["Velmar"]),
    "its breach": ("said", "Velmar's repeated breach of the truce", ["Velmar"]),
    "by": ("said", "the illegal closure of the causeway by Velmar", ["Velmar"]),
    "is behind": ("said", "Velmar is behind the fire", ["Velmar"]),
    "no doubt": ("said", "there is no doubt that Velmar is responsible for the fire", ["Velmar"]),
    "brokered by": ("said", "a breach of the truce brokered by Kessia", []),
    "if": ("said", "if Velmar violates the truce", []),
    "would": ("said", "a new gate on the road to Velmar would violate the truce", []),
    "not": ("said", "Velmar has not violated the truce", []),
    "another's view": ("said", "Ostrand does not consider Velmar a terrorist state", []),
    "called untrue": ("said", "the words that Velmar violated the truce are not true", []),
    "a duty": ("said", "Velmar is responsible for making the road safe", []),
    "a denial": ("denied", "Velmar violated the truce", []),
    "with somebody": ("said", "the photo with Mr. Velmar was a misleading picture", []),
    "looked into": ("said", "an investigation into Velmar's interference", []),
    "for another's": ("said", "Velmar's life for lying", []),
    "over it": ("said", "a flight over Velmar is illegal", []),
}


@pytest.mark.parametrize("case", CASES)
def test_the_accused_are_those_whom_the_words_name(case: str) -> None:
    cue, text, expected = CASES[case]
    words = tokens(text, (Span(0, len(text)),))
    names = [
        Name(at, at, NAMES.index(form), owns=text[word.span.end - 2 : word.span.end] == "'s")
        for at, word in enumerate(words)
        for form in NAMES
        if word.form == form.lower()
    ]
    keys = frozenset(word.key for word in tokens(cue, (Span(0, len(cue)),)))
    assert [NAMES[entity] for entity in accused(words, names, keys, on=False)] == expected


@pytest.mark.parametrize(
    ("cue", "before", "expected"),
    [
        ("was accused of", "", True),
        ("has been widely accused", "", True),
        ("accused of", "the envoy, ", True),
        ("pleaded guilty to charges", "", True),
        ("has accused", "", False),
        ("was accused", "of shelling the causeway by", False),
        ("accused of", "the guards, whom", False),
    ],
)
def test_who_was_accused_is_told_from_who_accuses(cue: str, before: str, expected: bool) -> None:  # noqa: FBT001  # a parameter
    assert passive(tokens(cue, (Span(0, len(cue)),)), before) is expected
