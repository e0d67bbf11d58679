"""The pipe between the program and the worker: one JSON line a file, in order."""

from __future__ import annotations

READY = b"ready\n"
"""The worker's first line: it started and found its modules."""

MAX_ANSWER_BYTES = 64 * 1024 * 1024

Scalar = None | bool | int | float | str

RemarkFields = tuple[str, str, str, str, dict[str, str | int]]
"""Code, severity, sheet, cell and data of an issue."""

SheetFields = tuple[
    str,
    bool,
    list[list[Scalar]],
    list[tuple[int, int, str, str]],
    list[tuple[int, int, int, int]],
    list[int],
    list[int],
]
"""Title, visibility, rows, values that JSON has no word for, merged ranges, hidden rows and
columns."""

Answer = tuple[str, list[RemarkFields], list[SheetFields]]
"""The file's SHA-256, the remarks, the sheets; JSON gives lists for the tuples."""
