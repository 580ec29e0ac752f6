"""What brief.html says of itself: its items, its texts, and its prose, in which quotation marks are looked for.

The marks are those of ``docs/brief-format.md``.
"""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from dragoman.verify.items import Item, day, spans_of, when_of
from dragoman.verify.prose import PLACE

EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)
UNPRINTED = frozenset({"script", "style", "title", "template"})
"""Elements whose text no reader sees in the page."""
INLINE = frozenset(
    {"a", "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "mark", "small", "span", "strong", "time"}
)
TEXTS = frozenset({"text", "passage"})
"""Classes of elements that hold an article's words and nothing else."""


@dataclass(slots=True)
class Shown:
    """An article that stands in the page: its text, or the passages of it that are cited."""

    article: str
    text_sha256: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """A printed number of rows."""

    where: str
    printed: str
    rows: tuple[str, ...]


@dataclass(slots=True)
class Page:
    """What the page prints. ``sha256`` names the text of each article that an item cites. ``prose`` is what stands
    outside items and articles' texts, with a mark for each item (``prose.PLACE``) and a blank line between blocks.
    """

    items: list[Item] = field(default_factory=list)
    counts: list[Count] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)
    sha256: dict[str, str] = field(default_factory=dict)
    rows: set[str] = field(default_factory=set)
    prose: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Open:
    """An element that is not closed yet, and the text in it where that is wanted."""

    tag: str
    attributes: dict[str, str]
    line: int
    text: list[str] | None


def read_page(html: str) -> Page:
    """The page's items, texts and prose."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.finish()
    return reader.page


class _Reader(HTMLParser):
    """Follows the elements. An item inside an item is an item of its own, and no prose of the outer one."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._stack: list[_Open] = []
        self._article: Shown | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if row := attributes.get("data-row"):
            self.page.rows.add(row)
        if tag not in INLINE:
            self._print("\n\n")
        if tag in EMPTY:
            return
        if tag == "article" and "data-article" in attributes:
            self._article = Shown(attributes["data-article"], attributes.get("data-text-sha256", ""))
            self.page.shown.append(self._article)
            self.page.sha256[self._article.article] = self._article.text_sha256
        wanted = "data-kind" in attributes or attributes.get("class") in TEXTS
        if "data-kind" in attributes:
            self._print(PLACE[attributes["data-kind"] == "quotation"])
        self._stack.append(_Open(tag, attributes, self.getpos()[0], [] if wanted else None))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in EMPTY:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        if self._stack and "data-char" in self._stack[-1].attributes:
            data = _character(self._stack[-1].attributes["data-char"], data)
        for element in self._stack:
            if element.text is not None:
                element.text.append(data)
        self._print(data.translate(PLACE_FREE))

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self._stack):
            while self._close(self._stack.pop()) != tag:
                pass

    def finish(self) -> None:
        """Closes what the page leaves open."""
        while self._stack:
            self._close(self._stack.pop())

    def _print(self, text: str) -> None:
        inside = any(element.text is not None or element.tag in UNPRINTED for element in self._stack)
        if not inside:
            self.page.prose.append(text)

    def _close(self, element: _Open) -> str:
        where, attributes, text = f"line {element.line}", element.attributes, "".join(element.text or ())
        look = attributes.get("class")
        if element.tag not in INLINE:
            self._print("\n\n")
        if "data-kind" in attributes:
            self._item(where, attributes, text)
        elif look == "text" and self._article:
            self._article.text = (self._article.text or "") + text
        elif look == "passage" and self._article:
            spans = spans_of(attributes.get("data-spans", ""))
            self.page.items.append(Item(where, "paraphrase", text, self._article.article, spans))
        elif element.tag == "article":
            self._article = None
        return element.tag

    def _item(self, where: str, attributes: dict[str, str], text: str) -> None:
        kind, article = attributes["data-kind"], attributes.get("data-article", "")
        if kind == "count":
            self.page.counts.append(Count(where, text, tuple(attributes.get("data-rows", "").split())))
            return
        if sha256 := attributes.get("data-text-sha256"):
            self.page.sha256[article] = sha256
        days = day(attributes.get("data-earliest")), day(attributes.get("data-latest"))
        when = when_of(*days, attributes.get("data-basis", ""), attributes.get("title", "")) if kind == "date" else None
        self.page.items.append(Item(where, kind, text, article, spans_of(attributes.get("data-spans", "")), when))


PLACE_FREE = dict.fromkeys(map(ord, PLACE), " ")


def _character(code: str, shown: str) -> str:
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{1,6}", code) and int(code, 16) < 0x110000 else shown
