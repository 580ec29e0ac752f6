"""Documents in the record, the brief, the terminal and the check of all of it."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.codec import dump, load
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, Record
from dragoman.model.spans import Place, Span
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.show import brief_html, brief_md
from dragoman.show.terminal import show_instruments
from dragoman.verify import verify

SAID = (
    "Kenya said that point 2 of the trilateral statement of the leaders of Kenya, Peru and Portugal dated May 3, 2031 "
    "obliges Peru to “exchange all detained sailors”. Peru said that the trilateral statement of May 3, 2031 is void."
)
TEXT = """Trilateral statement of Kenya, Peru and Portugal, 3 May 2031

1. The ferry shall run every day.
2. The parties shall exchange all detained sailors within ten days.
"""


def made(source: str, text: str) -> Article:
    sha = sha256(text.encode())
    day = date(2031, 6, 1)
    head = Masthead(published=between(day, day, "given"), language="en", outlet="Harbour Post")
    return Article(article_id(source, sha), source, text, sha, sha, head)


@pytest.fixture(scope="module")
def record(reader: Reader) -> Record:
    article = made("a.txt", SAID)
    readings = [ReadArticle(article, reader.read(article))]
    return fold(readings, compare(readings, texts=[made("statement.txt", TEXT)]), [], Made("test"))


def test_a_row_has_name_date_parties_and_who_invokes_it(record: Record) -> None:
    (row,) = record.instruments
    actors = {actor.id: actor.name for actor in record.actors}
    assert row.name == "trilateral statement of the leaders of Kenya, Peru and Portugal dated May 3, 2031"
    assert (row.kind, row.standing, row.date.day) == ("statement", "made", date(2031, 5, 3))
    assert [actors[party] for party in row.parties] == ["Kenya", "Peru", "Portugal"]
    speakers = [statement.speakers for statement in record.statements]
    assert len(row.invoked) == 2
    assert {actors[actor] for each in speakers for actor in each} == {"Kenya", "Peru"}


def test_a_provision_leads_to_its_place_in_the_text(record: Record) -> None:
    (provision,) = record.instruments[0].provisions
    assert provision.name == "point 2"
    assert provision.text is not None
    (span,) = provision.text.spans
    assert TEXT[span.start : span.end].startswith("2. The parties shall exchange")
    assert provision.readings == (record.instruments[0].invoked[0].statement,)


def test_the_record_is_read_back_as_it_was(record: Record) -> None:
    assert load(dump(record)).instruments == record.instruments
    assert load(dump(record)).instrument_texts == record.instrument_texts


def test_the_brief_names_the_document_who_invokes_it_and_its_own_words(record: Record) -> None:
    lines = brief_md(record).split("## Documents")[1].splitlines()
    assert any("In the text itself: 2. The parties shall exchange" in line for line in lines)
    assert any("stands so in the text" in line for line in lines)
    assert 'id="documents"' in brief_html(record)


def test_a_text_itself_is_no_source_and_no_article(record: Record) -> None:
    assert "statement.txt" not in brief_md(record).split("## Sources")[1].split("## References")[0]
    assert "1 article ·" in brief_md(record)


def test_without_texts_the_page_holds_the_points_that_it_cites(record: Record) -> None:
    page = brief_html(record, texts=False)
    assert "2. The parties shall exchange" in page
    assert "Trilateral statement of Kenya, Peru and Portugal, 3 May" not in page


def test_the_terminal_lists_documents(record: Record) -> None:
    assert "trilateral statement of the leaders" in show_instruments(record).plain
    assert "no document is named" in show_instruments(Record()).plain


@pytest.mark.parametrize("form", ["record", "html", "md"])
def test_what_is_shown_holds_against_the_texts(record: Record, form: str) -> None:
    texts = {row.text_sha256: row.text for row in (record.articles[0], record.instrument_texts[0].article)}

    class Copies:
        def text(self, text_sha256: str) -> str | None:
            return texts.get(text_sha256)

    files = {"record": dump(record), "html": brief_html(record).encode(), "md": brief_md(record).encode()}
    report = verify(files[form], Copies())
    assert report.wrong == []
    assert report.missing == []


def test_a_changed_place_or_name_is_found_out(record: Record) -> None:
    row, given = record.instruments[0], record.instrument_texts[0]
    far = Place(row.mentions[0].article, (Span(10**6, 10**6 + 4),))
    wrong = replace(given, quoted=tuple(replace(each, same=not each.same) for each in given.quoted))
    for changed in (
        replace(record, instruments=(replace(row, name="another accord"),)),
        replace(record, instruments=(replace(row, mentions=(far,)),)),
        replace(record, instruments=()),
        replace(record, instrument_texts=(wrong,)),
    ):
        assert verify(dump(changed), None).wrong


def test_without_documents_there_is_no_section(reader: Reader) -> None:
    article = made("b.txt", "Kenya said the weather was good.")
    readings = [ReadArticle(article, reader.read(article))]
    record = fold(readings, compare(readings), [], Made("test"))
    assert "## Documents" not in brief_md(record)
    assert 'id="documents"' not in brief_html(record)
