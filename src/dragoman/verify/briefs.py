"""A brief's items, counts, texts and prose, held against the texts of its articles."""

import re

from dragoman.model.quoted import quoted
from dragoman.model.spans import words
from dragoman.model.visible import visible
from dragoman.verify.copies import Copies
from dragoman.verify.days import agrees, printed_in
from dragoman.verify.items import Item, brief, check, inside, shown
from dragoman.verify.markdown import Cited, Notes, Reference
from dragoman.verify.page import Count, Page
from dragoman.verify.prose import PLACE, unquoted
from dragoman.verify.report import Report


def check_page(page: Page, copies: Copies, report: Report) -> None:
    """Adds to the report what of brief.html does not hold."""
    texts = {article: copies.of(f"article {article}", digest) for article, digest in page.sha256.items()}
    for each in page.shown:
        copy = texts[each.article]
        if each.text is not None and copy is not None:
            report.checked["text"] += 1
            if each.text != copy:
                report.wrong.append(f"article {each.article}: its text is not the text of the copy")
    for item in page.items:
        if item.article in texts:
            copy = texts[item.article]
            if copy is not None:
                check(item, copy, report)
        elif item.article or item.kind != "date":
            report.wrong.append(f"{item.where}: the {item.kind} {brief(item.printed)} names no article of this file")
        else:
            check(item, "", report)
        _how_known(item, report)
    for count in page.counts:
        _count(count, page.rows, report)
    report.wrong.extend(unquoted("".join(page.prose), [copy for copy in texts.values() if copy is not None]))


def _how_known(item: Item, report: Report) -> None:
    if item.when and item.when.basis == "inferred":
        report.inferred.append(f"{item.where}: {item.printed}" + (f" ({item.when.reason})" if item.when.reason else ""))
    if item.when and item.when.basis == "given":
        report.given.append(f"{item.where}: {item.printed}")
    if item.when and item.when.basis == "stated" and not item.spans and item.when.reason:
        report.unchecked.append(f"{item.where}: {item.printed}, which stands outside the text ({item.when.reason})")


def _count(count: Count, rows: set[str], report: Report) -> None:
    report.checked["count"] += 1
    printed = "".join(count.printed.split())
    if printed != str(len(set(count.rows))) or len(set(count.rows)) != len(count.rows):
        report.wrong.append(f"{count.where}: {brief(count.printed)} is printed for {len(set(count.rows))} rows")
    if gone := sorted(set(count.rows) - rows):
        report.wrong.append(f"{count.where}: counts {len(gone)} rows that are not in the file, such as {gone[0]}")


def check_notes(notes: Notes, copies: Copies, report: Report) -> None:
    """Adds to the report what of brief.md does not hold."""
    report.wrong.extend(notes.faults)
    prose = list(notes.lines)
    texts = []
    printed: dict[int, list[tuple[str, bool]]] = {}
    for reference in notes.references:
        text = copies.of(reference.source, reference.text_sha256)
        if text is None:
            continue
        texts.append(text)
        for cited in reference.cited:
            report.checked[cited.kind] += 1
            if fault := _fault(cited, reference, notes.lines[reference.line], text):
                report.wrong.append(f"line {reference.line + 1}: {fault}")
        words_of = printed.setdefault(reference.line, [])
        words_of += [(_on_one_line(words(text, c.spans)), c.kind == "quotation") for c in reference.cited if not c.when]
    for line, items in printed.items():
        prose[line] = _without_words(prose[line], items)
    report.unchecked.append("counts, and dates without a reference, in Markdown: brief.html names their rows and days")
    if not report.missing:
        report.wrong.extend(unquoted("\n\n".join(prose), texts))


def _fault(cited: Cited, reference: Reference, line: str, text: str) -> str | None:
    if cited.spans and not inside(cited.spans, text):
        return f"{shown(cited.spans)} is not a place in {reference.source}"
    if cited.when:
        return _date_fault(cited, line, text)
    there = _on_one_line(words(text, cited.spans))
    if not cited.spans or there not in line:
        return f"the {cited.kind} {brief(there)} at {shown(cited.spans)} of {reference.source} is not on the line"
    if cited.kind == "quotation":
        return _quotation_fault(cited, line, there, text)
    return None


def _date_fault(cited: Cited, line: str, text: str) -> str | None:
    if cited.when is None:
        return None
    days = f"{cited.when.earliest or '..'} to {cited.when.latest or '..'}"
    if not printed_in(cited.when, line):
        return f"the date {days} is not on the line"
    if cited.spans and not agrees(cited.when, there := words(text, cited.spans)):
        return f"the words {brief(there)} at {shown(cited.spans)} do not say {days}"
    return None


def _quotation_fault(cited: Cited, line: str, there: str, text: str) -> str | None:
    if not quoted(text, cited.spans):
        return f"{brief(there)} at {shown(cited.spans)} does not stand between quotation marks in the article"
    if not re.search(f"“(… )?{re.escape(there)}( …)?”", line):
        return f"the quotation {brief(there)} does not stand between quotation marks on the line"
    return None


def _without_words(line: str, items: list[tuple[str, bool]]) -> str:
    """The line with a mark for the words of each item, those of longer items first, of equal ones quotations."""
    for there, is_quotation in sorted(items, key=lambda item: (-len(item[0]), not item[1])):
        if there and is_quotation:
            line = re.sub(f"“(… )?{re.escape(there)}( …)?”", f"“{PLACE[1]}”", line)
        if there:
            line = line.replace(there, PLACE[is_quotation])
    return line


def _on_one_line(there: str) -> str:
    """Words as Markdown prints them."""
    return visible(" ".join(there.split()))
