"""The ledgers that a reader may ask for in the terminal, by name."""

from collections.abc import Callable, Mapping

from rich.table import Table
from rich.text import Text

from dragoman.model.record import Record
from dragoman.show.allegation_table import show_allegations
from dragoman.show.commitments import show_commitments
from dragoman.show.figures import show_figures
from dragoman.show.left_out import show_left_out
from dragoman.show.terminal import show_claims, show_instruments, show_meetings, show_names

LEDGERS: Mapping[str, Callable[[Record], Text | Table]] = {
    "meetings": show_meetings,
    "claims": show_claims,
    "allegations": show_allegations,
    "commitments": show_commitments,
    "instruments": show_instruments,
    "figures": show_figures,
    "names": show_names,
    "left_out": show_left_out,
}


def asked_ledger(record: Record, **wanted: bool) -> Text | Table | None:
    """The first ledger, in the order of ``LEDGERS``, whose name is wanted; nothing where none is."""
    return next((shown(record) for name, shown in LEDGERS.items() if wanted.get(name)), None)
