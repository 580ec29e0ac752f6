"""One file verified: what kind it is, where its texts are, and whether they bear it out."""

import re

from dragoman.errors import Unverifiable
from dragoman.model.codec import load
from dragoman.store.protocol import Texts
from dragoman.verify.briefs import check_notes, check_page
from dragoman.verify.copies import Copies
from dragoman.verify.markdown import read_notes
from dragoman.verify.page import read_page
from dragoman.verify.report import Report
from dragoman.verify.rows import check_rows

_HTML = re.compile(r"\s*<(!doctype\s+html|html)\b", re.IGNORECASE)


def verify(data: bytes, texts: Texts | None) -> Report:
    """What holds of a record, or of a brief in HTML or Markdown.

    Args:
        data: the file's bytes; what kind of file it is shows in them.
        texts: independent copies of the articles' texts; None to use those inside the file, which shows no more than
            that the file agrees with itself.

    Raises:
        RecordUnreadable: it begins like a record and is none.
        Unverifiable: it is neither a record nor a brief, or the texts inside it are wanted and it holds none.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unverifiable(f"this is neither a record nor a brief ({error})") from error
    report = Report(embedded=texts is None)
    if text.lstrip()[:1] == "{":
        record = load(data)
        rows = [*record.articles, *(row.article for row in record.instrument_texts)]
        copies = Copies(texts, {row.text_sha256: row.text for row in rows}, report)
        found = {row.id: copies.of(row.source, row.text_sha256) for row in rows}
        check_rows(record, {article: copy for article, copy in found.items() if copy is not None}, report)
    elif _HTML.match(text):
        page = read_page(text)
        inner = {each.text_sha256: each.text for each in page.shown if each.text is not None}
        check_page(page, Copies(texts, inner, report), report)
    elif text.startswith("# "):
        check_notes(read_notes(text), Copies(texts, {}, report), report)
    else:
        raise Unverifiable("this is neither a record.json nor a brief.html nor a brief.md; `dragoman brief` makes them")
    return report
