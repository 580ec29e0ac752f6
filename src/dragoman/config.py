"""What a user can set, and where Dragoman keeps its files."""

import os
from pathlib import Path

from platformdirs import user_data_path

STORE_VARIABLE = "DRAGOMAN_STORE"
JUDGEMENTS_VARIABLE = "DRAGOMAN_JUDGEMENTS"
MEMORY = ":memory:"
"""The store that is forgotten when the run ends."""

ONE_THREAD = dict.fromkeys(
    ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "VECLIB_MAXIMUM_THREADS", "NUMEXPR_NUM_THREADS"), "1"
)
"""Two thread pools on two busy cores starve each other: the processes are the parallelism. numpy's small products are
several times slower where its threads wait for each other.
"""

MAX_SECONDS = 60.0
"""The time that one article may take before it is left unread."""

MAX_CHARACTERS = 1_000_000
"""Longer texts are not read: no news report is, and the parser's memory grows with its text."""


def store_path(given: str | Path | None = None) -> str:
    """The store's file: the one given, else what ``DRAGOMAN_STORE`` names, else one in the user's data folder."""
    named = str(given) if given is not None else os.environ.get(STORE_VARIABLE)
    return named or str(user_data_path("dragoman", appauthor=False) / "store.sqlite")


def cores() -> int:
    """How many processor cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def judgements_path(given: str | Path | None = None) -> Path:
    """The file of judgements: the one given, else what ``DRAGOMAN_JUDGEMENTS`` names, else one in the user's folder."""
    named = str(given) if given is not None else os.environ.get(JUDGEMENTS_VARIABLE)
    return Path(named) if named else user_data_path("dragoman", appauthor=False) / "judgements.jsonl"
