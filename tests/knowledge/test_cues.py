"""The list of cue words."""

from dragoman.knowledge.cues import cues
from dragoman.knowledge.tables import table

FRAMES = {"clause", "to", "gerund", "object", "as", "raising", "noun"}


def test_a_verb_is_found_by_its_lemma_with_its_frames() -> None:
    assert {cue.frame for cue in cues("verb")["announce"]} >= {"clause", "object"}


def test_every_row_uses_known_words_and_stands_once() -> None:
    rows = table("cues").rows
    for row in rows:
        assert row["class"] in {"verb", "noun", "adjective"}
        assert row["frame"] in FRAMES or row["frame"].startswith("prep:")
        assert row["kind"] in {"speech", "position", "belief", "perception"}
        assert row["grade"] in {"sure", "likely", "weak"}
    keys = [(row["lemma"], row["class"], row["frame"]) for row in rows]
    assert len(keys) == len(set(keys))
