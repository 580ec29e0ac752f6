"""A story's title comes from participants, place, date and words that all of its reports share."""

from datetime import date

from dragoman.model.article import Article, Masthead
from dragoman.model.reading import ReadArticle, Reading
from dragoman.model.record import ActorRow, MeetingReportRow, MeetingRow, StatementRow
from dragoman.model.spans import Span
from dragoman.model.when import UNKNOWN, When, between
from dragoman.record.titles import main_meeting, shared_words, story_days, story_title

DAY = between(date(2031, 5, 14), date(2031, 5, 14), "stated")
ACTORS = {
    key: ActorRow(key, name, "person", None, (name,), (), ())
    for key, name in (("p", "Ilse Barran"), ("q", "Oren Tolle"))
}


def read(name: str, text: str, published: When = UNKNOWN) -> ReadArticle:
    terms = tuple(sorted(word.lower().strip(".") for word in text.split() if word[0].isupper()))
    return ReadArticle(Article(name, name, text, "", "", Masthead(published=published)), Reading("1", terms=terms))


def meeting(*articles: str, date: When = DAY, status: str = "held") -> MeetingRow:
    reports = tuple(MeetingReportRow(article, (Span(0, 1),), "held", ()) for article in articles)
    return MeetingRow("m", "meeting", None, None, ("p", "q"), "Carrow", date, status, reports)  # type: ignore[arg-type]  # a status


def said(article: str, *speakers: str) -> StatementRow:
    return StatementRow(
        f"s {article} {speakers}", article, speakers, None, (), "indirect", "speech", (), (), (), UNKNOWN, (), None, (),
        None, (), None, shown=True,
    )  # fmt: skip


def test_a_meeting_that_most_of_the_articles_report_names_the_story_and_its_day() -> None:
    reads = [read("a", "Talks."), read("b", "More talks.")]
    main = main_meeting(["a", "b"], [meeting("a", "b")])
    assert story_title(reads, main, [], ACTORS) == "Ilse Barran, Oren Tolle: Carrow, 14 May 2031"
    assert story_days(reads, main, {}) == DAY


def test_a_meeting_of_one_article_in_three_or_one_not_held_does_not() -> None:
    assert main_meeting(["a", "b", "c"], [meeting("a")]) is None
    assert main_meeting(["a"], [meeting("a", status="planned")]) is None


def test_without_a_meeting_speakers_and_shared_words_name_it() -> None:
    reads = [read("a", "the Causeway near Lisk. Barran Causeway"), read("b", "a Causeway, Barran and Carrow. Causeway")]
    title = story_title(reads, None, [said("a", "p"), said("b", "p"), said("a", "q")], ACTORS)
    assert title == "Ilse Barran, Oren Tolle: Causeway"


def test_words_of_one_article_alone_name_nothing() -> None:
    assert shared_words([read("a", "Causeway Row Over Ferries")], []) == []


def test_a_story_without_a_meeting_lies_between_its_publications() -> None:
    later = between(date(2031, 5, 16), date(2031, 5, 16), "stated")
    when = story_days([read("a", "x", DAY), read("b", "y", later), read("c", "z")], None, {})
    assert (when.earliest, when.latest, when.basis) == (date(2031, 5, 14), date(2031, 5, 16), "inferred")
    assert story_days([read("c", "z")], None, {}) == UNKNOWN


def test_days_months_offices_and_words_for_whose_something_is_name_no_story() -> None:
    reads = [
        read(name, "On Tuesday the Peruvian President left PERU for Peru in October by the Causeway.") for name in "ab"
    ]
    assert shared_words(reads, []) == ["Peru", "Causeway"]
