"""The lines of a plan's text: a Word file, or plain text."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.vietnamese.cleaning import clean_text

_WORD = ".docx"


def lines_of(path: Path) -> tuple[str, ...]:
    """The lines in order, cells of tables too; hidden marks are cleaned away.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: it is no Word file and no text.
    """
    if not path.is_file():
        raise NotFound("path_missing", file=path.name)
    try:
        lines = _of_word(path) if path.suffix.lower() == _WORD else _of_text(path)
    except OSError as error:
        raise EnvironmentFault("plan_file_unreadable", file=path.name) from error
    return tuple(clean_text(line) for line in lines)


def _of_text(path: Path) -> list[str]:
    try:
        return path.read_bytes().decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise InputError("plan_text_unread") from error


def _of_word(path: Path) -> list[str]:
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = Document(str(path))
    except (PackageNotFoundError, KeyError, ValueError) as error:
        raise InputError("plan_text_unread") from error
    lines: list[str] = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            columns = zip(*(row.cells for row in block.rows), strict=False)
            for column in columns:
                seen = dict.fromkeys(cell.text for cell in column)
                lines += [line for text in seen for line in text.splitlines()]
        else:
            lines += block.text.splitlines()
    return lines
