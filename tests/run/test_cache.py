"""A reading is taken from the store only where reading again would give the same."""

from dataclasses import replace
from pathlib import Path

import pytest

from dragoman import compile_record, read
from dragoman.model.article import Article, Credit, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import Reading
from dragoman.model.spans import Span
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.run.cache import key, made_by, rules_sha256, seen
from tests.run.invented import text, write

TEXT = text(7)
HEAD = Masthead(outlet="Harbour Post", title="Harbour Post", language="en", places={"title": (Span(0, 12),)})
ARTICLE = Article(article_id("a.txt", sha256(TEXT.encode())), "a.txt", TEXT, sha256(TEXT.encode()), "", HEAD)


def name(article: Article) -> str:
    return key(seen(article), made_by())


def test_two_sources_of_one_text_share_a_reading() -> None:
    other = replace(ARTICLE, id="other", source="b.txt", url="https://example.org/", page_sha256="1", owner="Somebody")
    known = replace(other, masthead=replace(HEAD, outlet="Island Voice", published=between(None, None, "given")))
    assert name(known) == name(ARTICLE)


@pytest.mark.parametrize(
    "other",
    [
        replace(ARTICLE, text_sha256="1"),
        replace(ARTICLE, furniture=(Span(0, 12),)),
        replace(ARTICLE, masthead=replace(HEAD, title="Another")),
        replace(ARTICLE, masthead=replace(HEAD, language="fr")),
        replace(ARTICLE, masthead=replace(HEAD, places={})),
        replace(ARTICLE, masthead=replace(HEAD, credits=(Credit("Xnews", "agency", (), ()),))),
    ],
)
def test_whatever_a_reader_is_shown_changes_the_name(other: Article) -> None:
    assert name(other) != name(ARTICLE)


def test_other_rules_or_weights_change_the_name() -> None:
    view, by = seen(ARTICLE), made_by()
    names = {
        key(view, by),
        key(view, by._replace(readers=by.readers | {"rules": "2"})),
        key(view, by._replace(weights=by.weights | {"parser": "0"})),
    }
    assert len(names) == 3


def test_readings_by_the_model_and_by_the_rules_have_different_names() -> None:
    assert key(seen(ARTICLE), made_by("model")) != key(seen(ARTICLE), made_by("rules"))


def test_the_rules_name_changes_with_any_of_their_files() -> None:
    assert made_by().readers["rules"].endswith(rules_sha256()[:12])
    assert all(len(digest) == 64 for digest in made_by().weights.values())


def test_a_reader_finds_the_same_in_what_it_is_shown_as_in_the_whole_article(reader: Reader) -> None:
    assert reader.read(seen(ARTICLE)) == reader.read(ARTICLE)


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were really read."""
    texts: list[str] = []
    plain = Reader.read

    def counting(self: Reader, article: Article) -> Reading:
        texts.append(article.text)
        return plain(self, article)

    monkeypatch.setattr(Reader, "read", counting)
    return texts


def test_adding_one_article_reads_one(tmp_path: Path, counted: list[str]) -> None:
    folder, store = write(tmp_path / "in", 3), tmp_path / "store.sqlite"
    compile_record(folder, store=store)
    assert len(counted) == 3
    counted.clear()
    (folder / "new.txt").write_text(text(99), encoding="utf-8")
    record = compile_record(folder, store=store)
    assert counted == [text(99)]
    assert len(record.articles) == 4


def test_one_text_in_two_files_is_read_once_and_stays_two_articles(tmp_path: Path, counted: list[str]) -> None:
    folder = write(tmp_path / "in", 1)
    (folder / "again.txt").write_text(text(0), encoding="utf-8")
    found = read(folder, store=":memory:")
    assert len(counted) == 1
    assert [each.article.source for each in found.articles] == ["00000.txt", "again.txt"]
    assert found.articles[0].reading == found.articles[1].reading


def test_readings_from_the_store_give_the_same_record_as_new_ones(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", 3), tmp_path / "store.sqlite"
    first = compile_record(folder, store=store)
    assert compile_record(folder, store=store) == first == compile_record(folder, store=":memory:")


def test_an_article_over_its_time_is_tried_again_in_the_next_run(tmp_path: Path) -> None:
    folder, store = write(tmp_path / "in", 0), tmp_path / "store.sqlite"
    (folder / "long.txt").write_text(text(1) * 160, encoding="utf-8")
    late = compile_record(folder, store=store, max_seconds=1)
    assert [row.read for row in late.articles] == ["none"]
    assert [(row.stage, row.reason) for row in late.dropped] == [("reading", "took longer than 1 seconds")]
    assert [row.read for row in compile_record(folder, store=store).articles] == ["full"]
