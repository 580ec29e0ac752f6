"""The record as a brief."""

from dragoman.model.record import Record
from dragoman.model.spans import words


def brief_md(record: Record) -> str:
    """The brief as Markdown: each article's quotations with their places."""
    lines = ["# Brief", "", f"{len(record.articles)} articles, {len(record.statements)} statements", ""]
    texts = {row.id: row.text for row in record.articles}
    for article in record.articles:
        lines += [f"## {article.source}", ""]
        for row in record.statements:
            if row.article == article.id:
                start, end = row.content[0].start, row.content[-1].end
                lines.append(f"- “{words(texts[row.article], row.content)}” [{row.article}:{start}-{end}]")
        lines.append("")
    return "\n".join(lines)
