"""Profiles from TOML: what stands in them, and what is said where something else does."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman import compile_record
from dragoman.errors import ProfileUnusable
from dragoman.model.profile import NO_PROFILE, Profile, ProfileIssue
from dragoman.run.profile import load_profile

GOOD = """
leave_out = ["next round"]
only = true

[[issue]]
name = "The causeway"
phrases = ["causeway", "coast  road"]
without = ["toll road"]

[[issue]]
name = "Tariffs"
"""


def write(folder: Path, text: str | bytes) -> Path:
    path = folder / "p.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_profile_holds_issues_in_their_order_and_an_issue_is_its_own_first_phrase(tmp_path: Path) -> None:
    assert load_profile(write(tmp_path, GOOD)) == Profile(
        (
            ProfileIssue("The causeway", ("causeway", "coast road"), ("toll road",)),
            ProfileIssue("Tariffs", ("Tariffs",)),
        ),
        ("next round",),
        only=True,
    )


def test_without_a_file_there_is_no_profile() -> None:
    assert load_profile(None) == NO_PROFILE


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("name = [", "is no TOML"),
        (b"name = '\xff'", "is no TOML"),
        ("isues = []", "has the key isues, which is not known; there are: issue, leave_out, only"),
        ("[[issue]]\nname = 'A'\nphrase = []", "issue 1 has the key phrase"),
        ("[[issue]]\nphrases = ['a']", "issue 1 has no name"),
        ("issue = ['a']", "begin it with [[issue]]"),
        ("[issue]\nname = 'A'", "issue of the profile must be a list"),
        ("only = 'yes'", "only of the profile must be true or false"),
        ("leave_out = [1]", "leave_out must hold phrases"),
        ("[[issue]]\nname = 'A'\nphrases = ['…']", "phrases of A must hold phrases"),
        ("[[issue]]\nname = 'A'\n[[issue]]\nname = 'a'", "two issues are called A"),
    ],
)
def test_what_is_no_profile_is_refused_with_what_to_do(tmp_path: Path, text: str | bytes, says: str) -> None:
    with pytest.raises(ProfileUnusable) as raised:
        load_profile(write(tmp_path, text))
    assert says in str(raised.value)


def test_a_file_that_is_not_there_ends_with_status_2_and_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "dragoman", "brief", str(tmp_path), "--profile", str(tmp_path / "none.toml")]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 2
    assert "none.toml cannot be read" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_profile_stands_in_what_made_the_record_and_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Norway said that the causeway was shut.", encoding="utf-8")
    (tmp_path / "profile.toml").write_text('[[issue]]\nname = "The causeway"\nphrases = ["causeway"]', encoding="utf-8")
    record = compile_record([tmp_path], store=":memory:", jobs=1, profile=tmp_path / "profile.toml")
    assert json.loads(record.made.options["profile"])["issues"][0]["name"] == "The causeway"
    assert [row.name for row in record.issues] == ["The causeway"]
    assert [row.source for row in record.articles] == ["a.txt"]
    assert not record.dropped
    assert "profile" not in compile_record([tmp_path], store=":memory:", jobs=1).made.options
