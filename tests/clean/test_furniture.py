"""Furniture is whole lines, and never somebody's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.clean.furniture import LONGEST
from tests.clean.texts import BODY, article, furniture

FURNITURE = [
    "top of page",
    "Read also",
    "Read also: What the protocol says",
    "Related articles:",
    "SEE ALSO: Ferry lines add winter crossings",
    "( Also on THE HERALD: A causeway in numbers)",
    "A causeway in numbers Read more",
    "Get the Harbour Post Weekly in your inbox:",
    "Ad for subscribing to The Carrow Report",
    "Subscribe to our newsletter for the morning briefing",
    "Interested in Velmar? Add Velmar as an interest to stay up to date on the latest Velmar news and video.",
    "Advertisement",
    "Story Continued Below",
    "12 Shares",
    "Facebook Twitter WhatsApp",
    "3 min read",
    "2 days ago",
    "We use cookies to improve your visit. Accept all",
    "© 2031 Harbour Post. All rights reserved.",
    "(Photo: Mara Lind/Reuters)",
    "Mara Lind/AFP/Getty Images",
    "Image copyright Reuters",
    "(Reporting by Mara Lind in Carrow and Jon Aske; Editing by Ann Berg)",
    "About the author: Petra Vance covers the Sound.",
    "Write to Petra Vance at p.vance@post.example",
    "Follow us on Telegram and Facebook",
    "Click here to read earlier updates",
    "Tags: Velmar, Ostrand, causeway",
    "* * *",
    "203105141122334",
    "News | Politics | World | Sport",
    "#Velmar #Ostrand #causeway",
    "If you have found a mistake, select it and press Ctrl+Enter",
    "Your email address will not be published. Required fields are marked *",
    "Follow us on Telegram. Only the most important news",
    "This story has been updated with additional information.",
    "Vance reported from Carrow.",
]
TEXT = [
    "“We will read also what they wrote,” the minister said.",
    "The minister said the newsletter in your inbox was a forgery, and called it “a story”.",
    "Conditions",
    "Out of the loop",
    "Foreign Minister Ilse Barran, left, shakes hands with Andrei Kolm in Carrow on 14 May.",
    "The material must be handed over to the commission before the end of June.",
    "For more than two years the ministers have refused to visit each other's capitals.",
    "Images from the island showed engineers at work.",
    "The views expressed by both sides in Carrow were far apart.",
    "Written by three experts, the draft runs to forty pages.",
    "Share prices fell in Carrow after the talks.",
    "240 tonnes of fuel",
    "Via a side door the minister left the hall;",
    "1. WHAT THE MINISTERS AGREED ON IN CARROW AND WHAT NOT",
    "An IS video showed the journalist and another reporter.",
    "“NO ONE WILL SIGN THIS PAPER WHILE THE GATES ARE SHUT,” the deputy minister said.",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_what_pages_print_beside_articles_is_furniture(line: str) -> None:
    assert furniture(f"{BODY}\n{line}\n\n{BODY}") == [line]


@pytest.mark.parametrize("line", TEXT)
def test_what_only_resembles_furniture_is_text(line: str) -> None:
    assert furniture(f"{BODY}\n{line}\n\n{BODY}") == []


def test_lone_numbers_are_counters_above_the_body_and_text_inside_it() -> None:
    assert furniture(f"Talks go on in Carrow\n\n240\n0\n\n{BODY}") == ["240", "0"]
    assert furniture(f"{BODY}\n240\n\n{BODY}") == []


def test_a_trail_of_sections_is_furniture_and_the_headline_below_it_is_not() -> None:
    text = f"World > Talks > Ministers meet in Carrow\n\nMinisters meet in Carrow\n\n{BODY}"
    assert furniture(text) == ["World > Talks > Ministers meet in Carrow"]


def test_headlines_listed_under_a_heading_go_with_it_and_a_quotation_under_it_does_not() -> None:
    listed = "Related articles\nFerry lines add winter crossings\nA causeway in numbers and dates\n"
    assert furniture(BODY + listed) == listed.splitlines()
    quoted = f"{BODY}Read also\n“We have met and will meet again,” the minister said.\n{BODY}"
    assert furniture(quoted) == ["Read also"]


def test_promotions_in_capitals_between_paragraphs_are_furniture_and_subheadings_are_not() -> None:
    promotion = "CARROW AND LISK SIGN FERRY PACT AS WINTER CLOSES THE STRAIT"
    assert furniture(f"{BODY}{promotion}\n{BODY}") == [promotion]
    assert furniture(f"{BODY}OUT OF THE LOOP\n{BODY}") == []


def test_who_wrote_the_article_is_furniture_at_its_end_only() -> None:
    note = "Petra Vance is a columnist at the Harbour Post and covers the Sound."
    assert furniture(f"{BODY}{BODY}{note}") == [note]
    assert furniture(f"{BODY}{note}\n{BODY}{BODY}") == []


def test_an_authors_box_stands_at_the_end() -> None:
    assert furniture(f"{BODY}About Petra Vance") == ["About Petra Vance"]
    assert furniture(f"{BODY}About Petra Vance\n{BODY}{BODY}{BODY}{BODY}") == []


@given(st.lists(st.one_of(st.sampled_from(FURNITURE), st.sampled_from(TEXT), st.text(max_size=500)), max_size=12))
def test_furniture_is_whole_short_lines_in_order(lines: list[str]) -> None:
    found = article(BODY + "\n".join(lines))
    whole = {line.strip() for line in found.text.splitlines()}
    ends = 0
    for start, end in found.furniture:
        assert ends <= start < end <= len(found.text)
        assert found.text[start:end] in whole
        assert end - start <= LONGEST
        ends = end


@given(st.text(max_size=200))
def test_no_line_with_quotation_marks_and_a_verb_of_speech_is_furniture(words: str) -> None:
    line = f"Click here: “{' '.join(words.split())}” he said"
    assert line not in furniture(f"{BODY}{line}\n{BODY}")


@pytest.mark.parametrize(
    ("line", "cut"),
    [
        (
            "Media playback is unsupported on your device Media caption Barran: The causeway stays shut",
            "Media playback is unsupported on your device Media caption",
        ),
        (
            "Image copyright EPA Image caption Engineers wait at the gates of the causeway",
            "Image copyright EPA Image caption",
        ),
        (
            "The gates were shut. Hide Caption 3 of 12 Photos: The causeway was opened in May.",
            "Hide Caption 3 of 12 Photos:",
        ),
    ],
)
def test_labels_of_players_are_cut_out_of_lines_and_captions_are_left(line: str, cut: str) -> None:
    text = f"{BODY}\n{line}\n{BODY}"
    found = article(text)
    assert " ".join(text[start:end] for start, end in found.furniture) == cut


@pytest.mark.parametrize(
    "line",
    [
        "The minister said that the image caption was wrong and that the photo caption was a forgery.",
        "This video is no longer a secret, the minister said of the recording.",
        "The story highlights what both sides want, and these are the story highlights of May.",
    ],
)
def test_plain_words_about_captions_are_text(line: str) -> None:
    assert article(f"{BODY}\n{line}\n{BODY}").furniture == ()
