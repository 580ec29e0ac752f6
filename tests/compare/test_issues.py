"""Issues of invented articles: which phrases recur, which are variants of one issue, and what a profile says."""

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.compare.issue_terms import stem
from dragoman.compare.issues import find_issues
from dragoman.model.article import Article, Masthead
from dragoman.model.links import IssueGroup
from dragoman.model.profile import NO_PROFILE, Profile, ProfileIssue
from dragoman.model.reading import Entity, Mention, ReadArticle, Reading, Statement
from dragoman.model.spans import Span

NAMES = {"Velmar": "state", "Ilse Barran": "person"}


def article(number: int, *contents: str, outlet: str | None = None) -> ReadArticle:
    """An article of its own outlet, each of whose lines is one statement; the names of ``NAMES`` are mentioned."""
    text, statements = "", []
    for content in contents:
        statements.append(Statement((Span(len(text), len(text) + len(content)),), (), (), "indirect"))
        text += content + "\n"
    entities = (Entity("state", "Velmar", ("Velmar",)), Entity("person", "Ilse Barran", ("Ilse Barran",)))
    mentions = [
        Mention(Span(at, at + len(name)), "name", entity)
        for entity, name in enumerate(NAMES)
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    reading = Reading("1", language="en", entities=entities, mentions=tuple(mentions), statements=tuple(statements))
    head = Masthead(outlet=outlet or f"Outlet {number}", language="en")
    return ReadArticle(Article(f"a{number}", f"{number}.txt", text, "", "", head), reading)


def issues(*reads: ReadArticle, profile: Profile = NO_PROFILE) -> dict[str, IssueGroup]:
    return {group.name: group for group in find_issues(reads, profile)}


def named(group: IssueGroup, reads: Sequence[ReadArticle]) -> list[str]:
    texts = {read.article.id: read.article.text for read in reads}
    return [texts[at.article][start:end] for at, (start, end) in group.mentions]


THREE = [
    article(1, "the coal tariff will be lifted", "the tariff is unjust"),
    article(2, "nobody wants a coal tariff", "it rejects the coal tariffs"),
    article(3, "the tariff is no help to us", "a Coal Tariff is no answer"),
]


def test_a_phrase_of_three_articles_and_two_outlets_is_an_issue() -> None:
    assert "coal tariff" in issues(*THREE)


def test_a_phrase_of_one_outlet_alone_is_none() -> None:
    assert not issues(*(article(n, "the coal tariff will be lifted", outlet="Harbour Post") for n in range(5)))


def test_plural_capitals_and_the_head_alone_belong_to_the_issue_with_their_reasons() -> None:
    group = issues(*THREE)["coal tariff"]
    assert sorted(named(group, THREE)) == sorted(
        ["coal tariff", "coal tariff", "coal tariffs", "tariff", "tariff", "Coal Tariff"]
    )
    reasons = {term.words: term.reasons[0].feature for term in group.terms}
    assert reasons["coal tariffs"] == "spelling or number"
    assert reasons["tariff"].startswith("the head alone")


def test_the_head_alone_is_left_open_in_an_article_that_speaks_of_another_one() -> None:
    other = article(4, "the coal tariff stays", "a steel tariff comes", "the tariff is high")
    places = [at for at, _ in issues(*THREE, other)["coal tariff"].mentions if at.article == "a4"]
    assert [at.index for at in places] == [0]


def test_another_word_order_and_the_verb_are_variants_of_the_noun_phrase() -> None:
    reads = [
        article(1, "it is for the uranium enrichment", "it will enrich uranium"),
        article(2, "the uranium enrichment must end", "the enrichment of uranium is a right"),
        article(3, "we welcome the uranium enrichment", "the enrichment is lawful"),
        article(4, "no uranium enrichment", "all uranium enrichment"),
    ]
    found = named(issues(*reads)["uranium enrichment"], reads)
    assert {"enrich uranium", "enrichment of uranium"} <= set(found)


def test_words_for_one_kind_of_thing_name_one_issue() -> None:
    reads = [
        article(1, "the fishing deal is good"),
        article(2, "a fishing accord"),
        article(3, "the fishing agreement"),
    ]
    reads += [
        article(4, "it is a fishing deal", "the deal was bad"),
        article(5, "the accord was good", "the agreement"),
    ]
    group = issues(*reads)["fishing deal"]
    reasons = {term.words: term.reasons[0].feature for term in group.terms}
    assert reasons["fishing accord"] == reasons["fishing agreement"] == "the same kind of thing"


def test_evaluations_and_states_before_a_phrase_make_no_issue_of_their_own() -> None:
    reads = [article(n, "the terrible coal tariff", "the Velmarian coal tariff", "the tariff") for n in range(4)]
    assert set(issues(*reads)) == {"coal tariff"}


def test_names_people_days_and_plain_nouns_are_no_issues() -> None:
    lines = "Velmar and Ilse Barran met the minister on the first day", "the people of the country"
    reads = [article(n, *lines) for n in range(4)]
    assert not issues(*reads)


def test_verbs_and_adverbs_end_no_phrase() -> None:
    reads = [article(n, "the causeway opened abruptly", "it will reopen the causeway") for n in range(4)]
    assert set(issues(*reads)) == {"causeway"}


def test_a_statement_without_the_phrase_has_no_issue() -> None:
    reads = [*THREE, article(4, "the weather is fine")]
    assert "a4" not in {at.article for group in find_issues(reads) for at, _ in group.mentions}


def test_a_profile_names_joins_and_orders_issues() -> None:
    reads = [article(n, "the causeway is shut", "the ferry sails", "the coal tariff stays") for n in range(4)]
    profile = Profile((ProfileIssue("Crossings", ("ferry", "causeway")), ProfileIssue("Trade", ("Coal Tariffs",))))
    found = find_issues(reads, profile)
    assert [(group.name, group.by) for group in found] == [("Crossings", "person"), ("Trade", "person")]
    assert set(named(found[0], reads)) == {"causeway", "ferry"}


def test_a_profile_leaves_out_phrases_and_keeps_others_apart() -> None:
    reads = [article(n, "the causeway is shut", "the old toll causeway stays", "the ferry sails") for n in range(4)]
    asked = ProfileIssue("Causeway", ("causeway",), without=("toll causeway",))
    found = issues(*reads, profile=Profile((asked,), leave_out=("ferry",)))
    assert set(named(found["Causeway"], reads)) == {"causeway"}
    assert "ferry" not in found


def test_only_the_issues_of_the_profile_stand_where_it_says_so() -> None:
    reads = [article(n, "the causeway is shut", "the ferry sails") for n in range(4)]
    assert set(issues(*reads, profile=Profile((ProfileIssue("Ferry", ("ferry",)),), only=True))) == {"Ferry"}


def test_a_profile_may_name_what_hardly_recurs() -> None:
    reads = [*THREE, article(4, "the moon landing is near")]
    profile = Profile((ProfileIssue("Moon", ("moon landing",)),))
    assert [at.article for at, _ in issues(*reads, profile=profile)["Moon"].mentions] == ["a4"]


def test_a_profile_may_name_what_is_a_name_and_phrases_of_many_words() -> None:
    reads = [
        article(1, "Velmar broke the joint plan of action on coal"),
        article(2, "the Joint Plan of Action on Coal is dead"),
    ]
    profile = Profile((ProfileIssue("Plan", ("joint plan of action on coal",)), ProfileIssue("Velmar", ("Velmar",))))
    found = issues(*reads, profile=profile)
    assert named(found["Plan"], reads) == ["joint plan of action on coal", "Joint Plan of Action on Coal"]
    assert named(found["Velmar"], reads) == ["Velmar"]


def test_the_longer_of_two_phrases_of_a_profile_holds() -> None:
    reads = [article(1, "the toll road is shut", "the road is shut", "the road sign fell")]
    asked = ProfileIssue("Road", ("road",)), ProfileIssue("Toll", ("toll road",))
    found = issues(*reads, profile=Profile(asked, leave_out=("road sign",)))
    assert [at.index for at, _ in found["Road"].mentions] == [1]
    assert [at.index for at, _ in found["Toll"].mentions] == [0]


def test_stems_are_shared_by_a_verb_and_the_noun_made_of_it() -> None:
    assert stem("enrichment") == stem("enriching") == stem("enriched")
    assert stem("removal") == stem("remove") == stem("removed")


WORDS = st.sampled_from(
    ("the", "a", "coal", "tariff", "tariffs", "Velmar", "causeway", "of", "and", "lifted", "will", "deal,")
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=12).map(" ".join), min_size=3, max_size=8))
def test_places_lie_in_contents_and_the_order_of_articles_changes_nothing(lines: list[str]) -> None:
    reads = [article(number, line) for number, line in enumerate(lines)]
    contents = {read.article.id: read.reading.statements[0].content[0] for read in reads}
    for group in find_issues(reads):
        for at, (start, end) in group.mentions:
            assert contents[at.article].start <= start < end <= contents[at.article].end
    assert {g.name: g.mentions for g in find_issues(reads)} == {g.name: g.mentions for g in find_issues(reads[::-1])}
