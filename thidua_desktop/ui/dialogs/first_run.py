"""The first run: where the data shall lie, for which commune, by which plan."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QWidget,
)

from thidua_desktop.application.records import Office
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.services import Launch
from thidua_desktop.ui.theme import Tone, make_icons
from thidua_desktop.ui.widgets.labels import button, label

_KINDS = (("xã", CommuneKind.XA), ("phường", CommuneKind.PHUONG), ("đặc khu", CommuneKind.DAC_KHU))


@dataclass(frozen=True, slots=True)
class NewData:
    """What was chosen: a new office, a backup to restore, else a data folder to open."""

    folder: Path
    office: NewOffice | None
    backup: Path | None = None


class FirstRunDialog(Dialog):
    """One form: place, plan, commune, practice or not."""

    def __init__(self, launch: Launch, parent: QWidget | None) -> None:
        super().__init__("Bắt đầu", "Tạo dữ liệu", make_icons(launch.resources), parent)
        self.setMinimumWidth(640)
        self._launch = launch
        self._plans = tuple(launch.plans())
        intro = "Chương trình làm việc không cần mạng. Dữ liệu nằm trong một thư mục trên máy này."
        self.form.addRow(label("Lập dữ liệu thi đua của xã, phường", "panelTitle"))
        self.form.addRow(label(intro, "soft", wraps=True))
        self._add_place()
        self._add_plan()
        self._add_commune()
        self.practice = QCheckBox("Dữ liệu tập dượt, không lẫn với số liệu thật")
        self.practice.setObjectName("practice")
        self.form.addRow("", self.practice)
        self.existing = button("Mở dữ liệu đã có…", "openExisting", role="link")
        self.existing.clicked.connect(self._open_existing)
        self.form.addRow("", self.existing)
        self.backup = button("Khôi phục từ bản sao lưu…", "restoreBackup", role="link")
        self.backup.clicked.connect(self._restore_backup)
        self.form.addRow("", self.backup)
        self.chosen: NewData | None = None
        self._suit_plan()

    def _add_place(self) -> None:
        self.place = QLineEdit(str(self._launch.suggested_folder))
        self.place.setObjectName("place")
        browse = button("Chọn…", "browse")
        browse.clicked.connect(self._browse)
        row = QWidget()
        row.setFocusProxy(self.place)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.place, 1)
        line.addWidget(browse)
        self.add_row("Thư mục dữ liệu", row, is_required=True)
        self.add_hint("Nên đặt ở ổ đĩa khác ổ C: khi cài lại Windows, dữ liệu vẫn còn.")

    def _add_plan(self) -> None:
        self.plan = QComboBox()
        self.plan.setObjectName("plan")
        for choice in self._plans:
            self.plan.addItem(f"{choice.commune}, {choice.province}", choice.slug)
        # Nothing is chosen at first: the first of the list would be taken in a hurry.
        self.plan.setPlaceholderText("Chọn kế hoạch")
        self.plan.setCurrentIndex(-1)
        self.plan.setMinimumContentsLength(44)
        self.add_row("Kế hoạch", self.plan, is_required=True)
        self.own_plan = button("Dùng tệp kế hoạch riêng…", "ownPlan", role="link")
        self.own_plan.clicked.connect(self._choose_own_plan)
        self.form.addRow("", self.own_plan)
        self.other = QCheckBox("Xã, phường khác: dùng bản sao của kế hoạch này rồi sửa")
        self.other.setObjectName("otherCommune")
        self.form.addRow("", self.other)
        self.plan.currentIndexChanged.connect(self._suit_plan)
        self.other.toggled.connect(self._suit_plan)

    def _add_commune(self) -> None:
        self.kind = QComboBox()
        self.kind.setObjectName("communeKind")
        for word, kind in _KINDS:
            self.kind.addItem(word, kind)
        self.name = QLineEdit()
        self.name.setObjectName("communeName")
        self.name.setPlaceholderText("Tên riêng, ví dụ: Tây Hiếu")
        row = self._commune_row = QWidget()
        row.setFocusProxy(self.name)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.kind)
        line.addWidget(self.name, 1)
        self.province = QLineEdit()
        self.province.setObjectName("province")
        self.province.setPlaceholderText("Ví dụ: tỉnh Nghệ An")
        self.add_row("Xã, phường", row, is_required=True)
        self.add_row("Tỉnh, thành phố", self.province, is_required=True)

    @Slot()
    def _suit_plan(self) -> None:
        """The commune's name is asked only where it is another than the plan's."""
        is_own = self.plan.currentIndex() >= len(self._plans)
        self.other.setVisible(not is_own)
        is_other = self.other.isChecked() and not is_own
        for row in (self._commune_row, self.province):
            self.form.setRowVisible(row, is_other)
        if is_own:
            return
        if not is_other and self.plan.currentIndex() >= 0:
            choice = self._plans[self.plan.currentIndex()]
            self.name.setText(choice.commune)
            self.province.setText(choice.province)
        elif is_other:
            self.name.clear()
            self.province.clear()
            self.name.setFocus()

    @Slot()
    def _choose_own_plan(self) -> None:
        """A plan that the office made itself stands last in the list, under its file's name."""
        kinds = "Tệp kế hoạch (*.xlsx *.xls *.ods *.toml)"
        chosen, _ = QFileDialog.getOpenFileName(self, "Chọn tệp kế hoạch", filter=kinds)
        if not chosen:
            return
        read = self._launch.read_plan(Path(chosen))
        if read.choice is None:
            self.notice.say(Tone.BAD, read.sentence, details=read.details)
            return
        self.notice.hide()
        if self.plan.count() > len(self._plans):
            self.plan.removeItem(len(self._plans))
        words = f"{read.choice.commune}, {read.choice.province} (tệp riêng)"
        self.plan.addItem(words, chosen)
        self.plan.setCurrentIndex(len(self._plans))

    @Slot()
    def _browse(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Chọn thư mục dữ liệu", self.place.text())
        if chosen:
            self.place.setText(chosen)

    @Slot()
    def _open_existing(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, "Mở thư mục dữ liệu đã có")
        if chosen:
            self.chosen = NewData(Path(chosen), None)
            self.accept()

    @Slot()
    def _restore_backup(self) -> None:
        kinds = "Bản sao lưu (*.zip)"
        backup, _ = QFileDialog.getOpenFileName(self, "Chọn bản sao lưu", filter=kinds)
        if not backup:
            return
        title = "Chọn một thư mục mới, còn trống, để khôi phục vào"
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            self.chosen = NewData(Path(folder), None, Path(backup))
            self.accept()

    def fault(self) -> str:
        """What is missing."""
        if not self.place.text().strip():
            return "Cần chọn thư mục dữ liệu."
        if self.plan.currentIndex() < 0:
            return "Cần chọn một kế hoạch."
        is_own = self.plan.currentIndex() >= len(self._plans)
        if not is_own and not (self.name.text().strip() and self.province.text().strip()):
            return "Cần điền tên xã, phường và tên tỉnh, thành phố."
        return ""

    def finish(self) -> None:
        """Put the choices together."""
        if not self.fault():
            is_own = self.plan.currentIndex() >= len(self._plans)
            office = self._office() if self.other.isChecked() and not is_own else None
            new = NewOffice(
                plan=self.plan.currentData(),
                office=office,
                is_practice=self.practice.isChecked(),
            )
            self.chosen = NewData(Path(self.place.text().strip()), new)
        super().finish()

    def _office(self) -> Office:
        return Office(
            commune_kind=CommuneKind(self.kind.currentData()),
            commune_name=self.name.text().strip(),
            province=self.province.text().strip(),
        )


def ask_for_data(launch: Launch, parent: QWidget | None) -> NewData | None:
    """Ask where the data lies or shall lie; `None` when the person leaves."""
    dialog = FirstRunDialog(launch, parent)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return None
    return dialog.chosen
