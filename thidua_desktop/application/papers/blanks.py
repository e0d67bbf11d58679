"""Blanks for the pen: rows of dots that end with the line they stand on."""

from __future__ import annotations

_LINE = 30
"""Ellipses that fill a line of body text."""

_LETTERS_PER_DOT = 2
"""An ellipsis is as wide as two letters, roughly; a row that is too long would be torn."""

_FEWEST = 6


def blank_after(label: str) -> str:
    """«Quê quán: ………» up to about the end of the line."""
    dots = _LINE - 1 - -(-len(label) // _LETTERS_PER_DOT)
    return f"{label} {'…' * max(dots, _FEWEST)}"


def filled(label: str, value: str) -> str:
    """The label with what is known, else with room for it."""
    said = value.strip()
    return f"{label} {said}" if said else blank_after(label)


def blank_lines(count: int = 1) -> tuple[str, ...]:
    """Whole lines, each a paragraph of its own."""
    return ("…" * _LINE,) * count
