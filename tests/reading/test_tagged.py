"""The tagger with the rules' help: what is found, of what kind it is, and what is shown."""

import pytest

from dragoman.language.parser import Parser
from dragoman.language.tagger import load_tagger
from dragoman.model.article import Article
from dragoman.model.reading import Statement
from dragoman.model.spans import Span, words
from dragoman.reading.attribution import TaggedAttributor


class Desk:
    """Reads invented texts and gives the statements by the words of their contents."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser
        self._attributor = TaggedAttributor(load_tagger())

    def read(self, text: str, furniture: tuple[Span, ...] = ()) -> dict[str, Statement]:
        article = Article("a", "a.txt", text, "", "", furniture=furniture)
        return {words(text, s.content): s for s in self._attributor.find(self._parser.parse(text), article)}


@pytest.fixture(scope="module")
def desk(parser: Parser) -> Desk:
    return Desk(parser)


def test_a_cue_that_no_list_knows_reports_a_quotation(desk: Desk) -> None:
    found = desk.read("“The bridge will be open by spring,” quipped the Velmarian envoy, Tarn Brandt.")
    assert [(s.kind, s.mode, s.shown) for s in found.values()] == [("speech", "direct", True)]


def test_what_a_ministry_wants_is_its_position_and_shown(desk: Desk) -> None:
    text = "Talks resumed on Monday. The foreign ministry wants the road to be reopened before winter."
    (wanted,) = desk.read(text).values()
    assert (wanted.kind, wanted.shown) == ("position", True)


def test_what_a_traveller_hopes_is_kept_and_not_shown(desk: Desk) -> None:
    text = "Buses stood at the border. One traveller hoped that the crossing would open soon."
    found = desk.read(text)
    assert found
    assert not any(s.shown for s in found.values())


def test_a_quotation_stays_whole_and_goes_on_as_a_statement_of_the_same_speaker(desk: Desk) -> None:
    text = "“We signed nothing,” Minister Lorn said. “The paper on the table is a draft.”"
    found = desk.read(text)
    said = [s for s in found.values() if s.shown]
    assert {words(text, s.source) for s in said} == {"Minister Lorn"}
    assert "The paper on the table is a draft" in " … ".join(found)


def test_noting_that_begins_a_new_statement(desk: Desk) -> None:
    text = "Lorn said the meeting was useful, noting that both sides had sent experts."
    assert set(desk.read(text)) == {"the meeting was useful", "both sides had sent experts"}


def test_a_statement_inside_another_knows_it(desk: Desk) -> None:
    text = "Lorn told reporters that Ostrand had said the convoy would wait."
    found = list(desk.read(text).values())
    inner = [s for s in found if s.inside is not None]
    assert [words(text, s.content) for s in inner] == ["the convoy would wait"]


def test_nothing_is_found_in_page_furniture(desk: Desk) -> None:
    text = "Lorn said the talks had ended.\nThe editor said subscribe now for more news."
    assert len(desk.read(text, (Span(text.index("\n") + 1, len(text)),))) == 1


def test_confidence_is_a_chance_and_higher_for_a_plain_quotation_than_for_a_loose_topic(desk: Desk) -> None:
    plain = desk.read("“We will not sign before Friday,” Minister Lorn told reporters in Carrow.")
    loose = desk.read("The paper makes the case, some felt, for a longer road to nowhere in particular.")
    (sure,) = plain.values()
    assert sure.confidence is not None
    assert 0.7 < sure.confidence <= 1
    assert all(s.confidence is not None and s.confidence < sure.confidence for s in loose.values())


def test_a_text_without_words_has_no_statements(desk: Desk) -> None:
    assert desk.read("") == {}
