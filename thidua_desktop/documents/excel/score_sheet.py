"""The sheet «Tự chấm»: official heading, criteria by content area, the columns to fill in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.forms.unit_form import HEADERS, SCORE_SHEET, ReturnSlip, UnitForm
from thidua_desktop.application.forms.way_words import way_words
from thidua_desktop.documents.excel import form_styles
from thidua_desktop.documents.excel.cells import (
    put_across,
    put_points,
    put_style,
    put_text,
    set_fixed_height,
    set_growing_height,
)
from thidua_desktop.documents.excel.form_entries import (
    ENTRY_KINDS,
    EVIDENCE_TITLE,
    EXPLANATION_TITLE,
    EntryCells,
    FaultPlace,
)
from thidua_desktop.documents.excel.points_validation import PointsValidations
from thidua_desktop.documents.excel.text_fit import row_height
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import points_text

WIDTHS = (10.5, 47.0, 9.0, 9.5, 30.0, 27.0)
_CODE, _TEXT, _MAXIMUM, _POINTS, _EXPLANATION, _EVIDENCE = range(1, 7)
_FULL = (_CODE, _EVIDENCE)
_LEFT_HALF, _RIGHT_HALF = (_CODE, _TEXT), (_MAXIMUM, _EVIDENCE)
_UNDER_TABLE = (_TEXT, _EVIDENCE)
_SIGNATURE = (_EXPLANATION, _EVIDENCE)
_LEAST_LINES = 2
"""Room for handwriting on a printed form."""

_GATE_MARK = " (*)"
_GATE_NOTE = "(*) Tiêu chí bắt buộc có minh chứng: không có minh chứng thì không được tính điểm."
_COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_OFFICE_LINE, _MOTTO_LINE = 10, 27


def write_score_sheet(
    sheet: Worksheet, form: UnitForm, slip: ReturnSlip | None
) -> tuple[FaultPlace, ...]:
    """Fill the sheet; returns where the faults of a slip stand."""
    sheet.title = SCORE_SHEET
    form_styles.set_widths(sheet, WIDTHS)
    writer = _ScoreSheet(sheet, form, slip)
    head = writer.write()
    form_styles.set_page(
        sheet, landscape=True, footer=f"Phiếu tự chấm {form.cycle_title} - {form.unit_name}"
    )
    sheet.print_title_rows = f"{head}:{head}"
    sheet.freeze_panes = f"A{head + 1}"
    form_styles.protect(sheet)
    return tuple(writer.entries.places)


class _ScoreSheet:
    """Writes from top to bottom; `row` is the next free row."""

    def __init__(self, sheet: Worksheet, form: UnitForm, slip: ReturnSlip | None) -> None:
        self.sheet = sheet
        self.form = form
        self.slip = slip
        self.row = 1
        self.entries = EntryCells(sheet, slip)
        self.validations = PointsValidations()
        self.rows_of: dict[Role, list[int]] = {Role.STANDARD: [], Role.BONUS: []}

    def write(self) -> int:
        """Write everything; the number of the header row."""
        self._heading()
        self._title()
        head = self._header()
        self._criteria()
        self._total()
        self._notes()
        self._signatures()
        for validation in self.validations.made():
            self.sheet.add_data_validation(validation)
        return head

    def _heading(self) -> None:
        """Cơ quan left, Quốc hiệu and Tiêu ngữ right (NĐ 30/2020/NĐ-CP, Phụ lục I)."""
        right = ((_COUNTRY, "phieu_heading_bold"), (_MOTTO, "phieu_motto"))
        for index in range(max(len(self.form.office_lines), len(right))):
            if index < len(self.form.office_lines):
                office = self.form.office_lines[index]
                put_across(self.sheet, self.row, _LEFT_HALF, office, "phieu_heading_bold")
            if index < len(right):
                put_across(self.sheet, self.row, _RIGHT_HALF, *right[index])
            self._close_row(18)
        line = form_styles.heading_line
        put_across(self.sheet, self.row, _LEFT_HALF, line(_OFFICE_LINE), "phieu_line")
        put_across(self.sheet, self.row, _RIGHT_HALF, line(_MOTTO_LINE), "phieu_line")
        self._close_row(12)

    def _title(self) -> None:
        form = self.form
        self._across("PHIẾU TỰ CHẤM ĐIỂM THI ĐUA", "phieu_title", size=15)
        movement = f"Phong trào thi đua “{form.movement}” - {form.cycle_title}"
        self._across(movement, "phieu_subtitle")
        self._across(f"Đơn vị: {form.unit_name} - Nhóm: {form.group_name}", "phieu_subtitle")
        if self.slip is None:
            self._across(_what_to_fill(form), "phieu_italic_centred")
        else:
            self._across(_what_to_mend(self.slip), "phieu_notice")

    def _header(self) -> int:
        head = self.row
        for column, title in enumerate(HEADERS, start=1):
            put_text(self.sheet, head, column, title, "phieu_head")
        titles = zip(HEADERS, WIDTHS, strict=True)
        self._close_row(row_height(*titles, bold=True))
        return head

    def _criteria(self) -> None:
        criteria = self.form.criteria
        for label, members in _by_area(criteria.of_role(Role.STANDARD), self.form.areas):
            self._group(label, sum(criterion.max_points for criterion in members))
            for criterion in members:
                self._criterion(criterion)
        bonus = criteria.of_role(Role.BONUS)
        if bonus:
            cap = points_text(criteria.bonus_cap)
            self._group(f"Điểm thưởng (tối đa {cap} điểm)", criteria.bonus_cap)
            for criterion in bonus:
                self._criterion(criterion)

    def _group(self, label: str, maximum: int) -> None:
        if not label:
            return
        for column in range(_CODE, _EVIDENCE + 1):
            put_style(self.sheet, self.row, column, "phieu_group")
        put_text(self.sheet, self.row, _TEXT, label, "phieu_group")
        put_points(self.sheet, self.row, _MAXIMUM, maximum, "phieu_group_points")
        height = row_height((label, WIDTHS[1]), bold=True)
        set_growing_height(self.sheet, self.row, height)
        self.row += 1

    def _criterion(self, criterion: Criterion) -> None:
        text = criterion.text + (_GATE_MARK if criterion.requires_evidence else "")
        text = "\n".join(filter(None, (text, way_words(criterion))))
        put_text(self.sheet, self.row, _CODE, criterion.code, "phieu_code")
        put_text(self.sheet, self.row, _TEXT, text, "phieu_criterion")
        put_points(self.sheet, self.row, _MAXIMUM, criterion.max_points, "phieu_maximum")
        for column, title in enumerate(ENTRY_KINDS, start=_POINTS):
            self.entries.put(self.row, column, criterion.code, title)
        last = self.form.last_points.get(criterion.code)
        self.validations.add(self.sheet.cell(self.row, _POINTS), criterion.max_points, last)
        explanation = self.entries.text_of(criterion.code, EXPLANATION_TITLE)
        evidence = self.entries.text_of(criterion.code, EVIDENCE_TITLE)
        pairs = ((text, WIDTHS[1]), (explanation, WIDTHS[4]), (evidence, WIDTHS[5]))
        set_growing_height(self.sheet, self.row, row_height(*pairs, least=_LEAST_LINES))
        self.rows_of[criterion.role].append(self.row)
        self.row += 1

    def _total(self) -> None:
        """The unit's own total, by a formula so that it follows while they type."""
        for column in range(_CODE, _EVIDENCE + 1):
            put_style(self.sheet, self.row, column, "phieu_total")
        put_text(self.sheet, self.row, _TEXT, "TỔNG CỘNG", "phieu_total")
        criteria = self.form.criteria
        bonus_cap = criteria.bonus_cap if self.rows_of[Role.BONUS] else 0
        maximum = criteria.standard_total + bonus_cap
        put_points(self.sheet, self.row, _MAXIMUM, maximum, "phieu_total_points")
        cell = put_style(self.sheet, self.row, _POINTS, "phieu_total_points")
        cell.value = self._total_formula(bonus_cap)
        self._close_row(21)

    def _total_formula(self, bonus_cap: int) -> str:
        standard, bonus = self.rows_of[Role.STANDARD], self.rows_of[Role.BONUS]
        formula = f"=SUM(D{standard[0]}:D{standard[-1]})" if standard else "=0"
        if bonus:
            cap = f"{bonus_cap // 100}.{bonus_cap % 100:02d}"
            formula += f"+MIN({cap},SUM(D{bonus[0]}:D{bonus[-1]}))"
        return formula

    def _notes(self) -> None:
        gated = any(criterion.requires_evidence for criterion in self.form.criteria.criteria)
        for note in (_GATE_NOTE if gated else "", self.form.points_note):
            if note:
                self._across(note, "phieu_note", columns=_UNDER_TABLE, size=11)

    def _signatures(self) -> None:
        """Người lập left, thủ trưởng right; under the table, clear of the column «Mã»."""
        self._close_row(8)
        place = "................., ngày ..... tháng ..... năm ........."
        put_across(self.sheet, self.row, _SIGNATURE, place, "phieu_italic_centred")
        self._close_row(18)
        for left, right, style in (
            ("NGƯỜI LẬP PHIẾU", "THỦ TRƯỞNG ĐƠN VỊ", "phieu_heading_bold"),
            ("(Ký, ghi rõ họ tên)", "(Ký, ghi rõ họ tên, đóng dấu nếu có)", "phieu_italic_centred"),
        ):
            put_text(self.sheet, self.row, _TEXT, left, style)
            put_across(self.sheet, self.row, _SIGNATURE, right, style)
            self._close_row(18)
        self._close_row(60)

    def _across(
        self, text: str, style: str, columns: tuple[int, int] = _FULL, size: float = 12
    ) -> None:
        put_across(self.sheet, self.row, columns, text, style)
        width = sum(WIDTHS[columns[0] - 1 : columns[1]])
        self._close_row(row_height((text, width), size=size, bold=style != "phieu_note"))

    def _close_row(self, height: float) -> None:
        set_fixed_height(self.sheet, self.row, height)
        self.row += 1


def _what_to_fill(form: UnitForm) -> str:
    due = f"Nộp chậm nhất ngày {date_text(form.due_on)}. " if form.due_on else ""
    return f"{due}Chỉ điền các ô màu vàng; cách điền xem trang «Hướng dẫn»."


def _what_to_mend(slip: ReturnSlip) -> str:
    return (
        f"PHIẾU TRẢ LẠI: còn {len(slip.issues)} chỗ cần sửa. Chỉ sửa các ô màu cam viền đậm, "
        "lưu lại và gửi tệp này về."
    )


def _by_area(
    criteria: Iterable[Criterion], areas: Mapping[str, str]
) -> list[tuple[str, list[Criterion]]]:
    """The criteria under their content areas, both in the order in which they come."""
    groups: dict[str, list[Criterion]] = {}
    for criterion in criteria:
        groups.setdefault(areas.get(criterion.content_area, ""), []).append(criterion)
    if len(groups) > 1 and "" in groups:
        groups["Nội dung khác"] = groups.pop("")
    return list(groups.items())
