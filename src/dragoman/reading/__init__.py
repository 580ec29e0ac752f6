"""An article in, a reading out; one file per kind of finding."""

from dragoman.reading.reader import Reader, load_reader, models, version

__all__ = ["Reader", "load_reader", "models", "version"]
