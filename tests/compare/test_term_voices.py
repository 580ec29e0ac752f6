"""In whose voice a name stands."""

from typing import Any

import pytest

from dragoman.compare.term_voices import Heard, Voices
from dragoman.language.parser import Parser
from dragoman.model.reading import ReadArticle
from dragoman.model.spans import Span
from tests.compare.naming import named, saying


def voice(read: ReadArticle, term: str) -> Heard:
    start = read.article.text.index(term)
    return Voices(read).of(Span(start, start + len(term)))


def test_words_of_no_statement_are_the_outlets_own(parser: Parser) -> None:
    assert voice(named(parser, "a", "The Velsk road is open."), "Velsk road") == Heard("own")


def test_words_between_quotation_marks_are_the_naming_of_who_is_quoted(parser: Parser) -> None:
    read = saying(
        named(parser, "a", "“The Velsk road is open,” he said."),
        "The Velsk road is open",
        "said",
        mode="direct",
        speakers=(3,),
    )
    assert voice(read, "Velsk road") == Heard("quoted", (3,))


def test_words_between_quotation_marks_that_nobody_is_told_to_say_are_nobodys(parser: Parser) -> None:
    assert voice(named(parser, "a", "The “Velsk republic” has a flag."), "Velsk republic") == Heard("quoted")


def test_words_that_an_editor_put_into_a_quotation_are_the_outlets(parser: Parser) -> None:
    read = named(parser, "a", "“The [Velsk] authorities of the Tesk road left,” he said.")
    assert voice(read, "Velsk") == Heard("own")
    assert voice(read, "Tesk road") == Heard("quoted")


@pytest.mark.parametrize(
    ("content", "voiced"),
    [
        ("it is shut, referring to the Velsk road", "own"),
        ("it is shut, citing a spokesman for the Velsk road", "own"),
        ("it is shut, citing the state of the Velsk road", "attributed"),
    ],
)
def test_what_explains_the_words_reported_is_the_outlets(parser: Parser, content: str, voiced: str) -> None:
    read = named(parser, "a", f"He said that {content}.")
    assert voice(saying(read, f"that {content}", "said", speakers=(2,)), "Velsk road").voice == voiced


def test_posts_that_a_page_shows_whole_are_quoted(parser: Parser) -> None:
    first = "The Velsk road is ours. — Ida Brandt (@idabrandt) May 3, 2031"
    signed = f"{first} The Tesk road is shut. — O. Tal (@otal) May 4, 2031"
    read = named(parser, "a", f"The Ombra road is long.\n\n{signed} The Marrow road is next.")
    assert [voice(read, f"{name} road").voice for name in ("Ombra", "Velsk", "Tesk", "Marrow")] == [
        "own",
        "quoted",
        "quoted",
        "own",
    ]


def test_words_of_a_paraphrase_are_the_outlets_for_the_speaker(parser: Parser) -> None:
    read = saying(
        named(parser, "a", "He said that the Velsk road is open."), "that the Velsk road is open", "said", speakers=(2,)
    )
    assert voice(read, "Velsk road") == Heard("attributed", (2,))


def test_what_the_author_says_of_himself_to_say_is_his_outlets(parser: Parser) -> None:
    text = "I noted that the Velsk road is open. One noted that the Tesk road is shut."
    read = named(parser, "a", text)
    for source, content in (("I", "that the Velsk road is open"), ("One", "that the Tesk road is shut")):
        at = text.index(f"{source} noted")
        read = saying(read, content, "noted", source=(Span(at, at + len(source)),))
    assert voice(read, "Velsk road") == Heard("own")
    assert voice(read, "Tesk road") == Heard("attributed")


def test_the_innermost_of_two_speakers_is_meant(parser: Parser) -> None:
    read = named(parser, "a", "Norda said he told them that the Velsk road is open.")
    read = saying(read, "he told them that the Velsk road is open", "said", speakers=(1,))
    assert voice(saying(read, "that the Velsk road is open", "told", speakers=(2,)), "Velsk road").by == (2,)


def test_what_b_says_in_the_mouth_of_a_is_the_wording_of_a(parser: Parser) -> None:
    read = named(parser, "a", "“Tolle agreed that the Velsk road is open,” he said.")
    read = saying(read, "Tolle agreed that the Velsk road is open", "he said", mode="direct", speakers=(1,))
    read = saying(read, "that the Velsk road is open", "agreed", mode="direct", speakers=(2,))
    assert voice(read, "Velsk road") == Heard("quoted", (1,))


OWN: dict[str, tuple[str, str, str, dict[str, Any]]] = {
    "a topic": ("He discussed the Velsk road.", "the Velsk road", "discussed", {"shown": False}),
    "not said": ("He did not say that the Velsk road is open.", "that the Velsk road is open", "did not say", {}),
    "asked": ("Does he say that the Velsk road is open?", "that the Velsk road is open", "say", {}),
    "on another line": ("He said\nThe Velsk road is open.", "The Velsk road is open", "said", {}),
    "a thing that is favoured": ("They backed the Velsk road.", "the Velsk road", "backed", {"kind": "position"}),
    "an act": ("They signed the Velsk road.", "the Velsk road", "signed", {}),
}


@pytest.mark.parametrize("case", OWN)
def test_what_is_not_said_is_the_outlets_own(parser: Parser, case: str) -> None:
    text, content, cue, more = OWN[case]
    shown = bool(more.get("shown", True))
    kept = {key: value for key, value in more.items() if key != "shown"}
    assert voice(saying(named(parser, "a", text), content, cue, shown=shown, **kept), "Velsk road").voice == "own"


def test_what_somebody_believes_in_a_clause_is_theirs(parser: Parser) -> None:
    read = named(parser, "a", "Drivers believe that the Velsk road is open.")
    source = (Span(0, 7),)
    read = saying(read, "that the Velsk road is open", "believe", shown=False, kind="belief", source=source)
    assert voice(read, "Velsk road").voice == "attributed"


def test_a_curved_mark_may_be_closed_by_a_straight_one(parser: Parser) -> None:
    read = named(parser, "a", 'He said: “The Velsk road is open," and left.')
    assert voice(read, "Velsk road").voice == "quoted"


def test_a_dot_that_ends_name_and_sentence_does_not_matter(parser: Parser) -> None:
    read = saying(named(parser, "a", "He said that it left the U.S."), "that it left the U.S", "said", speakers=(1,))
    assert voice(read, "U.S.").voice == "attributed"
