"""Web pages: the article is extracted, nothing on the page is executed, and a page without one is dropped."""

import logging
import sys

import pytest

from dragoman.clean.markup import extract, paragraphs
from tests.clean.texts import BODY, article, dropped

STORY = "".join(f"<p>{line}</p>" for line in (BODY * 3).splitlines() if line)
PAGE = f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>Ministers meet in Carrow | Harbour Post</title><meta property="og:site_name" content="Harbour Post">
<meta property="og:title" content="Ministers meet in Carrow"><meta name="author" content="Petra Vance">
<meta property="article:published_time" content="2131-05-14T10:00:00+02:00">
<link rel="canonical" href="https://post.example/carrow"></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookies">We use cookies.</div>
<article><h1>Ministers meet in Carrow</h1><p class="byline">By Petra Vance</p>{STORY}
<script>document.write("gone")</script></article>
<footer>All rights reserved</footer></body></html>"""


def test_the_text_is_the_article_and_the_masthead_what_the_markup_says() -> None:
    found = article(PAGE, media="html")
    assert "agreed to go on talking about the causeway" in found.text
    for word in ("cookies", "Sport", "gone", "rights reserved", "<"):
        assert word not in found.text
    head = found.masthead
    assert (head.outlet, head.title, head.authors) == ("Harbour Post", "Ministers meet in Carrow", ("Petra Vance",))
    assert str(head.published.day) == "2131-05-14"
    assert set(head.basis.values()) == {"stated"}
    assert found.url == "https://post.example/carrow"


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body><nav><a href='/'>Home</a></nav><script>alert('x')</script></body></html>",
        "<html><body><p>Not found</p></body></html>",
    ],
)
def test_a_page_without_an_article_is_dropped(page: str) -> None:
    assert dropped(page.encode(), "html").reason == "no article was found on the page"


def test_a_deep_page_still_gives_its_article() -> None:
    page = f"<html><body>{'<div>' * 50_000}{STORY}{'</div>' * 50_000}</body></html>"
    assert "agreed to go on talking" in article(page, media="html").text


def test_a_tag_of_a_hundred_thousand_attributes_is_left_out() -> None:
    page = f"<html><body><div {' '.join(f'a{n}=1' for n in range(100_000))}>x</div>{STORY}</body></html>"
    assert "agreed to go on talking" in article(page, media="html").text


def test_entities_that_grow_are_not_expanded() -> None:
    lols = "".join(f'<!ENTITY l{n + 1} "{f"&l{n};" * 10}">' for n in range(9))
    page = f'<!DOCTYPE html [<!ENTITY l0 "lol">{lols}]><html><body>{STORY}<p>&l9;</p></body></html>'
    found = extract(page)
    assert found is None or len(found.text) < 10_000


def test_paragraphs_leave_out_scripts_and_navigation() -> None:
    page = "<nav><p>Home</p></nav><p>One &amp; two<script>three()</script></p><h1>Four</h1><p>Five"
    assert paragraphs(page) == "One & two\nFour\nFive"


def test_extraction_is_loaded_on_first_use_and_says_nothing(caplog: pytest.LogCaptureFixture) -> None:
    extract(PAGE)
    assert "trafilatura" in sys.modules
    assert logging.getLogger("trafilatura").handlers
    assert caplog.messages == [] or all("trafilatura" in record.name for record in caplog.records)
