"""Reads a brief as docs/brief-format.md says, and not with the code that wrote it."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "br", "circle", "rect", "line"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    children: "list[Element | str]" = field(default_factory=list)
    parent: "Element | None" = None

    @property
    def text(self) -> str:
        if "data-char" in self.attributes:
            return chr(int(self.attributes["data-char"], 16))
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def all(self, tag: str = "", **wanted: str) -> "list[Element]":
        """Elements inside with this tag and these attributes (``data_kind`` for ``data-kind``; "" for any value)."""
        asked = {key.replace("_", "-"): value for key, value in wanted.items()}
        out = []
        for child in self.children:
            if isinstance(child, Element):
                fits = all(k in child.attributes and (not v or child.attributes[k] == v) for k, v in asked.items())
                out += [child] if fits and tag in ("", child.tag) else []
                out += child.all(tag, **wanted)
        return out

    def around(self) -> tuple[str, str]:
        """The characters before and after this element in its parent."""
        assert self.parent
        at = next(n for n, child in enumerate(self.parent.children) if child is self)
        before, after = self.parent.children[at - 1] if at else "", self.parent.children[at + 1 : at + 2]
        return (before if isinstance(before, str) else ""), (after[0] if after and isinstance(after[0], str) else "")


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self.at = Element("", {})

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {key: value or "" for key, value in attrs}, parent=self.at)
        self.at.children.append(element)
        if tag not in VOID:
            self.at = element

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.at.children.append(Element(tag, {key: value or "" for key, value in attrs}, parent=self.at))

    def handle_endtag(self, tag: str) -> None:
        assert self.at.tag == tag, f"</{tag}> closes <{self.at.tag}>"
        assert self.at.parent
        self.at = self.at.parent

    def handle_data(self, data: str) -> None:
        self.at.children.append(data)


def parse(html: str) -> Element:
    """The page as a tree; every element must be closed in its place."""
    parser = _Parser()
    parser.feed(html)
    parser.close()
    assert parser.at is parser.root, f"<{parser.at.tag}> is not closed"
    return parser.root


def spans(element: Element) -> list[tuple[int, int]]:
    text = element.attributes.get("data-spans", "")
    return [(int(part.split("-")[0]), int(part.split("-")[1])) for part in text.split(",") if part]
