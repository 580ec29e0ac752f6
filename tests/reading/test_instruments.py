"""Documents are found with what identifies them, and words that only look like documents are not."""

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.ids import sha256
from dragoman.model.reading import InstrumentMention
from dragoman.model.spans import Span
from dragoman.reading.cast import Cast, find_cast
from dragoman.reading.instruments import find_instruments
from dragoman.reading.timexes import find_timexes


def read(parser: Parser, text: str) -> tuple[list[InstrumentMention], Cast]:
    doc = parser.parse(text)
    cast = find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), ""))
    return list(find_instruments(doc, cast, find_timexes(doc))), cast


def found(parser: Parser, text: str) -> list[str]:
    return [text[each.span.start : each.span.end] for each in read(parser, text)[0]]


def one(parser: Parser, text: str) -> InstrumentMention:
    mentions, _ = read(parser, text)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "Kenya must honour the trilateral statement of the leaders of Kenya, Peru and Portugal dated May 3, 2031.",
            "trilateral statement of the leaders of Kenya, Peru and Portugal dated May 3, 2031",
        ),
        (
            "Peru invoked the joint statements that the leaders of Kenya and Peru adopted in 2029, 2030 and 2031.",
            "joint statements that the leaders of Kenya and Peru adopted in 2029, 2030 and 2031",
        ),
        (
            "He spoke of the 1994 Declaration signed by the leaders of the coastal republics in Porto-Novo.",
            "1994 Declaration signed by the leaders of the coastal republics in Porto-Novo",
        ),
        ("A peace treaty between Nairobi and Lima is near.", "peace treaty between Nairobi and Lima"),
        ("Peru takes the 1975 map as a basis.", "1975 map"),
        (
            "Peru cited the Orders of the International Court of Justice.",
            "Orders of the International Court of Justice",
        ),
        ("Kenya called for a vote on UN Security Council resolution 3001.", "UN Security Council resolution 3001"),
        ("Kenya signed an agreement with Peru on Sunday.", "agreement with Peru"),
        ("The accord signed in Lima on 4 May 2031 is void, Kenya said.", "accord signed in Lima on 4 May 2031"),
    ],
)
def test_the_span_holds_what_identifies_the_text(parser: Parser, text: str, words: str) -> None:
    assert found(parser, text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "The ministers reached agreement that the bridge should stay open.",
        "The minister said in a statement on Monday that the bridge was open.",
        "The talks yielded an agreement to keep in touch.",
        "It takes a great deal of work to deal with this.",
        "That would be a deal breaker for Kenya.",
        "The Kenyan army restored order and wrote no letter.",
        "Kenya wants concrete agreements.",
        "The Collective Security Treaty Organization met.",
        "Peru is threatening the international order, and a map of the region shows it.",
    ],
)
def test_words_that_name_no_text_are_left(parser: Parser, text: str) -> None:
    kept = [each for each in read(parser, text)[0] if not each.definite]
    assert kept == []


def test_the_parts_are_kept_as_fields(parser: Parser) -> None:
    text = "Point 6 of the trilateral statement of the leaders of Kenya, Peru and Portugal dated May 3, 2031 says so."
    mentions, cast = read(parser, text)
    (mention,) = mentions
    assert (mention.kind, mention.count, mention.standing, mention.definite) == ("statement", 3, "made", True)
    assert [cast.entities[party].name for party in mention.parties] == ["Kenya", "Peru", "Portugal"]
    assert len(mention.timexes) == 1
    assert [(each.name, text[each.span.start : each.span.end]) for each in mention.provisions] == [
        ("point 6", "Point 6")
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Kenya cited paragraphs 3 and 5 of the Lima agreement.", ["paragraph 3", "paragraph 5"]),
        ("Kenya cited the sixth point of the Lima agreement.", ["point 6"]),
        ("Under Article 51 of the UN Charter Kenya may do so.", ["article 51"]),
        ("Kenya left the Lima agreement in May.", []),
        ("Kenya cited point 2(a) of the Lima agreement.", ["point 2(a)"]),
        ("Kenya cited Article IV of the Lima agreement.", ["article 4"]),
        ("Kenya cited operative paragraph 5 of resolution 3001.", ["paragraph 5"]),
        ("Kenya cited OP3 of resolution 3001.", ["paragraph 3"]),
        ("Kenya cited sub-paragraph (b) of Article 2 of the Lima agreement.", ["article 2(b)"]),
        ("Kenya cited paragraph 2 of Article 5 of the Lima agreement.", ["article 5(2)"]),
        ("Kenya cited Article 5, paragraph 2, of the Lima agreement.", ["article 5(2)"]),
        ("Kenya cited points 1, 2 and 6 of the Lima agreement.", ["point 1", "point 2", "point 6"]),
        ("Kenya cited the Lima agreement's Article 5.", ["article 5"]),
        ("Kenya cited the Lima agreement, article 5, on Monday.", ["article 5"]),
        ("Kenya cited annex II of the Lima agreement.", ["annex 2"]),
        ("Kenya cited paragraph six of the Lima agreement.", ["paragraph 6"]),
    ],
)
def test_provisions_are_read_beside_the_text(parser: Parser, text: str, names: list[str]) -> None:
    assert [provision.name for provision in one(parser, text).provisions] == names


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Kenya and Peru signed a peace treaty with Portugal.", "made"),
        ("Kenya hopes for the early conclusion of a peace treaty with Peru.", "sought"),
        ("Kenya failed to reach a trade deal with Peru.", "sought"),
        ("Kenya rejected the draft agreement with Peru.", "sought"),
        ("Kenya supports the peace treaty with Peru.", None),
    ],
)
def test_whether_it_was_made_shows_in_the_words(parser: Parser, text: str, standing: str | None) -> None:
    assert one(parser, text).standing == standing


def test_a_name_with_its_abbreviation_is_found_again_by_the_abbreviation(parser: Parser) -> None:
    text = "Kenya signed the Common Harbour Plan of Action (CHPA). Peru left the CHPA last year."
    mentions, _ = read(parser, text)
    assert [each.name for each in mentions] == ["Common Harbour Plan of Action"] * 3
    assert found(parser, text)[1:] == ["CHPA", "CHPA"]


def test_another_name_right_behind_a_mention_is_tied_to_it(parser: Parser) -> None:
    text = "Kenya left the 2031 harbour deal, known as the Common Harbour Plan of Action."
    assert [each.alias for each in read(parser, text)[0]] == [None, 0]


def test_a_text_that_a_clause_identifies_takes_up_none(parser: Parser) -> None:
    assert found(parser, "Kenya remembers the deal that ended the strike.") == []
    assert found(parser, "Kenya left the deal in May.") == ["deal"]


def test_a_capital_right_before_the_noun_is_where_it_was_signed_and_no_party(parser: Parser) -> None:
    mention = one(parser, "Kenya must honour the Lima accord.")
    assert (mention.name, mention.parties) == ("Lima accord", ())


def test_nothing_is_read_in_page_furniture(parser: Parser) -> None:
    text = "Peru takes the 1975 map as a basis."
    doc = parser.parse(text)
    assert find_instruments(doc, Cast(), find_timexes(doc), (Span(0, len(text)),)) == ()


def test_a_treaty_is_named_after_its_place_behind_it_too(parser: Parser) -> None:
    mention = one(parser, "Kenya cited Article IV of the Treaty of Lima in a note.")
    assert mention.name == "Treaty of Lima"
    assert [provision.name for provision in mention.provisions] == ["article 4"]


def test_who_signed_a_text_is_its_party(parser: Parser) -> None:
    mentions, cast = read(parser, "Kenya and Peru signed a ferry accord in May.")
    assert [cast.entities[party].name for party in mentions[0].parties] == ["Kenya", "Peru"]


def test_who_brokered_a_text_is_not_told_to_be_its_party(parser: Parser) -> None:
    mentions, cast = read(parser, "Kenya brokered a ferry accord between Peru and Chile in May.")
    assert [cast.entities[party].name for party in mentions[0].parties] == ["Peru", "Chile"]


@pytest.mark.parametrize("did", ["withdrew from", "violated", "renegotiated"])
def test_what_somebody_leaves_or_breaks_is_not_only_sought(parser: Parser, did: str) -> None:
    assert one(parser, f"Kenya {did} a nuclear deal with Peru.").standing is None
