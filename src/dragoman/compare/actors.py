"""Who is who across articles and across a story."""

from collections.abc import Sequence

from dragoman.model.links import ActorGroup, At, StoryGroup
from dragoman.model.reading import ReadArticle


def join_actors(readings: Sequence[ReadArticle], stories: Sequence[StoryGroup]) -> tuple[ActorGroup, ...]:  # noqa: ARG001  # offices are resolved by story
    """Every entity in exactly one group."""
    return tuple(ActorGroup((At(a.id, i),)) for a, r in readings for i, _ in enumerate(r.entities))
