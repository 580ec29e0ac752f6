"""Passages that outlets print alike: in whose voice, and what one thing is another."""

from dataclasses import replace
from datetime import date

import pytest

from dragoman.compare.parallels import find_parallels
from dragoman.model.article import Article, Masthead
from dragoman.model.links import ActorGroup, At, Parallel, StoryGroup
from dragoman.model.reading import (
    Entity,
    MeetingReport,
    Mention,
    Mode,
    ReadArticle,
    Reading,
    Statement,
)
from dragoman.model.spans import Place, Span, words
from dragoman.model.when import between

PEOPLE = (Entity("person", "Ilse Barran", ("Ilse Barran",)), Entity("person", "Oren Tolle", ("Oren Tolle",)))
FERRY = "The ferry between Carrow and Lisk carried 40 lorries over the closed causeway in April"


def printed(name: str, text: str, day: int = 4) -> ReadArticle:
    """An article of its own outlet, each line a sentence, which names whom of the people it names."""
    when = between(date(2031, 5, day), date(2031, 5, day), "given")
    made = Article(name, name, text, "", "", Masthead(outlet=f"Outlet {name}", published=when))
    ends = [at for at, letter in enumerate(text + "\n") if letter == "\n"]
    starts = [0, *(end + 1 for end in ends[:-1])]
    lines = tuple(Span(start, end) for start, end in zip(starts, ends, strict=True) if end > start)
    mentions = tuple(
        Mention(Span(at, at + len(person.name)), "name", n)
        for n, person in enumerate(PEOPLE)
        for at in [text.find(person.name)]
        if at >= 0
    )
    return ReadArticle(made, Reading("1", "en", sentences=lines, entities=PEOPLE, mentions=mentions))


def said(read: ReadArticle, content: str, speaker: int, mode: Mode = "indirect") -> ReadArticle:
    """The article with a statement of this content, whose source is the speaker's name."""
    text, name = read.article.text, PEOPLE[speaker].name
    start = text.index(content)
    source = (Span(text.index(name), text.index(name) + len(name)),)
    row = Statement((Span(start, start + len(content)),), source, (), mode, speakers=(speaker,), speakers_basis="named")
    return ReadArticle(read.article, replace(read.reading, statements=(row,)))


def met(read: ReadArticle, place: str) -> ReadArticle:
    """The article with its first sentence as a report of a meeting at the place."""
    at = read.article.text.index(place)
    report = MeetingReport(read.reading.sentences[:1], "meeting", "held", (0, 1), place=Span(at, at + len(place)))
    return ReadArticle(read.article, replace(read.reading, meetings=(report,)))


def found(*reads: ReadArticle) -> tuple[Parallel, ...]:
    actors = [ActorGroup(tuple(At(read.article.id, n) for read in reads)) for n in range(len(PEOPLE))]
    return find_parallels(reads, actors, [StoryGroup(tuple(read.article.id for read in reads))], {}, {})


def differing(*reads: ReadArticle) -> list[tuple[str, str, str]]:
    texts = {read.article.id: read.article.text for read in reads}

    def there(place: Place) -> str:
        return words(texts[place.article], place.spans)

    return [(row.kind, there(row.left), there(row.right)) for each in found(*reads) for row in each.differing]


def test_what_one_outlet_prints_as_its_own_and_another_as_somebodys_words_is_shown() -> None:
    told = said(printed("b", f"Ilse Barran said: {FERRY}."), FERRY, 0)
    (row,) = found(printed("a", f"{FERRY}."), told)
    assert [each.statement is None for each in row.passages] == [True, False]
    assert row.reasons[0].detail.endswith("words the same")


def test_what_two_outlets_print_as_their_own_in_the_same_words_needs_no_table() -> None:
    assert found(printed("a", f"{FERRY}."), printed("b", f"{FERRY}.")) == ()


@pytest.mark.parametrize(
    "before",
    ["We took the ferry ourselves. ", "The minister answered:\n", "“", "Ilse Barran said a lot. "],
    ids=["first person", "after a colon", "opened marks", "a verb of saying"],
)
def test_what_may_be_somebodys_words_is_not_called_the_outlets_own(before: str) -> None:
    told = said(printed("b", f"Ilse Barran said: {FERRY}."), FERRY, 0)
    ours = f"{before}{FERRY}{'”' if before == '“' else ''}."
    assert found(printed("a", ours), told) == ()


def test_another_number_in_the_same_sentence_is_another_value() -> None:
    assert differing(printed("a", FERRY), printed("b", FERRY.replace("40", "90"))) == [
        ("value", "40 lorries", "90 lorries")
    ]


def test_another_number_on_a_later_day_is_superseded() -> None:
    rows = differing(printed("a", FERRY), printed("b", FERRY.replace("40", "90"), day=9))
    assert [row[0] for row in rows] == ["superseded by a later report"]


@pytest.mark.parametrize(
    ("left", "right"),
    [("40", "more than 30"), ("about 40", "42"), ("4,000", "3,987")],
    ids=["a bound", "a hedge", "rounded"],
)
def test_a_bound_or_a_round_number_contradicts_nothing(left: str, right: str) -> None:
    assert differing(printed("a", FERRY.replace("40", left)), printed("b", FERRY.replace("40", right))) == []


def test_an_article_that_knows_both_numbers_contradicts_none() -> None:
    both = f"{FERRY.replace('40', '90')}\nEarlier counts gave 40."
    assert differing(printed("a", FERRY), printed("b", both)) == []


def test_two_things_that_differ_may_be_two_occasions() -> None:
    other = FERRY.replace("40", "90").replace("April", "June")
    assert differing(printed("a", FERRY), printed("b", other)) == []


def test_one_outlet_is_not_held_against_itself() -> None:
    again = printed("b", FERRY.replace("40", "90"))
    head = replace(again.article.masthead, outlet="Outlet a")
    assert found(printed("a", FERRY), ReadArticle(replace(again.article, masthead=head), again.reading)) == ()


QUOTE = "nobody will close the causeway to medical traffic while the talks go on"


def quoted(name: str, speaker: int) -> ReadArticle:
    return said(
        printed(name, f"“{QUOTE.capitalize()},” {PEOPLE[speaker].name} said."), QUOTE.capitalize(), speaker, "direct"
    )


def test_the_same_quotation_given_to_two_people_by_name_is_a_conflict_of_attribution() -> None:
    assert differing(quoted("a", 0), quoted("b", 1)) == [("attribution", "Ilse Barran", "Oren Tolle")]


def test_the_same_quotation_of_one_speaker_is_none() -> None:
    assert differing(quoted("a", 0), quoted("b", 0)) == []


def test_a_speaker_who_is_named_beside_the_other_is_no_other_speaker() -> None:
    text = f"“{QUOTE.capitalize()},” Ilse Barran said."
    wrong = said(printed("a", text), QUOTE.capitalize(), 0, "direct")
    statement = replace(wrong.reading.statements[0], speakers=(1,))  # the reader took the wrong one of two names
    misread = ReadArticle(wrong.article, replace(wrong.reading, statements=(statement,)))
    assert differing(misread, quoted("b", 0)) == []


TALKS = "Ilse Barran and Oren Tolle met in Carrow on Monday for two hours about the closed causeway"


def test_another_place_of_the_same_meeting_is_a_conflict_of_place() -> None:
    rows = differing(met(printed("a", TALKS), "Carrow"), met(printed("b", TALKS.replace("Carrow", "Lisk")), "Lisk"))
    assert rows == [("place", "Carrow", "Lisk")]


def test_a_state_and_a_city_are_no_two_places() -> None:
    rows = differing(
        met(printed("a", TALKS.replace("Carrow", "Oslo")), "Oslo"),
        met(printed("b", TALKS.replace("Carrow", "Norway")), "Norway"),
    )
    assert rows == []


def test_another_day_of_the_same_meeting_is_a_conflict_of_time() -> None:
    assert differing(printed("a", TALKS), printed("b", TALKS.replace("Monday", "Tuesday")))[0][0] == "time"


def test_a_denied_sentence_is_a_conflict_of_polarity() -> None:
    denied = FERRY.replace("carried", "did not carry")
    assert [row[0] for row in differing(printed("a", FERRY), printed("b", denied))] == ["polarity"]
