"""The record for other programs, one file a format."""

from collections.abc import Callable

from dragoman.model.record import Record
from dragoman.show.export.annotations import annotation_files
from dragoman.show.export.calendar import calendar_files
from dragoman.show.export.entities import entity_files
from dragoman.show.export.lines import csv_files, jsonl_files
from dragoman.show.export.newsitem import newsitem_files
from dragoman.show.export.parquet import parquet_files
from dragoman.show.export.word import word_files

FORMATS: dict[str, Callable[[Record], dict[str, bytes]]] = {
    "csv": csv_files,
    "jsonl": jsonl_files,
    "annotations": annotation_files,
    "ics": calendar_files,
    "docx": word_files,
    "parquet": parquet_files,
    "ninjs": newsitem_files,
    "ftm": entity_files,
}


def exported(record: Record, form: str) -> dict[str, bytes]:
    """The files of this format by name; the same record gives the same bytes.

    Raises:
        PackageMissing: the format needs an optional package that is not installed.
    """
    return FORMATS[form](record)
