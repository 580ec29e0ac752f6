"""The ordered plan: from paths to a record."""

from collections.abc import Iterable, Sequence
from importlib import metadata
from pathlib import Path
from typing import NamedTuple, TypedDict, Unpack

from dragoman.compare import compare
from dragoman.config import MAX_CHARACTERS, MAX_SECONDS, cores, judgements_path, store_path
from dragoman.errors import InputNotFound, OutletUnknown
from dragoman.model.article import Article, Dropped
from dragoman.model.profile import NO_PROFILE, Profile
from dragoman.model.reading import AttributionReader, ReadArticle
from dragoman.model.record import Made, Record
from dragoman.record import fold
from dragoman.run.cache import made_by
from dragoman.run.gather import gather
from dragoman.run.judgements import left_out, load_judgements
from dragoman.run.options import Options, Progress, silent
from dragoman.run.profile import load_profile
from dragoman.run.readings import Desk
from dragoman.store.sqlite import SqliteStore

Paths = str | Path | Iterable[str | Path]


class How(TypedDict, total=False):
    """How articles are compiled: the named arguments of ``compile_record``."""

    store: str | Path | None
    jobs: int | None
    max_seconds: float
    progress: Progress
    attribution: AttributionReader
    judgements: str | Path | None
    profile: str | Path | None
    instruments: str | Path | None


class Readings(NamedTuple):
    """The articles that were found, each beside its reading, by source; and what was dropped, with its reason."""

    articles: list[ReadArticle]
    dropped: list[Dropped]


def read(
    paths: Paths,
    *,
    store: str | Path | None = None,
    jobs: int | None = None,
    max_seconds: float = MAX_SECONDS,
    progress: Progress = silent,
    attribution: AttributionReader = "model",
) -> Readings:
    """Reads every article at the paths.

    Args:
        paths: a folder, a file, ``-`` for standard input, or several of them.
        store: the file that keeps texts and readings, ``:memory:`` to keep nothing; by default one in the user's data
            folder. An article that was read before is taken from it.
        jobs: how many processes read, where there is enough to read for more than one; by default one a core.
        max_seconds: an article that takes longer stays without findings.
        progress: called with the number of texts read and of those found so far.
        attribution: who reads statements: ``model``, the trained tagger with the rules' help, or ``rules`` alone.

    Raises:
        InputNotFound: a path does not exist.
        ModelMissing: a model is not installed.
        StoreUnusable: the store cannot be read or written.
    """
    listed = [Path(paths)] if isinstance(paths, str | Path) else [Path(path) for path in paths]
    dropped: list[Dropped] = []
    with SqliteStore(store_path(store)) as kept:
        desk = Desk(kept, Options(jobs or cores(), max_seconds, progress, attribution))
        found = desk.read(gather(listed, dropped.append, max_seconds))
    return _once_each(found, dropped)


def compile_record(paths: Paths, **how: Unpack[How]) -> Record:
    """The record of all articles at the paths; arguments and errors are those of ``read``, and two more.

    ``judgements`` is the file of people's corrections, by default the one in the user's data folder;
    ``JudgementsUnusable`` is raised where it cannot be read, or is named and not there. ``profile`` is a TOML file that
    names and orders issues; ``ProfileUnusable`` is raised where it is none. ``instruments`` is a folder of the texts of
    agreements themselves, or one such text.
    """
    return compile_without(paths, (), **how)[0]


def compile_without(paths: Paths, outlets: Sequence[str], **how: Unpack[How]) -> tuple[Record, Record]:
    """The record of all articles at the paths, and that of those which are of none of the outlets (the same one where
    none is named). Arguments and errors are those of ``compile_record``.

    Raises:
        OutletUnknown: no article is of an outlet that is named.
    """
    judgements, max_seconds = how.get("judgements"), how.get("max_seconds", MAX_SECONDS)
    attribution: AttributionReader = how.get("attribution", "model")
    file = judgements_path(judgements)
    judged, profile = load_judgements(file, named=judgements is not None), load_profile(how.get("profile"))
    found = read(
        paths,
        store=how.get("store"),
        jobs=how.get("jobs"),
        max_seconds=max_seconds,
        progress=how.get("progress", silent),
        attribution=attribution,
    )
    lost: list[Dropped] = []
    texts = _texts(how.get("instruments"), how.get("store"), max_seconds, lost)
    dropped, made = [*found.dropped, *lost, *left_out(file, judged)], _made(max_seconds, attribution, profile)
    whole = fold(found.articles, compare(found.articles, judged.judgements, profile, texts), dropped, made)
    if not outlets:
        return whole, whole
    gone = _of_outlets(whole, outlets)
    left = [each for each in found.articles if each.article.id not in gone]
    return whole, fold(left, compare(left, judged.judgements, profile, texts), dropped, made)


def _texts(
    folder: str | Path | None, store: str | Path | None, max_seconds: float, dropped: list[Dropped]
) -> list[Article]:
    """The texts of instruments, each once; kept like those of articles, and not read for findings."""
    if folder is None:
        return []
    if not Path(folder).exists():
        raise InputNotFound(f"{folder}: no such file or folder; --instruments takes a folder of texts, or one text")
    found = {each.article.id: each for each in gather([Path(folder)], dropped.append, max_seconds)}
    if not found:
        dropped.append(Dropped(Path(folder).name, "instruments", "no text of a document was found there"))
    with SqliteStore(store_path(store)) as kept:
        kept.keep([], [(each.article.text_sha256, each.origin, each.article.text) for each in found.values()])
    return [each.article for each in found.values()]


def _of_outlets(record: Record, outlets: Sequence[str]) -> set[str]:
    """The ids of the articles of the outlets, named in any case."""
    there = {row.outlet.casefold(): row.outlet for row in record.articles if row.outlet}
    for outlet in outlets:
        if outlet.casefold() not in there:
            names = ", ".join(sorted(there.values())) or "none is known"
            raise OutletUnknown(f"no article is of {outlet}; name one of the outlets that there are: {names}")
    wanted = {outlet.casefold() for outlet in outlets}
    return {row.id for row in record.articles if row.outlet and row.outlet.casefold() in wanted}


def _once_each(found: Iterable[ReadArticle], dropped: Iterable[Dropped]) -> Readings:
    """In order of source, each article once, those that could not be read also among what was dropped."""
    articles: dict[str, ReadArticle] = {}
    drops = list(dropped)
    for one in sorted(found, key=lambda read: (read.article.source, read.article.id, repr(read.article.masthead))):
        if one.article.id in articles:
            drops.append(
                Dropped(one.article.source, "run", "the same file, or one of the same name and text, was given twice")
            )
            continue
        articles[one.article.id] = one
        if one.reading.unread:
            drops.append(Dropped(one.article.source, "reading", one.reading.unread))
    return Readings(list(articles.values()), sorted(drops, key=lambda drop: (drop.source, drop.stage, drop.reason)))


def _made(max_seconds: float, attribution: AttributionReader, profile: Profile) -> Made:
    by = made_by(attribution)
    named = {"profile": profile.as_text()} if profile != NO_PROFILE else {}
    return Made(
        dragoman=metadata.version("dragoman"),
        readers=by.readers,
        weights=by.weights,
        options={"max_characters": str(MAX_CHARACTERS), "max_seconds": f"{max_seconds:g}", **named},
    )
