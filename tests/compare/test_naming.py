"""Which names are one thing's, and which stay apart."""

from dataclasses import replace

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Masthead
from dragoman.model.links import At, Rendering, Shifted
from dragoman.model.spans import Span
from tests.compare.naming import groups, named, rows

JOINED = {
    "said in brackets": (
        "The talks turned to the future of Old-Marrow (Tesk).",
        "People in Tesk have no power. People in Old-Marrow wait.",
        {"Old-Marrow", "Tesk"},
    ),
    "said in words": (
        "The tanker was the Harrow Star, formerly known as the Grey Gull.",
        "The Grey Gull left port on Monday.",
        {"Harrow Star", "Grey Gull"},
    ),
    "nouns for a road": (
        "Lorries on the Velsk corridor were stopped on Monday.",
        "Lorries on the Velsk road were stopped on Monday.",
        {"Velsk corridor", "Velsk road"},
    ),
    "a road by one end and by both": (
        "Lorries on the Velsk corridor were stopped on Monday.",
        "A rally on the Velsk-Tarrow road ended on Monday.",
        {"Velsk corridor", "Velsk-Tarrow road"},
    ),
    "a listed place": (
        "The mayor opened a school in Mumbai on Monday.",
        "The mayor opened a school in Bombay on Monday.",
        {"Mumbai", "Bombay"},
    ),
    "a capital's spellings": (
        "Ministers met in Kyiv on Monday.",
        "Ministers met in Kiev on Monday.",
        {"Kyiv", "Kiev"},
    ),
    "romanisations": (
        "Shells fell in Marzhovsk on Monday.",
        "Shells fell in Marjovsk on Monday.",
        {"Marzhovsk", "Marjovsk"},
    ),
    "a government": (
        "The Norwegian government rejected the plan on Monday.",
        "The Norwegian regime rejected the plan on Monday.",
        {"Norwegian government", "Norwegian regime"},
    ),
    "those who take a side": (
        "Clashes with pro-Norwegian rebels went on.",
        "Clashes with pro-Norwegian separatists went on.",
        {"pro-Norwegian rebels", "pro-Norwegian separatists"},
    ),
    "a closure": (
        "The minister condemned the illegal blockade of the Velsk corridor.",
        "The blockade of the Velsk corridor goes on.",
        {"illegal blockade", "blockade"},
    ),
    "a war": (
        "The war in Norway goes on.",
        "The Norwegian conflict goes on.",
        {"war", "Norwegian conflict"},
    ),
}


@pytest.mark.parametrize("case", JOINED)
def test_names_of_one_thing_are_one_row(parser: Parser, case: str) -> None:
    first, second, names = JOINED[case]
    assert names in rows(named(parser, "a", first), named(parser, "b", second))


APART = {
    "a dateline's agency": ("OSLO (Norda) — The minister left.", "The minister left Oslo. Norda said so."),
    "roads of one end": (
        "The Velsk corridor is open.",
        "The Velsk-Tarrow road is closed. The Velsk-Ombra road is open.",
    ),
    "a town and the region round it": ("Ministers met in Bergen.", "Shells fell in the Bergen region."),
    "a sea and the land at it": ("Ships left the Amber Sea.", "The Amber Sea region is poor."),
    "two listed towns": ("Ministers met in Bergen.", "Ministers met in Trondheim."),
    "another government": ("The Norwegian government rejected it.", "The interim Norwegian regime rejected it."),
    "other sides": ("Clashes with pro-Norwegian rebels.", "Clashes with pro-Swedish separatists."),
    "one name abbreviated": ("The Northern Sea Council (NSC) met.", "The NSC met again."),
    "one name cut short": ("The Carrow Bridge Committee met.", "The Bridge Committee met."),
    "one noun in two numbers": ("Clashes with pro-Norwegian rebels.", "A pro-Norwegian rebel was hurt."),
}


def test_the_rebels_alone_are_the_articles_one_band(parser: Parser) -> None:
    told = named(
        parser, "a", "Clashes with pro-Norwegian separatists went on. Separatists fired. The rebels left Velsk."
    )
    other = named(parser, "b", "The pro-Norwegian militants fled.")
    assert {"pro-Norwegian separatists", "Separatists", "rebels", "pro-Norwegian militants"} in rows(told, other)
    (band,) = groups(told, other)
    assert band.referent.spans == (Span(4, len("The pro-Norwegian militants")),)


@pytest.mark.parametrize(
    "text",
    [
        "Clashes with pro-Norwegian separatists went on. The pro-Swedish rebels and the militants left.",
        "Clashes with pro-Norwegian separatists went on. Foreign fighters and other rebels came. Militants left Oslo.",
        "Ten Northern League fighters left Oslo. The League is strong. The militants and the rebels stayed.",
    ],
)
def test_armed_men_who_may_be_others_stay_apart(parser: Parser, text: str) -> None:
    found = {term for row in rows(named(parser, "a", text)) for term in row}
    assert not found & {"militants", "Militants", "rebels", "fighters"}


@pytest.mark.parametrize("case", APART)
def test_what_is_unsure_or_no_other_name_stays_apart(parser: Parser, case: str) -> None:
    assert rows(*(named(parser, str(number), text) for number, text in enumerate(APART[case]))) == []


def test_a_listed_towns_other_name_in_the_same_article_may_be_another_place(parser: Parser) -> None:
    assert rows(named(parser, "a", "Trains run from Mumbai to Bombay every day.")) == []


def test_a_bare_noun_means_the_one_closure_that_all_articles_name(parser: Parser) -> None:
    told = named(parser, "a", "He condemned the illegal blockade of the Velsk corridor. The Velsk corridor is vital.")
    bare = named(parser, "b", "Nobody uses the Velsk corridor. The blockade has not been lifted.")
    other = named(parser, "c", "The blockade has not been lifted. Nobody uses the port.")
    found = groups(told, bare, other)
    assert [{use.place.article for use in group.uses} for group in found if group.kind == "closure"] == [{"a", "b"}]


def test_a_name_in_place_of_another_in_two_versions_is_its_other_name(parser: Parser) -> None:
    left = named(parser, "a", "Traffic to Tesk is stopped.")
    right = named(parser, "b", "Traffic to Marrow is stopped.")
    ends = Rendering(At("a", 0), (Span(11, 15),)), Rendering(At("b", 0), (Span(11, 17),))
    assert rows(left, right) == []
    assert rows(left, right, shifts=(Shifted("naming", "same", *ends),)) == [{"Tesk", "Marrow"}]


def test_each_join_says_why(parser: Parser) -> None:
    first, second, _ = JOINED["romanisations"]
    (group,) = groups(named(parser, "a", first), named(parser, "b", second))
    assert [(join.left, join.right, join.reason.feature) for join in group.joins] == [
        ("Marjovsk", "Marzhovsk", "spellings of one name")
    ]


def test_a_term_is_found_in_a_title_where_capitals_tell_nothing(parser: Parser) -> None:
    title = "Ministers Open Velsk Corridor Again For All Lorries"
    first = named(parser, "a", f"{title}\n\nThe Velsk corridor is open.")
    head = Masthead(title=title, language="en", places={"title": (Span(0, len(title)),)})
    first = first._replace(article=replace(first.article, masthead=head))
    (group,) = groups(first, named(parser, "b", "The Velsk road is open."))
    assert ("a", (Span(15, 29),)) in {(use.place.article, use.place.spans) for use in group.uses}


def test_names_in_page_clutter_do_not_count(parser: Parser) -> None:
    first, second, _ = JOINED["a capital's spellings"]
    assert rows(named(parser, "a", first), named(parser, "b", second), furniture={"b": (Span(0, len(second)),)}) == []


def test_an_office_before_its_holders_name_is_no_name_of_the_body(parser: Parser) -> None:
    office = named(parser, "a", "They wrote to UN High Commissioner for Refugees Anna Barran on Monday.")
    agency = named(parser, "b", "The UN refugee agency sent tents on Monday.")
    assert groups(office, agency) == ()
