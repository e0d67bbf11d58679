"""Layouts of blanks as files: one TOML file each, in millimetres, for an office to copy."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.documents.toml_file import TomlKind
from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.certificates.layout import (
    BlankLayout,
    BlankLine,
    CertificateField,
    TextAlign,
    layout_faults,
)

_SUFFIX = ".toml"
_BLANK = TomlKind(broken="blank_file_broken", unreadable="blank_file_unreadable")


def read_blank(path: Path) -> BlankLayout:
    """The layout in a file.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: the file is broken; the issues name every fault by line.
    """
    return parse_blank(_BLANK.text_of(path), path.name)


def parse_blank(text: str, name: str) -> BlankLayout:
    """The layout in a text; `name` is the file's, what faults bear, and the layout's key.

    Raises:
        InputError: the text is broken; the issues name every fault by line.
    """
    read = _BLANK.take_apart(text, name)
    table = read.table
    layout = BlankLayout(
        code=name.removesuffix(_SUFFIX),
        name=table.text("name"),
        width=_tenths(table, "width"),
        height=_tenths(table, "height"),
        lines=table.many("line", _line),
        note=table.optional_text("note"),
    )
    table.end()
    _BLANK.refuse_faulty(name, read.faults.issues or layout_faults(layout))
    return layout


class FileBlankLibrary:
    """Port `BlankLibrary`: the layouts of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def layouts(self) -> tuple[BlankLayout, ...]:
        """All layouts that ship, in the order of their files."""
        return tuple(read_blank(path) for path in sorted(self._folder.glob(f"*{_SUFFIX}")))

    def read(self, path: Path) -> BlankLayout:
        """The layout in a file, as `read_blank`."""
        return read_blank(path)


def _line(table: TomlTable) -> BlankLine:
    size = _tenths(table, "size")
    return BlankLine(
        field=table.choice("field", CertificateField),
        x=_tenths(table, "x"),
        y=_tenths(table, "y"),
        width=_tenths(table, "width"),
        size=size,
        smallest=_tenths(table, "smallest") if table.has("smallest") else size,
        pitch=_tenths(table, "pitch"),
        most_lines=table.whole("most_lines") if table.has("most_lines") else 1,
        align=table.choice("align", TextAlign) if table.has("align") else TextAlign.LEFT,
        is_bold=table.flag("bold"),
        is_italic=table.flag("italic"),
        is_capital=table.flag("capital"),
        keeps_one_line=table.flag("keeps_one_line"),
        grows_up=table.flag("grows_up"),
        before=_with_space(table.optional_text("before")),
        is_shown=not table.flag("hidden"),
    )


def _tenths(table: TomlTable, key: str) -> int:
    """A length or size ×10; a second decimal is finer than any printer, and falls away."""
    return table.points(key) // 10


def _with_space(before: str) -> str:
    """Words before a value with the space after them, which reading cleans away."""
    return f"{before} " if before else ""
