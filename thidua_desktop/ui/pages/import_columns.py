"""The tables of an import's check: rows with their lights, columns of the file, general notes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from thidua_desktop.application.enrolling.list_import import ImportedRow, ImportOutcome
from thidua_desktop.application.enrolling.list_workbooks import ListKind
from thidua_desktop.application.hidden import asks_about_hidden
from thidua_desktop.application.lists.columns_read import ColumnRead
from thidua_desktop.application.lists.fields import PERSON_FIELDS, UNIT_FIELDS, FieldRead
from thidua_desktop.application.lists.reading import RowStatus
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import Gender, SubjectKind
from thidua_desktop.domain.reasons import Issue, Severity, Value
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.severity import SEVERITIES
from thidua_desktop.ui.theme import Tone

PlaceName = Callable[[str], str]
"""The name of a group or unit by its code."""

FIELD_WORDS = {
    "name": "Tên đơn vị",
    "group": "Nhóm",
    "cluster": "Khối",
    "head": "Người đứng đầu",
    "people_total": "Số người",
    "people_female": "Số nữ",
    "phone": "Điện thoại",
    "full_name": "Họ và tên",
    "subject": "Đối tượng",
    "unit": "Đơn vị",
    "position": "Chức vụ",
    "birth_year": "Năm sinh",
    "gender": "Giới tính",
    "is_leader": "Lãnh đạo",
}
_VALUES = {
    Gender.MALE.value: "Nam",
    Gender.FEMALE.value: "Nữ",
    SubjectKind.INDIVIDUAL.value: "Cá nhân",
    SubjectKind.HOUSEHOLD.value: "Hộ gia đình",
}
_PLACES = ("group", "unit")
_DEEDS = {
    RowStatus.NEW: "Thêm mới",
    RowStatus.CHANGED: "Cập nhật",
    RowStatus.SAME: "Đã có, giữ nguyên",
    RowStatus.REJECTED: "Không nhập",
}
_WIDTHS = {"name": 230, "full_name": 190, "group": 170, "unit": 200, "head": 150, "position": 150}


class Light(Enum):
    """How a row stands."""

    GOOD = "Tốt"
    LOOK = "Cần xem"
    STOP = "Phải sửa"


_LIGHTS = {
    Light.GOOD: Mark(Tone.GOOD, "check-circle"),
    Light.LOOK: Mark(Tone.WARNING, "alert-triangle"),
    Light.STOP: Mark(Tone.BAD, "alert-circle"),
}


@dataclass(frozen=True, slots=True)
class CheckedRow:
    """One row of the list with what was told of it."""

    row: ImportedRow
    issues: tuple[Issue, ...]

    @property
    def light(self) -> Light:
        """Red where it can't be taken, yellow where something is worth a look."""
        if self.row.status is RowStatus.REJECTED:
            return Light.STOP
        is_doubtful = any(issue.severity is not Severity.NOTE for issue in self.issues)
        return Light.LOOK if is_doubtful else Light.GOOD


def checked_rows(outcome: ImportOutcome) -> tuple[CheckedRow, ...]:
    """The rows in the order of the file."""
    told = outcome.issues_by_row()
    return tuple(CheckedRow(row, tuple(told[row])) for row in outcome.rows)


def hidden_words(outcome: ImportOutcome, texts: Texts) -> str:
    """What is asked about hidden parts of the list; empty where nothing is."""
    asked = [issue for issue in outcome.issues if asks_about_hidden((issue,))]
    several = len({issue.sheet for issue in asked}) > 1 or len(outcome.grid.sheets) > 1
    return " ".join(
        f"Trang «{issue.sheet}»: {texts.issue(issue)}" if several else texts.issue(issue)
        for issue in asked
    )


def row_columns(
    kind: ListKind, place_name: PlaceName, *, several_sheets: bool
) -> list[Column[CheckedRow]]:
    """Place, light, deed, and every field as it is understood."""

    def place(checked: CheckedRow) -> str:
        row = checked.row
        return f"{row.sheet}, {row.cell}" if several_sheets else row.cell

    columns: list[Column[CheckedRow]] = [
        Column("Ô", place, 150 if several_sheets else 60),
        Column(
            "Kiểm tra",
            lambda checked: checked.light.value,
            110,
            mark=lambda checked: _LIGHTS[checked.light],
        ),
        Column("Sẽ làm", lambda checked: _DEEDS[checked.row.status], 140),
    ]
    fields = UNIT_FIELDS if kind is ListKind.UNITS else PERSON_FIELDS
    return columns + [_field_column(number, key, place_name) for number, key in enumerate(fields)]


def _field_column(number: int, key: str, place_name: PlaceName) -> Column[CheckedRow]:
    def text(checked: CheckedRow) -> str:
        found = checked.row.fields[number]
        understood = understood_text(found, place_name)
        if not understood:
            return found.typed
        return (
            f"{understood}  ← {found.typed}" if reads_otherwise(found, place_name) else understood
        )

    def mark(checked: CheckedRow) -> Mark | None:
        found = checked.row.fields[number]
        return Mark(Tone.INFO) if reads_otherwise(found, place_name) else None

    return Column(FIELD_WORDS[key], text, _WIDTHS.get(key, 120), mark=mark)


def understood_text(found: FieldRead, place_name: PlaceName) -> str:
    """What would be kept, in words."""
    return value_text(found.key, found.understood, place_name)


def value_text(key: str, value: Value, place_name: PlaceName) -> str:
    """One value of a unit or person, in words."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "Lãnh đạo, quản lý" if value else "Không"
    if key in _PLACES:
        return place_name(str(value))
    return _VALUES.get(str(value), str(value))


def reads_otherwise(found: FieldRead, place_name: PlaceName) -> bool:
    """Whether the words in the file are not the words that would be kept."""
    if not found.typed or found.understood in (None, "") or isinstance(found.understood, bool):
        return False
    return found.typed != understood_text(found, place_name)


def column_columns(kind: ListKind) -> list[Column[ColumnRead]]:
    """Each column of the file, and what it was taken for."""
    fields = UNIT_FIELDS if kind is ListKind.UNITS else PERSON_FIELDS
    meanings = {
        "number": "Số thứ tự",
        **{meaning: FIELD_WORDS[key] for key, found in fields.items() for meaning in found},
    }
    return [
        Column("Trang", lambda column: column.sheet, 160),
        Column("Cột", lambda column: column.letters, 60),
        Column("Tiêu đề trong tệp", lambda column: column.head, 0),
        Column(
            "Được hiểu là",
            lambda column: meanings.get(column.meaning, "Không dùng đến"),
            240,
            mark=lambda column: (
                None if column.meaning in meanings else Mark(Tone.WARNING, "alert-triangle")
            ),
        ),
    ]


def note_columns(texts: Texts) -> list[Column[Issue]]:
    """How weighty, where, and what."""
    return [
        Column(
            "Mức",
            lambda issue: SEVERITIES[issue.severity].word,
            110,
            mark=lambda issue: SEVERITIES[issue.severity].mark,
        ),
        Column("Chỗ", texts.place, 190),
        Column("Nội dung", texts.issue, 0),
    ]


def counted(rows: Sequence[CheckedRow]) -> str:
    """«45 dòng: 40 tốt, 3 cần xem, 2 phải sửa»."""
    lights: Mapping[Light, int] = {
        light: sum(row.light is light for row in rows) for light in Light
    }
    parts = [f"{number} {light.value.lower()}" for light, number in lights.items() if number]
    return f"{len(rows)} dòng: {', '.join(parts)}" if parts else "Không có dòng nào"


def deeds(outcome: ImportOutcome) -> str:
    """«thêm mới 12, cập nhật 3, giữ nguyên 20, không nhập 2»."""
    words = {
        RowStatus.NEW: "thêm mới",
        RowStatus.CHANGED: "cập nhật",
        RowStatus.SAME: "giữ nguyên",
        RowStatus.REJECTED: "không nhập",
    }
    numbers = {status: sum(row.status is status for row in outcome.rows) for status in words}
    return ", ".join(f"{words[s]} {number}" for s, number in numbers.items() if number)
