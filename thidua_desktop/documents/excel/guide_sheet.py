"""The sheet «Hướng dẫn»: what to do, in the order of doing it, or what is to be mended."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from thidua_desktop.application.forms.unit_form import (
    GUIDE_SHEET,
    HIGHLIGHTS_LABEL,
    OTHER_SHEET,
    REQUESTS_LABEL,
    SCORE_SHEET,
    ReturnSlip,
    UnitForm,
)
from thidua_desktop.documents.excel import form_styles
from thidua_desktop.documents.excel.cells import put_across, put_text, set_fixed_height
from thidua_desktop.documents.excel.form_entries import FaultPlace
from thidua_desktop.documents.excel.text_fit import row_height
from thidua_desktop.domain.vietnamese.dates import date_text

_WIDTHS = (5.0, 8.0, 24.0, 44.0)
_FULL, _BODY = (1, 4), (2, 4)
_WHOLE_FORM = "Cả phiếu"
_HEADS = ("TT", "Ô", "Mã, cột", "Cần sửa")


def write_guide_sheet(
    sheet: Worksheet, form: UnitForm, slip: ReturnSlip | None, places: Sequence[FaultPlace]
) -> None:
    """Fill the sheet."""
    sheet.title = GUIDE_SHEET
    form_styles.set_widths(sheet, _WIDTHS)
    writer = _GuideSheet(sheet)
    if slip is None:
        writer.write_steps(form)
    else:
        writer.write_faults(form, slip, places)
    sheet.sheet_view.showGridLines = False
    form_styles.set_page(sheet, landscape=False, footer=form.unit_name)
    form_styles.protect(sheet)


class _GuideSheet:
    """Writes from top to bottom; `row` is the next free row."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 1

    def write_steps(self, form: UnitForm) -> None:
        """How a blank form is filled in and sent."""
        self._title("HƯỚNG DẪN LÀM PHIẾU TỰ CHẤM", form)
        self._section("Các bước")
        self._numbered(_steps(form))
        self._section("Cần tránh")
        self._numbered(_cautions())

    def write_faults(self, form: UnitForm, slip: ReturnSlip, places: Sequence[FaultPlace]) -> None:
        """Which places of a returned form have to be mended, and how it goes back."""
        self._title("PHIẾU TRẢ LẠI: NHỮNG CHỖ CẦN SỬA", form)
        self._close_row(8)
        for column, head in enumerate(_HEADS, start=1):
            put_text(self.sheet, self.row, column, head, "phieu_head")
        self._close_row(22)
        for number, place in enumerate([*places, *_without_cell(slip, places)], start=1):
            self._fault(number, place)
        self._section("Cách sửa")
        self._numbered(_mending_steps(form))

    def _title(self, title: str, form: UnitForm) -> None:
        put_across(self.sheet, self.row, _FULL, title, "phieu_title")
        self._close_row(30)
        subject = f"{form.unit_name} - {form.cycle_title}"
        self._across(_FULL, subject, "phieu_subtitle", bold=True)
        self._across(_FULL, f"Phong trào thi đua “{form.movement}”", "phieu_centred")

    def _section(self, title: str) -> None:
        self._close_row(8)
        put_across(self.sheet, self.row, _FULL, title, "phieu_section")
        self._close_row(22)

    def _numbered(self, steps: Sequence[str]) -> None:
        for number, step in enumerate(steps, start=1):
            put_text(self.sheet, self.row, 1, f"{number}.", "phieu_number")
            self._across(_BODY, step, "phieu_text")

    def _fault(self, number: int, place: FaultPlace) -> None:
        put_text(self.sheet, self.row, 1, f"{number}.", "phieu_fault_place")
        cell = put_text(self.sheet, self.row, 2, place.cell, "phieu_fault_place")
        if place.cell:
            cell.hyperlink = Hyperlink(
                ref=cell.coordinate, location=f"'{place.sheet}'!{place.cell}"
            )
        where = ", ".join(filter(None, (place.criterion, place.column))) or _WHOLE_FORM
        put_text(self.sheet, self.row, 3, where, "phieu_fault_text")
        put_text(self.sheet, self.row, 4, place.sentence, "phieu_fault_text")
        pairs = ((where, _WIDTHS[2]), (place.sentence, _WIDTHS[3]))
        self._close_row(row_height(*pairs) + 3)

    def _across(
        self, columns: tuple[int, int], text: str, style: str, *, bold: bool = False
    ) -> None:
        put_across(self.sheet, self.row, columns, text, style)
        width = sum(_WIDTHS[columns[0] - 1 : columns[1]])
        self._close_row(row_height((text, width), bold=bold) + 3)

    def _close_row(self, height: float) -> None:
        set_fixed_height(self.sheet, self.row, height)
        self.row += 1


def _without_cell(slip: ReturnSlip, places: Sequence[FaultPlace]) -> list[FaultPlace]:
    """Faults of the whole form, and of rows that this form doesn't have."""
    placed = {(place.criterion, place.column) for place in places}
    return [
        FaultPlace("", "", criterion, column, sentence)
        for (criterion, column), sentences in slip.faults.items()
        if (criterion, column) not in placed
        for sentence in sentences
    ]


def _steps(form: UnitForm) -> tuple[str, ...]:
    due = f" chậm nhất ngày {date_text(form.due_on)}" if form.due_on else ""
    points = (
        "Điểm tự chấm: ghi số từ 0 đến điểm tối đa của tiêu chí, có thể lẻ như 8,5 (máy không "
        "nhận 8,5 thì gõ 8.5). Không làm được thì ghi 0, đừng để trống."
    )
    evidence = (
        "Minh chứng: ghi số, ngày và tên văn bản, hoặc đường dẫn tới tài liệu. Tiêu chí có "
        "dấu (*) mà không có minh chứng thì không được tính điểm."
    )
    others = f"{REQUESTS_LABEL.lower()}; {HIGHLIGHTS_LABEL.lower()}"
    return (
        f"Mở trang «{SCORE_SHEET}»: bấm vào tên trang ở mép dưới cửa sổ Excel.",
        "Chỉ điền các ô màu vàng, trong ba cột: Điểm tự chấm, Thuyết minh, Minh chứng.",
        points,
        "Thuyết minh: ghi ngắn gọn việc đã làm và kết quả, nên có số liệu.",
        evidence,
        f"Mở trang «{OTHER_SHEET}»: ghi {others}.",
        f"Lưu tệp (Ctrl + S), giữ nguyên đuôi .xlsx, rồi gửi về {form.department}{due}.",
    )


def _cautions() -> tuple[str, ...]:
    return (
        "Không thêm, xóa hay đổi tên trang; không sửa cột Mã. Đổi tên tệp thì được.",
        "Không chép bảng sang tệp khác: phiếu được nhận ra nhờ thông tin ẩn trong chính tệp này.",
        "Không gửi ảnh chụp hay bản PDF thay cho tệp này; không đặt mật khẩu.",
        "Không gõ công thức vào ô điểm: chỉ ghi con số.",
    )


def _mending_steps(form: UnitForm) -> tuple[str, ...]:
    return (
        f"Bấm vào tên ô ở bảng trên, hoặc mở trang «{SCORE_SHEET}» và tìm các ô màu cam viền đậm.",
        "Sửa từng ô theo lời nhắc. Các ô khác giữ nguyên như đơn vị đã gửi và không sửa được nữa.",
        f"Lưu tệp (Ctrl + S) rồi gửi chính tệp này về {form.department}.",
    )
