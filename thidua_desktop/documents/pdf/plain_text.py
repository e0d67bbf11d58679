"""From a person's text to the PDF library's: the only place where markup is made or escaped."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Set
from dataclasses import fields, is_dataclass
from functools import lru_cache
from xml.sax.saxutils import escape

from thidua_desktop.application.papers.model import Paper
from thidua_desktop.documents.pdf.fonts import drawable
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.reasons import Issue

_EXCERPT = 40


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """Text as it is printed: composed letters, no invisible characters, single spaces.

    Line breaks stay, and so do no-break spaces: they are the blanks left for the pen.
    """
    if text.isprintable() and unicodedata.is_normalized("NFC", text):
        return _single_spaced(text)
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    visible = "".join(map(_visible, composed))
    return "\n".join(_single_spaced(line) for line in visible.split("\n")).strip("\n")


def _visible(character: str) -> str:
    if character in ("\t", "\u2028", "\u2029", "\x0b", "\x0c"):
        return " "
    if character != "\n" and unicodedata.category(character) in ("Cc", "Cf"):
        return ""
    return character


def _single_spaced(line: str) -> str:
    return " ".join(part for part in line.split(" ") if part)


def escaped(text: str) -> str:
    """Text that the PDF library prints letter by letter, whatever stands in it."""
    return escape(plain(text)).replace("\n", "<br/>")


def with_bold_start(text: str) -> str:
    """Escaped text with the words up to the first dot in bold: «Điều 1.» of a decision."""
    start, dot, rest = plain(text).partition(".")
    return f"<b>{escaped(start + dot)}</b> {escaped(rest)}" if dot else escaped(text)


def refuse_missing_glyphs(paper: Paper) -> None:
    """See that every character of a paper can be printed.

    Raises:
        InputError: with one issue per text that holds characters the font lacks.
    """
    texts = tuple(dict.fromkeys(map(plain, _strings(paper))))
    lacking = {c for c in set("".join(texts)) if c != "\n" and not drawable(c)}
    if lacking:
        issues = tuple(_issues(texts, lacking))
        raise InputError("paper_missing_glyphs", issues, count=len(issues))


def _issues(texts: Iterable[str], lacking: Set[str]) -> Iterator[Issue]:
    for text in texts:
        missing = sorted(lacking & set(text))
        if missing:
            told = tuple(named(character) for character in missing)
            excerpt = "".join("?" if c in missing else c for c in text)[:_EXCERPT]
            yield Issue("paper_missing_glyph", data={"characters": told, "text": excerpt})


def named(character: str) -> str:
    """A character with its code, for what prints as nothing."""
    code = f"U+{ord(character):04X}"
    return code if unicodedata.category(character) == "Cs" else f"{character} ({code})"


def _strings(value: object) -> Iterator[str]:
    """Every text within a paper."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _strings(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
