"""An article in, a reading out; one file per kind of finding."""

from dragoman.reading.reader import VERSION, Reader, load_reader, models

__all__ = ["VERSION", "Reader", "load_reader", "models"]
