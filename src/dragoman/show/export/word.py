"""The brief as a Word document with footnotes (ECMA-376), written by python-docx.

The library has no footnotes of its own: their part of the package is made here, after section 17.11 of the standard.
"""

import io
import re
import zipfile
from collections.abc import Iterable
from types import ModuleType
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from dragoman.errors import PackageMissing
from dragoman.model.record import Record
from dragoman.show.export.prose import Line, lines
from dragoman.show.markdown import brief_md

if TYPE_CHECKING:
    from docx.document import Document

STYLES = {"title": "Title", "h1": "Heading 1", "h2": "Heading 2", "text": "Normal"}
BULLETS = ("List Bullet", "List Bullet 2", "List Bullet 3")
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
FOOTNOTES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SEPARATORS = (
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>'
)
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The date of every member of the package: the earliest that it can bear, so that a file is the same at any time."""


def word_files(record: Record) -> dict[str, bytes]:
    """``brief.docx``: the lines of ``brief.md``, and each of its references as a footnote of the same number.

    Raises:
        PackageMissing: python-docx is not installed.
    """
    library = load_docx()
    document: Document = library.Document()
    body, notes = lines(NOT_XML.sub("\ufffd", brief_md(record)))
    _prepare(document, library, body[0].text if body else "")
    styles = {name: document.styles[name] for name in (*STYLES.values(), *BULLETS)}
    for line in body:
        paragraph = document.add_paragraph(style=styles[_style(line)])
        for text, bold in line.runs:
            paragraph.add_run(text).bold = bold or None
        for number in line.notes:
            run = paragraph.add_run(style="footnote reference")
            run._r.append(_reference(library, number))  # the library's way to elements it has no call for
    _attach(document, library, notes)
    made = io.BytesIO()
    document.save(made)
    return {"brief.docx": _dateless(made.getvalue())}


def load_docx() -> ModuleType:
    """The library with the parts of it that are used here.

    Raises:
        PackageMissing: it is not installed.
    """
    try:
        import docx
        import docx.enum.style
        import docx.opc.packuri
        import docx.opc.part
        import docx.oxml.parser
    except ImportError as error:
        raise PackageMissing(
            "a Word document needs python-docx; install it with `pip install 'dragoman[export]'`"
        ) from error
    return docx


def _style(line: Line) -> str:
    return BULLETS[min(line.depth, len(BULLETS) - 1)] if line.kind == "bullet" else STYLES[line.kind]


def _prepare(document: "Document", library: ModuleType, title: str) -> None:
    """Names the document, and adds the two styles that footnotes have."""
    properties = document.core_properties
    properties.title, properties.author, properties.comments = title, "Dragoman", ""
    kinds = library.enum.style.WD_STYLE_TYPE
    document.styles.add_style("footnote reference", kinds.CHARACTER).font.superscript = True
    document.styles.add_style("footnote text", kinds.PARAGRAPH)


def _reference(library: ModuleType, number: int) -> object:
    return library.oxml.parser.parse_xml(f'<w:footnoteReference xmlns:w="{SPACE}" w:id="{number}"/>')


def _attach(document: "Document", library: ModuleType, notes: Iterable[tuple[int, str]]) -> None:
    marks = document.styles["footnote reference"].style_id, document.styles["footnote text"].style_id
    text = "".join(_note(number, words, *marks) for number, words in notes)
    xml = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:footnotes xmlns:w="{SPACE}">{SEPARATORS}{text}'
    name = library.opc.packuri.PackURI("/word/footnotes.xml")
    package = document.part.package
    part = library.opc.part.Part(name, CONTENT_TYPE, f"{xml}</w:footnotes>".encode(), package)
    document.part.relate_to(part, FOOTNOTES)


def _note(number: int, words: str, mark: str, style: str) -> str:
    return (
        f'<w:footnote w:id="{number}"><w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
        f'<w:r><w:rPr><w:rStyle w:val="{mark}"/></w:rPr><w:footnoteRef/></w:r>'
        f'<w:r><w:t xml:space="preserve"> {escape(words)}</w:t></w:r></w:p></w:footnote>'
    )


def _dateless(data: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as read, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in read.namelist():
            member = zipfile.ZipInfo(name, EPOCH)
            member.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(member, read.read(name))
    return out.getvalue()
