"""What was published, and the text read from it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from dragoman.model.spans import Spans
from dragoman.model.when import UNKNOWN, Basis, When

Media = Literal["text", "markdown", "html"]


@dataclass(frozen=True, slots=True)
class Given:
    """Masthead fields that the user or the collection states about a page; they beat what its text says."""

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    language: str | None = None
    url: str | None = None
    owner: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """What was published, as bytes.

    ``source`` is the path relative to the folder given (``path#id`` for one object of a JSON file), ``-`` for standard
    input. ``sha256`` is that of ``data``. ``file`` is the absolute path of the file it was read from; the store alone
    keeps it, so that a folder can be forgotten.
    """

    source: str
    data: bytes
    media: Media
    sha256: str
    given: Given = Given()
    fetched: datetime | None = None
    file: str | None = None


@dataclass(frozen=True, slots=True)
class Dropped:
    """What is not read, at which stage, and why. Nothing leaves unseen."""

    source: str
    stage: str
    reason: str


CreditKind = Literal["agency", "outlet", "official", "conference", "own"]


@dataclass(frozen=True, slots=True)
class Credit:
    """An agency, outlet, official release or joint press conference that the text names as where its report comes
    from, or reporting that it says is its outlet's own.

    ``name`` is the agency's listed name where it is in ``knowledge``, for own reporting the outlet's where it is known,
    else as printed; ``spans`` cover the name and ``evidence`` the whole crediting words ("Xnews reports").
    """

    name: str
    kind: CreditKind
    spans: Spans
    evidence: Spans


@dataclass(frozen=True, slots=True)
class Masthead:
    """Who published the article, when, under which title, and on whose material.

    ``basis`` says for each field that is known how it is known, ``places`` where it stands in the text. Fields are
    named as in the record: ``outlet``, ``title``, ``authors``, ``published``, ``place``, ``language``, ``credits``.
    """

    outlet: str | None = None
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: When = UNKNOWN
    place: str | None = None
    language: str | None = None
    credits: tuple[Credit, ...] = ()
    basis: dict[str, Basis] = field(default_factory=dict)
    places: dict[str, Spans] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Article:
    """The decoded text as it stands, never rewritten, with what is known about it.

    ``furniture`` is what is printed on the page and is not article: navigation, share counters, subscription lines.
    """

    id: str
    source: str
    text: str
    text_sha256: str
    page_sha256: str
    masthead: Masthead = Masthead()
    furniture: Spans = ()
    url: str | None = None
    owner: str | None = None
    excerpt: bool = False
