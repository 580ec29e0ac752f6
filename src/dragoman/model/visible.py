"""Characters that cannot be seen or that turn lines around, shown as marks: one code point for one, so offsets stay."""

import re

SUBSTITUTE = "\N{SYMBOL FOR SUBSTITUTE FORM TWO}"
_UNSEEN = (
    (0x80, 0x9F),  # C1 controls
    (0x034F, 0x034F),  # combining grapheme joiner
    (0x061C, 0x061C),  # Arabic letter mark
    (0x115F, 0x1160),  # Hangul fillers
    (0x180E, 0x180E),  # Mongolian vowel separator
    (0x200B, 0x200F),  # zero-width characters and direction marks
    (0x2028, 0x202E),  # line and paragraph separators, embeddings and overrides of direction
    (0x2060, 0x206F),  # word joiner, invisible operators, isolates of direction
    (0x3164, 0x3164),  # Hangul filler
    (0xD800, 0xDFFF),  # surrogates, which no UTF-8 file can hold
    (0xFEFF, 0xFEFF),  # byte-order mark inside a text
    (0xFFF9, 0xFFFB),  # interlinear annotation
    (0xE0000, 0xE007F),  # tags
)
MARKS: dict[int, str] = {
    **{code: chr(0x2400 + code) for code in range(0x20) if code not in b"\t\n\r"},
    0x7F: "\N{SYMBOL FOR DELETE}",
    **{code: SUBSTITUTE for first, last in _UNSEEN for code in range(first, last + 1)},
}
"""Code points to the marks they are shown as; tab, line feed and carriage return stay."""

UNSEEN = re.compile("[" + "".join(f"\\U{code:08x}" for code in sorted(MARKS)) + "]")
"""One character that is shown as a mark."""


def visible(text: str) -> str:
    """The text with controls, characters without width and marks of direction shown, of the same length.

    Controls become their pictures (U+2400 to U+2421), all others U+2426, after the practice of Unicode Technical
    Report 36 (section 2.10) to show what a reader could not see.
    """
    return text.translate(MARKS)
