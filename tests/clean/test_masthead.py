"""The masthead holds what is given and what the page states, each with its place, and nothing else."""

from datetime import date

import pytest

from dragoman.model.article import Given
from dragoman.model.spans import words
from tests.clean.texts import BODY, article

HEADLINE = "Ministers meet in Carrow over the causeway"


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"{HEADLINE}\n{BODY}\nAd for subscribing to The Carrow Report", "The Carrow Report"),
        (f"{HEADLINE}\n{BODY}\nGet the Sun in your inbox:\nGet the Sun-Herald Weekly in your inbox:", "Sun-Herald"),
        (f"{HEADLINE}\n{BODY}\nSubscribe to the Lisk Courier", "Lisk Courier"),
        (f"{HEADLINE}\n{BODY}\nPrinted from the Harbour Post", "Harbour Post"),
        (f"{HEADLINE}\n{BODY}\n© 2031 The Carrow Times, LLC. All rights reserved.", "The Carrow Times"),
        (f"{HEADLINE}\n\nBy Sundvoice | Wednesday, 14 May 2031\n\n{BODY}", "Sundvoice"),
        (f"{HEADLINE}\nBy Petra Vance\nThe Carrow Courier, 15 May 2031\n{BODY}", "The Carrow Courier"),
        (f"Harbour Post\n{HEADLINE}\n{BODY}", "Harbour Post"),
        (f"Island Voice\nFriday, 16 May 2031\n\n{HEADLINE}\n\n{BODY}", "Island Voice"),
        (f"Soundnews.am. {BODY}", "Soundnews.am"),
        (f"{HEADLINE}\n\nUkrinform. {BODY}", "Ukrinform"),
        (f"{HEADLINE} | The Lisk Herald\n\n{BODY}", "The Lisk Herald"),
        (f"{HEADLINE}\nJAMnews, Carrow\n{BODY}", "JAMnews"),
        (f"{HEADLINE}\nby Daily Sabah with AFP\n{BODY}", "Daily Sabah"),
    ],
)
def test_the_outlet_is_read_where_the_page_names_itself(text: str, outlet: str) -> None:
    found = article(text)
    assert found.masthead.outlet == outlet
    assert found.masthead.basis["outlet"] == "stated"
    assert words(found.text, found.masthead.places["outlet"][:1]) == outlet


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{HEADLINE}\n{BODY}\nGet the Morning Briefing in your inbox",
        f"{HEADLINE}\n{BODY}\nSubscribe to our newsletter",
        f"{HEADLINE}\nBy Reuters\n{BODY}",
        f"{HEADLINE}\nBy Petra Vance | 14 May 2031\n{BODY}",
        f"{HEADLINE}\nBy Staff Writer\n{BODY}",
        f"{HEADLINE}\n{BODY}\n© Mara Lind/Getty Images",
        f"Mr. {BODY}",
        f"{HEADLINE} - a chronology\n{BODY}",
        f"By Monday, both sides must answer\n{BODY}",
    ],
)
def test_no_outlet_is_invented(text: str) -> None:
    assert article(text).masthead.outlet is None


@pytest.mark.parametrize(
    "text",
    [
        f"{HEADLINE}\n{BODY}",
        f"top of page\n\n{HEADLINE}\n\n{HEADLINE}\n\n{BODY}",
        f"Home / World / {HEADLINE}\n\n{HEADLINE}\n\nVelmar & Ostrand\n\n{BODY}",
        f"Ilse Barran, left, with her counterpart Andrei Kolm, in Carrow on 14 May\n\n{HEADLINE}\n\n240\n0\n\n{BODY}",
        f"# {HEADLINE}\n\n{BODY}",
        f"World\n{HEADLINE}\nBy Petra Vance\n14 May 2031\n{BODY}",
        f"{HEADLINE} | Harbour Post\n{BODY}",
    ],
)
def test_the_headline_is_the_line_above_the_body_that_reads_like_one(text: str) -> None:
    found = article(text)
    assert found.masthead.title == HEADLINE
    for span in found.masthead.places["title"]:
        assert words(found.text, [span]) == HEADLINE


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"Ilse Barran, left, with her counterpart Andrei Kolm, in Carrow on 14 May\n\n{BODY}",
        f"Petra Vance and Jon Aske\nHarbour Post\n{BODY}",
        f"Mara Lind/Reuters\n{BODY}",
        f"Story highlights The ministers met in Carrow\nThe causeway stays shut for now\n{BODY}",
        "Ministers meet in Carrow",
    ],
)
def test_a_text_without_headline_has_no_title(text: str) -> None:
    assert article(text).masthead.title is None


@pytest.mark.parametrize(
    ("line", "authors"),
    [
        ("By Petra Vance", ("Petra Vance",)),
        ("By Petra Vance and Jon H. Aske, Staff Writers", ("Petra Vance", "Jon H. Aske")),
        ("BY Petra Vance in Carrow", ("Petra Vance",)),
        ("Written by Petra Vance | 14 May 2031", ("Petra Vance",)),
        ("By Reuters", ()),
        ("By Harbour Post staff", ()),
        ("By Monday, both sides must answer", ()),
    ],
)
def test_authors_are_the_persons_of_a_byline(line: str, authors: tuple[str, ...]) -> None:
    assert article(f"{HEADLINE}\n{line}\n{BODY}").masthead.authors == authors


def test_names_above_a_role_or_an_outlet_are_a_byline() -> None:
    assert article(f"Petra Vance and Jon Aske\nStaff writers\n{BODY}").masthead.authors == ("Petra Vance", "Jon Aske")
    assert article(f"Petra Vance\nSpecial to the Post\n{BODY}").masthead.authors == ("Petra Vance",)
    assert article(f"Petra Vance\nUSA TODAY\n{BODY}").masthead.authors == ("Petra Vance",)
    assert article(f"{HEADLINE}\nElena Vance | 14.05.2031 - Update : 15.05.2031\n{BODY}").masthead.authors == (
        "Elena Vance",
    )
    assert article(f"{HEADLINE}\n14 May 2031\nElena Vance\n{BODY}").masthead.authors == ("Elena Vance",)
    assert article(f"{HEADLINE}\nCarrow Summit\n14 May 2031\n{BODY}").masthead.authors == ()
    assert article(f"Carrow Summit\nMinisters meet over the causeway\n{BODY}").masthead.authors == ()


def test_an_authors_box_names_the_author() -> None:
    found = article(f"{HEADLINE}\n{BODY}\nAbout Petra Vance")
    assert found.masthead.authors == ("Petra Vance",)
    assert words(found.text, found.masthead.places["authors"]) == "Petra Vance"


@pytest.mark.parametrize(
    ("opening", "place", "credit"),
    [
        ("CARROW (Combined Sources) — ", "CARROW", ()),
        ("CARROW, May 14 (AP) - ", "CARROW", ("AP",)),
        ("Carrow (Reuters) - ", "Carrow", ("Reuters",)),
        ("LISK, May 14. /TASS/. ", "LISK", ("TASS",)),
        ("LISK, MAY 14, ARMENPRESS. ", "LISK", ("Armenpress",)),
        ("OSLO, Wednesday, May 14 - ", "OSLO", ()),
        ("PORT LISK, Ostrand, 14 May 2031 — ", "PORT LISK", ()),
        ("TARNHAVN — ", "TARNHAVN", ()),
        ("TARNHAVN- ", "TARNHAVN", ()),
        ("Tehran, IRNA – ", "Tehran", ("IRNA",)),
        ("Lisk /Mediamax/. ", "Lisk", ("Mediamax",)),
        ("Lisk – APA. ", "Lisk", ("APA",)),
        ("Oslo, May 14, AZERTAC\n\n", "Oslo", ("Azertac",)),
        ("OSLO\n\n", "OSLO", ()),
        ("UPDATE\n\n", None, ()),
        ("LISK (Islands.net) — ", "LISK", ("Islands.net",)),
        ("LISK (RFE/RL) — ", "LISK", ("RFE/RL",)),
        ("CARROW, Velmar, May 14. ", "CARROW", ()),
        ("OSLO (Norda) — ", "OSLO", ("Norda",)),
        ("(AP) - ", None, ("AP",)),
        ("WASHINGTON/PARIS (Reuters) - ", "WASHINGTON/PARIS", ("Reuters",)),
        ("BREAKING — ", None, ()),
        ("The minister (Barran) - ", None, ()),
        ("", None, ()),
    ],
)
def test_a_dateline_gives_place_and_agency(opening: str, place: str | None, credit: tuple[str, ...]) -> None:
    head = article(f"{HEADLINE}\n{opening}{BODY}").masthead
    assert head.place == place
    assert tuple(found.name for found in head.credits) == credit


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("By Sundvoice | Wednesday, 14 May 2031", date(2031, 5, 14)),
        ("Published: May 14, 2031 10:30 am", date(2031, 5, 14)),
        ("14.05.2031", date(2031, 5, 14)),
        ("13:45, May 14, 2031", date(2031, 5, 14)),
        ("Politics 14 May 2031 14:00 (UTC +04:00)", date(2031, 5, 14)),
        ("Published date: 14 May 2031 10:00 BST | Last update: 1 month ago", date(2031, 5, 14)),
        ("2031-05-14", date(2031, 5, 14)),
        ("Updated 16 May 2031, Published 14 May 2031", None),
        ("Wednesday, May 14", None),
        ("Ministers recall the declaration of 9 November 2020 and what followed from it in both countries", None),
    ],
)
def test_the_day_of_publication_is_stated_in_full_or_unknown(line: str, day: date | None) -> None:
    assert article(f"{HEADLINE}\n{line}\n{BODY}").masthead.published.day == day


def test_published_beats_updated_and_an_update_alone_is_the_latest_day() -> None:
    both = article(f"{HEADLINE}\nUpdated: 16 May 2031\nPublished: 14 May 2031\n{BODY}").masthead.published
    assert (both.day, both.basis) == (date(2031, 5, 14), "stated")
    alone = article(f"{HEADLINE}\nUpdated: 16 May 2031\n{BODY}").masthead.published
    assert (alone.earliest, alone.latest) == (None, date(2031, 5, 16))


def test_a_date_that_stands_in_the_body_is_not_the_day_of_publication() -> None:
    assert article(f"{HEADLINE}\nOn 14 May 2031 the ministers met in Carrow.\n{BODY}").masthead.published.day is None


def test_a_dateline_with_its_year_states_the_day_and_where() -> None:
    found = article(f"CARROW, 14 May 2031 - {BODY}")
    assert found.masthead.published.day == date(2031, 5, 14)
    assert words(found.text, found.masthead.places["published"]) == "14 May 2031"


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("2031-05-14", ("2031-05-14", "2031-05-14")),
        ("2031-05-14T23:30:00+04:00", ("2031-05-14", "2031-05-14")),
        ("20310514", ("2031-05-14", "2031-05-14")),
        ("Wed, 14 May 2031 10:00:00 GMT", ("2031-05-14", "2031-05-14")),
        ("May 14th, 2031", ("2031-05-14", "2031-05-14")),
        ("14/05/2031", ("2031-05-14", "2031-05-14")),
        ("05/04/2031", ("2031-04-05", "2031-05-04")),
        ("05.04.2031", ("2031-04-05", "2031-04-05")),
        ("2031-05", ("2031-05-01", "2031-05-31")),
        ("2031", ("2031-01-01", "2031-12-31")),
    ],
)
def test_given_dates_are_read_in_all_common_forms(written: str, days: tuple[str, str]) -> None:
    when = article(BODY, Given(published=written)).masthead.published
    assert when.basis == "given"
    assert (str(when.earliest), str(when.latest)) == days


def test_a_given_date_that_is_none_says_so_and_leaves_the_stated_one() -> None:
    assert "not understood" in article(BODY, Given(published="last week")).masthead.published.reason
    stated = article(f"{HEADLINE}\n14 May 2031\n{BODY}", Given(published="soon")).masthead
    assert (stated.published.day, stated.basis["published"]) == (date(2031, 5, 14), "stated")


def test_given_fields_beat_stated_ones_and_keep_the_place_where_they_are_printed() -> None:
    given = Given("Harbour Post", HEADLINE, ("A. B.",), "2031-05-15", "English", "https://post.example/1", "City")
    found = article(f"{HEADLINE}\nBy Petra Vance | 14 May 2031\n{BODY}\nSubscribe to the Lisk Courier", given)
    head = found.masthead
    assert (head.outlet, head.title, head.authors, head.language) == ("Harbour Post", HEADLINE, ("A. B.",), "en")
    assert str(head.published.day) == "2031-05-15"
    assert set(head.basis.values()) == {"given"}
    assert words(found.text, head.places["title"]) == HEADLINE
    assert (found.url, found.owner) == ("https://post.example/1", "City")


def test_only_known_fields_have_a_basis() -> None:
    head = article(BODY).masthead
    assert head.basis == {}
    assert head.places == {}
