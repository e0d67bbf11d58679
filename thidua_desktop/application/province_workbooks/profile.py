"""Cách điền một biểu của tỉnh: which cell of the province's workbook takes which of our fields."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.kinds import SubjectKind


class ColumnState(StrEnum):
    """Where a column stands."""

    MATCHED = "matched"  # đã ghép
    TO_CHOOSE = "to_choose"  # cần chọn
    EMPTY = "empty"  # để trống
    FORMULA = "formula"  # biểu tự tính


class RowsOf(StrEnum):
    """What the rows of an area are."""

    PROPOSALS = "proposals"  # đề nghị khen thưởng còn hiệu lực
    PASSED = "passed"  # đã được Hội đồng đồng ý
    DECIDED = "decided"  # đã có quyết định
    UNITS = "units"  # đơn vị tham gia
    PEOPLE = "people"  # cá nhân, hộ gia đình trong danh sách


CONSTANT = "constant"
"""The field of a column or cell that always takes the same words."""


@dataclass(frozen=True, slots=True)
class FormColumn:
    """One column of an area.

    Attributes:
        column: from 0.
        title: its whole head, to be shown and to find it again in another copy.
        field: the code of our field; empty where none is chosen.
        constant: the words of the field `CONSTANT`.
        catalogue: where the province's list stands, if not in the cell's own validation.
        writes_code: whether the code of the entry is written instead of its words.
        choices: the officer's corrections: our value → the entry's words, empty for «leave it».
    """

    column: int
    title: str
    state: ColumnState
    field: str = ""
    constant: str = ""
    catalogue: str = ""
    writes_code: bool = False
    is_required: bool = False
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)

    @property
    def is_filled(self) -> bool:
        """Whether it takes anything of ours."""
        return self.state is ColumnState.MATCHED and bool(self.field)


@dataclass(frozen=True, slots=True)
class FormArea:
    """Rows of one sheet that are filled from one register.

    Attributes:
        first_row: the first row of data, from 0.
        last_row: the last one that the workbook has room for, `None` where nothing follows.
        subjects: which kinds of subjects; empty for all.
        award: only proposals of this form; empty for all.
    """

    sheet: str
    first_row: int
    columns: tuple[FormColumn, ...]
    last_row: int | None = None
    rows_of: RowsOf = RowsOf.PROPOSALS
    subjects: tuple[SubjectKind, ...] = ()
    award: str = ""

    def column(self, number: int) -> FormColumn | None:
        """The column of this number."""
        return next((column for column in self.columns if column.column == number), None)


@dataclass(frozen=True, slots=True)
class FormCell:
    """A single cell that takes one value.

    Attributes:
        before: the words of the workbook that stay in front of the value.
    """

    sheet: str
    row: int
    column: int
    field: str
    constant: str = ""
    before: str = ""


@dataclass(frozen=True, slots=True)
class FormProfile:
    """How one workbook of the province is filled.

    Attributes:
        file: the SHA-256 of the workbook, which is kept in the vault; empty for a profile that
            ships without its workbook.
        file_name: what the workbook was called.
    """

    name: str
    areas: tuple[FormArea, ...]
    cells: tuple[FormCell, ...] = ()
    file: str = ""
    file_name: str = ""
    note: str = ""
