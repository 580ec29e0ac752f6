"""What a name in one article stands for, as a key that articles share: a state, a known body, or a name's spelling."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from dragoman.knowledge.names import fold
from dragoman.knowledge.states import state_words
from dragoman.model.links import ActorGroup, At
from dragoman.model.reading import Mention, ReadArticle
from dragoman.model.spans import Span

Key = tuple[str, ...]
"""A thing by kind and mark: ("state", "NO"), ("actor", "12"), ("name", "carrow"), ("way", "name carrow")."""
HYPHENS = "-–‑"


class Use(NamedTuple):
    """One place where a term stands, and for what."""

    article: str
    span: Span
    term: str
    key: Key


class Keys:
    """Keys of the names of all articles."""

    def __init__(self, actors: Iterable[ActorGroup]) -> None:
        self._group = {at: number for number, group in enumerate(actors) for at in group.entities}
        self._words = state_words()

    def names(self, read: ReadArticle) -> Iterator[tuple[int | None, Use]]:
        """Every name of the article with its index among its names; none where an actor's mention alone tells it, or
        where it is the office of the person named behind it.
        """
        article, text = read.article.id, read.article.text
        persons = {m.span.start for m in read.reading.mentions if m.form == "name" and self._is_person(read, m)}
        mentions = [m for m in read.reading.mentions if self._is_named(read, m) and m.span.end + 1 not in persons]
        told: set[Mention] = set()
        at = 0
        for index, use in enumerate(read.reading.names):
            while at < len(mentions) and mentions[at].span.end <= use.span.start:
                at += 1
            mention = mentions[at] if at < len(mentions) and mentions[at].span.start < use.span.end else None
            if use.kind is not None:
                continue
            if mention is None or _inside(mention.span, use.span):
                term = text[use.span.start : use.span.end]
                same = mention is not None and mention.span == use.span
                told |= {mention} if mention else set()
                yield index, Use(article, use.span, term, self._key(read, mention) if same and mention else name(term))
            elif _inside(use.span, mention.span):
                yield index, Use(article, _bare(text, mention.span), "", self._key(read, mention))
        for mention in mentions:
            if mention not in told:
                span = _bare(text, mention.span)
                yield None, Use(article, span, text[span.start : span.end], self._key(read, mention))

    def _is_named(self, read: ReadArticle, mention: Mention) -> bool:
        kind = read.reading.entities[mention.entity].kind
        words = read.article.text[mention.span.start : mention.span.end]
        printed = words[:1].isupper() or words[:2] in ("al", "el")
        whole = not any(mark in words for mark in ("'s ", "’s ", "[", "\n", '"', "”"))
        return kind in ("state", "body", "group") and mention.form in ("name", "capital") and printed and whole

    def _is_person(self, read: ReadArticle, mention: Mention) -> bool:
        return read.reading.entities[mention.entity].kind == "person"

    def _key(self, read: ReadArticle, mention: Mention) -> Key:
        entity = read.reading.entities[mention.entity]
        if mention.form == "capital":
            return name(read.article.text[mention.span.start : mention.span.end])
        if entity.kind == "state" and entity.country:
            return ("state", entity.country)
        return ("actor", str(self._group[At(read.article.id, mention.entity)]))

    def anchors(self, read: ReadArticle, span: Span, known: Mapping[Key, object]) -> frozenset[Key]:
        """What a name within a longer one stands for: "Velmarian" for its state, "Carrow-Lisk" for two places."""
        text = read.article.text[span.start : span.end]
        mention = next((m for m in read.reading.mentions if m.span == span and self._is_named(read, m)), None)
        whole = self._single(text, known)
        parts = [part for part in _split(text) if part]
        if mention and mention.form == "name":
            return frozenset({self._key(read, mention)})
        if (holder := self._person(read, span)) is not None:
            return frozenset({("actor", str(holder))})
        if len(parts) > 1 and whole not in known:
            return frozenset(self._single(part, known) for part in parts)
        return frozenset({whole})

    def _person(self, read: ReadArticle, span: Span) -> int | None:
        """The actor's number of the person who is named at the span."""
        found = (m.entity for m in read.reading.mentions if m.span == span and m.form == "name")
        return next((self._group[At(read.article.id, entity)] for entity in found), None)

    def _single(self, text: str, known: Mapping[Key, object]) -> Key:
        word = self._words.get(text)
        if word and (code := word.name or word.adjective):
            return ("state", code)
        key = name(text)
        place = (*key[:1], key[1].removesuffix("n"))
        return place if key[1].endswith("an") and place in known else key


def name(term: str) -> Key:
    """The key of a name that is told by its spelling alone."""
    return ("name", fold(term))


def _inside(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end


def _bare(text: str, span: Span) -> Span:
    """The span without an article."""
    return Span(span.start + 4, span.end) if text[span.start : span.start + 4].casefold() == "the " else span


def _split(text: str) -> list[str]:
    for hyphen in HYPHENS[1:]:
        text = text.replace(hyphen, HYPHENS[0])
    return text.split(HYPHENS[0])
