"""Languages are told from little evidence, and not from none."""

import subprocess
import sys

import pytest

from dragoman.language.langid import identify, language_code, language_name

ENGLISH = (
    "The ministers of the two states met in Carrow, and they said that their talks with the mediators would go on. "
    "Nobody knows what they were about."
)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (ENGLISH, "en"),
        ("Die Minister beider Staaten trafen sich am Mittwoch in der Hauptstadt und wollen weiter verhandeln.", "de"),
        (
            "Los ministros se reunieron el miércoles en la capital y acordaron seguir negociando la semana próxima.",
            "es",
        ),
        ("Министры встретились в столице и договорились продолжить переговоры.", "ru"),
        ("大臣たちは首都で会談し、交渉を続けることで合意した。", "ja"),
        ("Նախարարները հանդիպեցին մայրաքաղաքում և պայմանավորվեցին շարունակել։", "hy"),
        ("Carrow, 14 May 2031", None),
        ("No deal.", None),
        ("", None),
        ("240\n0\n***", None),
    ],
)
def test_a_language_is_told_where_there_is_evidence(text: str, language: str | None) -> None:
    assert identify(text).language == language


def test_english_is_told_without_the_model() -> None:
    code = f"""
import sys
from dragoman.language.langid import identify
assert identify({ENGLISH!r}).language == "en"
assert not any(name.startswith("py3langid") for name in sys.modules)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize(
    ("written", "code"),
    [("en-GB", "en"), ("en_US", "en"), ("English", "en"), ("ENG", "en"), ("fre", "fr"), ("ru", "ru"), ("x-own", "x")],
)
def test_a_language_may_be_written_in_many_ways(written: str, code: str) -> None:
    assert language_code(written) == code


def test_a_language_has_its_english_name() -> None:
    assert (language_name("hy"), language_name("tlh")) == ("Armenian", "tlh")
