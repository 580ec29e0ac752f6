"""What can go wrong in a way that the user can mend. Each message says what to do."""


class DragomanError(Exception):
    """The root of all errors that Dragoman raises on purpose."""


class InputNotFound(DragomanError):
    """A path that was named does not exist."""


class ModelMissing(DragomanError):
    """A model that the work needs is not installed, or is not the one that was measured."""


class RecordUnreadable(DragomanError):
    """A file is not a record."""


class StoreUnusable(DragomanError):
    """The store cannot be opened or written."""


class Unverifiable(DragomanError):
    """A file that is to be verified is none that can be."""


class OutletUnknown(DragomanError):
    """No article is of the outlet that was named."""


class OutputUnwritable(DragomanError):
    """The output cannot be written."""


class WorkersFailed(DragomanError):
    """Reading processes could not be started."""


class NamesUnreadable(DragomanError):
    """The file of display names cannot be read."""


class NotInRecord(DragomanError):
    """What was asked for is not in the record."""


class PackageMissing(DragomanError):
    """An optional package that the work needs is not installed."""


class JudgementsUnusable(DragomanError):
    """The file of judgements cannot be read or written."""


class NotJudged(DragomanError):
    """A judgement cannot be made of what was given."""


class ProfileUnusable(DragomanError):
    """The profile cannot be read, or says what no profile says."""
