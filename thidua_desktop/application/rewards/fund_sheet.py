"""Biểu quỹ thi đua, khen thưởng: the fund of a year in the columns that provinces ask for.

The columns are those of one province's annual report («Biểu 05», in million đồng): a practice to be
compared with one's own province, no national form.
"""

from __future__ import annotations

from thidua_desktop.application.rewards.fund_book import FundBook
from thidua_desktop.application.summary import ColumnKind, SummaryColumn, SummarySheet
from thidua_desktop.domain.fund import FundState
from thidua_desktop.domain.vietnamese.numerals import points_text

_PER_HUNDREDTH = 10_000
"""Đồng in a hundredth of a million: money goes into the form in millions with two decimals."""
_SPENT = "Số đã chi"
_NOTE = (
    "Đơn vị tính: triệu đồng. Các cột theo biểu báo cáo của một tỉnh (tham khảo), hãy đối chiếu "
    "với biểu của tỉnh mình. «Khen thưởng khác» là tiền thưởng đã chi kèm các hình thức do xã, "
    "phường quyết định."
)


def fund_sheets(book: FundBook) -> tuple[SummarySheet, ...]:
    """The sheet; none while nothing of the fund is known."""
    state = book.state
    if not state.year.total and not state.spent:
        return ()
    money = ColumnKind.POINTS
    columns = (
        SummaryColumn("STT", 6, ColumnKind.COUNT),
        SummaryColumn("Nội dung", 34),
        SummaryColumn("Tổng số trích trong năm", 14, money),
        SummaryColumn("Tỷ lệ % so với chi thường xuyên", 14, money),
        SummaryColumn("Tổng số", 12, money, _SPENT),
        SummaryColumn("Khen thưởng cấp Nhà nước", 13, money, _SPENT),
        SummaryColumn("Khen thưởng cấp tỉnh", 13, money, _SPENT),
        SummaryColumn("Khen thưởng khác", 13, money, _SPENT),
        SummaryColumn("Công tác thi đua, tuyên truyền", 13, money, _SPENT),
        SummaryColumn("Mua sắm hiện vật", 13, money, _SPENT),
        SummaryColumn("Chi khác", 12, money, _SPENT),
        SummaryColumn("Ghi chú", 30),
    )
    return (
        SummarySheet(
            title="Quỹ thi đua, khen thưởng",
            heading="TÌNH HÌNH TRÍCH LẬP, SỬ DỤNG QUỸ THI ĐUA, KHEN THƯỞNG",
            sub_heading=f"Năm {book.year}",
            columns=columns,
            rows=(_row(book.year, state),),
            notes=(_NOTE,),
        ),
    )


def _row(year: int, state: FundState) -> tuple[str | int | None, ...]:
    by_column = (0, 0, state.awards_paid, state.organising, state.goods, state.other)
    remarks = []
    if state.year.other_income:
        remarks.append(f"Thu khác {_text(state.year.other_income)} triệu đồng")
    if state.awards > state.awards_paid:
        remarks.append(
            f"Còn phải chi tiền thưởng {_text(state.awards - state.awards_paid)} triệu đồng"
        )
    return (
        1,
        f"Quỹ thi đua, khen thưởng năm {year}",
        millions(state.year.budget),
        percent(state.year.budget, state.year.regular_spending),
        millions(sum(by_column)),
        *map(millions, by_column),
        "; ".join(remarks),
    )


def _text(amount: int) -> str:
    return points_text(millions(amount))


def millions(amount: int) -> int:
    """Money as hundredths of a million, halves rounded up."""
    return (2 * amount + _PER_HUNDREDTH) // (2 * _PER_HUNDREDTH)


def percent(part: int, whole: int) -> int | None:
    """The share ×100 (two decimals), halves rounded up; `None` of nothing."""
    return (2 * 10_000 * part + whole) // (2 * whole) if whole else None
