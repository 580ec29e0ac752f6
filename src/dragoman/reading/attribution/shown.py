"""What a brief shows of the attributions that were read: what was conveyed, in words that say something."""

from dragoman.reading.attribution.draft import Draft

CLAUSES = {
    "direct",
    "continuation",
    "postposed",
    "according",
    "colon",
    "turn",
    "signed",
    "title",
    "verb:clause",
    "conjunct",
    "noun:clause",
    "tagged:clause",
}
"""Rules whose content is a clause or a quotation."""
WORDS = 4
"""An object of speaking ("stressed the need for ...") shorter than this names a topic and no content."""


RELATIVE = {"that", "which", "who", "whom", "what"}


def is_shown(draft: Draft, words: str, *, inside: bool) -> bool:
    """Whether the draft, whose content has these words, is shown.

    Beliefs that nobody voiced are not, nor what was denied, asked or not yet said; topics ("discussed trade") are no
    contents; inside another statement, and without a source that can speak, only clauses are shown.
    """
    if not draft.conveyed or draft.kind not in {"speech", "position"} or draft.grade != "sure":
        return False
    size = len(words.split())
    if words.lower() in RELATIVE:
        return False
    if draft.rule in CLAUSES:
        return draft.rule != "title" or size >= 2
    if inside or not draft.source or not draft.voiced or draft.rule.startswith("noun:"):
        return False
    return draft.kind == "position" or not draft.rule.startswith("verb:object") or size >= WORDS
