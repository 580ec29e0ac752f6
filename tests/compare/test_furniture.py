"""What repeats across one outlet's articles is the page's, and never a statement."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from dragoman.compare.furniture import LEAST, LONGEST, repeated_lines
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import sha256
from dragoman.model.reading import ReadArticle, Reading

PARAGRAPH = (
    "The ministers of both states met in Carrow on day {0} and spoke about the causeway for {0} hours, then parted."
)


def read(text: str, outlet: str | None = "Harbour Post", url: str | None = None, name: str = "") -> ReadArticle:
    key = sha256(f"{name}{text}".encode())
    return ReadArticle(Article(key, key, text, key, key, Masthead(outlet=outlet), url=url), Reading("1"))


def texts(line: str, count: int, where: int = 1) -> list[str]:
    """Articles of different paragraphs that all hold the line."""
    found = []
    for number in range(count):
        paragraphs = [PARAGRAPH.format(10 * number + n) for n in range(12)]
        found.append("\n".join([*paragraphs[:where], line, *paragraphs[where:]]))
    return found


def repeated(readings: Sequence[ReadArticle]) -> set[str]:
    text = {r.article.id: r.article.text for r in readings}
    return {text[key][start:end] for key, spans in repeated_lines(readings).items() for start, end in spans}


def test_a_line_that_repeats_in_an_outlets_articles_is_furniture_in_each_of_them() -> None:
    readings = [read(text) for text in texts("A daily look at the Sound", LEAST, 6)]
    found = repeated_lines(readings)
    assert len(found) == LEAST
    assert repeated(readings) == {"A daily look at the Sound"}


def test_fewer_articles_other_outlets_and_unknown_ones_do_not_count() -> None:
    lines = texts("A daily look at the Sound", LEAST)
    assert repeated([read(text) for text in lines[:-1]]) == set()
    assert repeated([read(text, outlet) for text, outlet in zip(lines, "ABC", strict=True)]) == set()
    assert repeated([read(text, None) for text in lines]) == set()


def test_where_the_outlet_has_no_name_its_web_address_tells_it() -> None:
    lines = texts("A daily look at the Sound", LEAST)
    readings = [read(text, None, f"https://www.post.example/{n}") for n, text in enumerate(lines)]
    assert repeated(readings) == {"A daily look at the Sound"}


def test_a_line_with_quotation_marks_and_a_verb_of_speech_is_never_furniture() -> None:
    assert repeated([read(text) for text in texts("“We stay,” he said", 9)]) == set()


def test_a_sentence_is_furniture_only_at_the_edges_of_the_page() -> None:
    line = "The two states fought a war over the causeway in 2020."
    assert repeated([read(text) for text in texts(line, 5, where=6)]) == set()
    assert repeated([read(text) for text in texts(line, 5, where=12)]) == {line}


def test_versions_and_copies_of_one_article_count_as_one() -> None:
    (text,) = texts("A daily look at the Sound", 1)
    readings = [read(f"{text}\nUpdate {n}", name=str(n)) for n in range(9)]
    assert repeated(readings) == set()


def test_a_title_is_no_furniture() -> None:
    readings = []
    for text in texts("Live: the talks in Carrow", 4, where=0):
        article = read(text).article
        title = ((0, len("Live: the talks in Carrow")),)
        head = Masthead(outlet="Post", title="Live: the talks in Carrow", places={"title": title})  # type: ignore[dict-item] # plain pairs
        readings.append(ReadArticle(Article(article.id, article.id, text, "", "", head), Reading("1")))
    assert repeated(readings) == set()


@given(
    st.lists(st.lists(st.sampled_from(["a b", "Read on", "x" * 300, "He said “no”.", "Yes."]), max_size=6), max_size=8)
)
def test_the_order_of_articles_does_not_matter_and_lines_stay_short(pages: list[list[str]]) -> None:
    readings = [read("\n".join(["start", *page]), name=str(n)) for n, page in enumerate(pages)]
    found = repeated_lines(readings)
    assert found == repeated_lines(readings[::-1])
    assert all(end - start <= LONGEST for spans in found.values() for start, end in spans)
