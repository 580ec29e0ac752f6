"""An article without a date gets one only where its words and its story allow one."""

from datetime import date

from dragoman.compare.dates import infer_dates, said_on
from dragoman.model.article import Article, Masthead
from dragoman.model.links import At
from dragoman.model.reading import ReadArticle, Reading, Statement, Timex
from dragoman.model.spans import Span
from tests.compare.reports import BARRAN, QUIST, TOLLE, Told, actors, article, story, with_statements

TUESDAY = Timex(Span(20, 35), month=6, day=3, weekday=1, tense="past")
JUNE_3 = date(2031, 6, 3)
NAMED_2030 = Timex(Span(40, 44), year=2030, tense="past")


def test_a_weekday_with_its_date_fixes_the_year_after_the_last_one_named() -> None:
    read = article("a", timexes=(TUESDAY, NAMED_2030))
    when = infer_dates([read], [story(read)], actors(read))[read.article.id]
    assert (when.day, when.basis, when.edtf) == (JUNE_3, "inferred", "2031-06-03?")
    assert "which fits 2031 alone" in when.reason
    assert when.words is not None
    assert when.words.spans == (TUESDAY.span,)


def test_dated_articles_of_the_collection_fix_the_year_too() -> None:
    undated, dated = article("a", timexes=(TUESDAY,)), article("b", published=date(2031, 8, 1))
    found = infer_dates([undated, dated], [story(undated), story(dated)], actors(undated, dated))
    assert found[undated.article.id].day == JUNE_3
    assert dated.article.id not in found


def test_without_any_year_nearby_a_weekday_fits_many_and_the_date_stays_unknown() -> None:
    read = article("a", timexes=(TUESDAY,))
    assert infer_dates([read], [story(read)], actors(read)) == {}


def test_a_year_that_does_not_fit_the_weekday_gives_no_date() -> None:
    read, dated = article("a", timexes=(TUESDAY,)), article("b", published=date(2027, 8, 1))
    assert infer_dates([read, dated], [story(read), story(dated)], actors(read, dated)) == {}


def datelined(text: str) -> ReadArticle:
    """An article that names Lisk as its place and 19 June as a date."""
    head = Masthead(places={"place": (Span(text.index("LISK"), text.index("LISK") + 4),)})
    begin = text.index("19 June")
    timex = Timex(Span(begin, begin + 7), month=6, day=19, tense="future")
    return ReadArticle(Article("d", "d", text, "", "", head), Reading("1", timexes=(timex,)))


def test_a_dateline_without_a_year_lies_in_the_year_of_the_articles_nearest_to_it() -> None:
    read = datelined("LISK, 19 June - Gates will open.")
    dated = article("b", published=date(2031, 5, 15))
    when = infer_dates([read, dated], [story(read), story(dated)], ())["d"]
    assert (when.day, when.basis) == (date(2031, 6, 19), "inferred")
    assert "the day of its dateline" in when.reason
    far = article("b", published=date(2031, 1, 15))
    assert infer_dates([read, far], [story(read), story(far)], ()) == {}
    between_years = [article("b", published=date(2031, 5, 15)), article("c", published=date(2030, 5, 15))]
    assert infer_dates([read, *between_years], [story(read, *between_years)], ()) == {}


def test_a_date_further_on_in_the_line_is_no_dateline() -> None:
    read = datelined("LISK - 19 June will be late.")
    dated = article("b", published=date(2031, 5, 15))
    assert infer_dates([read, dated], [story(read), story(dated)], ()) == {}


def test_what_is_to_come_or_quoted_is_not_the_news_of_the_day() -> None:
    ahead = article("a", timexes=(Timex(TUESDAY.span, month=6, day=3, weekday=1, tense="future"), NAMED_2030))
    quoted = with_statements(
        article("b", timexes=(TUESDAY, NAMED_2030)), statements=(Statement((Span(10, 38),), (), (), "direct"),)
    )
    assert infer_dates([ahead, quoted], [story(ahead), story(quoted)], actors(ahead, quoted)) == {}


def test_an_article_that_reports_a_dated_meeting_of_its_story_is_put_in_its_week() -> None:
    met = Told((BARRAN, TOLLE))
    undated = article("a", met)
    dated = article("b", Told((BARRAN, TOLLE), timex=0), published=date(2031, 6, 4), timexes=(TUESDAY,))
    when = infer_dates([undated, dated], [story(undated, dated)], actors(undated, dated))[undated.article.id]
    assert (when.earliest, when.latest, when.basis) == (JUNE_3, date(2031, 6, 9), "inferred")


def test_a_meeting_of_others_or_of_another_story_or_on_another_day_dates_nothing() -> None:
    dated = article("b", Told((BARRAN, TOLLE), timex=0), published=date(2031, 6, 4), timexes=(TUESDAY,))
    others = article("a", Told((BARRAN, QUIST)))
    elsewhere = article("c", Told((BARRAN, TOLLE)))
    july = article("d", Told((BARRAN, TOLLE), timex=0), timexes=(Timex(Span(20, 26), month=7, day=3),))
    reads = [others, dated, elsewhere, july]
    assert infer_dates(reads, [story(others, dated, july), story(elsewhere)], actors(*reads)) == {}


def test_a_statement_is_said_on_the_day_of_its_own_words() -> None:
    follows = Timex(Span(30, 37), shift=1, unit="day", anchor="previous")
    statements = (Statement((Span(0, 5),), (), (), "indirect", timex=1), Statement((Span(6, 9),), (), (), "indirect"))
    read = with_statements(article("a", published=date(2031, 6, 20), timexes=(TUESDAY, follows)), statements=statements)
    found = said_on([read], {})
    assert list(found) == [At(read.article.id, 0)]
    assert found[At(read.article.id, 0)].day == date(2031, 6, 4)


def test_today_in_quoted_words_may_be_some_days_before_publication() -> None:
    today = Timex(Span(12, 17), shift=0, unit="day")
    quoted = Statement((Span(10, 30),), (), (), "direct", timex=0)
    read = with_statements(article("a", published=date(2031, 6, 20), timexes=(today,)), statements=(quoted,))
    when = said_on([read], {})[At(read.article.id, 0)]
    assert (when.earliest, when.latest) == (date(2031, 6, 14), date(2031, 6, 20))
