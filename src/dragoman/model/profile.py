"""What a reader says about issues: which there are, what they are called, in which order, and which are left out."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class ProfileIssue:
    """One issue as a reader names it. ``phrases`` are the phrases that belong to it, in whatever spelling or number;
    those of ``without`` do not, though one of ``phrases`` stands in them.
    """

    name: str
    phrases: tuple[str, ...]
    without: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """Issues in the order in which tables show them; with ``only`` no others are shown. ``leave_out`` are phrases that
    name no issue.
    """

    issues: tuple[ProfileIssue, ...] = ()
    leave_out: tuple[str, ...] = ()
    only: bool = False

    def as_text(self) -> str:
        """The profile as one line of JSON, the same for the same profile however its file is laid out."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


NO_PROFILE = Profile()
