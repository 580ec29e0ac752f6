"""Models are loaded once for all tests, and no test touches the user's own store or judgements."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

from dragoman.language.parser import Parser, load_parser
from dragoman.reading import Reader, load_reader

# A test's first example compiles patterns and reads lists, which no deadline for one example knows.
settings.register_profile("dragoman", deadline=None)
settings.load_profile("dragoman")
os.environ["DRAGOMAN_STORE"] = ":memory:"
os.environ["DRAGOMAN_JUDGEMENTS"] = os.devnull
# Programs that a test starts run the code that is tested.
os.environ["PYTHONPATH"] = str(Path(__file__).resolve().parent.parent / "src")


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()
