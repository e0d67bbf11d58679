"""Profiles of the province's forms as files: what ships, and what one office gives to others.

A profile ships as one TOML file without its workbook, for that is the province's own. An office
gives its profile away as a ZIP of two: the same text, and the workbook beside it.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from thidua_desktop.application.grids import cell_name, column_letters
from thidua_desktop.application.province_workbooks.profile import (
    ColumnState,
    FormArea,
    FormCell,
    FormColumn,
    FormProfile,
    RowsOf,
)
from thidua_desktop.documents.atomic import replace_atomically
from thidua_desktop.documents.excel.prescan import MAX_FILE_BYTES
from thidua_desktop.documents.excel.province_form.spans import column_number, place_of
from thidua_desktop.documents.toml_file import TomlKind
from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.kinds import SubjectKind

PROFILE = "bieu-tinh.toml"
_MAX_TEXT = 2 * 1024 * 1024
_WORKBOOKS = (".xlsx", ".xlsm")
_PROFILE = TomlKind(broken="province_profile_broken", unreadable="province_form_unreadable")


class ProvinceProfileFiles:
    """Port `ProvinceLibrary`: the profiles of one folder, and files that offices exchange."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def profiles(self) -> tuple[FormProfile, ...]:
        """All profiles that ship, in the order of their files."""
        return tuple(
            parse_profile(_PROFILE.text_of(path), path.name)
            for path in sorted(self._folder.glob("*.toml"))
        )

    def practice_workbook(self) -> Path:
        """A made-up workbook to practise on."""
        return self._folder / "bieu-tap-duot.xlsx"

    def save(self, profile: FormProfile, workbook: Path, path: Path) -> None:
        """Write a profile with its workbook, to be given away.

        Raises:
            EnvironmentFault: it can't be written, or the workbook can't be read.
        """
        content = io.BytesIO()
        try:
            data = workbook.read_bytes()
        except OSError as error:
            raise EnvironmentFault("province_form_unreadable", file=profile.file_name) from error
        with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(PROFILE, profile_text(profile))
            archive.writestr(profile.file_name, data)
        with replace_atomically(path) as temporary:
            temporary.write_bytes(content.getvalue())

    def load(self, path: Path, folder: Path) -> tuple[FormProfile, Path]:
        """Read what another office gave, and put its workbook into a folder.

        Raises:
            NotFound: no such file.
            EnvironmentFault: the machine does not let it be read.
            InputError: it is no such file, or broken; the issues name every fault by line.
        """
        text, name, data = _taken_apart(path)
        workbook = folder / name
        workbook.write_bytes(data)
        return parse_profile(text, PROFILE), workbook


def _taken_apart(path: Path) -> tuple[str, str, bytes]:
    """The text of the profile, the workbook's name and its bytes."""
    try:
        with zipfile.ZipFile(path) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
            books = [name for name in sizes if name.lower().endswith(_WORKBOOKS)]
            is_sound = PROFILE in sizes and len(books) == 1 and "/" not in books[0]
            if not is_sound or sizes[PROFILE] > _MAX_TEXT or sizes[books[0]] > MAX_FILE_BYTES:
                raise InputError("province_profile_file_strange", file=path.name)
            text = archive.read(PROFILE).decode("utf-8")
            return text, PurePosixPath(books[0]).name, archive.read(books[0])
    except FileNotFoundError as error:
        raise NotFound("path_missing", file=path.name) from error
    except OSError as error:
        raise EnvironmentFault("province_form_unreadable", file=path.name) from error
    except (zipfile.BadZipFile, ValueError, RuntimeError, NotImplementedError) as error:
        raise InputError("province_profile_file_strange", file=path.name) from error


def parse_profile(text: str, name: str) -> FormProfile:
    """The profile in a text; `name` is the file's, for its faults.

    Raises:
        InputError: the text is broken; the issues name every fault by line.
    """
    read = _PROFILE.take_apart(text, name)
    table = read.table
    profile = FormProfile(
        name=table.text("name"),
        note=table.optional_text("note"),
        file_name=table.optional_text("workbook"),
        areas=table.many("area", _area) if table.has("area") else (),
        cells=table.many("cell", _cell) if table.has("cell") else (),
    )
    table.end()
    _PROFILE.refuse_faulty(name, read.faults.issues)
    return profile


def _area(table: TomlTable) -> FormArea:
    first = table.whole("first_row")
    last = table.whole("last_row") if table.has("last_row") else None
    return FormArea(
        sheet=table.text("sheet"),
        first_row=max(0, first - 1),
        last_row=None if last is None else max(first, last) - 1,
        rows_of=table.choice("rows_of", RowsOf),
        subjects=table.choices("subjects", SubjectKind) if table.has("subjects") else (),
        award=table.optional_text("award"),
        columns=table.many("column", _column),
    )


def _column(table: TomlTable) -> FormColumn:
    letters = table.text("column")
    choices = table.many("choice", _choice) if table.has("choice") else ()
    return FormColumn(
        column=column_number(letters) if letters.isalpha() and letters.isascii() else 0,
        title=table.optional_text("title"),
        state=table.choice("state", ColumnState) if table.has("state") else ColumnState.MATCHED,
        field=table.optional_text("field"),
        constant=table.optional_text("constant"),
        catalogue=table.optional_text("catalogue"),
        writes_code=table.flag("writes_code"),
        is_required=table.flag("required"),
        choices=dict(choices),
    )


def _choice(table: TomlTable) -> tuple[str, str]:
    return table.text("ours"), table.optional_text("theirs")


def _cell(table: TomlTable) -> FormCell:
    name = table.text("cell")
    try:
        row, column = place_of(name)
    except ValueError:
        row, column = 0, 0
    before = table.optional_text("before")
    return FormCell(
        sheet=table.text("sheet"),
        row=row,
        column=column,
        field=table.text("field"),
        constant=table.optional_text("constant"),
        before=f"{before} " if before else "",
    )


def profile_text(profile: FormProfile) -> str:
    """A profile as people can read and change it."""
    return "\n".join(_lines(profile)) + "\n"


def _lines(profile: FormProfile) -> Iterator[str]:
    yield f"name = {_quoted(profile.name)}"
    if profile.file_name:
        yield f"workbook = {_quoted(profile.file_name)}"
    if profile.note:
        yield f"note = {_quoted(profile.note)}"
    for area in profile.areas:
        yield from _area_lines(area)
    for cell in profile.cells:
        yield from ("", "[[cell]]", f"sheet = {_quoted(cell.sheet)}")
        yield f"cell = {_quoted(cell_name(cell.row, cell.column))}"
        yield from _said(("field", cell.field), ("constant", cell.constant))
        yield from _said(("before", cell.before.strip()))


def _area_lines(area: FormArea) -> Iterator[str]:
    yield from ("", "[[area]]", f"sheet = {_quoted(area.sheet)}")
    yield f"first_row = {area.first_row + 1}"
    if area.last_row is not None:
        yield f"last_row = {area.last_row + 1}"
    yield f"rows_of = {_quoted(area.rows_of.value)}"
    if area.subjects:
        yield f"subjects = [{', '.join(_quoted(kind.value) for kind in area.subjects)}]"
    yield from _said(("award", area.award))
    for column in area.columns:
        yield from ("", "[[area.column]]", f"column = {_quoted(column_letters(column.column))}")
        yield from _said(("title", column.title), ("state", column.state.value))
        yield from _said(("field", column.field), ("constant", column.constant))
        yield from _said(("catalogue", column.catalogue))
        yield from ["writes_code = true"] * column.writes_code
        yield from ["required = true"] * column.is_required
        for ours, theirs in column.choices.items():
            yield from ("[[area.column.choice]]", f"ours = {_quoted(ours)}")
            yield f"theirs = {_quoted(theirs)}"


def _said(*pairs: tuple[str, str]) -> Iterator[str]:
    for key, value in pairs:
        if value:
            yield f"{key} = {_quoted(value)}"


def _quoted(text: str) -> str:
    """A basic string of TOML, whose escapes are those of JSON."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
