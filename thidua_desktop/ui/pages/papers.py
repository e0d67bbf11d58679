"""Văn bản: the papers that the cycle needs, seen as they will be printed, then written."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Slot

from thidua_desktop.application.dossiers.paper_names import unnamed_signers
from thidua_desktop.application.dossiers.writing import PapersWritten, export_papers, plan_papers
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PlannedPaper
from thidua_desktop.application.papers.formats import ALL_FORMATS, PaperFormat
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.ui.models.columns import Column, Mark
from thidua_desktop.ui.models.table_model import RecordTableModel
from thidua_desktop.ui.pages.page import CyclePage
from thidua_desktop.ui.paper_showing import PaperShowing
from thidua_desktop.ui.printers import has_printer
from thidua_desktop.ui.state import WindowState
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.paper_preview import PaperPreview
from thidua_desktop.ui.widgets.record_table import RecordTable
from thidua_desktop.ui.wording import cycle_name, day


class PapersPage(CyclePage):
    """The cycle's papers by group; the panel shows the selected one page by page."""

    TITLE = "Văn bản"

    def __init__(self, state: WindowState) -> None:
        super().__init__(state)
        self.showing = PaperShowing(state.services, self.tell_failure)
        self.header.set_main("Ghi ra tệp…", "save", self.write_all)
        self.header.add_action("Mở bằng Word", "pencil", self.edit_in_word)
        self.header.add_action("In…", "printer", self.print_page)
        for words, form in (("Chỉ ghi PDF…", PaperFormat.PDF), ("Chỉ ghi Word…", PaperFormat.WORD)):
            self.header.add_more(words, "save", partial(self.write_all, [form]))
        self.header.add_more("Sửa mẫu Word…", "file-text", self.change_templates)
        filters = self.add_filters("Tìm văn bản")
        filters.add_choice("group", "Nhóm", "Tất cả nhóm")
        model: RecordTableModel[PlannedPaper] = RecordTableModel(
            [
                Column("Loại", self._kind_name, 170, tooltip=self._kind_note),
                Column("Nội dung", lambda p: p.about, 0),
                Column("Số", _number_words, 100, mark=_number_mark),
                Column("Ngày", lambda p: day(p.signed_on), 90),
            ],
            self.icons,
            self,
        )
        self.table = RecordTable(model, self.icons, "văn bản", key=lambda p: p.stem)
        self.preview = PaperPreview()
        splitter = self.add_table_with_panel(self.table, self.preview)
        splitter.setSizes([600, 440])
        filters.changed.connect(self._filter)
        self.table.selected.connect(self._show_paper)
        self.table.opened.connect(self.print_page)

    def table_of(self) -> RecordTable:
        """The papers."""
        return self.table

    def refresh_cycle(self, cycle: Cycle) -> None:
        """Draw up the papers as the cycle stands."""
        desk, texts = self.desk, self.texts
        self.ask(lambda: plan_papers(desk, texts, cycle.id), self._show)

    def _show(self, papers: Sequence[PlannedPaper]) -> None:
        self.table.empty.say(
            "file-text",
            "Chưa có văn bản nào để lập",
            "Biên bản, tờ trình và quyết định được lập khi Hội đồng đã biểu quyết.",
            ("Đến trang Hội đồng", lambda: self.go_to("council")),
        )
        self.showing.forget()
        self.table.model.set_records(papers)
        groups = {planned.group for planned in papers}
        self.filters.set_choices(
            "group", [(g.value, self._group_words(g)) for g in PaperGroup if g in groups]
        )
        self._filter()
        if self.cycle is not None:
            self.header.set_subtitle(
                f"{cycle_name(self.cycle)}: {len(papers)} văn bản. Số, ngày để trống "
                "khi văn thư chưa cấp."
            )
        self.preview.setVisible(bool(papers))
        self.table.select_first()

    @Slot()
    def _filter(self) -> None:
        chosen = self.filters.chosen("group")
        self.table.model.set_filter(
            self.filters.text, (lambda planned: planned.group == chosen) if chosen else None
        )

    def _group_words(self, group: PaperGroup) -> str:
        return self.texts.render(f"paper_group_{group}", {})

    def _kind_name(self, planned: PlannedPaper) -> str:
        return self.texts.render(f"paper_kind_{planned.kind}", {})

    def _kind_note(self, planned: PlannedPaper) -> str:
        """When it is needed, and where its form stands."""
        why = self.texts.render(f"paper_why_{planned.kind}", {})
        return f"{why}\n{self.texts.render(f'paper_source_{planned.kind}', {})}"

    @Slot(object)
    def _show_paper(self, planned: PlannedPaper | None) -> None:
        self.showing.show(planned, self.preview.picture_width(), self.preview.show_pages)

    def write_all(self, formats: Sequence[PaperFormat] = ALL_FORMATS) -> None:
        """Write every paper that the list shows; blank forms only where they were asked for."""
        desk, shown = self.desk, tuple(self.table.model.shown)
        is_narrowed = bool(self.filters.text or self.filters.chosen("group"))
        papers = tuple(one for one in shown if is_narrowed or not one.is_blank)
        if not papers:
            return
        left_out = len(shown) - len(papers)
        folder = self.choose_folder("Chọn thư mục để ghi văn bản")
        if folder is None:
            return
        self.do(
            lambda progress: (
                export_papers(desk, papers, folder, progress, formats),
                unnamed_signers(desk),
            ),
            lambda made: self._tell_written(*made, folder, left_out),
            what="Đang ghi văn bản",
            changes=False,
        )

    def _tell_written(
        self, made: PapersWritten, unnamed: Sequence[Issue], folder: Path, left_out: int
    ) -> None:
        papers = len({path.stem for path in made.files})
        words = [f"Đã ghi {papers} văn bản ({len(made.files)} tệp) vào thư mục {folder.name}."]
        if left_out:
            words.append(
                f"{left_out} mẫu để trống không ghi; cần thì chọn nhóm hoặc tìm rồi ghi lại."
            )
        if made.refused:
            words.append(f"{len(made.refused)} văn bản chưa ghi vì có ký tự không in được.")
        if len(made.issues) > len(made.refused):
            words.append("Có tên phải bỏ ký tự không in được.")
        if unnamed:
            words.append("Có chỗ ký chưa có tên.")
        issues = [*made.issues, *unnamed]
        self.tell(
            Tone.WARNING if issues else Tone.GOOD,
            " ".join(words),
            details=[self.texts.issue(issue) for issue in issues],
            action=self.open_file_action(folder, "Mở thư mục"),
        )

    @Slot()
    def print_page(self) -> None:
        """Write the selected paper and open it in the person's own reader, which prints it."""
        self._open_as(PaperFormat.PDF, self._tell_of_printing)

    def _tell_of_printing(self) -> None:
        if not has_printer():
            self.tell(
                Tone.WARNING,
                "Máy này chưa cài máy in. Tệp PDF đã mở để xem; chép tệp sang máy có máy in để in.",
            )

    @Slot()
    def edit_in_word(self) -> None:
        """Write the selected paper for editing and open it."""
        self._open_as(PaperFormat.WORD, lambda: None)

    def _open_as(self, form: PaperFormat, then: Callable[[], None]) -> None:
        planned: PlannedPaper | None = self.table.current
        if planned is None:
            return
        papers, open_path = self.desk.papers, self.state.services.open_path
        path = Path(tempfile.mkdtemp(prefix="van-ban-")) / f"{planned.stem}.{form}"

        def write_and_open() -> None:
            papers.write(planned.paper, path)
            open_path(path)

        self.do(lambda _progress: write_and_open(), lambda _nothing: then(), changes=False)

    def change_templates(self) -> None:
        """Give the office its own copies of the templates and show them."""
        services = self.state.services
        self.do(
            lambda _progress: services.own_templates(),
            lambda folder: self.tell(
                Tone.GOOD,
                "Mẫu Word và kiểu trình bày của cơ quan ở thư mục templates. Sửa rồi ghi lại văn "
                "bản; tệp huong-dan.txt trong thư mục nói rõ cách sửa.",
                action=self.open_file_action(folder, "Mở thư mục"),
            ),
            changes=False,
        )


def _number_words(planned: PlannedPaper) -> str:
    if planned.number is None:
        return ""
    return planned.number or "Chưa cấp số"


def _number_mark(planned: PlannedPaper) -> Mark | None:
    return None if planned.number else Mark(Tone.QUIET)
