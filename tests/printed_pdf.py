"""What stands where on the pages of a PDF, as a reader with a ruler would find it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdf
import pypdfium2

MM = 72 / 25.4
_PATH = 2  # FPDF_PAGEOBJ_PATH
THIN = 2.0


@dataclass(frozen=True, slots=True)
class Words:
    """A run of text on one line; lengths in mm from the left and from the top."""

    text: str
    left: float
    right: float
    top: float
    bottom: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal line in mm."""

    left: float
    right: float
    top: float

    @property
    def length(self) -> float:
        return self.right - self.left

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page."""

    width: float
    height: float
    text: str
    words: tuple[Words, ...]
    rules: tuple[Rule, ...]

    def line(self, start: str) -> Words:
        """The first run that begins so."""
        found = [run for run in self.words if run.text.startswith(start)]
        assert found, f"{start!r} is not among {[run.text for run in self.words]}"
        return found[0]

    def rule_below(self, words: Words) -> Rule:
        """The nearest line under a run, about as far left and right."""
        below = [r for r in self.rules if r.top > words.top and abs(r.middle - words.middle) < 2]
        assert below, f"no rule below {words.text!r}"
        return min(below, key=lambda rule: rule.top)


def printed(path: Path) -> tuple[PrintedPage, ...]:
    """Every page of a PDF."""
    document: Any = pypdfium2.PdfDocument(path)  # type: ignore[no-untyped-call]
    try:
        return tuple(_page(document[number]) for number in range(len(document)))
    finally:
        document.close()


def whole_text(path: Path) -> str:
    """All pages as text, one line feed between lines."""
    return "\n".join(page.text for page in printed(path))


def fonts_of(path: Path) -> set[str]:
    """The names of all fonts that a PDF refers to, whether used or not."""
    reader = pypdf.PdfReader(path)
    fonts = set()
    for number in range(1, len(reader.xref[0]) + 1 if reader.xref else 1):
        thing = reader.get_object(number)
        if isinstance(thing, pypdf.generic.DictionaryObject) and "/BaseFont" in thing:
            fonts.add(str(thing["/BaseFont"]).lstrip("/"))
    return fonts


def _page(page: Any) -> PrintedPage:
    width, height = page.get_size()
    text = page.get_textpage()
    return PrintedPage(
        width=width / MM,
        height=height / MM,
        text=text.get_text_range().replace("\r\n", "\n"),
        words=tuple(_words(text, height)),
        rules=tuple(_rules(page, height)),
    )


def _words(text: Any, height: float) -> Iterator[Words]:
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        said = text.get_text_bounded(left, bottom, right, top).strip()
        yield Words(said, left / MM, right / MM, (height - top) / MM, (height - bottom) / MM)


def _rules(page: Any, height: float) -> Iterator[Rule]:
    for thing in page.get_objects(filter=[_PATH]):
        left, bottom, right, top = thing.get_bounds()
        if top - bottom < THIN < right - left:
            weight = top - bottom
            yield Rule((left + weight / 2) / MM, (right - weight / 2) / MM, (height - top) / MM)
