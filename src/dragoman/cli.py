"""The command line. Each command imports what it needs when it is called, so that ``--help`` is quick."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from dragoman.config import MAX_SECONDS, ONE_THREAD
from dragoman.errors import DragomanError, InputNotFound
from dragoman.model.reading import AttributionReader

if TYPE_CHECKING:
    from dragoman.model.record import Record
    from dragoman.run import How
    from dragoman.run.options import Progress

Format = Literal["csv", "jsonl", "annotations", "ics", "docx", "parquet", "ninjs", "ftm"]
app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="Compiles what many outlets report about one diplomatic process into one record that leads back to the words.",
)
STDOUT = Path("-")
Paths = Annotated[list[Path], typer.Argument(help="Folders and files of articles; - reads standard input.")]
Store = Annotated[
    str | None, typer.Option(help="The file that keeps texts and readings; :memory: keeps nothing.", metavar="PATH")
]
Jobs = Annotated[int | None, typer.Option(min=1, help="Reading processes; by default one a core.")]
Attribution = Annotated[
    AttributionReader,
    typer.Option(help="Who reads statements: the trained model with the rules' help, or the rules alone."),
]
MaxSeconds = Annotated[float, typer.Option(min=0.001, help="An article that takes longer stays without findings.")]
JudgementWord = Annotated[
    str | None,
    typer.Argument(
        help="same, not-same, speaker, not-a-statement, not-a-commitment, not-an-allegation, split, join, date, "
        "outlet, occasion, origin, or undo."
    ),
]
JudgementsFile = Annotated[
    Path | None, typer.Option(help="The file of judgements; by default one in the user's data folder.", metavar="FILE")
]
ProfileFile = Annotated[
    Path | None, typer.Option(help="A TOML file that names, joins and orders issues.", metavar="FILE")
]
Instruments = Annotated[
    Path | None,
    typer.Option(
        help="A folder of agreements, statements and treaties themselves, as text or web pages.", metavar="DIR"
    ),
]

Since = Annotated[Path | None, typer.Option(help="An older record: what is new, changed and withdrawn comes first.")]
Without = Annotated[
    list[str] | None,
    typer.Option(help="Leave this outlet out, and say first what falls; may be repeated.", metavar="OUTLET"),
]
Headings = Annotated[
    Path | None, typer.Option(help="A file of headings for things with several names (TOML).", metavar="FILE")
]
NoTexts = Annotated[
    bool, typer.Option("--no-texts", help="Leave the articles' texts out of brief.html but for what it cites.")
]
Meetings = Annotated[bool, typer.Option("--meetings", help="The ledger of meetings, in order of time.")]
Claims = Annotated[
    bool, typer.Option("--claims", help="What is contested, and what several origins or both sides say, by article.")
]
Allegations = Annotated[bool, typer.Option("--allegations", help="Who accuses whom, and who answers.")]
Positions = Annotated[
    bool, typer.Option("--positions", help="What each actor, or the one named, said on each issue through time.")
]
Together = Annotated[
    bool, typer.Option("--together", help="With --positions: persons under the state whose office they held.")
]
Commitments = Annotated[
    bool, typer.Option("--commitments", help="Who is reported to have undertaken what, and on whose word.")
]
Figures = Annotated[bool, typer.Option("--figures", help="The numbers, with others of the same thing.")]
Documents = Annotated[
    bool, typer.Option("--instruments", help="The documents that the articles name, and who invokes them.")
]
Names = Annotated[bool, typer.Option("--names", help="The names for one thing, by outlet and voice.")]
LeftOut = Annotated[
    bool, typer.Option("--left-out", help="The attributions that the brief leaves out, with kind and confidence.")
]


@app.command()
def brief(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The folder to write into.")] = Path("out"),
    since: Since = None,
    without: Without = None,
    names: Headings = None,
    instruments: Instruments = None,
    no_texts: NoTexts = False,
    judgements: JudgementsFile = None,
    profile: ProfileFile = None,
    store: Store = None,
    jobs: Jobs = None,
    max_seconds: MaxSeconds = MAX_SECONDS,
    attribution: Attribution = "model",
) -> None:
    """Compile articles to a brief: brief.html, brief.md and record.json.

    Exit status 1 where no article was found; the record then holds what was dropped, and why. Exit status 2 where no
    article is of an outlet to be left out.
    """
    from dragoman.model.codec import dump, load
    from dragoman.run.output import writable, write
    from dragoman.show import brief_html, brief_md, difference
    from dragoman.show.naming import display_names
    from dragoman.show.without import without as falls
    from dragoman.show.without import without_lines

    writable(out)
    old = load(_bytes(since)) if since else None
    headings = display_names(_bytes(names).decode("utf-8", "replace")) if names else None
    how = _how(judgements, profile, store, jobs, max_seconds, attribution, instruments)
    whole, record = _compiled(paths, how, without or ())
    changes = difference(old, record) if old else None
    fallen = falls(whole, record) if without else None
    files = {
        "brief.html": brief_html(record, texts=not no_texts, since=changes, without=fallen, headings=headings).encode(),
        "brief.md": brief_md(record, changes, fallen, headings).encode(),
        "record.json": dump(record),
    }
    write(out, files)
    for line in without_lines(fallen) if fallen else ():
        typer.echo(line)
    _end(record, [out / name for name in files])


@app.command("compile")
def compile_(
    paths: Paths,
    out: Annotated[Path, typer.Option(help="The file to write; - writes to standard output.")] = Path("record.json"),
    instruments: Instruments = None,
    judgements: JudgementsFile = None,
    profile: ProfileFile = None,
    store: Store = None,
    jobs: Jobs = None,
    max_seconds: MaxSeconds = MAX_SECONDS,
    attribution: Attribution = "model",
) -> None:
    """Compile articles to a record alone."""
    from dragoman.model.codec import dump
    from dragoman.run.output import writable, write

    if out != STDOUT:
        writable(out.parent)
    record, _ = _compiled(paths, _how(judgements, profile, store, jobs, max_seconds, attribution, instruments))
    if out == STDOUT:
        sys.stdout.buffer.write(dump(record))
    else:
        write(out.parent, {out.name: dump(record)})
    _end(record, [out])


@app.command()
def stories(
    paths: Paths,
    stream: Annotated[
        bool, typer.Option("--stream", help="Place the articles one by one, in order of date, the undated last.")
    ] = False,
    repair: Annotated[
        int, typer.Option(min=1, help="With --stream: repair after so many articles each time, and after the last.")
    ] = 80,
    judgements: JudgementsFile = None,
    store: Store = None,
    jobs: Jobs = None,
    max_seconds: MaxSeconds = MAX_SECONDS,
    attribution: Attribution = "model",
) -> None:
    """Print which articles report one occasion: {"story", "articles"} a line, as brief groups them.

    With --stream {"article", "date", "story"} a line, the story being that in which it was placed as it came, and
    {"repaired", "moved"} for each repair, moved being {"article", "before", "after"}. Judgements are not replayed then.
    Exit status 1 where no article was found.
    """
    from dragoman.run import read
    from dragoman.run.stories import line, streamed_stories, whole_stories
    from dragoman.run.summary import dropped_lines

    if stream and judgements:
        raise typer.BadParameter("judgements are not replayed with --stream; leave out one of the two")
    with _progress() as progress:
        articles, dropped = read(
            paths, store=store, jobs=jobs, max_seconds=max_seconds, progress=progress, attribution=attribution
        )
    rows, lost = (streamed_stories(articles, repair), []) if stream else whole_stories(articles, judgements)
    for row in rows:
        typer.echo(line(row))
    for said in dropped_lines([*dropped, *lost]):
        typer.echo(said, err=True)
    if not articles:
        raise typer.Exit(1)


@app.command()
def show(
    record: Annotated[Path, typer.Argument(help="A record.json.")],
    actor: Annotated[str | None, typer.Option(help="The name or id of one actor.")] = None,
    story: Annotated[str | None, typer.Option(help="The id of one story.")] = None,
    article: Annotated[str | None, typer.Option(help="The id, source or outlet of one article.")] = None,
    meetings: Meetings = False,
    claims: Claims = False,
    allegations: Allegations = False,
    instruments: Documents = False,
    positions: Positions = False,
    issue: Annotated[str | None, typer.Option(help="The name of one issue, for --positions.")] = None,
    together: Together = False,
    commitments: Commitments = False,
    figures: Figures = False,
    names: Names = False,
    left_out: LeftOut = False,
) -> None:
    """Read a record in the terminal."""
    from rich.console import Console

    from dragoman.model.codec import load
    from dragoman.show.ledgers import asked_ledger
    from dragoman.show.position_lines import show_positions
    from dragoman.show.terminal import show_rich

    found = load(_bytes(record))
    ledgers = {"meetings": meetings, "claims": claims, "allegations": allegations, "commitments": commitments}
    more = {"instruments": instruments, "figures": figures, "names": names, "left_out": left_out}
    text = asked_ledger(found, **ledgers, **more)
    if text is None and (positions or issue):
        text = show_positions(found, actor=actor, issue=issue, together=together)
    elif text is None:
        text = show_rich(found, actor=actor, story=story, article=article)
    Console(soft_wrap=not sys.stdout.isatty()).print(text, end="", highlight=False)


@app.command()
def verify(
    file: Annotated[Path, typer.Argument(help="A brief.html, brief.md or record.json.")],
    texts: Annotated[Path | None, typer.Option(help="A folder with independent copies of the texts.")] = None,
    embedded: Annotated[bool, typer.Option("--embedded", help="Use the texts inside the file itself.")] = False,
    store: Store = None,
) -> None:
    """Hold a brief or a record against independent copies of its texts.

    Exit status 1 where something in the file is not where the file says, 2 where a text has no independent copy.
    """
    from dragoman.run.copies import Copies
    from dragoman.verify import verify as verified

    report = verified(_bytes(file), None if embedded else Copies([texts] if texts else [], store))
    for line in report.lines():
        typer.echo(line)
    raise typer.Exit(report.status)


@app.command()
def match(
    left: Annotated[Path, typer.Argument(help='A list of statements: {"id", "text"} a line.')],
    right: Annotated[Path, typer.Argument(help="The list to match it with.")],
) -> None:
    """Match two lists of statements across translations: {"left", "right", "score"} a line."""
    from dragoman.run.match import match, read_lines, understood

    lists = [read_lines(left), read_lines(right)]
    left_out = sum(len(lines) - len(understood(lines)) for lines in lists)
    for found in match(*lists):
        typer.echo(json.dumps(found._asdict(), ensure_ascii=False))
    if left_out:
        typer.echo(f"left out: {left_out} texts in languages that the sentence encoder was not made for", err=True)


@app.command()
def forget(
    path: Annotated[Path | None, typer.Argument(help="The folder or file whose articles to forget.")] = None,
    everything: Annotated[bool, typer.Option("--all", help="Forget all texts and readings.")] = False,
    store: Store = None,
) -> None:
    """Remove stored texts and readings."""
    from dragoman.config import store_path
    from dragoman.run.gather import origin
    from dragoman.store.sqlite import SqliteStore

    if (path is None) != everything:
        raise typer.BadParameter("name a path, or --all")
    with SqliteStore(store_path(store)) as kept:
        gone = kept.forget(None if path is None else origin(path))
    typer.echo(f"{gone} {'text' if gone == 1 else 'texts'} forgotten")


@app.command()
def judge(
    kind: JudgementWord = None,
    record: Annotated[
        str | None, typer.Argument(help="The record.json in which you saw it; of undo, the judgement's id.")
    ] = None,
    what: Annotated[
        list[str] | None,
        typer.Argument(help="What it is about: ids or names; ROW@ARTICLE for one article's part, ARTICLE:START-END."),
    ] = None,
    by: Annotated[str | None, typer.Option(help="Who judges.", metavar="NAME")] = None,
    because: Annotated[str | None, typer.Option(help="Why.", metavar="TEXT")] = None,
    judgements: JudgementsFile = None,
    show_all: Annotated[
        bool, typer.Option("--list", help="List the judgements; with a record, what each changed in it.")
    ] = False,
) -> None:
    """Correct a record: a judgement is kept in a file and replayed at every compilation.

    Exit status 1 of --list where a judgement no longer applies to the record, or a line of the file is damaged.
    """
    from dragoman.config import judgements_path
    from dragoman.errors import NotJudged
    from dragoman.model.codec import load
    from dragoman.run.judge import Person, judge, undo
    from dragoman.run.judgements import append_judgement, load_judgements, now
    from dragoman.show.judgements import judgement_lines, no_longer

    file = judgements_path(judgements)
    if show_all:
        found, asked = load_judgements(file, named=judgements is not None), load(_bytes(Path(kind))) if kind else None
        for line in [*judgement_lines(found, asked)] or [f"there are no judgements in {file}"]:
            typer.echo(line)
        raise typer.Exit(1 if found.troubles or (asked and no_longer(found, asked)) else 0)
    if kind is None or record is None:
        raise typer.BadParameter("give a kind, a record and what it is about, or --list")
    if not by or not by.strip():
        raise NotJudged("a judgement is somebody's: give your name with --by")
    person = Person(by.strip(), because or None, now())
    if kind == "undo":
        made = undo(load_judgements(file).judgements, record, person)
    else:
        made = judge(load(_bytes(Path(record))), kind, what or [], person)
    append_judgement(file, made)
    typer.echo(f"{made.id}  {made.kind}; written to {file}; compile again to see what it changes")


@app.command("review")
def review_(
    record: Annotated[Path, typer.Argument(help="A record.json.")],
    most: Annotated[int, typer.Option(min=1, help="How many to list.")] = 20,
) -> None:
    """List the joins whose reversal would change most in the brief, each with the judgement that reverses it."""
    from dragoman.model.codec import load
    from dragoman.show.review import review, review_lines

    for line in review_lines(review(load(_bytes(record)), most), str(record)):
        typer.echo(line)


@app.command()
def export(
    record: Annotated[Path, typer.Argument(help="A record.json.")],
    form: Annotated[Format, typer.Option("--format", help="For which programs.", metavar="FORMAT")],
    out: Annotated[Path, typer.Option(help="The folder to write into.")] = Path("export"),
) -> None:
    """Write a record for other programs: tables, and what other standards can hold (`docs/exports.md`)."""
    from dragoman.model.codec import load
    from dragoman.run.output import writable, write
    from dragoman.show.export import exported

    files = exported(load(_bytes(record)), form)
    writable(out)
    write(out, files)
    for name in files:
        typer.echo(f"written: {out / name}")


def main() -> None:
    """Run the command line; errors that the user can mend end with exit status 2 and one line."""
    for name, value in ONE_THREAD.items():
        os.environ.setdefault(name, value)  # before numpy is imported, which looks once
    try:
        app()
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        raise SystemExit(2) from error


def _version(wanted: bool) -> None:
    from importlib.metadata import version

    if wanted:
        typer.echo(f"dragoman {version('dragoman')}")
        raise typer.Exit


@app.callback()
def _options(
    _: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")] = False,
) -> None: ...


def _how(  # the options that the commands share
    judgements: Path | None,
    profile: Path | None,
    store: str | None,
    jobs: int | None,
    max_seconds: float,
    attribution: AttributionReader,
    instruments: Path | None,
) -> "How":
    return {
        "judgements": judgements,
        "profile": profile,
        "store": store,
        "jobs": jobs,
        "max_seconds": max_seconds,
        "attribution": attribution,
        "instruments": instruments,
    }


def _compiled(paths: list[Path], how: "How", without: Sequence[str] = ()) -> "tuple[Record, Record]":
    """The record of all articles, and the one without the outlets."""
    from dragoman.run import compile_without

    with _progress() as progress:
        how["progress"] = progress
        return compile_without(paths, without, **how)


@contextmanager
def _progress() -> Iterator["Progress"]:
    """A bar on a terminal; nothing in a pipe."""
    from dragoman.run.options import silent

    if not sys.stderr.isatty():
        yield silent
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda read, found: bar.update(task, completed=read, total=found)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise InputNotFound(f"{file} cannot be read ({error.strerror})") from error


def _end(record: "Record", files: list[Path]) -> None:
    """Says what was found and written; on standard error where the record itself went to standard output."""
    from dragoman.run.summary import summary

    aside = files == [STDOUT]
    typer.echo(summary(record), err=aside)
    for file in files if not aside else ():
        typer.echo(f"written: {file}")
    if not record.articles:
        raise typer.Exit(1)
