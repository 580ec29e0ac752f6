"""Bytes become text as they stand, or a reason."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.decode import binary, decode
from tests.clean.texts import BODY, article, dropped

RUSSIAN = "Министры иностранных дел Велмара и Остранда встретились в столице и договорились продолжить переговоры. " * 3
FRENCH = (
    "Les ministres se sont réunis à Carrow et ont décidé de poursuivre les négociations après l'été, même à Noël. " * 3
)


@given(st.text().filter(lambda text: not text.startswith("\ufeff")))
def test_utf_8_is_decoded_to_the_same_text(text: str) -> None:
    assert decode(text.encode()) == text


# A mark of UTF-16 and NUL after it are the mark of UTF-32: those four bytes are a text of neither.
@given(st.text(min_size=1).filter(lambda text: text[0] != "\0"), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_tells_the_encoding_and_is_removed(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


@given(st.binary(max_size=2000))
def test_any_bytes_are_decoded_or_not_without_an_error(data: bytes) -> None:
    assert isinstance(binary(data), str)
    text = decode(data)
    assert text is None or isinstance(text.encode(), bytes)


@pytest.mark.parametrize("text", ["a\r\nb\rc\u2028d", "a\0b and so on", " \t x\n\n"])
def test_neither_line_ends_nor_nul_are_changed(text: str) -> None:
    assert article(text).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (FRENCH, "cp1252"),
        ("“No,” he said – and left…", "cp1252"),
        (BODY, "utf-16-le"),
        (BODY, "utf-16-be"),
    ],
)
def test_other_encodings_are_recognised(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_one_torn_character_does_not_turn_the_others_into_another_encoding() -> None:
    assert decode(RUSSIAN.encode() + b"\xd0") == RUSSIAN + "\ufffd"


def test_a_page_may_declare_its_encoding_and_no_other_codec() -> None:
    data = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}'.encode("cp1251")
    assert RUSSIAN in str(decode(data, markup=True))
    assert decode(b'<meta charset="unicode_escape">\\x41', markup=True) == '<meta charset="unicode_escape">\\x41'


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n1 0 obj", "a PDF file"),
        (b"PK\x03\x04\x14\0\x06\0", "a ZIP archive"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "an image"),
        (bytes(range(256)) * 20, "binary data"),
        (b"\0" * 400, "binary data"),
    ],
)
def test_what_is_no_text_is_dropped(data: bytes, reason: str) -> None:
    assert dropped(data).reason.startswith(reason)


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_dropped(data: bytes) -> None:
    assert dropped(data).reason == "empty"
