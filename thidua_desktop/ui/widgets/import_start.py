"""Tải mẫu, chọn tệp: the first two steps of an import."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from thidua_desktop.application.enrolling.list_workbooks import ListKind
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.drop_area import DropArea
from thidua_desktop.ui.widgets.labels import button, label

_WHAT = {
    ListKind.UNITS: "đơn vị: tên, nhóm, khối thi đua, số người, điện thoại",
    ListKind.PEOPLE: "cá nhân và hộ gia đình: họ tên, năm sinh, giới tính, chức vụ, đơn vị",
}

_NOTES = (
    "Nhận được Excel (.xlsx, .xls, .xlsm, .xlsb), LibreOffice (.ods) và .csv.",
    (
        "Chữ gõ bằng phông cũ (.VnTime, VNI-Times) được nhận ra theo từng cột và chuyển sang "
        "Unicode; bước sau cho xem trước và sau khi chuyển. Tệp .csv được đọc theo Unicode "
        "(UTF-8, UTF-16); bảng mã khác cũng được nhận ra và nói rõ."
    ),
    ("Tệp của người gửi chỉ được đọc, không bao giờ bị sửa. Chưa lưu gì vào dữ liệu ở bước này."),
)


class ImportBlank(QWidget):
    """The blank list, for who has no list yet."""

    def __init__(self, kind: ListKind, icons: Icons) -> None:
        super().__init__()
        self.save = button("Tải tệp mẫu…", "saveBlank", icon=icons.get("save"))
        column = _column(self)
        column.addWidget(label("Chưa có danh sách? Tải tệp mẫu", "panelTitle"))
        column.addWidget(
            label(
                f"Tệp mẫu Excel có sẵn các cột cho danh sách {_WHAT[kind]}; có một dòng ví dụ và "
                "danh sách để chọn trong từng ô. Điền xong thì quay lại đây, bấm «Tiếp tục».",
                "soft",
                wraps=True,
            )
        )
        column.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(16)
        column.addWidget(label("Đã có danh sách riêng?", "panelTitle"))
        column.addWidget(
            label(
                "Dùng luôn được, không cần chép sang mẫu: chương trình tự nhận các cột theo tiêu "
                "đề, dù bảng có dòng tiêu đề phía trên, ô gộp hay dòng tổng cộng.",
                "soft",
                wraps=True,
            )
        )
        column.addStretch(1)


class ImportSource(QWidget):
    """Where the file is dropped or chosen."""

    def __init__(self, icons: Icons) -> None:
        super().__init__()
        self.drop = DropArea(icons, "Thả tệp danh sách vào đây, hoặc bấm «Chọn tệp…».")
        self.drop.setMinimumHeight(120)
        self.drop.choose_folder.hide()
        column = _column(self)
        column.addWidget(self.drop)
        for note in _NOTES:
            column.addWidget(label(note, "soft", wraps=True))
        column.addStretch(1)


def _column(page: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 8, 0, 0)
    column.setSpacing(10)
    return column
