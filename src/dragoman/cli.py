"""The command line."""

from pathlib import Path
from typing import Annotated

import typer

from dragoman.errors import DragomanError
from dragoman.model.codec import dump, load
from dragoman.run import compile_record
from dragoman.show import brief_md
from dragoman.verify import copies, verify_record

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
Paths = Annotated[list[Path], typer.Argument(help="Folders and files of articles.")]


@app.command()
def brief(paths: Paths, out: Annotated[Path, typer.Option(help="The folder to write into.")] = Path("out")) -> None:
    """Compile articles to a brief."""
    record = compile_record(paths)
    out.mkdir(parents=True, exist_ok=True)
    (out / "record.json").write_bytes(dump(record))
    (out / "brief.md").write_text(brief_md(record), encoding="utf-8")
    typer.echo(f"{len(record.articles)} articles, {len(record.statements)} statements: {out / 'brief.md'}")


@app.command()
def verify(
    file: Path, texts: Annotated[Path, typer.Option(help="A folder with independent copies of the texts.")]
) -> None:
    """Hold a record against independent copies of the texts."""
    wrong = list(verify_record(load(file.read_bytes()), copies(texts)))
    for line in wrong:
        typer.echo(line)
    raise typer.Exit(1 if wrong else 0)


def main() -> None:
    """Run the command line; errors that the user can mend end with exit status 2 and one line."""
    try:
        app()
    except DragomanError as error:
        typer.echo(f"dragoman: {error}", err=True)
        raise SystemExit(2) from error
