"""A description is put to a document only by its time, and only where one document prevails."""

from datetime import date

from dragoman.model.reading import ReadArticle
from dragoman.reading import Reader
from tests.compare.test_instruments import groups, read

LATER, BEFORE = date(2033, 2, 1), date(2030, 2, 1)
SIGNED = (
    "Kenya and Peru signed a nuclear deal on May 3, 2031. Kenya praised it.",
    "Peru defended the nuclear deal between Kenya and Peru signed on May 3, 2031.",
    "Diplomats of Kenya and Peru spoke of the nuclear accord signed on May 3, 2031.",
)


def known(reader: Reader) -> list[ReadArticle]:
    return read(reader, *SIGNED)


def of(found: list[list[str]], words: str) -> list[str]:
    return next(group for group in found if words in group)


def test_a_later_description_is_put_to_the_text_that_prevails(reader: Reader) -> None:
    later = read(reader, "Kenya said the Peru nuclear deal is dead. Portugal regretted that.", day=LATER)
    assert len(groups([*known(reader), *later], together=False)) == 1


def test_an_older_description_is_never_put_to_a_text_made_after_it(reader: Reader) -> None:
    older = read(reader, "Kenya said the Peru nuclear deal is near. Portugal praised that.", day=BEFORE)
    assert len(groups([*known(reader), *older], together=False)) == 2


def test_a_text_of_other_parties_is_not_taken_for_the_one_that_prevails(reader: Reader) -> None:
    other = read(
        reader, "Portugal said the nuclear deal between Portugal and Chile is dead. Peru, Kenya agree.", day=LATER
    )
    assert len(groups([*known(reader), *other], together=False)) == 2


def test_what_is_only_sought_is_not_the_text_that_stands(reader: Reader) -> None:
    sought = read(reader, "Kenya seeks a possible nuclear deal with Peru. It wants a new nuclear deal.", day=LATER)
    assert all(
        "possible nuclear deal with Peru" not in group or len(group) == 1
        for group in groups([*known(reader), *sought], together=False)
    )


def test_a_first_step_and_the_final_text_are_two(reader: Reader) -> None:
    step = read(reader, "Kenya and Peru signed an interim nuclear deal on May 3, 2029.", day=BEFORE)
    later = read(
        reader,
        "Kenya left the interim nuclear deal with Peru long ago.",
        "Kenya left the Peru nuclear deal.",
        day=LATER,
    )
    found = groups([*known(reader), *step, *later], together=False)
    assert "interim nuclear deal with Peru" not in of(found, "Peru nuclear deal")


def test_a_text_that_few_articles_name_does_not_prevail(reader: Reader) -> None:
    one = read(reader, SIGNED[1])
    later = read(reader, "Kenya said the Peru nuclear deal is dead.", day=LATER)
    assert len(groups([*one, *later], together=False)) == 2


def test_two_texts_that_are_named_alike_often_leave_a_description_apart(reader: Reader) -> None:
    other = read(reader, *(text.replace("May 3, 2031", "July 9, 2030") for text in SIGNED))
    later = read(reader, "Kenya said the Peru nuclear deal is dead.", day=LATER)
    assert ["Peru nuclear deal"] in groups([*known(reader), *other, *later], together=False)


def test_a_year_alone_is_that_of_the_text_made_in_it(reader: Reader) -> None:
    later = read(reader, "Kenya is leaving the 2031 accord. Peru said so in Lima.", day=LATER)
    assert "2031 accord" in of(groups([*known(reader), *later], together=False), "nuclear accord signed on May 3, 2031")


def test_a_title_outweighs_a_year_that_somebody_has_wrong(reader: Reader) -> None:
    named = read(
        reader,
        "Kenya left the 2031 Common Ferry Plan of Action. The Common Ferry Plan of Action bound Peru.",
        "Peru kept the 2029 Common Ferry Plan of Action. Kenya did not keep the Common Ferry Plan of Action.",
        day=LATER,
    )
    assert len(groups(named, together=False)) == 1


def test_capitals_make_no_name_of_a_description(reader: Reader) -> None:
    later = read(reader, "Kenya called the Peruvian Nuclear Deal dead, and its minister laughed about that.", day=LATER)
    assert len(groups([*known(reader), *later], together=False)) == 1


def test_news_of_two_parties_is_put_to_the_text_of_that_day_whose_article_names_both(reader: Reader) -> None:
    day = date(2031, 5, 4)
    told = read(reader, "Kenya, Peru and Chile met. Diplomats praised the accord reached on May 3, 2031.", day=day)
    news = read(reader, "Kenya and Peru have reached an agreement, both ministers said.", day=day)
    assert len(groups([*told, *news], together=False)) == 1


def test_news_of_parties_whom_the_article_of_that_day_does_not_name_stays_apart(reader: Reader) -> None:
    day = date(2031, 5, 4)
    told = read(reader, "Chile and Portugal met. Diplomats praised the accord reached on May 3, 2031.", day=day)
    news = read(reader, "Kenya and Peru have reached an agreement, both ministers said.", day=day)
    assert len(groups([*told, *news], together=False)) == 2
