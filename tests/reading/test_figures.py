"""Figures are numbers whose unit the words give."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.language.parser import Parser
from dragoman.model.reading import Entity, Figure, Mention, Statement, StatementKind
from dragoman.model.spans import Span
from dragoman.reading.amounts import amount_at
from dragoman.reading.cast import Cast
from dragoman.reading.figures import find_figures
from dragoman.reading.timexes import find_timexes

ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
WORDS = dict(enumerate(f"{ONES} eighteen nineteen".split(), 1))
TENS = dict(enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2))


def spelled(number: int) -> str:
    """The number in English words."""
    for scale, name in ((1_000_000, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = number % scale
            joint = " and " if scale == 100 and rest else " "
            return f"{spelled(number // scale)} {name}{joint}{spelled(rest) if rest else ''}".strip()
    if number < 20:
        return WORDS[number]
    return TENS[number // 10] + (f"-{WORDS[number % 10]}" if number % 10 else "")


def figures(parser: Parser, text: str, statements: tuple[Statement, ...] = ()) -> tuple[Figure, ...]:
    doc = parser.parse(text)
    return find_figures(doc, statements, find_timexes(doc))


@settings(deadline=None, max_examples=60)
@given(number=st.integers(1, 99_999_999))
def test_numbers_in_digits_and_in_words_have_the_same_value(parser: Parser, number: int) -> None:
    for words in (str(number), f"{number:,}", spelled(number)):
        doc = parser.parse(f"{words} bridges")
        assert amount_at(doc, 0) == (number, len(doc) - 1), words


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Trade grew by 24 percent in 2030.", "24 percent", 24, "percent"),
        ("Trade grew by 2.5% in 2030.", "2.5%", 2.5, "%"),
        ("Last year alone, the presidents met 7 times.", "7 times", 7, "times"),
        ("They had 12 telephone conversations.", "12 telephone conversations", 12, "telephone conversations"),
        ("Ostrand works with 80 Velmarian districts.", "80 Velmarian districts", 80, "Velmarian districts"),
        ("The number of ferries reached 135 per week.", "135 per week", 135, "per week"),
        ("Velmar paid $3.1 billion in damages.", "$3.1 billion", 3.1e9, "$"),
        ("More than 1,400 people were killed.", "More than 1,400 people", 1400, "people"),
        ("Two soldiers were wounded.", "Two soldiers", 2, "soldiers"),
        ("The 26-kilometre road is shut.", "26-kilometre", 26, "kilometre"),
        ("They freed one thousand (1,000) prisoners.", "one thousand (1,000) prisoners", 1000, "prisoners"),
        ("Some 500 or so lorries waited.", "Some 500 or so lorries", 500, "lorries"),
        ("They have had no fuel for 40 days.", "40 days", 40, "days"),
        ("Norway gave 30 million kroner.", "30 million kroner", 30e6, "kroner"),
        ("At least twenty-five lorries waited.", "At least twenty-five lorries", 25, "lorries"),
    ],
)
def test_a_number_with_its_unit_is_a_figure(parser: Parser, text: str, words: str, value: float, unit: str) -> None:
    (figure,) = figures(parser, text)
    (span,) = figure.spans
    assert (text[span.start : span.end], figure.value, figure.unit) == (words, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "A 30-day-old truce and an 18-year war ended, said the 65-year-old.",
        "Hide Caption 20 of 132 Photos",
        "The 2031 candidates spoke, and 2031 candidates were named.",
        "They met on 9 November 2030 in Lisk.",
        "The 3+3 format and the P5+1 talks went on.",
        "It was the 3rd meeting of the 21st century.",
        "The two countries and the two sides agreed.",
        "For two years and ten days nothing moved.",
        "They cited Resolution 2231 and Article 5.",
        "The talks began at 10 a.m. on Monday.",
        "240\n0\n",
        "Two officials said so, and three diplomatic sources agreed.",
        "One of them left.",
    ],
)
def test_dates_durations_names_and_parties_are_no_figures(parser: Parser, text: str) -> None:
    assert figures(parser, text) == ()


def test_a_figure_knows_what_it_counts_and_over_which_period(parser: Parser) -> None:
    text = "Ferry traffic across the northern bay rose by 24 percent in 2030."
    (figure,) = figures(parser, text)
    assert (figure.of, figure.period) == ("Ferry traffic across the northern bay", "2030")


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Exports of fish fell by 9 percent.", "Exports of fish"),
        ("Velmar claimed a 75 percent turnout.", "turnout"),
        ("They gave up 97 percent of the grain.", "the grain"),
        ("Velmar will accelerate work to 3 percent.", None),
        ("Velmar conducted 30 raids in two districts.", None),
    ],
)
def test_what_a_number_is_of_is_told_or_left_open(parser: Parser, text: str, of: str | None) -> None:
    assert figures(parser, text)[0].of == of


def test_the_day_of_an_event_is_no_period_and_page_furniture_gives_no_figures(parser: Parser) -> None:
    text = "The 240 tonnes must arrive before 3 June 2031.\n12 Shares\n"
    doc = parser.parse(text)
    (figure,) = find_figures(doc, (), find_timexes(doc), (Span(text.index("12"), len(text)),))
    assert (figure.value, figure.period) == (240, None)


def test_a_dispute_over_money_is_not_more_than_that_money(parser: Parser) -> None:
    text = "Both banks are in a dispute over $400 million."
    (figure,) = figures(parser, text)
    assert text[figure.spans[0].start : figure.spans[0].end] == "$400 million"


def test_the_giver_is_the_speaker_of_the_innermost_statement(parser: Parser) -> None:
    text = "Barran said that Tolle had counted 80 lorries."
    outer = Statement((Span(12, 45),), (), (), "indirect", speakers=(0,))
    inner = Statement((Span(23, 45),), (), (), "indirect", speakers=(1,), inside=0)
    (figure,) = figures(parser, text, (outer, inner))
    assert figure.giver == (1,)
    assert [f.giver for f in figures(parser, text)] == [()]


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("About 40 lorries crossed.", "approximate"),
        ("More than 40 lorries crossed.", "at least"),
        ("Up to 40 lorries crossed.", "at most"),
        ("Some 500 or so lorries waited.", "approximate"),
        ("They sent 40 lorries.", "exact"),
    ],
)
def test_words_say_how_exact_a_number_is(parser: Parser, text: str, precision: str) -> None:
    assert [figure.precision for figure in figures(parser, text)] == [precision]


def test_what_limits_the_counted_and_the_day_of_which_it_holds_are_kept(parser: Parser) -> None:
    (found,) = figures(parser, "They kept 40 ferries between the islands.")
    assert found.scope == "between the islands"
    (found,) = figures(parser, "As of 3 May 2031, Ostrand had freed 40 prisoners.")
    assert found.timex == 0
    assert found.verb == "free"


@pytest.mark.parametrize(
    ("text", "words", "value", "of"),
    [
        ("A third of the seats went to the harbour party.", "A third", 0.333333, "the seats"),
        ("More than half of the votes were lost.", "More than half", 0.5, "the votes"),
        ("Two-thirds of the lorries were stopped.", "Two-thirds", 0.666667, "the lorries"),
        ("Half the members resigned.", "Half", 0.5, "the members"),
        ("One in four Velmarian voters sees it so.", "One in four Velmarian voters", 0.25, "Velmarian voters"),
    ],
)
def test_shares_in_words_are_of_what_follows(parser: Parser, text: str, words: str, value: float, of: str) -> None:
    (figure,) = figures(parser, text)
    assert (text[figure.spans[0].start : figure.spans[0].end], figure.value, figure.unit) == (words, value, None)
    assert figure.of == of


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("Dozens of lorries waited.", "Dozens of lorries", 24, "lorries"),
        ("Hundreds of thousands of people fled.", "Hundreds of thousands of people", 200_000, "people"),
    ],
)
def test_magnitudes_are_the_least_that_words_allow(
    parser: Parser, text: str, words: str, value: float, unit: str
) -> None:
    (figure,) = figures(parser, text)
    found = text[figure.spans[0].start : figure.spans[0].end], figure.value, figure.unit, figure.precision
    assert found == (words, value, unit, "vague")


@pytest.mark.parametrize(
    ("text", "values", "bounds"),
    [
        ("Velmar needs 5-7 million litres of fuel.", [5e6, 7e6], ["at least", "at most"]),
        ("Between 5,000 and 7,000 troops will leave.", [5000, 7000], ["at least", "at most"]),
        ("There is fuel for eight to 10 ferries.", [8, 10], ["at least", "at most"]),
        ("Exports fell from 37 to 19 percent.", [37, 19], ["exact", "exact"]),
        ("Velmar cut its ferries from 19,000 to 6,000.", [19000, 6000], ["exact", "exact"]),
    ],
)
def test_a_range_and_a_change_give_both_ends(parser: Parser, text: str, values: list[float], bounds: list[str]) -> None:
    found = figures(parser, text)
    assert ([each.value for each in found], [each.precision for each in found]) == (values, bounds)


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("About 90 percent of those who cast ballots agreed.", "those who cast ballots"),
        ("Turnout was 80 percent, organisers said.", "Turnout"),
        ("Velmar paid a $2 billion settlement to Ostrand.", "settlement"),
        ("The income of a fisherman was estimated at $990.", "The income of a fisherman"),
        ("Velmar cut its ferries from 19,000 to 6,000.", "its ferries"),
        ("A 37% plurality of Velmarians agrees.", "plurality of Velmarians"),
    ],
)
def test_what_shares_and_amounts_are_of(parser: Parser, text: str, of: str) -> None:
    assert {figure.of for figure in figures(parser, text)} == {of}


@pytest.mark.parametrize(
    "text",
    [
        "He is the No. 2 Senate Democrat.",
        "The so-called Lisk 2 talks failed.",
        "Men 18 to 25 years old must serve.",
        "They lost it over the past 10 years and in the next 24 hours.",
        "They held it at one time or another.",
        "In 10 years' time the limits will be gone.",
        "The report must be 100 percent transparent.",
        "In the first half of the year nothing moved.",
        "Thousands of years passed.",
    ],
)
def test_numbers_in_names_ages_idioms_and_times_are_no_figures(parser: Parser, text: str) -> None:
    assert figures(parser, text) == ()


@pytest.mark.parametrize(
    ("text", "unit", "precision", "period"),
    [
        ("The depot may keep 300kg of copper.", "kg", "exact", None),
        ("The corridor would stretch 6km to the north.", "km", "exact", None),
        ("Another 55 wounded came to the hospital.", "wounded", "exact", None),
        ("They have 12,000-plus combat troops there.", "combat troops", "at least", None),
        ("More than a million people fled.", "people", "at least", None),
        ("Ostrand sells 2.5 million barrels a day.", "barrels", "exact", "day"),
        ("\nSince last May, more than 300 fishermen have died.", "fishermen", "at least", "Since last May"),
        ("Carrow pledged $1.5bn in loans.", "$", "exact", None),
        (
            "They want all of the 20,000 U.S. and NATO troops out of Ostrand as soon as possible.",
            "U.S. and NATO troops",
            "exact",
            None,
        ),
    ],
)
def test_units_bounds_and_periods_are_as_printed(
    parser: Parser, text: str, unit: str, precision: str, period: str | None
) -> None:
    (figure,) = figures(parser, text)
    assert (figure.unit, figure.precision, figure.period) == (unit, precision, period)


def test_who_answers_for_a_deed_gives_no_number_of_it(parser: Parser) -> None:
    text = "The group claimed responsibility for a raid that killed 40 fishermen."
    claimed = Statement((Span(18, 68),), (), (), "indirect", speakers=(0,))
    (figure,) = figures(parser, text, (claimed,))
    assert figure.giver == ()


def test_what_an_outlet_adds_to_a_wish_is_not_given_by_who_wishes(parser: Parser) -> None:
    text = "Barran opposed the pact, which saw Ostrand release 40 boats."
    opposed = Statement((Span(15, len(text) - 1),), (), (Span(7, 14),), "indirect", "position", speakers=(0,))
    assert [each.giver for each in figures(parser, text, (opposed,))] == [()]
    text = "Barran accused Ostrand of raids that killed 40 fishermen."
    accused = Statement((Span(15, len(text) - 1),), (), (Span(7, 14),), "indirect", "position", speakers=(0,))
    assert [each.giver for each in figures(parser, text, (accused,))] == [(0,)]


def test_what_is_reached_is_not_what_the_money_beside_it_is_of(parser: Parser) -> None:
    assert figures(parser, "A truce was reached, along with a $40 million loan.")[0].of == "loan"


def test_an_end_in_words_stands_apart_from_the_digits_of_the_other(parser: Parser) -> None:
    text = "There is fuel for eight to 10 ferries."
    assert [text[slice(*each.spans[0])] for each in figures(parser, text)] == ["eight", "10 ferries"]


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("In Norway, for instance, the top 10 percent of the households own half of it.", "In Norway"),
        ("In Norway, it fell from 37 to 19 percent.", "In Norway"),
        ("Officials say four cargo ships off its western coast were hit.", "off its western coast"),
        ("The storm killed 17 fishermen in Norway and sank a ferry.", "in Norway"),
        ("Norway will keep 8,600 troops in the country for now.", "in the country"),
        ("In 2030, the top 10 percent of the households owned half of it.", None),
        ("The storm killed 2,500 in the country's east.", "in the country's east"),
        ("In Norway, Barran announced 40 new ferries.", None),
        ("In talks with Norway, they freed 40 prisoners.", None),
    ],
)
def test_the_place_of_which_a_number_holds_is_kept(parser: Parser, text: str, scope: str | None) -> None:
    assert figures(parser, text)[0].scope == scope


@pytest.mark.parametrize(
    ("text", "bounds", "of"),
    [
        ("Velmar may keep no more than 300 kilograms (661 pounds) of copper.", ["at most"] * 2, "copper"),
        ("It cost more than $160 million (£102 million) in aid.", ["at least"] * 2, "aid"),
        ("The depot holds 40 tonnes (about 44 tons) of salt.", ["exact", "approximate"], "salt"),
    ],
)
def test_a_converted_amount_is_of_the_same_and_as_exact(parser: Parser, text: str, bounds: list[str], of: str) -> None:
    found = figures(parser, text)
    assert ([each.precision for each in found], {each.of for each in found}) == (bounds, {of})


def test_an_amount_in_brackets_of_another_kind_is_no_conversion(parser: Parser) -> None:
    boats, price = figures(parser, "They sold about 40 kilograms ($500) of silver.")
    assert (boats.precision, price.precision) == ("approximate", "exact")


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("The new rocket is accurate within 8 meters.", "at most"),
        ("They must leave within 30 days.", "at most"),
        ("Rescue groups estimate 13,000 people have died.", "approximate"),
        ("Their income was estimated at $990.", "approximate"),
        ("The estimate pleased 40 fishermen.", "exact"),
        ("Within Velmar 40 fishermen died.", "exact"),
    ],
)
def test_limits_and_guesses_are_told_from_counts(parser: Parser, text: str, precision: str) -> None:
    assert figures(parser, text)[0].precision == precision


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("He leaves office with an approval rating of 38 percent.", "an approval rating"),
        ("They imposed a fine of $5 million.", "a fine"),
        ("Velmar will cut its tariff to a level of 5 percent.", "its tariff"),
        ("The capture of 38 percent was slow.", None),
    ],
)
def test_a_rating_of_so_much_is_what_the_amount_is_of(parser: Parser, text: str, of: str | None) -> None:
    assert figures(parser, text)[0].of == of


@pytest.mark.parametrize(
    ("text", "words", "value", "unit"),
    [
        ("The storm has killed 2,500 in the north.", "2,500", 2500, "killed"),
        ("They were freed, leaving 16 aboard.", "16 aboard", 16, "aboard"),
        ("They broke a 120-hour cease-fire.", "120-hour", 120, "hour"),
        ("He set a 60-day deadline.", "60-day", 60, "day"),
        ("Velmar joins 189 other nations.", "189 other nations", 189, "other nations"),
        ("They came within a kilometre of the border.", "within a kilometre", 1, "kilometre"),
    ],
)
def test_counts_without_a_noun_and_set_terms_are_figures(
    parser: Parser, text: str, words: str, value: float, unit: str
) -> None:
    (figure,) = figures(parser, text)
    (span,) = figure.spans
    assert (text[span.start : span.end], figure.value, figure.unit) == (words, value, unit)


@pytest.mark.parametrize(
    "text",
    [
        "The storm killed one.",
        "They remember whom it killed 2030.",
        "A 14-year war ended.",
        "It is a mile away.",
        "The 15 states met.",
    ],
)
def test_a_single_victim_a_year_and_a_lasting_time_are_none(parser: Parser, text: str) -> None:
    assert figures(parser, text) == ()


def told(parser: Parser, text: str, statements: tuple[Statement, ...], *names: str) -> list[tuple[int, ...]]:
    """The givers of the figures; the entities are named in the text."""
    doc, spans = parser.parse(text), [Span(text.index(name), text.index(name) + len(name)) for name in names]
    cast = Cast(
        tuple(Entity("body", name) for name in names),
        tuple(Mention(span, "name", number) for number, span in enumerate(spans)),
    )
    return [each.giver for each in find_figures(doc, statements, find_timexes(doc), (), cast)]


def within(text: str, words: str, cue: str, kind: StatementKind = "speech", speaker: int = 0) -> Statement:
    """A statement whose content and cue are these words of the text."""
    content, verb = (Span(text.index(each), text.index(each) + len(each)) for each in (words, cue))
    return Statement((content,), (), (verb,), "indirect", kind, speakers=(speaker,))


def test_a_count_from_somebody_is_given_by_them(parser: Parser) -> None:
    text = "The latest count from the Harbour Union puts them at 38 supporters."
    assert told(parser, text, (), "Harbour Union") == [(0,)]
    text = "The latest boat from the Harbour Union found 38 sailors."
    assert told(parser, text, (), "Harbour Union") == [()]


def test_who_tells_counts_what_somebody_says(parser: Parser) -> None:
    text = "Barran listed 12 blunt demands on Ostrand."
    assert told(parser, text, (within(text, "12 blunt demands on Ostrand", "listed"),)) == [()]
    text = "Barran said Ostrand had made 12 demands."
    assert told(parser, text, (within(text, "Ostrand had made 12 demands", "said"),)) == [(0,)]


def test_who_agrees_or_means_to_gives_no_number_that_somebody_else_tells(parser: Parser) -> None:
    text = "Barran said that Ostrand agreed to free 40 boats."
    outer = within(text, "Ostrand agreed to free 40 boats", "said")
    assert told(parser, text, (outer, within(text, "to free 40 boats", "agreed", speaker=1))) == [(0,)]
    text = "Barran said that Ostrand intends to free 40 boats."
    outer = within(text, "Ostrand intends to free 40 boats", "said")
    assert told(parser, text, (outer, within(text, "to free 40 boats", "intends", "belief", 1))) == [(0,)]
    alone = within(text, "to free 40 boats", "intends", "belief", 1)
    assert told(parser, text, (alone,)) == [(1,)]


def test_what_stands_behind_an_aside_is_not_of_who_speaks_in_it(parser: Parser) -> None:
    text = "A raid - which the rebels said hit a depot - killed at least 16 people."
    assert told(parser, text, (within(text, "hit a depot - killed at least 16 people", "said"),)) == [()]
    text = "Rebels said a raid - the third - killed at least 16 people."
    assert told(parser, text, (within(text, "a raid - the third - killed at least 16 people", "said"),)) == [(0,)]
