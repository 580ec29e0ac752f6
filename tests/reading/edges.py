"""Articles at the edges of what is printed, invented from a few words and a seed: one function a kind, its size an
argument, so that what reading costs can be counted at one size and at twice that.
"""

from collections.abc import Callable, Iterator
from random import Random

PEOPLE = ("Ilo Brandt", "Mara Lorn", "Jory Barran", "Tessa Quell", "Ansel Druke", "Petra Holm")
OFFICES = ("Foreign Minister", "President", "Prime Minister", "Defence Minister", "Ambassador")
STATES = ("Velmar", "Ostrand", "Carrow", "Lisk", "Tessany")
BODIES = ("the foreign ministry", "the government", "the delegation", "the commission", "the ministry")
CUES = ("said", "told reporters", "insisted", "stressed", "announced", "added", "warned")
THINGS = ("the road", "the bridge", "the treaty", "the border", "the ceasefire", "the grain deal", "the harbour")
DOINGS = ("was closed", "will open in May", "remains in force", "must be respected", "had to be repaired", "has failed")
TIMES = ("on Monday", "last week", "in March", "at noon", "after the talks in Lisk", "before the vote")
JOINTS = ("and that", "while", "because", "although", "and", "which meant that", "so that", "but")


class Words:
    """Phrases drawn by a seed."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)  # noqa: S311  # texts, no secrets

    def one(self, *of: str) -> str:
        """One of them."""
        return self._random.choice(of)

    def many(self, least: int, most: int) -> int:
        """How many of something."""
        return self._random.randint(least, most)

    def clause(self) -> str:
        """What may be said of a thing."""
        return f"{self.one(*THINGS)} between {self.one(*STATES)} and {self.one(*STATES)} {self.one(*DOINGS)}"

    def who(self) -> str:
        """Who may say so."""
        person = self.one(*PEOPLE)
        office = f"{self.one(*OFFICES)} {person} of {self.one(*STATES)}"
        return self.one(person, office, self.one(*BODIES), person.split()[1], "he", "she", "they")

    def sentence(self) -> str:
        """A sentence as newspapers print it."""
        who, cue, clause = self.who(), self.one(*CUES), self.clause()
        plain = (
            f"{who} {cue} that {clause} {self.one(*TIMES)}.",
            f"“{capital(clause)},” {cue.replace('told reporters', 'said')} {who}.",
            f"According to {who}, {clause}.",
            f"{who} met {self.one(*PEOPLE)} in {self.one(*STATES)} {self.one(*TIMES)}.",
            f"{capital(clause)}, {who} said {self.one(*TIMES)}, adding that {self.clause()}.",
            f"{self.many(2, 90)} of the {self.many(100, 900)} trucks crossed the border {self.one(*TIMES)}.",
            f"{who} rejected the proposal of {self.one(*STATES)} and called for new talks {self.one(*TIMES)}.",
        )
        return capital(self.one(*plain))


def capital(text: str) -> str:
    """The text with a capital at its start."""
    return text[:1].upper() + text[1:]


def _until(count: int, more: Callable[[], str]) -> Iterator[str]:
    """Pieces until they hold so many words."""
    held = 0
    while held < count:
        piece = more()
        held += len(piece.split())
        yield piece


def reporting(count: int, seed: int = 1) -> str:
    """Ordinary reporting of so many words, in paragraphs of one to four sentences."""
    words = Words(seed)
    return "\n\n".join(_until(count, lambda: " ".join(words.sentence() for _ in range(words.many(1, 4))))) + "\n"


def one_sentence(count: int, seed: int = 2) -> str:
    """One sentence of so many words."""
    words = Words(seed)
    more = _until(count - 4, lambda: f"{words.one(*JOINTS)} {words.who()} {words.one(*CUES)} that {words.clause()}")
    return f"Brandt said that {words.clause()} " + " ".join(more) + ".\n"


def unpunctuated(count: int, seed: int = 3) -> str:
    """So many words without a mark or a line's end."""
    words = Words(seed)
    return " ".join(_until(count, lambda: words.sentence().translate(str.maketrans("", "", "“”.,")).lower()))


def only_quotations(count: int, seed: int = 4) -> str:
    """So many quotations, and nothing else."""
    words = Words(seed)
    return "\n".join(f"“{capital(words.clause())}.”" for _ in range(count)) + "\n"


def quotations_of_one_paragraph(count: int, seed: int = 5) -> str:
    """So many quotations on one line."""
    return only_quotations(count, seed).replace("\n", " ")


def _marked(count: int, seed: int, opening: str, closing: str) -> str:
    """Quotations with a cue, a paragraph each, between the marks given."""
    words = Words(seed)
    lines = (f"{opening}{capital(words.clause())},{closing} {words.one(*PEOPLE)} said." for _ in range(count))
    return "\n".join(lines) + "\n"


def without_closers(count: int, seed: int = 6) -> str:
    """So many paragraphs whose quotation is never closed."""
    return _marked(count, seed, "“", "")


def without_openers(count: int, seed: int = 7) -> str:
    """So many paragraphs whose quotation is never opened."""
    return _marked(count, seed, "", "”")


def with_straight_openers(count: int, seed: int = 8) -> str:
    """So many paragraphs with one straight mark each, which may open or close."""
    return _marked(count, seed, '"', "")


def nested(count: int, seed: int = 9) -> str:
    """So many marks of all kinds that open one in the other, on one line, and none that closes."""
    words = Words(seed)
    return " ".join(words.one(*"“‘«„\"'") + words.clause() for _ in range(count)) + "\n"


def carried(count: int, seed: int = 10) -> str:
    """One quotation over so many paragraphs, each opened anew and only the last closed."""
    words = Words(seed)
    return "Brandt said:\n" + "\n".join(f"“{capital(words.clause())}." for _ in range(count)) + "”\n"


def headlines(count: int, seed: int = 11) -> str:
    """So many headlines, and no article."""
    words = Words(seed)
    kinds: tuple[Callable[[], str], ...] = (
        lambda: f"{words.one(*STATES)} says {words.clause()}",
        lambda: f"{words.one(*STATES)}: {words.clause()}",
        lambda: f"{words.one(*PEOPLE)} rejects {words.one(*THINGS)} of {words.one(*STATES)}",
        lambda: f"‘{capital(words.clause())}’ - {words.one(*PEOPLE)}",
    )
    return "\n".join(capital(kinds[words.many(0, len(kinds) - 1)]()) for _ in range(count)) + "\n"


def transcript(count: int, seed: int = 12) -> str:
    """So many turns of a conversation, each under its label."""
    words = Words(seed)
    labels = ("MR. BRANDT:", "FOREIGN MINISTER LORN:", "BARRAN (via interpreter):", "Q:", "Tessa Quell:")
    turns = []
    for at in range(count):
        body = "\n".join(
            " ".join(f"{capital(words.clause())}." for _ in range(words.many(1, 3))) for _ in range(words.many(1, 2))
        )
        turns.append(f"{labels[at % len(labels)]} {body}")
    return "\n\n".join(turns) + "\n"


def marks(count: int, seed: int = 13) -> str:
    """So many quotation marks in a row."""
    words = Words(seed)
    return "".join(words.one('"', "“", "”", "‘", "’", "«", "»") for _ in range(count))


def same_marks(count: int, _seed: int = 0) -> str:
    """So many straight marks in a row."""
    return '"' * count


def apostrophes(count: int, seed: int = 15) -> str:
    """So many words on one line, each behind a single mark that may open, and none that closes."""
    words = Words(seed)
    return " ".join(f"'{word}" for word in _until(count, lambda: words.one(*STATES, *THINGS).split()[-1]))


def blank_line(count: int, _seed: int = 0) -> str:
    """So many spaces between two sentences."""
    return f"Brandt said that the road was closed.\n{' ' * count}\nLorn said that it was open.\n"


def one_line(count: int, seed: int = 14) -> str:
    """One line of so many code points."""
    words = Words(seed)
    return " ".join(_until(count // 5, words.sentence))[:count]


KINDS: dict[str, tuple[Callable[[int], str], int]] = {
    "reporting": (reporting, 40_000),
    "one sentence": (one_sentence, 3_000),
    "no punctuation": (unpunctuated, 10_000),
    "only quotations": (only_quotations, 2_000),
    "quotations of one paragraph": (quotations_of_one_paragraph, 2_000),
    "no closers": (without_closers, 1_000),
    "no openers": (without_openers, 1_000),
    "straight openers": (with_straight_openers, 1_000),
    "nested": (nested, 1_000),
    "carried over paragraphs": (carried, 1_000),
    "headlines": (headlines, 500),
    "transcript": (transcript, 400),
    "marks": (marks, 100_000),
    "same marks": (same_marks, 100_000),
    "apostrophes": (apostrophes, 10_000),
    "blank line": (blank_line, 900_000),
    "one line": (one_line, 999_999),
}
"""Each kind with the size at which it must be handled, counted in what the function makes."""
