"""Each kind of shift is found where it is one, and not in the case that looks like it."""

from dataclasses import replace
from itertools import combinations

import pytest

from dragoman.compare.shifts import find_shifts
from dragoman.model.links import ActorGroup, At, Rendering, StoryGroup
from tests.compare.telling import VECTOR, addressed, article, found, shifts, told

QUOTED = ("direct", "direct")
REPORTED = ("direct", "indirect")

FOUND = {
    "number": (
        "we counted 40 lorries at the gate",
        "we counted 45 lorries at the gate",
        ("number", "40 lorries", "45 lorries"),
    ),
    "number in words": (
        "we saw three boats that night",
        "we saw four boats that night",
        ("number", "three boats", "four boats"),
    ),
    "ordinal": (
        "the second round failed badly",
        "the third round failed badly",
        ("number", "second round", "third round"),
    ),
    "million": (
        "it cost 3.5 million crowns",
        "it cost 35 million crowns",
        ("number", "3.5 million crowns", "35 million crowns"),
    ),
    "day": ("we shall meet on 9 May in Lisk", "we shall meet on 8 May in Lisk", ("date", "on 9 May", "on 8 May")),
    "month": (
        "they will return in June at last",
        "they will return in July at last",
        ("date", "in June at last", "in July at last"),
    ),
    "weekday": (
        "we leave on Monday at noon",
        "we leave on Tuesday at noon",
        ("date", "on Monday at noon", "on Tuesday at noon"),
    ),
    "day of a short month": (
        "we meet around Sept. 28 at sea",
        "we meet around September 24 in Lisk",
        ("date", "Sept. 28", "September 24"),
    ),
    "negation": ("the road will not stay open", "the road will stay open", ("negation", "will not stay", "will stay")),
    "negation with do": (
        "we do not accept the map",
        "we accept the map",
        ("negation", "we do not accept", "we accept"),
    ),
    "negation in short": (
        "we don't accept the map",
        "we accept the map",
        ("negation", "we don't accept", "we accept"),
    ),
    "no": (
        "there is no agreement on fish",
        "there is an agreement on fish",
        ("negation", "is no agreement", "is an agreement"),
    ),
    "modal": (
        "the road must stay open",
        "the road should stay open",
        ("modality", "road must stay", "road should stay"),
    ),
    "modal with another verb": (
        "Velmar must remain free of mines by spring",
        "Velmar may be free of mines by spring",
        ("modality", "Velmar must remain free", "Velmar may be free"),
    ),
    "modal or none": (
        "patrols must leave the strait",
        "patrols leave the strait",
        ("modality", "patrols must leave", "patrols leave"),
    ),
    "hedge": ("the plan is perhaps dead", "the plan is dead", ("hedge", "perhaps dead", "dead")),
    "about": ("we need about 20 boats", "we need 20 boats", ("hedge", "about 20", "20")),
    "emphasis": ("this is absolutely clear to us", "this is clear to us", ("emphasis", "absolutely clear", "clear")),
    "only": ("it carries only medical goods", "it carries medical goods", ("scope", "only medical", "medical")),
    "all and some": (
        "all prisoners will return",
        "some prisoners will return",
        ("scope", "all prisoners", "some prisoners"),
    ),
    "list of adjectives": (
        "free movement of purely civilian and medical traffic",
        "the causeway is for medical traffic alone",
        ("scope", "civilian and medical traffic", "medical traffic"),
    ),
    "list of nouns": (
        "we spoke of prisoners and mines in Lisk",
        "we spoke of prisoners in Lisk",
        ("scope", "prisoners and mines", "prisoners"),
    ),
    "longer list": (
        "it serves Ostrand, Velmar, the islands and the coast",
        "it serves the islands and the coast",
        ("scope", "serves Ostrand, Velmar, the islands and the coast", "serves the islands and the coast"),
    ),
    "tense": ("Velmar is ready to talk", "Velmar was ready to talk", ("tense", "Velmar is ready", "Velmar was ready")),
    "future": (
        "the tolls are lifted at once",
        "the tolls will be lifted at once",
        ("tense", "tolls are lifted", "tolls will be lifted"),
    ),
    "past of a verb": ("we agreed to the map", "we agree to the map", ("tense", "we agreed", "we agree")),
    "name of a kind": (
        "the rebels fired at dawn",
        "the terrorists fired at dawn",
        ("naming", "rebels fired", "terrorists fired"),
    ),
    "cut after": (
        "the causeway stays open for medical traffic until the spring",
        "the causeway stays open for medical traffic",
        ("cut after", "until the spring", "the causeway stays open for medical traffic"),
    ),
    "cut before": (
        "unless mines are found the causeway stays open today",
        "the causeway stays open today",
        ("cut before", "unless mines are found", "the causeway stays open today"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("left", "right", "wanted"), FOUND.values(), ids=FOUND)
def test_a_shift_is_found_with_both_places(left: str, right: str, wanted: tuple[str, str, str]) -> None:
    assert told(left, right) == [wanted]


@pytest.mark.parametrize(("left", "right", "wanted"), FOUND.values(), ids=FOUND)
def test_a_shift_is_the_same_from_the_other_side(left: str, right: str, wanted: tuple[str, str, str]) -> None:
    assert told(right, left) == [(wanted[0], wanted[2], wanted[1])]


NOT_FOUND = {
    "one number in words and digits": ("we counted five boats", "we counted 5 boats", QUOTED),
    "one number with and without its scale": ("it cost 3.5 million crowns", "it cost 3,500,000 crowns", QUOTED),
    "numbers of other things": ("we counted 40 lorries", "we counted 45 boats", QUOTED),
    "numbers in another order": ("of 40 boats and 12 nets", "of 12 boats and 40 nets", QUOTED),
    "one month in short": ("we met on 9 Nov. in Lisk", "we met on 9 November in Lisk", QUOTED),
    "may is no month": ("they may 5 times return", "they might 5 times return", QUOTED),
    "not only": ("it will not only help Velmar", "it will help Velmar", QUOTED),
    "a negation of another verb": ("we do not fear the storm", "we accept the map", QUOTED),
    "a negation raised": ("I do not think that they will return", "I think that they will not return", QUOTED),
    "not until": ("they will not sail until the storm ends", "they will sail when the storm ends", QUOTED),
    "a negation in short reports": ("she had not served", "she had served", ("indirect", "indirect")),
    "two negations": ("it is not without danger here", "it is without danger here", QUOTED),
    "modals that say the same": ("the road must stay open", "the road has to stay open", QUOTED),
    "a modal as reports turn it": ("the road will stay open", "the road would stay open", REPORTED),
    "a modal of another sentence": ("they must talk; fish are scarce", "they talk when one should sleep", QUOTED),
    "hedges that say the same": ("the plan is perhaps dead", "the plan is maybe dead", QUOTED),
    "a hedge that moved": ("perhaps the plan is dead today", "the plan is dead today perhaps", QUOTED),
    "over as a place": ("they flew over mountains", "they flew mountains", QUOTED),
    "only in other words": ("it carries only medical goods", "it carries exclusively medical goods", QUOTED),
    "only that moved": ("it may only carry medical goods", "it may carry medical goods only", QUOTED),
    "each other": ("cut off from each other by snow", "cut off from other by snow", QUOTED),
    "verbs joined": ("they want to meet and discuss the map", "they want to discuss the map", QUOTED),
    "a synonym in the list": (
        "for civil and medical traffic",
        "for humanitarian medical traffic and for civil needs",
        QUOTED,
    ),
    "nationalities": ("with Velmarian and Ostrandian forces", "the Ostrandian forces left", QUOTED),
    "a tense as reports turn it": ("Velmar is ready to talk", "Velmar was ready to talk", REPORTED),
    "agreement of number": ("there was signs of it", "there were signs of it", QUOTED),
    "names of other kinds": ("the rebels fired at dawn", "the fence fired at dawn", QUOTED),
    "a report that says less": (
        "the causeway stays open for medical traffic until the spring",
        "the causeway stays open for medical traffic",
        REPORTED,
    ),
    "a verb joined to a list's last noun": ("they saw trawlers and hand over nets", "they saw trawlers", QUOTED),
    "who said it, the quotation mark missing": (
        "the causeway stays open today, the two envoys said in a statement",
        "the causeway stays open today",
        QUOTED,
    ),
    "the text that is read out": (
        "according to the protocol, the causeway stays open today",
        "the causeway stays open today",
        QUOTED,
    ),
    "another sentence": ("Fish are scarce. The causeway stays open today", "The causeway stays open today", QUOTED),
    "punctuation": ("we met, and talked, in Lisk", "we met and talked in Lisk", QUOTED),
}


@pytest.mark.parametrize(("left", "right", "modes"), NOT_FOUND.values(), ids=NOT_FOUND)
def test_what_only_looks_like_a_shift_is_none(left: str, right: str, modes: tuple[str, str]) -> None:
    assert told(left, right, modes) == []  # type: ignore[arg-type]  # modes as parameters are strings


def test_what_someone_denied_is_not_negated_by_another_wording() -> None:
    denied = article("b", "the road will stay open", "indirect", cue="denied")
    assert shifts(article("a", "the road will not stay open"), denied) == []


def test_words_that_were_cut_and_stand_elsewhere_in_the_article_were_not_cut() -> None:
    long = article("a", "the causeway stays open for medical traffic until the spring")
    short = article("b", "the causeway stays open for medical traffic", after=", she said, “until the spring.”")
    assert shifts(long, short) == []
    long = article("a", "And we are frank, the causeway stays open for medical traffic")
    short = article("b", "the causeway stays open for medical traffic", after=" She added: “We are frank.”")
    assert shifts(long, short) == []


def test_another_actor_in_the_same_place_and_another_name_of_the_same() -> None:
    left = article("a", "we have asked Velmar for new boats", names=(("Velmar", 1),))
    other = article("b", "we have asked Ostrand for new boats", names=(("Ostrand", 2),))
    assert shifts(left, other) == [("actor", "Velmar for new boats", "Ostrand for new boats")]
    again = article("b", "we have asked Carrow for new boats", names=(("Carrow", 1),))
    assert shifts(left, again) == [("naming", "Velmar", "Carrow")]
    fuller = article("b", "we have asked Greater Velmar for new boats", names=(("Greater Velmar", 1),))
    assert shifts(left, fuller) == []


def test_initials_and_fuller_names_are_the_same_even_where_nobody_joined_them() -> None:
    left = article("a", "we have asked the Island Fisheries Agency for boats", names=(("Island Fisheries Agency", 1),))
    for other in ("IFA", "Fisheries Agency"):
        right = article("b", f"we have asked the {other} for boats", names=((other, 2),))
        assert shifts(left, right) == []


def test_another_addressee_is_found_beside_the_words() -> None:
    said = "the road must stay open"
    left = addressed("a", said, ("the Velmarian parliament", 1))
    right = addressed("b", f"{said} now", ("Ostrand", 2))
    assert shifts(left, right) == [("addressee", "the Velmarian parliament", "Ostrand")]
    assert shifts(left, addressed("b", f"{said} now", ("the Velmarian parliament", 1))) == []
    assert shifts(left, addressed("b", f"{said} now", ("a parliament", 2))) == []


def test_an_actor_that_both_name_has_only_changed_places() -> None:
    left = article("a", "we told Velmar that Ostrand must leave", names=(("Velmar", 1), ("Ostrand", 2)))
    right = article("b", "we told Ostrand that Velmar must leave", names=(("Velmar", 1), ("Ostrand", 2)))
    assert shifts(left, right) == []


WIDE, NARROW = "purely civilian and medical traffic may pass", "the causeway is for medical traffic"


def test_statements_of_one_speaker_that_share_a_part_are_compared_though_they_are_no_one_utterance() -> None:
    left, right = article("a", WIDE), article("b", NARROW, "indirect")
    (shift,) = found(left, right, same=False)
    assert (shift.kind, shift.relation) == ("scope", "related")
    assert shift.notes == ("may be translation", "paraphrase beside quotation")


def test_statements_of_different_speakers_are_not_compared() -> None:
    left, right = article("a", WIDE), article("b", NARROW)
    apart = [ActorGroup((At("a", 0),)), ActorGroup((At("b", 0),))]
    assert find_shifts([left, right], apart, [], []) == ()


def test_a_headline_is_compared_with_the_statement_of_its_body() -> None:
    read = article("a", "the road should stay open for boats", headline="Road must stay open for boats, says Barran")
    other = article("b", "nothing of the kind")
    (shift,) = found(read, other, same=False)
    assert (shift.kind, shift.relation) == ("modality", "related")
    assert shift.notes == ("may be translation", "paraphrase beside quotation", "headline")


def test_quotations_in_the_language_of_the_speakers_state_may_be_the_own_words() -> None:
    said = ("the road must stay open", "the road should stay open")
    left, right = (article(name, words, country="GB") for name, words in zip("ab", said, strict=True))
    assert [row.notes for row in found(left, right)] == [()]
    left, right = (article(name, words, country="NO") for name, words in zip("ab", said, strict=True))
    assert [row.notes for row in found(left, right)] == [("may be translation",)]


def test_occasions_that_are_named_differently_are_said_so() -> None:
    left = article("a", "the road must stay open", cue="told reporters")
    right = article("b", "the road should stay open", cue="said in an interview")
    assert "occasion named differently" in found(left, right)[0].notes
    alike = article("b", "the road should stay open", cue="said at a press conference")
    assert "occasion named differently" not in found(left, alike)[0].notes


def test_one_shift_between_many_versions_is_given_once() -> None:
    readings = [article(f"a{n}", "the road must stay open") for n in range(4)]
    readings += [article(f"b{n}", f"the road should stay open{' now' * n}") for n in range(9)]
    group = tuple(Rendering(At(read.article.id, 0), read.reading.statements[0].content) for read in readings)
    actors = [ActorGroup(tuple(At(read.article.id, 0) for read in readings))]
    rows = find_shifts(readings, actors, [], [group])
    assert [row.kind for row in rows if row.kind == "modality"] == ["modality"]


def test_a_shift_inside_an_utterance_is_not_given_again_as_one_of_related_statements() -> None:
    readings = [article("a", "the road must stay open for boats"), article("b", "the road should stay open for boats")]
    again = [read._replace(reading=replace(read.reading, statements=read.reading.statements * 2)) for read in readings]
    actors, story = [ActorGroup((At("a", 0), At("b", 0)))], StoryGroup(("a", "b"))
    group = tuple(Rendering(At(read.article.id, 0), read.reading.statements[0].content) for read in readings)
    rows = find_shifts(again, actors, [story], [group])
    assert [(row.kind, row.relation) for row in rows] == [("modality", "same")]


def test_the_order_of_articles_does_not_change_the_shifts() -> None:
    readings = [
        article(name, text) for name, text in zip("abc", ("it must end", "it should end", "it may end"), strict=True)
    ]
    group = tuple(Rendering(At(read.article.id, 0), read.reading.statements[0].content) for read in readings)
    actors = [ActorGroup(tuple(At(read.article.id, 0) for read in readings))]
    results = [find_shifts(readings, actors, [], [group]), find_shifts(readings[::-1], actors, [], [group[::-1]])]
    assert results[0] == results[1]
    assert {(row.left.statement.article, row.right.statement.article) for row in results[0]} <= set(
        combinations("abc", 2)
    )
    assert len(VECTOR) == 512
