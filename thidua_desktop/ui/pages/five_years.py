"""Năm năm: units beside their years; the panel draws the selected one beside its group."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from thidua_desktop.application.history.five_years import (
    FiveYearRow,
    FiveYears,
    export_five_years,
    five_years,
    years_shown,
)
from thidua_desktop.ui.models.columns import Align, Column
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import Page
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.labels import label
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.widgets.side_panel import SidePanel
from thidua_desktop.ui.wording import NOTHING, points

GROUP = "group"
_PICTURE = 300


class FiveYearsPage(Page):
    """Points and rank of each year of the movement; the panel tells class and awards too."""

    TITLE = "Năm năm"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self._known = FiveYears((), ())
        self._years = years_shown(self.desk)
        self._chart: QLabel | None = None
        self.header.set_main("Ghi ra Excel…", "table", self.export)
        filters = self.add_filters("Tìm đơn vị")
        self.group = filters.add_choice(GROUP, "Nhóm")
        model: RecordTableModel[FiveYearRow] = RecordTableModel(
            _columns(self._years), self.icons, self
        )
        self.table = RecordTable(model, self.icons, "đơn vị", key=lambda row: row.code)
        self.panel = SidePanel(self.icons, "Chọn một đơn vị để xem biểu đồ qua các năm.")
        self.add_table_with_panel(self.table, self.panel).setSizes([640, _PICTURE + 24])
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_row)

    def refresh(self) -> None:
        """Read all years."""
        desk, years = self.desk, self._years
        self.ask(lambda: five_years(desk, years), self._show)

    def _show(self, known: FiveYears) -> None:
        self._known = known
        self.filters.set_choices(GROUP, [(group, group) for group in known.groups])
        rewarded = sum(bool(row.years_rewarded) for row in known.rows)
        self.header.set_subtitle(
            f"Điểm và hạng trong nhóm từng năm. {rewarded} trên {len(known.rows)} đơn vị đã được "
            "khen trong năm năm."
        )
        self.table.empty.say(
            "trophy",
            "Chưa có đơn vị nào",
            "Nhập danh sách đơn vị trước.",
            ("Đến trang Đơn vị, cá nhân", lambda: self.go_to("units")),
        )
        self.table.model.set_records(known.rows)
        self._filter()
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        group = self.group.currentData()
        accepts = (lambda row: row.group == group) if group else None
        self.table.model.set_filter(self.filters.text, accepts)

    @Slot(object)
    def _show_row(self, row: FiveYearRow | None) -> None:
        self.panel.clear()
        self._chart = None
        if row is not None:
            self.panel.add_title(row.name, row.group)
            self._chart = label("")
            self._chart.setObjectName("fiveYearChart")
            self._chart.setAccessibleName(self._in_words(row))
            self.panel.add(self._chart)
            self._tell_years(row)
            self._draw(row, self._chart)
        self.panel.end()

    def _in_words(self, row: FiveYearRow) -> str:
        years = zip(self._known.years, row.results, strict=True)
        told = [f"năm {year} {points(result.total)} điểm" for year, result in years if result.rank]
        return f"Biểu đồ điểm: {', '.join(told)}" if told else "Chưa có điểm năm nào"

    def _tell_years(self, row: FiveYearRow) -> None:
        for year, result in reversed(list(zip(self._known.years, row.results, strict=True))):
            if result.rank is None and not result.awards:
                continue
            known = result.classification
            words = self.texts.render(f"classification_{known}", {}) if known else ""
            self.panel.add_section(f"Năm {year}")
            self.panel.add_pairs(
                [
                    ("Điểm", points(result.total) if result.rank else ""),
                    ("Hạng", str(result.rank or "")),
                    ("Xếp loại", words),
                    ("Khen thưởng", "; ".join(result.awards)),
                ]
            )

    def _draw(self, row: FiveYearRow, shown: QLabel) -> None:
        """Draw away from the GUI thread; a picture that comes too late is dropped."""
        chart = self._known.chart_of(row)
        if not chart.has_values:
            shown.setText("Chưa có điểm năm nào để vẽ biểu đồ.")
            return
        services, ratio = self.state.services, self.devicePixelRatioF()
        width = round(_PICTURE * ratio)

        def show(pages: bytes) -> None:
            if shown is self._chart:
                picture = QPixmap()
                picture.loadFromData(pages)
                picture = picture.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
                picture.setDevicePixelRatio(ratio)
                shown.setPixmap(picture)

        services.tasks.run(
            lambda _p: services.picture_pages(self.desk.charts.draw(chart), width, 0, 1)[0],
            show,
            self.tell_failure,
        )

    @Slot()
    def export(self) -> None:
        """Write what is shown as a workbook."""
        name = f"nam-nam-{self._years[0]}-{self._years[-1]}.xlsx"
        path = self.choose_new_file("Ghi bảng năm năm", name, "Excel (*.xlsx)")
        if path is None:
            return
        desk, texts, known = self.desk, self.texts, self._known
        shown = tuple(self.table.model.shown)
        self.do(
            lambda _p: export_five_years(desk, texts, known, shown, path),
            lambda made: self.tell(
                Tone.GOOD,
                f"Đã ghi {made.name}.",
                action=self.open_file_action(made, "Mở tệp"),
            ),
            what="Đang ghi bảng năm năm",
            changes=False,
        )


def _columns(years: tuple[int, ...]) -> list[Column[FiveYearRow]]:
    columns = [Column[FiveYearRow]("Đơn vị", lambda row: row.name, 0)]
    for place, year in enumerate(years):
        columns.append(_year_column(place, year))
    columns.append(
        Column(
            "Năm được khen",
            lambda row: str(row.years_rewarded),
            110,
            Align.RIGHT,
            sort_key=lambda row: row.years_rewarded,
            is_searched=False,
        )
    )
    return columns


def _year_column(place: int, year: int) -> Column[FiveYearRow]:
    """«92,5 · hạng 1» of one year."""

    def words(row: FiveYearRow) -> str:
        result = row.results[place]
        if result.rank is None:
            return NOTHING
        return f"{points(result.total)} · hạng {result.rank}"

    return Column(
        str(year),
        words,
        116,
        Align.RIGHT,
        sort_key=lambda row: row.results[place].total,
        is_searched=False,
        tooltip=lambda row: "; ".join(row.results[place].awards),
    )
