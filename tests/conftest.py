"""Models are loaded once for all tests."""

import pytest

from dragoman.language.parser import Parser, load_parser
from dragoman.reading import Reader, load_reader


@pytest.fixture(scope="session")
def parser() -> Parser:
    return load_parser()


@pytest.fixture(scope="session")
def reader() -> Reader:
    return load_reader()
