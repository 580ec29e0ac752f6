"""Mentions of one document are joined across names and articles; what is unsure stays apart."""

from datetime import date
from itertools import permutations

import pytest

from dragoman.compare.actors import join_actors
from dragoman.compare.instruments import Joined, join_instruments
from dragoman.model.article import Article, Masthead
from dragoman.model.ids import article_id, sha256
from dragoman.model.links import StoryGroup
from dragoman.model.reading import ReadArticle
from dragoman.model.when import between
from dragoman.reading import Reader

DAY = date(2031, 6, 1)
FULL = "Kenya must honour the trilateral statement of the leaders of Kenya, Peru and Portugal dated May 3, 2031."


def made(source: str, text: str, day: date = DAY) -> Article:
    sha = sha256(text.encode())
    head = Masthead(published=between(day, day, "given"), language="en", outlet=source)
    return Article(article_id(source, sha), source, text, sha, sha, head)


def read(reader: Reader, *texts: str, day: date = DAY) -> list[ReadArticle]:
    articles = [made(f"{number}.txt", text, day) for number, text in enumerate(texts)]
    return [ReadArticle(article, reader.read(article)) for article in articles]


def joined(reads: list[ReadArticle], *, together: bool = True, texts: tuple[Article, ...] = ()) -> Joined:
    ids = [each.article.id for each in reads]
    stories = [StoryGroup(tuple(ids))] if together else [StoryGroup((each,)) for each in ids]
    return join_instruments(reads, join_actors(reads, stories).groups, stories, {}, texts)


def groups(reads: list[ReadArticle], *, together: bool = True) -> list[list[str]]:
    by_id = {each.article.id: each for each in reads}
    out = []
    for group in joined(reads, together=together).groups:
        spans = [(by_id[at.article], by_id[at.article].reading.instruments[at.index].span) for at in group.mentions]
        out.append(sorted(each.article.text[span.start : span.end] for each, span in spans))
    return sorted(out)


def test_names_of_one_date_and_count_are_one_document_across_stories(reader: Reader) -> None:
    other = "Peru cited the very first tripartite statement of May 3, 2031."
    (group,) = groups(read(reader, FULL, other), together=False)
    assert len(group) == 2


def test_another_date_is_another_document(reader: Reader) -> None:
    other = "Peru cited the trilateral statement of the leaders of Kenya, Peru and Portugal dated July 9, 2030."
    assert len(groups(read(reader, FULL, other))) == 2


def test_a_kin_word_of_the_same_year_and_parties_is_put_to_it(reader: Reader) -> None:
    other = "Kenya said a 2031 Kenyan-Peruvian agreement regulates the ferry. Peru and Kenya disagree."
    assert len(groups(read(reader, FULL, other), together=False)) == 1


def test_a_treaty_is_no_statement(reader: Reader) -> None:
    other = "Kenya and Peru seek a peace treaty between Nairobi and Lima."
    assert len(groups(read(reader, FULL, other))) == 2


def test_several_statements_are_a_row_of_their_own(reader: Reader) -> None:
    other = "Peru cited the joint statements that the leaders of Kenya and Peru adopted in 2029, 2030 and 2031."
    assert len(groups(read(reader, FULL, other))) == 2


def test_a_short_form_takes_up_the_one_document_of_its_story(reader: Reader) -> None:
    other = "Peru said Kenya breaks the trilateral declaration. The weather in Lima was good."
    assert len(groups(read(reader, FULL, other))) == 1
    assert len(groups(read(reader, FULL, other), together=False)) == 1
    apart = joined(read(reader, FULL, other), together=False).groups
    assert [len(group.mentions) for group in apart] == [1]


def test_a_short_form_that_fits_two_is_put_to_neither(reader: Reader) -> None:
    text = "Kenya signed a trade deal with Peru. Kenya signed a security pact with Portugal. The deal is void."
    assert sorted(len(group) for group in groups(read(reader, text))) == [1, 1]


def test_what_is_put_to_no_text_is_told_with_the_texts_that_it_may_be_of(reader: Reader) -> None:
    text = "Kenya signed a trade deal with Peru. Kenya signed a security pact with Portugal. The deal is void."
    found = joined(read(reader, text))
    (words,) = found.open
    assert set(words.fits) == {group.mentions[0] for group in found.groups}
    (alone,) = joined(read(reader, "Kenya will leave the deal, and nobody knows why.")).open
    assert alone.fits == ()


def test_what_only_takes_up_a_text_makes_no_row(reader: Reader) -> None:
    assert groups(read(reader, "Kenya will leave the deal. The accord is void, Peru said.")) == []


def test_a_truce_accord_is_the_one_dated_text_of_its_article(reader: Reader) -> None:
    (group,) = groups(read(reader, f"{FULL} Peru called it a violation of the truce accord."))
    assert group[-1] == "truce accord"


def test_a_new_deal_is_not_the_old_one(reader: Reader) -> None:
    text = "Kenya left the 2029 trade deal with Peru. It wants a new trade deal with Peru."
    assert len(groups(read(reader, text))) == 2


def test_a_year_is_not_put_to_what_is_only_sought(reader: Reader) -> None:
    text = "Kenya wants a possible free trade deal with Portugal. The 2029 agreement is void."
    assert all(len(group) == 1 for group in groups(read(reader, text)))


def test_a_number_joins_across_stories_and_another_number_does_not(reader: Reader) -> None:
    texts = [f"Kenya cited UN Security Council resolution {number}." for number in (3001, 3001, 3002)]
    assert sorted(len(group) for group in groups(read(reader, *texts), together=False)) == [1, 2]


def test_a_treaty_is_one_under_name_and_abbreviation(reader: Reader) -> None:
    texts = "Kenya signed the Nuclear Non-Proliferation Treaty.", "Peru left the NPT in May."
    assert len(groups(read(reader, *texts), together=False)) == 1


def test_every_join_has_its_reason(reader: Reader) -> None:
    found = joined(read(reader, FULL, "Peru cited the tripartite statement of May 3, 2031."))
    assert [join.reasons[0].feature for join in found.joins] == ["date"]
    assert found.groups[0].date.day == date(2031, 5, 3)


def test_the_order_of_articles_changes_nothing(reader: Reader) -> None:
    reads = read(reader, FULL, "Peru cited the 2031 accord with Kenya.", "Kenya left the trilateral declaration.")
    seen = {str(groups(list(order))) for order in permutations(reads)}
    assert len(seen) == 1


TEXT = """Trilateral statement

Signed by the leaders of Kenya, Peru and Portugal in Lima on 3 May 2031.

1. The ferry shall run every day between the two ports without any hindrance.
2. The parties shall exchange all detained sailors within ten days.

3. Sailors may cross the strait with papers of either party.
"""


@pytest.fixture(scope="module")
def invoking(reader: Reader) -> list[ReadArticle]:
    said = (
        f"{FULL} Kenya said that point 2 of the trilateral statement obliges Peru to “exchange all detained sailors”."
    )
    other = (
        "Portugal said the trilateral statement of May 3, 2031 holds that “the ferry shall run each day between the "
        "ports without any hindrance”."
    )
    return read(reader, said, other)


def test_a_text_is_matched_by_day_parties_and_kind(invoking: list[ReadArticle]) -> None:
    (text,) = joined(invoking, texts=(made("statement.txt", TEXT),)).texts
    assert text.instrument == 0
    assert [reason.feature for reason in text.reasons] == ["date", "parties"]
    assert [name for name, _ in text.parts] == ["point 1", "point 2", "point 3"]


def test_a_text_of_another_day_is_matched_to_nothing(invoking: list[ReadArticle]) -> None:
    other = TEXT.replace("3 May 2031", "4 June 2029")
    (text,) = joined(invoking, texts=(made("other.txt", other),)).texts
    assert text.instrument is None


def test_quoted_words_are_found_as_they_stand_or_beside_the_nearest(invoking: list[ReadArticle]) -> None:
    (text,) = joined(invoking, texts=(made("statement.txt", TEXT),)).texts
    found = {quoted.same: TEXT[quoted.passage[0].start : quoted.passage[0].end] for quoted in text.quoted}
    assert found[True] == "exchange all detained sailors"
    assert found[False].startswith("The ferry shall run every day")


def test_the_truce_that_was_announced_is_one_row_and_none_that_is_called_for(reader: Reader) -> None:
    text = "Kenya announced a cease-fire on Sunday. Peru called for a truce in April. Both broke the cease-fire."
    assert groups(read(reader, text)) == [["cease-fire", "cease-fire"]]


def test_a_truce_that_is_only_called_for_makes_no_row(reader: Reader) -> None:
    assert groups(read(reader, "Kenya called for a cease-fire. Peru wants a truce too.")) == []


def test_the_deal_is_what_is_called_one_and_not_the_swap(reader: Reader) -> None:
    text = "Kenya left the trade deal with Peru. They were freed in a prisoner swap. The deal is void."
    assert groups(read(reader, text)) == [["deal", "trade deal with Peru"], ["prisoner swap"]]


def test_an_agreement_is_the_one_named_after_where_it_was_struck(reader: Reader) -> None:
    text = "Kenya honoured the agreement struck in Lima to end the strike. Peru broke the Lima agreement."
    assert len(groups(read(reader, text))) == 1


def test_a_statement_of_one_party_is_put_to_none_of_another_article(reader: Reader) -> None:
    texts = ["Kenya issued a statement on the port. The statement was short."] * 2
    assert groups(read(reader, *texts)) == [["statement", "statement"]] * 2


def test_the_statement_of_two_that_were_issued_is_put_to_neither(reader: Reader) -> None:
    text = "Kenya issued a statement. Peru released a statement. The statement was short."
    found = joined(read(reader, text))
    assert [len(group.mentions) for group in found.groups] == [1, 1]
    assert [len(each.fits) for each in found.open] == [2]


def test_an_agreement_takes_up_no_statement_of_one_party(reader: Reader) -> None:
    text = "Kenya issued a statement saying so. The agreement is void."
    assert groups(read(reader, text)) == [["statement"]]


def test_a_persons_deal_is_that_of_the_article_and_its_latest_another(reader: Reader) -> None:
    text = "Kenya left the trade deal with Peru. John Baker praised it. Critics of {} deal spoke of John Baker."
    assert len(groups(read(reader, text.format("John Baker's")))[0]) == 2
    assert len(groups(read(reader, text.format("John Baker's latest")))[0]) == 1


def test_a_deal_that_was_reached_is_what_the_deal_takes_up(reader: Reader) -> None:
    text = "The envoys reached a deal after long talks. The deal was welcomed in Kenya."
    assert groups(read(reader, text)) == [["deal", "deal"]]
    assert groups(read(reader, text.replace("reached a deal", "wanted a deal"))) == []


def test_a_statement_of_one_party_is_not_put_to_one_whose_issuer_is_not_told(reader: Reader) -> None:
    text = "Kenya was angry. The guards issued a statement. Kenya's statement came late."
    assert groups(read(reader, text)) == [["statement"]]
