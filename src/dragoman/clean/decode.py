"""A page's bytes as text: byte-order mark removed, no newline translation, NUL kept."""

import codecs
import re

from charset_normalizer import from_bytes

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "an image"),
    (b"GIF8", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\x7fELF", "a program"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (rb"{\rtf", "a rich-text file"),
)
SAMPLE = 65_536
CONTROL = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
NOT_ASCII = re.compile(rb"[\x80-\xff]+")
PUNCTUATION = re.compile(rb"[\x85\x91-\x97\xa0\xab\xbb]+")
"""Bytes that are the same dashes, quotation marks and spaces in all of Windows' encodings for European languages."""
DECLARED = re.compile(
    rb"<meta[^<>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{3,20})|<\?xml[^<>]{0,100}?encoding=[\"']([\w-]{3,20})",
    re.IGNORECASE,
)
COMMON = ("cp1252", "cp1251", "cp1250", "cp1254", "cp1253")
KNOWN = re.compile(
    r"utf-?8|iso-8859-\d+|latin-?[19]|windows-\d+|cp\d+|koi8-[ru]|gb(?:k|2312|18030)|big5|shift_jis|euc-(?:jp|kr)|us-ascii|ascii"
)
"""Encodings that a page may declare; Python knows others that are no encodings of text."""


def binary(data: bytes) -> str:
    """What the bytes are, where they are no text; else nothing."""
    for start, name in FORMATS:
        if data.startswith(start):
            return name
    if _marked(data) or _wide(data):
        return ""
    sample = data[:SAMPLE]
    controls, nuls = len(CONTROL.findall(sample)), sample.count(0)
    strange = controls + nuls > 0.3 * len(sample) if _is_utf8(sample) else max(controls * 5, nuls) > 0.1 * len(sample)
    return "binary data" if strange else ""


def decode(data: bytes, *, markup: bool = False) -> str | None:
    """The text, or nothing where no known encoding fits. ``markup`` may declare its encoding itself.

    UTF-8 with a few broken bytes is read as UTF-8, those bytes as U+FFFD: one torn character must not turn all others
    into those of another encoding.
    """
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if wide := _wide(data):
        return data.decode(wide, "replace")
    declared = _declared(data) if markup else None
    for encoding in filter(None, (declared, "utf-8")):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return _guessed(data)


def _guessed(data: bytes) -> str | None:
    """The text in an encoding that nothing declares."""
    runs = NOT_ASCII.findall(data)
    torn = data.decode("utf-8", "replace")
    if torn.count("\ufffd") <= 0.02 * sum(map(len, runs)):
        return torn
    if all(PUNCTUATION.fullmatch(run) for run in runs):
        return data.decode("cp1252", "replace")
    first = NOT_ASCII.search(data)
    start = max(0, (first.start() if first else 0) - SAMPLE // 4)
    encoding = _likely(data[start : start + SAMPLE])
    return None if encoding is None else data.decode(encoding, "replace").removeprefix("\ufeff")


def _likely(sample: bytes) -> str | None:
    """The likeliest encoding. Those of one alphabet can hardly be told apart: among equals the commonest is taken."""
    matches = from_bytes(sample)
    best = matches.best()
    if best is None:
        return None
    equal = {
        name
        for match in matches
        if match.chaos <= best.chaos + 0.01 and match.coherence >= best.coherence - 0.02
        for name in match.could_be_from_charset
    }
    return next((name for name in COMMON if name in equal), best.encoding)


def _marked(data: bytes) -> bool:
    return any(data.startswith(mark) for mark, _ in MARKS)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte-order mark: in European text every other byte is zero."""
    sample = data[:4000]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0) / len(sample[::2]), sample[1::2].count(0) / len(sample[1::2])
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _is_utf8(sample: bytes) -> bool:
    """Whether the sample, of which the last character may be torn, is UTF-8."""
    try:
        codecs.getincrementaldecoder("utf-8")().decode(sample)
    except UnicodeDecodeError:
        return False
    return True


def _declared(data: bytes) -> str | None:
    match = DECLARED.search(data[:4000])
    if match is None:
        return None
    name = (match[1] or match[2]).decode("ascii").lower()
    # Browsers read Latin 1 as Windows' extension of it, which is what pages that declare it hold.
    return {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "us-ascii": "cp1252"}.get(
        name, name if KNOWN.fullmatch(name) else None
    )
