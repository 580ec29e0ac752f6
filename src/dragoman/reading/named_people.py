"""The persons whom a page names, and the offices that stand beside their names."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.knowledge.bodies import states_spoken_for
from dragoman.knowledge.cues import is_cue
from dragoman.knowledge.names import gender_of, name_words
from dragoman.knowledge.states import listed_names
from dragoman.model.reading import Gender, Office
from dragoman.reading.drafts import Draft, Drafts
from dragoman.reading.people import Evidence, Person, Surnames, evidence, is_person, persons
from dragoman.reading.realms import POSSESSIVE
from dragoman.reading.roles import Role
from dragoman.reading.scene import Scene, realm_at, respot
from dragoman.reading.spots import Spot

ELECTED = frozenset({"senator", "representative", "governor", "mayor", "lawmaker", "bishop", "archbishop"})
"""Titles whose holder is of a constituency or a see ("Senator A of B"), which may bear a state's name."""
COUNTERPART = "counterpart"
FEMALE: Gender = "female"
MALE: Gender = "male"
OBJECTS = frozenset({"dobj", "dative"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def draft_people(scene: Scene, drafts: Drafts) -> None:
    """Make an entity of every person, with mentions of all names and the offices beside them."""
    full = {words: seen for words, seen in _evidence(scene).items() if " " in words and is_person(words, seen)}
    people = persons([(words, seen.spots) for words, seen in full.items()])
    surnames = Surnames(people)
    respot(scene, [*_unpaired(scene, surnames), *_in_headlines(scene, people, surnames)])
    taken = {spot for person in people for spot in person.spots}
    for words, seen in _evidence(scene).items():
        spots = [spot for spot in seen.spots if spot not in taken]
        if spots:
            _place_single(people, surnames, words, seen, spots)
    for person in people:
        _draft_person(scene, drafts, person)
    _give_offices(scene, drafts)


def _evidence(scene: Scene) -> dict[str, Evidence]:
    page = scene.page
    runs = [s for s in scene.spots if s.kind == "run" and page.words(s.start, s.end) not in scene.realm_names]
    beside = {run.start for held in scene.holders.values() for run in held}
    beside |= {spot.end for spot in scene.spots if spot.kind == "honorific"}
    heads = {run.start: page.head(run.start, run.end) for run in runs}
    told = name_words("tell")
    acting = frozenset(
        start
        for start, token in heads.items()
        if token.dep_ in SUBJECTS or (token.dep_ in OBJECTS and token.head.lemma_ in told)
    )
    speaking = frozenset(start for start in acting if is_cue(heads[start].head.lemma_))
    return evidence(page, runs, frozenset(beside), acting, speaking)


def _place_single(people: list[Person], surnames: Surnames, words: str, seen: Evidence, spots: Sequence[Spot]) -> None:
    """Give a name of one word to the one person who bears it; two bearers leave it to nobody."""
    bearers = surnames.bearers(words)
    if len(bearers) == 1 and (" " not in words or is_person(words, seen)):
        people[bearers[0]].names.append(words)
        people[bearers[0]].spots.extend(spots)
    elif not bearers and " " not in words and is_person(words, seen):
        people.append(Person([words], list(spots)))


def _unpaired(scene: Scene, surnames: Surnames) -> list[Spot]:
    """The spots, with two in the place of a hyphenated pair of known names ("Barran-Kolm talks")."""
    found: list[Spot] = []
    for spot in scene.spots:
        tokens = scene.page.tokens[spot.start : spot.end]
        pair = spot.kind == "run" and len(tokens) == 3 and tokens[1] in {"-", "–"}
        if (
            pair
            and all(surnames.bearers(half) for half in (tokens[0], tokens[2]))
            and not surnames.bearers("".join(tokens))
        ):
            found += [Spot(spot.start, spot.start + 1, "run"), Spot(spot.end - 1, spot.end, "run")]
        else:
            found.append(spot)
    return found


def _in_headlines(scene: Scene, people: Sequence[Person], surnames: Surnames) -> list[Spot]:
    """Surnames of known persons in headlines, where capitals tell nothing; a given name before one goes with it."""
    page = scene.page
    if not page.headlines or not people:
        return []
    found = []
    for at, token in enumerate(page.tokens):
        if page.line[at] not in page.headlines or not token[0].isupper() or at in scene.starting:
            continue
        bearers = surnames.last(token)
        if len(bearers) == 1:
            given = people[bearers[0]].fullest.split()[0]
            start = at - 1 if at and page.tokens[at - 1] == given else at
            found.append(Spot(start, at + 1, "run"))
    return found


def _draft_person(scene: Scene, drafts: Drafts, person: Person) -> None:
    name = person.fullest
    index = drafts.get(("person", name), "person", name)
    draft = drafts.drafts[index]
    titles = {**dict.fromkeys(name_words("female_title"), FEMALE), **dict.fromkeys(name_words("male_title"), MALE)}
    for spot in sorted(person.spots):
        words = scene.page.words(spot.start, spot.end)
        drafts.mention(index, scene.page.span(spot.start, spot.end), "name", words)
        drafts.alias(("at", str(spot.start)), index)
        before = scene.ending.get(spot.start)
        if before is not None and before.kind == "honorific":
            draft.gender = titles.get(before.value, draft.gender)
    draft.gender = draft.gender or (gender_of(name.split()[0].strip("[]")) if " " in name else None)
    draft.names.sort(key=lambda printed: (-len(printed.split()), printed))


def person_at(drafts: Drafts, spot: Spot) -> int | None:
    """The person whose name stands at the spot."""
    return drafts.known(("at", str(spot.start)))


def _give_offices(scene: Scene, drafts: Drafts) -> None:
    """Give each office to those beside whom it stands; "his counterpart" last, since it is another's office."""
    for role in sorted(scene.roles, key=lambda role: (role.title == COUNTERPART, role.spot.start)):
        held = scene.holders.get(role.spot.start, [])
        indices = [index for run in held if (index := person_at(drafts, run)) is not None]
        if len(indices) != len(held) or not indices:
            scene.holders.pop(role.spot.start, None)
            continue
        if role.title == COUNTERPART:
            title = title_before(drafts, scene.page.starts[role.start], indices) or COUNTERPART
            role = replace(role, title=title)  # noqa: PLW2901  # the same phrase, its title now known
        realms = list(role.realms) or ([] if role.title in ELECTED else _realms_after(scene, held[-1]))
        for place, index in enumerate(indices):
            own = (
                realms[place : place + 1]
                if len(realms) == len(indices) > 1
                else realms[:1]
                if len(indices) == 1
                else []
            )
            _give(scene, drafts, index, role, own[0] if own else None)
    for spot in scene.spots:
        index = person_at(drafts, spot) if spot.kind == "run" else None
        if index is not None and spot.start >= 2 and scene.page.tokens[spot.start - 1] in POSSESSIVE:
            owner = scene.ending.get(spot.start - 1)
            realm = realm_at(scene, owner) if owner is not None and person_at(drafts, owner) is None else None
            if realm is not None:
                _in_realm(drafts.drafts[index], realm)


def title_before(drafts: Drafts, offset: int, apart: Sequence[int] = ()) -> str | None:
    """The title of the person last named before the offset who holds an office."""
    best, title = -1, None
    for mention in drafts.mentions:
        draft = drafts.drafts[mention.entity]
        if best < mention.span.start < offset and draft.kind == "person" and mention.entity not in apart:
            held = [office.title for office in draft.offices if office.title != COUNTERPART]
            if held:
                best, title = mention.span.start, held[0]
    return title


def _realms_after(scene: Scene, run: Spot) -> list[str]:
    """The realm after a name, as in "President A of X"."""
    tokens = scene.page.tokens
    if run.end + 1 < len(tokens) and tokens[run.end] == "of":
        spot = scene.starting.get(run.end + 1 + (tokens[run.end + 1] == "the"))
        realm = realm_at(scene, spot)
        return [realm] if realm else []
    return []


def _give(scene: Scene, drafts: Drafts, index: int, role: Role, realm: str | None) -> None:
    draft = drafts.drafts[index]
    country = realm if realm in listed_names() else None
    span = scene.page.span(role.start, role.end)
    draft.offices.append(Office(role.title, country, None if country else realm, span))
    if realm is not None and not role.former:
        _in_realm(draft, realm)


def _in_realm(draft: Draft, realm: str) -> None:
    if realm not in draft.realms:
        draft.realms.append(realm)
    if draft.country is None:
        draft.country = realm if realm in listed_names() else states_spoken_for().get(realm)
