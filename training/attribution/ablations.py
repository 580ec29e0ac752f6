"""What each step after the tagger gives on PolNeAR's development part, taken away one at a time.

    python -m training.attribution.ablations SHARED [FP32.onnx]

With the network in full precision it also says what int8 costs.
"""

import importlib
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import onnxruntime as ort

from dragoman.language import tagger
from dragoman.language.parser import load_parser
from dragoman.language.tagger import Network, Tagger, load_tagger
from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.reading.attribution import combine, pairing
from dragoman.reading.attribution.evidence import Tagged
from dragoman.reading.attribution.find import Found, find_drafts
from dragoman.reading.attribution.tags import Attribution, best
from training.attribution.corpus import Labelled, load
from training.attribution.evaluate import score

Answers = list[list[Attribution]]


@dataclass(frozen=True, slots=True)
class Bench:
    """The development articles with what the rules find in them."""

    shared: Path
    gold: list[Labelled]
    rules: list[Found]

    def tagged(self, reader: Tagger) -> list[Tagged]:
        """What the tagger thinks of each article."""
        return [Tagged(*reader.read(row.text)) for row in self.gold]

    def show(self, name: str, answers: Answers) -> None:
        """Prints one line of the table."""
        figures = score(self.gold, answers, self.shared)
        print(f"| {name} | " + " | ".join(f"{value:.1f}" for value in figures.values()) + " |", flush=True)

    def alone(self, tagged: list[Tagged]) -> Answers:
        """The tagger's attributions without the rules."""
        return [
            pairing.pair(one.pieces, best(one.logits, one.pieces.inner), row.text)
            for one, row in zip(tagged, self.gold, strict=True)
        ]

    def together(self, tagged: list[Tagged]) -> Answers:
        """The statements that a reader would get, as PolNeAR has them."""
        found = []
        for rules, one, alone in zip(self.rules, tagged, self.alone(tagged), strict=True):
            statements: list[Statement] = rules.settled(combine.combined(rules, alone, one))
            found.append(_polnear(statements))
        return found


@contextmanager
def without(room: object, **changed: object) -> Iterator[None]:
    """The module with some of its names standing for something else."""
    before = {name: getattr(room, name) for name in changed}
    for name, value in changed.items():
        setattr(room, name, value)
    yield
    for name, value in before.items():
        setattr(room, name, value)


def main() -> None:
    """Prints the table."""
    shared = Path(sys.argv[1])
    sys.path.insert(0, "bench")  # its scripts import each other as neighbours
    gold, parser = load(shared / "data/polnear/dev.jsonl"), load_parser()
    articles = [Article(row.doc_id, row.doc_id, row.text, "", "") for row in gold]
    bench = Bench(shared, gold, [find_drafts(parser.parse(a.text), a) for a in articles])
    reader = load_tagger()
    print("| | content | triple | direct | mixed | indirect |\n| --- | --- | --- | --- | --- | --- |")
    with without(tagger, STEP=tagger.WINDOW - 24):
        bench.show("the tagger alone, every piece read once (windows overlap by 24)", bench.alone(bench.tagged(reader)))
    if len(sys.argv) > 2:
        bench.show("the tagger alone, not quantised", bench.alone(bench.tagged(full(reader, Path(sys.argv[2])))))
    tagged = bench.tagged(reader)
    bench.show("the tagger alone, every piece read twice", bench.alone(tagged))
    nothing: Callable[..., Any] = lambda *_: None  # noqa: E731  # a name for doing nothing
    with without(pairing, _share=nothing):
        bench.show("- without sharing a source between cues of a sentence", bench.alone(tagged))
    with without(pairing, _within_reach=lambda *_: True):
        bench.show("- with contents in other paragraphs", bench.alone(tagged))
    bench.show("the tagger and the rules: what a reader gets", bench.together(tagged))
    with without(combine, _kept=lambda *_: []):
        bench.show("- without what the rules alone find", bench.together(tagged))
    with without(combine, _undivided=lambda _, found: list(found)):
        bench.show("- with quotations divided between cues", bench.together(tagged))
    with without(combine, _apart=lambda _, found, __: list(found)):
        bench.show("- without the rules for quotations that go on", bench.together(tagged))
    bench.show("the rules alone", [_polnear(rules.settled(rules.drafts)) for rules in bench.rules])


def _polnear(statements: list[Statement]) -> list[Attribution]:
    as_polnear = importlib.import_module("bench.statements.polnear").attributions
    return [Attribution(a["source"], a["cue"], a["content"]) for a in as_polnear(statements)]


def full(reader: Tagger, path: Path) -> Tagger:
    """The same tagger with another network."""
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = ort.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    network: Network = lambda columns: session.run(None, columns)[0]  # noqa: E731  # a network is a function
    return Tagger(reader.wordpieces, network, "")


if __name__ == "__main__":
    main()
