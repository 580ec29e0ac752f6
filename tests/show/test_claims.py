"""The table of claims: who has it, in whose voice, on which day, and a way to the words."""

import re
from datetime import date

import pytest

from dragoman.compare import compare
from dragoman.model.article import Article, Masthead
from dragoman.model.codec import dump
from dragoman.model.ids import article_id, sha256
from dragoman.model.reading import ReadArticle
from dragoman.model.record import Made, Record
from dragoman.model.when import between
from dragoman.reading import Reader
from dragoman.record import fold
from dragoman.show import brief_html, brief_md
from dragoman.show.terminal import show_claims
from dragoman.verify import verify

NORWAY = """Norway accused Iceland of breaking the herring quota. Reykjavik denied the allegations.

The trawlers landed 40 tonnes of herring at the small harbour of Bergen on Sunday night.

Half of the fishing boats in the harbour of Bergen were older than thirty years and leaked badly."""
ICELAND = """Norway accused Iceland of breaking the herring quota, an official in Oslo said.

The trawlers landed 70 tonnes of herring at the small harbour of Bergen on Sunday night.

Iceland said that half of the fishing boats in the harbour of Bergen were older than thirty years and leaked badly."""


def article(reader: Reader, name: str, text: str, outlet: str) -> ReadArticle:
    sha = sha256(text.encode())
    day = date(2031, 5, 2)
    head = Masthead(published=between(day, day, "given"), language="en", outlet=outlet)
    made = Article(article_id(name, sha), name, text, sha, sha, head)
    return ReadArticle(made, reader.read(made))


@pytest.fixture(scope="module")
def readings(reader: Reader) -> list[ReadArticle]:
    return [
        article(reader, "a.txt", NORWAY, "Harbour Post"),
        article(reader, "b.txt", ICELAND, "Bergen Courier"),
    ]


@pytest.fixture(scope="module")
def record(readings: list[ReadArticle]) -> Record:
    return fold(readings, compare(readings), [], Made("test"))


def test_one_sentence_with_two_numbers_is_contested_and_both_are_printed_with_their_outlets(record: Record) -> None:
    lines = brief_md(record).split("## Who says so")[1].splitlines()
    at = next(n for n, line in enumerate(lines) if "contested; another value" in line)
    told = lines[at + 1 : at + 3]
    assert any("Harbour Post, 2 May 2031" in line and "40 tonnes" in line for line in told)
    assert any("Bergen Courier, 2 May 2031" in line and "70 tonnes" in line for line in told)


def test_what_one_outlet_asserts_and_another_attributes_stands_side_by_side(record: Record) -> None:
    text = show_claims(record).plain
    assert "Harbour Post, 2 May 2031 (as given) · asserts, in its own voice: Half of the fishing boats" in text
    assert re.search(r"Bergen Courier, 2 May 2031 \(as given\) · attributes to Iceland: said: .*fishing boats", text)


def test_a_denial_stands_beside_what_it_denies(record: Record) -> None:
    text = show_claims(record).plain
    assert "contested; denied or rejected by another" in text
    assert re.search("denied or rejected by (Iceland|Reykjavik)", text)


def test_the_page_has_a_table_with_headers_and_every_cell_leads_to_marked_words(record: Record) -> None:
    page = brief_html(record)
    table = page.split('<table class="claims">')[1].split("</table>")[0]
    assert table.count('scope="col"') == 3
    targets = set(re.findall(r'href="#([^"]+)"', table))
    assert targets
    assert all(f'id="{target}"' in page for target in targets)
    assert '<a href="#claims">' in page


def test_without_the_texts_the_words_of_a_claim_are_still_there(record: Record) -> None:
    page = brief_html(record, texts=False)
    table = page.split('<table class="claims">')[1].split("</table>")[0]
    assert all(f'id="{target}"' in page for target in set(re.findall(r'href="#([^"]+)"', table)))


def test_every_item_of_the_tables_can_be_verified(record: Record) -> None:
    for file in (brief_html(record).encode(), dump(record)):
        assert verify(file, None).wrong == []


def test_a_record_without_such_claims_says_so(reader: Reader) -> None:
    alone = [article(reader, "c.txt", "Norway said the harbour is open.", "Harbour Post")]
    record = fold(alone, compare(alone), [], Made("test"))
    assert show_claims(record).plain.strip() == "No claim in this record needs a table."
    assert "Who says so" not in brief_md(record)
    assert 'id="claims"' not in brief_html(record)
