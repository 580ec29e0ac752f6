"""Where verifying takes a text from."""

from collections.abc import Mapping

from dragoman.errors import Unverifiable
from dragoman.model.ids import sha256
from dragoman.store.protocol import Texts
from dragoman.verify.report import Report


class Copies:
    """Copies of texts by their SHA-256, from outside the file, or where ``outer`` is None from inside it.

    Raises:
        Unverifiable: the texts inside the file are wanted, and it holds none.
    """

    def __init__(self, outer: Texts | None, inner: Mapping[str, str], report: Report) -> None:
        if outer is None and not inner:
            raise Unverifiable("this file holds no texts to hold it against; name a folder that does with --texts")
        self._outer, self._inner, self._report = outer, inner, report
        self._missing: set[str] = set()

    def of(self, name: str, text_sha256: str) -> str | None:
        """The copy with this SHA-256. Where there is none the report says so, once a text, by the article's name."""
        copy = self._inner.get(text_sha256) if self._outer is None else self._outer.text(text_sha256)
        if copy is not None and self._outer is None and sha256(copy.encode("utf-8", "surrogatepass")) != text_sha256:
            self._report.wrong.append(f"{name}: the text in the file has not the SHA-256 that the file says")
        if copy is None and text_sha256 not in self._missing:
            self._missing.add(text_sha256)
            self._report.missing.append(f"{name} (SHA-256 {text_sha256 or 'not given'})")
        return copy
