"""Entities while they are being put together, and the places where each is named."""

from dataclasses import dataclass, field

from dragoman.model.reading import ActorKind, Entity, Form, Gender, Mention, Office
from dragoman.model.spans import Span


@dataclass(slots=True)
class Draft:
    """An entity while it is being put together."""

    kind: ActorKind
    name: str = ""
    names: list[str] = field(default_factory=list)
    country: str | None = None
    offices: list[Office] = field(default_factory=list)
    realms: list[str] = field(default_factory=list)
    gender: Gender | None = None

    def entity(self) -> Entity:
        """The noun that the reading holds."""
        return Entity(
            self.kind,
            self.name,
            tuple(dict.fromkeys(self.names)),
            self.country,
            tuple(dict.fromkeys(self.offices)),
            self.gender,
        )


class Drafts:
    """All entities and mentions found so far, by keys that two names of one entity share."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.mentions: list[Mention] = []
        self._by_key: dict[tuple[str, ...], int] = {}

    def get(self, key: tuple[str, ...], kind: ActorKind, name: str, country: str | None = None) -> int:
        """The index of the entity of that key, made where there is none."""
        if key not in self._by_key:
            self._by_key[key] = len(self.drafts)
            self.drafts.append(Draft(kind, name, country=country))
        return self._by_key[key]

    def known(self, key: tuple[str, ...]) -> int | None:
        """The index of the entity of that key."""
        return self._by_key.get(key)

    def alias(self, key: tuple[str, ...], index: int) -> None:
        """Let a second key lead to an entity."""
        self._by_key.setdefault(key, index)

    def mention(self, index: int, span: Span, form: Form, name: str = "") -> None:
        """Record a place, and the name printed there."""
        self.mentions.append(Mention(span, form, index))
        if name:
            self.drafts[index].names.append(name)
