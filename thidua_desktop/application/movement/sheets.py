"""The tables of sổ phong trào, for the province's summary and as a workbook of its own."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.movement.book import MovementBook, movement_book
from thidua_desktop.application.office_workbook import write_office_workbook
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.summary import ColumnKind, SummaryColumn, SummarySheet
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import RuleViolation

_NUMBER = SummaryColumn("STT", 6, ColumnKind.COUNT)
_DAY = SummaryColumn("Ngày", 13, ColumnKind.DATE)


def movement_sheets(book: MovementBook, texts: Texts, sub_heading: str) -> tuple[SummarySheet, ...]:
    """One sheet for each register that has entries."""
    sheets = (
        _exemplars(book, texts, sub_heading),
        _inspections(book, texts, sub_heading),
        _activities(book, texts, sub_heading),
    )
    return tuple(sheet for sheet in sheets if sheet.rows)


def export_movement_book(desk: Desk, texts: Texts, path: Path) -> int:
    """Write the whole book as a workbook; gives how many entries it has.

    Raises:
        EnvironmentFault: the file can't be written, or is open in another program.
        RuleViolation: nothing is recorded.
    """
    sheets = movement_sheets(movement_book(desk), texts, "Sổ phong trào")
    if not sheets:
        raise RuleViolation("movement_book_empty")
    write_office_workbook(desk, sheets, path)
    return sum(len(sheet.rows) for sheet in sheets)


def _exemplars(book: MovementBook, texts: Texts, sub_heading: str) -> SummarySheet:
    rows = tuple(
        (
            number,
            texts.render(f"exemplar_kind_{line.exemplar.kind}", {}),
            line.exemplar.name,
            ", ".join(part for part in (line.who.name, line.who.detail) if part),
            line.exemplar.noted_on,
            line.exemplar.result,
            line.exemplar.spread,
        )
        for number, line in enumerate(reversed(book.exemplars), start=1)
    )
    columns = (
        _NUMBER,
        SummaryColumn("Loại", 20),
        SummaryColumn("Tên điển hình, mô hình, cách làm", 44),
        SummaryColumn("Tập thể, cá nhân", 34),
        _DAY,
        SummaryColumn("Kết quả", 44),
        SummaryColumn("Nơi nhân rộng", 30),
    )
    return SummarySheet(
        title="Điển hình, mô hình",
        heading="ĐIỂN HÌNH TIÊN TIẾN, MÔ HÌNH MỚI, CÁCH LÀM HAY",
        sub_heading=sub_heading,
        columns=columns,
        rows=rows,
    )


def _inspections(book: MovementBook, texts: Texts, sub_heading: str) -> SummarySheet:
    rows = tuple(
        (
            number,
            line.unit_name,
            line.inspection.held_on,
            line.inspection.weaknesses,
            line.inspection.conclusion,
            line.inspection.remedy_by,
            texts.render(f"inspection_state_{line.state}", {}),
        )
        for number, line in enumerate(reversed(book.inspections), start=1)
    )
    columns = (
        _NUMBER,
        SummaryColumn("Đơn vị được kiểm tra", 36),
        _DAY,
        SummaryColumn("Hạn chế", 40),
        SummaryColumn("Kết luận", 40),
        SummaryColumn("Hạn khắc phục", 14, ColumnKind.DATE),
        SummaryColumn("Tình trạng", 20),
    )
    return SummarySheet(
        title="Kiểm tra, giám sát",
        heading="KIỂM TRA, GIÁM SÁT VIỆC THỰC HIỆN PHONG TRÀO THI ĐUA",
        sub_heading=sub_heading,
        columns=columns,
        rows=rows,
    )


def _activities(book: MovementBook, texts: Texts, sub_heading: str) -> SummarySheet:
    rows = tuple(
        (
            number,
            texts.render(f"activity_kind_{one.kind}", {}),
            one.name,
            one.held_on,
            one.organiser,
            one.people,
            one.result,
            one.document,
        )
        for number, one in enumerate(reversed(book.activities), start=1)
    )
    columns = (
        _NUMBER,
        SummaryColumn("Loại", 26),
        SummaryColumn("Nội dung", 44),
        _DAY,
        SummaryColumn("Đơn vị tổ chức", 28),
        SummaryColumn("Số người", 10, ColumnKind.COUNT),
        SummaryColumn("Kết quả", 40),
        SummaryColumn("Văn bản", 24),
    )
    return SummarySheet(
        title="Tập huấn, hội thi",
        heading="TẬP HUẤN, HỘI THI, PHÁT ĐỘNG, KHẢO SÁT",
        sub_heading=sub_heading,
        columns=columns,
        rows=rows,
    )
