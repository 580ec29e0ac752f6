"""Undertakings are read with who gives them, what, how they stand, and on whose word."""

from typing import NamedTuple

import pytest

from dragoman.language.parser import Parser
from dragoman.model.article import Article
from dragoman.model.ids import sha256
from dragoman.model.reading import CommitmentReport
from dragoman.model.spans import words
from dragoman.reading import Reader
from dragoman.reading.cast import find_cast
from dragoman.reading.commitments import find_commitments
from dragoman.reading.timexes import find_timexes

WHO = (
    "Norwegian Foreign Minister Ilse Barran and Kenyan Foreign Minister Daniel Otieno hold office. "
    "Norway and Kenya are neighbours here.\n"
)


TRUCE = "The truce between Norway and Kenya"


class Told(NamedTuple):
    """A report, with its names and words instead of indices and spans."""

    who: list[str]
    status: str
    what: str


def told(parser: Parser, sentence: str) -> list[Told]:
    """What is told in the outlet's own voice behind an opening that names two ministers."""
    text = WHO + sentence
    doc = parser.parse(text)
    cast = find_cast(doc, Article("a", "a.txt", text, sha256(text.encode()), ""))
    found = find_commitments(doc, cast, find_timexes(doc), ())
    return [Told(sorted(cast.entities[e].name for e in r.actors), r.status, words(text, r.content)) for r in found]


@pytest.mark.parametrize(
    ("sentence", "who", "status", "what"),
    [
        ("Norway agreed to open the port.", ["Norway"], "agreed", "to open the port"),
        ("Norway and Kenya agreed on a truce.", ["Kenya", "Norway"], "agreed", "on a truce"),
        ("Norway pledged $5 million in aid.", ["Norway"], "undertaken", "$5 million in aid"),
        ("Kenya committed itself to sharing the maps.", ["Kenya"], "undertaken", "to sharing the maps"),
        ("Kenya will do its utmost to mend the road.", ["Kenya"], "undertaken", "its utmost to mend the road"),
        ("Norway is ready to host the talks.", ["Norway"], "offered", "to host the talks"),
        ("Norway has confirmed its readiness to host the talks.", ["Norway"], "offered", "to host the talks"),
        ("Norway reaffirmed its commitment to lift the tolls.", ["Norway"], "repeated", "to lift the tolls"),
        ("Kenya remains committed to the accord.", ["Kenya"], "repeated", "to the accord"),
        ("Kenya refused to sign the map.", ["Kenya"], "refused", "to sign the map"),
        ("Kenya rejected the proposal of a truce.", ["Kenya"], "refused", "the proposal of a truce"),
        ("Norway and Kenya reached an agreement to share water.", ["Kenya", "Norway"], "agreed", "to share water"),
        ("Norway honoured its commitment.", ["Norway"], "reported done", "its commitment"),
        ("Norway broke its promise to lift the tolls.", ["Norway"], "reported broken", "its promise to lift the tolls"),
        ("Norway agreed to co-host the talks.", ["Norway"], "agreed", "to co-host the talks"),
        ("Norway is ready to sign if Kenya pays.", ["Norway"], "conditional", "to sign"),
        ("Norway is ready to sign as long as Kenya pays.", ["Norway"], "conditional", "to sign"),
        ("Norway agreed to pay on condition that Kenya signs.", ["Norway"], "conditional", "to pay"),
        ("Kenya criticised Norway's offer to host the talks.", ["Norway"], "offered", "to host the talks"),
        ("Norway's offer of mediation is on the table.", ["Norway"], "offered", "of mediation"),
        ("Its refusal to sign the map cost Kenya much.", [], "", ""),
        ("Kenya's refusal to sign the map delayed the summit.", ["Kenya"], "refused", "to sign the map"),
        ("The paper holds a pledge by Norway to lift the tolls.", ["Norway"], "undertaken", "to lift the tolls"),
        ("Kenya said it would be willing to sign the map.", ["Kenya"], "offered", "to sign the map"),
        ("Norway is open to further talks.", ["Norway"], "offered", "to further talks"),
        ("Norway has ruled out paying for the road.", ["Norway"], "refused", "paying for the road"),
        ("Kenya turned down the invitation.", ["Kenya"], "refused", "the invitation"),
        ("Under the accord, Norway must lift the tolls.", ["Norway"], "agreed", "lift the tolls"),
        ("As part of the deal, Kenya had to open the port.", ["Kenya"], "agreed", "to open the port"),
        ("Under the terms of the truce, Kenya is to free the men.", ["Kenya"], "agreed", "to free the men"),
        ("Norway refused to pay and has closed the road.", ["Norway"], "refused", "to pay"),
        ("Kenyan officials agreed on a truce.", [], "", ""),
        ("The proposal was rejected by Kenya.", ["Kenya"], "refused", "The proposal"),
        ("Norway and Kenya agreed that it would go.", ["Kenya", "Norway"], "agreed", "that it would go"),
        ("Norway committed to lift the tolls.", ["Norway"], "undertaken", "to lift the tolls"),
        ("Kenya has complied with the accord.", ["Kenya"], "reported done", "the accord"),
        ("Kenya has violated the truce.", ["Kenya"], "reported broken", "the truce"),
        ("Kenya backed out of the deal.", ["Kenya"], "reported broken", "the deal"),
        ("Kenya failed to live up to its commitments.", ["Kenya"], "reported broken", "its commitments"),
        ("Norway and Kenya “agreed to open the port”.", ["Kenya", "Norway"], "agreed", "to open the port"),
        ("Norway said no.", ["Norway"], "refused", "said no"),
        ("Norway blocked a resolution on the port.", ["Norway"], "refused", "a resolution on the port"),
        ("Norway has opposed any sanctions on shipping.", ["Norway"], "refused", "any sanctions on shipping"),
        ("Norway rebuffed efforts to reopen the road.", ["Norway"], "refused", "efforts to reopen the road"),
        ("Kenya is opposed to any extension.", ["Kenya"], "refused", "to any extension"),
        ("Kenya balked at the proposal.", ["Kenya"], "refused", "at the proposal"),
        ("Kenya went along with the plan.", ["Kenya"], "agreed", "with the plan"),
        ("Kenya is in compliance with the accord.", ["Kenya"], "reported done", "in compliance with the accord"),
        ("Kenya was in breach of the treaty.", ["Kenya"], "reported broken", "in breach of the treaty"),
        ("Kenya pulled out of the deal.", ["Kenya"], "reported broken", "the deal"),
        ("Kenya quit the treaty.", ["Kenya"], "reported broken", "the treaty"),
        ("Kenya exceeded the limits set by the accord.", ["Kenya"], "reported broken", "the limits set by the accord"),
        ("Kenya complied with all of the terms.", ["Kenya"], "reported done", "all of the terms"),
        ("Kenya failed to pay as stipulated by the accord.", ["Kenya"], "reported broken", "failed to pay"),
        ("Under the accord, Kenya released the prisoners.", ["Kenya"], "reported done", "released the prisoners"),
        (f"{TRUCE} collapsed.", ["Kenya", "Norway"], "reported broken", TRUCE),
        (f"{TRUCE} held.", ["Kenya", "Norway"], "reported done", TRUCE),
        ("Norway and Kenya reached a cease-fire.", ["Kenya", "Norway"], "agreed", "a cease-fire"),
        ("Norway accused Kenya of violating the truce.", ["Kenya"], "reported broken", "the truce"),
        ("Kenya's exit from the pact was loud.", ["Kenya"], "reported broken", "Kenya's exit from the pact"),
        ("The road was open until Kenya pulled out of the deal.", ["Kenya"], "reported broken", "the deal"),
    ],
)  # fmt: skip
def test_an_undertaking_is_told_with_its_status(
    parser: Parser, sentence: str, who: list[str], status: str, what: str
) -> None:
    assert told(parser, sentence) == ([Told(who, status, what)] if who else [])


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway expects Kenya to open the port.",
        "Kenya should agree to open the port.",
        "Norway wants to open the port.",
        "Norway urged Kenya to agree to a truce.",
        "Norway hopes that Kenya agreed to open the port.",
        "Nobody knows whether Kenya agreed to open the port.",
        "Has Kenya agreed to open the port?",
        "Kenya has not agreed to open the port.",
        "Kenya may offer to open the port.",
        "Norway declined to comment on the talks.",
        "Norway promised that Kenya would open the port.",
        "The court rejected a deal promising the withdrawal of all troops.",
        "The tolls stay until Kenya agrees to open the port.",
        "Norway seeks a promise by Kenya to open the port.",
        "Under a final accord, Norway must lift the tolls.",
        "Under the draft accord, Norway will lift the tolls.",
        "Under the accord, Norway may lift the tolls.",
        "Under the accord, Norway will get the tolls.",
        "Norway demanded Kenya's pledge to open the port.",
        "The tolls return in case Kenya violates its commitments.",
        "Norway hopes that Kenya would be willing to open the port.",
        "Norway and its guards drove off the crowd, with some men refusing to leave.",
        "He and Otieno promised to open the port.",
        "The committee, Ilse Barran, agreed to open the port.",
        "Norway said no minister would come.",
        "Kenya blocked the road.",
        "Kenya exceeded the speed limit.",
        "Kenya lifted the restrictions on travel.",
        "Kenya pulled out of the town.",
        "Kenya may pull out of the deal.",
        "Norway denied that Kenya pulled out of the deal.",
        "The road stays open until Kenya quits the deal.",
        "Norway would keep the road open until Kenya quit the deal.",
        "The truce between Norway and Kenya may collapse.",
        "The talks between Norway and Kenya collapsed.",
        "Norway and Kenya hope to reach a cease-fire.",
        "Kenya was accused of violating the truce.",
        "Barran is to certify that Kenya is complying with the accord.",
        "Norway will act in the event that Kenya breaches the accord.",
        "There is no evidence that Kenya is in breach of the deal.",
        "Kenya is opposed to the news.",
        "Kenya could stop the talks by vetoing the resolution.",
        "Quitting the deal would cost Kenya much.",
        "Kenya walked the ministers through the deal.",
        "Norway will say that Kenya refused to sign the map.",
        "Norway warned of Kenya's possible withdrawal from the treaty.",
        "Norway says Kenya should comply with all of the terms of the truce.",
        "Norway expects that the truce between Norway and Kenya will hold.",
        "Kenya released the film as stipulated by the studio.",
    ],
)
def test_what_is_wished_asked_or_only_possible_is_no_undertaking(parser: Parser, sentence: str) -> None:
    assert told(parser, sentence) == []


def read(reader: Reader, sentence: str) -> tuple[CommitmentReport, list[str], list[str], list[str]]:
    """The one undertaking that the whole reader finds, with who undertakes, on whose word, and towards whom."""
    text = WHO + sentence
    reading = reader.read(Article("a", "a.txt", text, sha256(text.encode()), ""))
    (report,) = reading.commitments
    actors, givers, towards = (
        [reading.entities[e].name for e in entities]
        for entities in (report.actors, report.according_to, report.towards)
    )
    return report, actors, givers, towards


@pytest.mark.parametrize(
    ("sentence", "actors", "givers"),
    [
        ("Norway agreed to open the port.", ["Norway"], []),
        ("Barran said that Kenya had agreed to open the port.", ["Kenya"], ["Ilse Barran"]),
        ("“We are ready to open the port,” Barran said.", ["Norway"], ["Ilse Barran"]),
        ("“I am ready to travel to the port,” Barran said.", ["Ilse Barran"], ["Ilse Barran"]),
    ],
)
def test_what_one_says_that_another_promised_stands_on_the_word_of_the_first(
    reader: Reader, sentence: str, actors: list[str], givers: list[str]
) -> None:
    _, found, told_by, _ = read(reader, sentence)
    assert (found, told_by) == (actors, givers)


@pytest.mark.parametrize(
    ("sentence", "status", "what"),
    [
        ("Norway said it would lift the tolls on Monday.", "undertaken", "lift the tolls on Monday"),
        (
            "“We will withdraw our troops from the road,” Barran said.",
            "undertaken",
            "withdraw our troops from the road",
        ),
        ("Norway said it would release the men if Kenya pays.", "conditional", "release the men"),
        ("Norway said it would not release the men.", "refused", "release the men"),
        ("Norway said it would no longer abide by the accord.", "refused", "abide by the accord"),
        ("Norway said it would not attend the talks.", "refused", "attend the talks"),
        ("Norway said it would not accept the plan.", "refused", "accept the plan"),
        ("“We cannot accept these conditions,” Barran said.", "refused", "accept these conditions"),
        ("Norway said it would not insist on a new map.", "offered", "not insist on a new map"),
        ("Norway said its troops will pull back from the road.", "undertaken", "pull back from the road"),
        (
            "Barran said inspectors would continue to be allowed to visit the port.",
            "undertaken",
            "inspectors would continue to be allowed to visit the port",
        ),
        (
            "Barran said inspectors would not be allowed to visit.",
            "refused",
            "inspectors would not be allowed to visit",
        ),
    ],
)
def test_what_one_says_that_one_will_do_oneself_is_undertaken(
    reader: Reader, sentence: str, status: str, what: str
) -> None:
    report, actors, _, _ = read(reader, sentence)
    assert (actors, report.status, words(WHO + sentence, report.content)) == (["Norway"], status, what)


@pytest.mark.parametrize(
    "sentence",
    [
        "Barran said that Kenya would lift the tolls.",
        "Norway argued that it would help the trade and lift the tolls.",
        "Norway said it would attend the talks.",
        "Norway said it would probably lift the tolls.",
        "Norway hoped it would lift the tolls.",
        "Barran said that Otieno confirmed it had complied with the accord.",
        "“He is ready to come,” Barran said.",
        "Barran said that Kenya could not accept the plan.",
        "Norway said it could not attend the talks on Monday, it might later.",
        "Barran said that Kenya would be allowed to keep the port.",
        "Norway said it would be allowed to keep the port.",
        "Norway said it would insist on a new map.",
        "Norway asked what would follow if it could not accept the plan.",
        "Norway said it would not accept the loss of its fleet.",
    ],
)
def test_what_others_will_do_or_only_may_is_none(reader: Reader, sentence: str) -> None:
    text = WHO + sentence
    assert reader.read(Article("a", "a.txt", text, sha256(text.encode()), "")).commitments == ()


def test_the_offer_that_others_speak_of_is_told_by_the_outlet(reader: Reader) -> None:
    assert read(reader, "Otieno spoke out against Norway's offer to host the talks.")[2] == []


@pytest.mark.parametrize(
    ("sentence", "actors", "givers"),
    [
        ("Norway accused Kenya of violating the truce.", ["Kenya"], ["Norway"]),
        ("Barran said Norway had lived up to the terms of the truce.", ["Norway"], ["Ilse Barran"]),
        (
            "Barran said Kenya had paid and said it had failed to sign as stipulated by the accord.",
            ["Kenya"],
            ["Ilse Barran"],
        ),
    ],
)
def test_what_is_kept_and_broken_stands_on_the_word_of_who_says_so(
    reader: Reader, sentence: str, actors: list[str], givers: list[str]
) -> None:
    assert read(reader, sentence)[1:3] == (actors, givers)


@pytest.mark.parametrize(
    "sentence",
    [
        "Norway and Kenya accused each other of breaking the truce.",
        "Norway and Kenya claim the other breaks the truce.",
    ],
)
def test_each_is_said_by_the_other_to_break_it(parser: Parser, sentence: str) -> None:
    assert told(parser, sentence) == [Told(["Kenya", "Norway"], "reported broken", "the truce")]


def test_rebels_are_meant_by_they_in_what_they_say(reader: Reader) -> None:
    assert read(reader, "Pro-Kenyan rebels said they are willing to talk with Norway.")[1] == ["Pro-Kenyan rebels"]


def test_us_in_capitals_is_no_pronoun(reader: Reader) -> None:
    assert read(reader, "The US agreed to open the port.")[1] == ["United States"]


def test_rebels_undertake_as_a_group(reader: Reader) -> None:
    assert read(reader, "Pro-Kenyan rebels agreed to open the port.")[1] == ["Pro-Kenyan rebels"]
    assert read(reader, "Rebels have rejected any talks.")[1] == ["Rebels"]


def test_a_deadline_may_hang_on_the_promise_and_a_date_told_beside_it_is_none(reader: Reader) -> None:
    report, *_ = read(reader, "Norway promised a new ferry by 3 June 2031.")
    assert report.timex is not None
    report, *_ = read(reader, "Norway agreed to mend the road that Kenya closed on 3 May 2031.")
    assert report.timex is None


def test_talks_that_yield_an_agreement_bind_those_who_met(reader: Reader) -> None:
    meeting = "Barran met Otieno in Oslo on Monday. The talks yielded an agreement to reopen the road."
    assert sorted(read(reader, meeting)[1]) == ["Kenya", "Norway"]


def test_the_two_sides_are_those_who_met_before(reader: Reader) -> None:
    met = "Barran met Otieno in Oslo on Monday."
    assert sorted(read(reader, f"{met} Both neighbours agreed to reopen the road.")[1]) == ["Kenya", "Norway"]


def test_a_deadline_is_a_date_that_the_words_name(reader: Reader) -> None:
    report, *_ = read(reader, "Norway agreed to open the port by 3 June 2031.")
    assert report.timex is not None
    report, *_ = read(reader, "Norway agreed on 3 May 2031 to open the port.")
    assert report.timex is None
    assert report.said is not None


def test_it_is_told_to_whom_it_is_promised(reader: Reader) -> None:
    assert read(reader, "Norway promised Kenya to open the port.")[3] == ["Kenya"]
