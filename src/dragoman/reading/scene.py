"""What stands in a page before anybody is told apart: spots, offices as phrases, and who stands beside which office."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.knowledge.bodies import body_words
from dragoman.model.spans import Span
from dragoman.reading.page import Page
from dragoman.reading.realms import unlisted_realms
from dragoman.reading.roles import Role, RoleFinder, realm_of
from dragoman.reading.spots import Spot, scan


@dataclass(slots=True)
class Scene:
    """What the later steps need of the earlier ones: the page, its spots and roles, who is beside which role."""

    page: Page
    spots: list[Spot]
    starting: dict[int, Spot]
    ending: dict[int, Spot]
    realm_names: dict[str, str]
    roles: list[Role]
    holders: dict[int, list[Spot]]
    taken: set[int]


def realm_at(scene: Scene, spot: Spot | None) -> str | None:
    """The state's code or the body's name that the spot stands for, listed or not."""
    if spot is None:
        return None
    if spot.kind == "run":
        return scene.realm_names.get(scene.page.words(spot.start, spot.end))
    return realm_of(spot, scene.page) if spot.kind in {"state", "body"} else None


def respot(scene: Scene, spots: Iterable[Spot]) -> None:
    """Put other spots in the place of those that are known."""
    scene.spots = sorted(spots)
    scene.starting = {spot.start: spot for spot in scene.spots}
    scene.ending = {spot.end: spot for spot in scene.spots}


def set_scene(page: Page, apart: Sequence[tuple[int, int]]) -> Scene:
    """Everything that stands in the page outside the offsets ``apart`` (furniture, names of outlet and authors)."""
    spots = [spot for spot in scan(page) if not _inside(page.span(spot.start, spot.end), apart)]
    realm_names = unlisted_realms(page, spots)
    finder = RoleFinder(page, spots, realm_names)
    roles = [finder.role(spot) for spot in spots if spot.kind == "office"]
    scene = Scene(
        page,
        spots,
        {spot.start: spot for spot in spots},
        {spot.end: spot for spot in spots},
        realm_names,
        roles,
        {},
        set(),
    )
    for role in roles:
        beside = _beside(scene, role)
        if beside:
            scene.holders[role.spot.start] = beside
        if not role.plural:
            scene.taken.update(range(role.start, role.end))
    return scene


def _inside(span: Span, apart: Sequence[tuple[int, int]]) -> bool:
    return any(start <= span.start < end for start, end in apart)


def _beside(scene: Scene, role: Role) -> list[Spot]:
    """The runs beside an office that name its holders: after it, in apposition after it, or before it."""
    tokens, at = scene.page.tokens, role.end
    comma = at < len(tokens) and tokens[at] in {",", "—", "–", "-", ":"}
    first = scene.starting.get(at + comma)
    honorific = first is not None and first.kind == "honorific"
    if honorific and first is not None:
        first = scene.starting.get(first.end)
    if first is not None and first.kind == "run" and _names_holder(scene, role, first, comma=comma):
        return [first, *(_listed(scene, first) if role.plural else ())]
    before = scene.ending.get(_before_article(tokens, role.start) - 1)
    named = before is not None and before.kind == "run" and tokens[before.end] == "," and not role.plural
    if before is not None and not _is_closed(scene, role) and scene.page.doc[before.end - 1].dep_ == "pobj":
        return []  # "On the Star of Lisk, the president said"
    if before is not None and named and not (before.start and tokens[before.start - 1] in {"the", "The"}):
        return [before]
    return []


def _is_closed(scene: Scene, role: Role) -> bool:
    """Whether what follows an office ends an apposition."""
    after = scene.page.tokens[role.end] if role.end < len(scene.page.tokens) else "."
    return not after[0].isalpha() or after in {"and", "who", "in", "at", "of"}


def _names_holder(scene: Scene, role: Role, run: Spot, *, comma: bool) -> bool:
    words = scene.page.words(run.start, run.end)
    if words in scene.realm_names or scene.page.tokens[run.end - 1].casefold() in body_words():
        return False
    if not comma:
        return scene.page.line[run.start] == scene.page.line[role.spot.start]
    after = scene.page.tokens[run.end] if run.end < len(scene.page.tokens) else "."
    return (
        run.end - run.start > 1
        and (after in {",", ".", ")", "—", "–", "and"} or role.plural or after.isspace())
        and role.determiner != "a"
    )


def _listed(scene: Scene, first: Spot) -> Iterable[Spot]:
    """The further names of "A, B and C"."""
    tokens, at = scene.page.tokens, first.end
    while at + 1 < len(tokens) and tokens[at] in {",", "and", "&"}:
        at += 2 if tokens[at] == "," and tokens[at + 1] == "and" else 1
        following = scene.starting.get(at)
        if following is None or following.kind != "run":
            return
        yield following
        at = following.end


def _before_article(tokens: Sequence[str], start: int) -> int:
    """The first token of a phrase, its article or pronoun counted in."""
    low = tokens[start - 1].casefold() if start else ""
    return start - 1 if low in {"the", "a", "an", "his", "her", "its", "their", "then"} else start
