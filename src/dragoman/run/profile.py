"""A reader's profile: a TOML file that names, joins and orders issues (``docs/profile.md``)."""

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from dragoman.errors import ProfileUnusable
from dragoman.model.profile import NO_PROFILE, Profile, ProfileIssue

KEYS = {"issue": list, "leave_out": list, "only": bool}
ISSUE_KEYS = {"name": str, "phrases": list, "without": list}
KINDS = {list: "a list", str: "words between quotation marks", bool: "true or false"}


def load_profile(path: str | Path | None) -> Profile:
    """The profile in the file; none where no file is named.

    Raises:
        ProfileUnusable: the file cannot be read, is no TOML, or holds what no profile has; the message says what.
    """
    if path is None:
        return NO_PROFILE
    try:
        table = tomllib.loads(Path(path).read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ProfileUnusable(f"{path} cannot be read ({error.strerror}); name another file with --profile") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProfileUnusable(f"{path} is no TOML ({error}); mend the line, or see docs/profile.md") from error
    _check(path, "the profile", table, KEYS)
    rows = table.get("issue", [])
    issues = tuple(_issue(path, row, number) for number, row in enumerate(rows, 1))
    names = [issue.name.casefold() for issue in issues]
    if twice := next((issue.name for issue in issues if names.count(issue.name.casefold()) > 1), None):
        raise ProfileUnusable(f"{path}: two issues are called {twice}; make them one, with the phrases of both")
    return Profile(issues, _phrases(path, "leave_out", table.get("leave_out", [])), bool(table.get("only", False)))


def _issue(path: str | Path, row: object, number: int) -> ProfileIssue:
    where = f"issue {number}"
    if not isinstance(row, dict):
        raise ProfileUnusable(f"{path}: {where} is no table; begin it with [[issue]] on a line of its own")
    table = cast("dict[str, Any]", row)
    _check(path, where, table, ISSUE_KEYS)
    name = table.get("name", "").strip()
    if not name:
        raise ProfileUnusable(f'{path}: {where} has no name; add name = "..."')
    phrases = _phrases(path, f"phrases of {name}", table.get("phrases", [name]))
    return ProfileIssue(name, phrases, _phrases(path, f"without of {name}", table.get("without", [])))


def _check(path: str | Path, where: str, table: dict[str, Any], keys: Mapping[str, type]) -> None:
    for key, value in table.items():
        if key not in keys:
            known = ", ".join(sorted(keys))
            raise ProfileUnusable(f"{path}: {where} has the key {key}, which is not known; there are: {known}")
        if not isinstance(value, keys[key]):
            raise ProfileUnusable(f"{path}: {key} of {where} must be {KINDS[keys[key]]}")


def _phrases(path: str | Path, where: str, rows: list[Any]) -> tuple[str, ...]:
    if not all(isinstance(row, str) and any(map(str.isalnum, row)) for row in rows):
        raise ProfileUnusable(f"{path}: {where} must hold phrases, each between quotation marks")
    return tuple(" ".join(row.split()) for row in rows)
