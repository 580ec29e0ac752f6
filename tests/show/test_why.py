"""Why statements stand together is told in everyday words."""

from dataclasses import replace

from dragoman.model.links import Reason, Ref
from dragoman.model.record import LinkRow
from dragoman.show.index import index
from dragoman.show.why import reasons
from tests.show.records import small


def told(*given: Reason) -> tuple[str, ...]:
    record = small()
    left, right = record.statements[:2]
    link = LinkRow("one utterance", Ref("statements", left.id), Ref("statements", right.id), 1.0, given, "machine")
    return reasons(index(replace(record, links=(link,))), {left.id, right.id})


def test_words_that_are_compared_cut_short_are_printed_whole() -> None:
    record = small()
    row = record.statements[0]
    text = next(article.text for article in record.articles if article.id == row.article)
    whole = max(text[row.content[0].start : row.content[0].end].split(), key=len).strip(",.")
    assert told(Reason("wording", 0.3, whole.casefold()[:5])) == (f"words in common: {whole.casefold()}",)


def test_what_says_nothing_is_left_out() -> None:
    assert told(Reason("negation", -0.0, ""), Reason("numbers", 0.0, " / "), Reason("numbers", 0.0, "9 / ")) == ()


def test_numbers_that_both_have_are_named_and_meaning_is_no_figure() -> None:
    assert told(Reason("meaning", 1.26, ""), Reason("numbers", 0.0, "40 / 40")) == (
        "near in meaning",
        "the same numbers: 40",
    )


def test_a_persons_word_is_printed_as_it_is() -> None:
    assert told(Reason("judgement", 1.0, "judged by Ana")) == ("judged by Ana",)
