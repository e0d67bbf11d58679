"""Số sổ vàng, lời ghi trên giấy khen, độ lệch máy in, mẫu phôi: what is asked for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from thidua_desktop.application.certificates.listing import DecidedCertificate
from thidua_desktop.application.certificates.trial_sheet import CROSS
from thidua_desktop.domain.certificates.layout import (
    MOST_DEVIATION,
    CertificateField,
    PrinterOffset,
)
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.mm_field import MmField, tenths_text
from thidua_desktop.ui.widgets.number_field import NumberField

_OPEN_SHOWN = 12


class NumbersDialog(Dialog):
    """From which number on the golden register goes on."""

    def __init__(
        self, waiting: int, first: int, open_: Sequence[int], icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Cấp số sổ vàng", f"Cấp {waiting} số", icons, parent)
        self.first = NumberField("firstNumber")
        self.first.show_number(first)
        self.add_row("Bắt đầu từ số", self.first, is_required=True)
        self.add_hint(
            "Các số chạy liền theo thứ tự trao: tập thể, hộ gia đình trước, cá nhân sau; bỏ qua số "
            "đã cấp. Sổ giấy đã cấp đến số nào thì nhập số tiếp theo."
        )
        if open_:
            said = ", ".join(map(str, open_[:_OPEN_SHOWN]))
            self.add_hint(f"Số còn bỏ trống trong năm: {said}.")

    def fault(self) -> str:
        """The number is missing."""
        return "" if self.first.number() else "Cần điền số bắt đầu."


class WordingDialog(Dialog):
    """What one sheet says of its recipient."""

    def __init__(
        self, certificate: DecidedCertificate, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Sửa lời ghi trên giấy khen", "Lưu lời ghi", icons, parent)
        fields = CertificateField
        self._usual = {
            field: certificate.values[field]
            for field in (fields.RECIPIENT, fields.ADDRESS, fields.ACHIEVEMENT)
        }
        self._kept = certificate.kept
        self.recipient = QLineEdit(self._usual[fields.RECIPIENT])
        self.address = QLineEdit(self._usual[fields.ADDRESS])
        self.achievement = QPlainTextEdit(self._usual[fields.ACHIEVEMENT])
        for field, name in (
            (self.recipient, "recipient"),
            (self.address, "address"),
            (self.achievement, "achievement"),
        ):
            field.setObjectName(name)
        self.achievement.setMinimumHeight(96)
        self.achievement.setTabChangesFocus(True)
        self.add_row("Tên", self.recipient)
        self.add_row("Chức vụ, đơn vị, địa chỉ", self.address)
        self.add_row("Thành tích", self.achievement)
        self.add_hint(
            "Chỉ đổi lời in trên tờ giấy khen này; đề nghị và quyết định giữ nguyên. "
            "Xóa trống một ô để dùng lại lời theo đề nghị."
        )

    def wording(self) -> tuple[str, str, str]:
        """Name, address and achievement; empty where the usual wording stands."""
        typed = (
            self.recipient.text().strip(),
            self.address.text().strip(),
            self.achievement.toPlainText().strip(),
        )
        kept = (self._kept.recipient, self._kept.address, self._kept.achievement)
        shown = tuple(self._usual.values())
        name, address, achievement = (
            own if text == usual else text
            for text, usual, own in zip(typed, shown, kept, strict=True)
        )
        return name, address, achievement


class PrinterDialog(Dialog):
    """What was measured on the test sheet of a printer."""

    def __init__(
        self, printer: str, known: PrinterOffset, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Đo độ lệch máy in", "Lưu độ lệch", icons, parent)
        self.name = QLineEdit(printer)
        self.name.setObjectName("printerName")
        self.name.setPlaceholderText("Ví dụ: Máy in phòng Văn thư, khay tay")
        self.left = MmField("measuredLeft", "Tâm dấu A cách mép trái (mm)")
        self.top = MmField("measuredTop", "Tâm dấu A cách mép trên (mm)")
        self.left.show_tenths(CROSS - known.dx)
        self.top.show_tenths(CROSS - known.dy)
        self.add_row("Tên máy in", self.name, is_required=True)
        self.add_row("Tâm dấu A cách mép trái (mm)", self.left, is_required=True)
        self.add_row("Tâm dấu A cách mép trên (mm)", self.top, is_required=True)
        self.add_hint(
            "In trang thử rồi đo bằng thước có vạch mm. In đúng thì cả hai là "
            f"{tenths_text(CROSS)} mm; máy in lệch bao nhiêu, chương trình dịch lại bấy nhiêu. "
            "Số đo giữ trên máy tính này, không nằm trong dữ liệu."
        )

    def fault(self) -> str:
        """What is missing or can't be a printer's deviation."""
        if not self.name.text().strip():
            return "Cần đặt tên máy in."
        if self.left.tenths() is None or self.top.tenths() is None:
            return "Cần điền đủ hai số đo."
        offset = self.offset()
        if max(abs(offset.dx), abs(offset.dy)) > MOST_DEVIATION:
            return (
                f"Lệch quá {MOST_DEVIATION // 10} mm: xem lại khổ giấy và khay giấy đã chọn "
                "khi in, rồi in lại trang thử."
            )
        return ""

    def printer(self) -> str:
        """The name."""
        return " ".join(self.name.text().split())

    def offset(self) -> PrinterOffset:
        """By how much the print has to be moved back."""
        left, top = self.left.tenths(), self.top.tenths()
        return PrinterOffset(
            CROSS - (CROSS if left is None else left), CROSS - (CROSS if top is None else top)
        )


class LayoutNameDialog(Dialog):
    """The name of a further layout."""

    def __init__(self, begun_from: str, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Thêm mẫu phôi", "Thêm mẫu", icons, parent)
        self.name = QLineEdit()
        self.name.setObjectName("layoutName")
        self.add_row("Tên mẫu phôi", self.name, is_required=True)
        self.add_hint(f"Bắt đầu từ vị trí của mẫu «{begun_from}».")

    def fault(self) -> str:
        """The name is missing."""
        return "" if self.name.text().strip() else "Cần đặt tên mẫu phôi."
