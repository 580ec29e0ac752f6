"""The attributions that a brief leaves out, for a terminal: what nobody voiced, topics, denials of having said."""

from rich.text import Text

from dragoman.model.record import Record, StatementRow
from dragoman.model.spans import words
from dragoman.model.visible import visible
from dragoman.show.index import label
from dragoman.show.phrases import word


def show_left_out(record: Record) -> Text:
    """Each article's attributions with ``shown: false``, in the order of the text, with kind, confidence and offset."""
    rows: dict[str, list[StatementRow]] = {}
    for statement in record.statements:
        if not statement.shown:
            rows.setdefault(statement.article, []).append(statement)
    out = Text()
    for article in record.articles:
        found = sorted(rows.get(article.id, []), key=lambda row: row.content[0])
        if found:
            out.append(visible(label(article)), style="bold").append("\n")
        for row in found:
            sure = "" if row.confidence is None else f" {row.confidence:.2f}"
            out.append(f"  {word(f'left_out.{row.kind}')}{sure}  [{row.content[0][0]}]\n", style="dim")
            parts = [words(article.text or "", spans) for spans in (row.source, row.cue, row.content) if spans]
            out.append(f"    {visible(' '.join(' · '.join(parts).split()))}\n")
    return out if rows else out.append(word("left_out.none")).append("\n")
