"""Judgements in the terminal: what each says, what it changed, and whether it still applies."""

from collections.abc import Iterable, Iterator, Sequence

from dragoman.model.judgement import Judgement, Pointed
from dragoman.model.judgement_lines import Judgements, standing
from dragoman.model.record import JudgementRow, Record
from dragoman.model.visible import visible

LONGEST = 70


def judgement_lines(found: Judgements, record: Record | None = None) -> Iterator[str]:
    """Two lines or more a judgement, in the order of the file; with a record, what became of each in it."""
    kept = {each.id for each in standing(found.judgements)}
    undone = {each.value for each in found.judgements if each.kind == "undo"} - kept
    rows = {row.id: row for row in record.judgements} if record else None
    texts = {row.text_sha256 for row in record.articles} if record else set()
    for judgement in dict.fromkeys(found.judgements):
        if judgement.kind == "undo" and judgement.value not in undone:
            continue
        yield f"{judgement.id}  {judgement.kind}  {_by(judgement)}"
        yield from (f"    {_pointed(each)}" for each in judgement.about)
        yield from (f"  | {_pointed(each)}" for each in _few(judgement.other))
        if judgement.value:
            yield f"    {visible(judgement.value)}"
        if judgement.id in undone:
            yield "    taken back"
        elif rows is not None and judgement.kind != "undo":
            yield f"    {_outcome(judgement, rows, texts)}"
    for trouble in found.troubles:
        yield f"line {trouble.line} is left out: {visible(trouble.reason)}"


def no_longer(found: Judgements, record: Record) -> bool:
    """Whether a judgement on the record's articles does not apply, or a line is none."""
    standing_ids = {each.id for each in standing(found.judgements)}
    return bool(found.troubles) or any(not row.applied and row.id in standing_ids for row in record.judgements)


def _outcome(judgement: Judgement, rows: dict[str, JudgementRow], texts: set[str]) -> str:
    if row := rows.get(judgement.id):
        return visible(f"applied: {row.effect}" if row.applied else f"does not apply: {row.effect}")
    here = any(each.text_sha256 in texts for each in (*judgement.about, *judgement.other))
    return "not in the record yet: compile it again" if here else "about other articles"


def _by(judgement: Judgement) -> str:
    made = f", {judgement.made}" if judgement.made else ""
    because = f": {judgement.because}" if judgement.because else ""
    return visible(f"{judgement.by}{made}{because}")


def _pointed(pointed: Pointed) -> str:
    said = " ".join(pointed.words.split())
    cut = said if len(said) <= LONGEST else f"{said[:LONGEST].rsplit(' ', 1)[0]} …"
    return visible(f"{pointed.source}: {cut}" if cut else pointed.source)


def _few(pointed: Sequence[Pointed], most: int = 3) -> Iterable[Pointed]:
    return pointed[:most]
