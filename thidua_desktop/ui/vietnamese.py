"""Qt's own words in Vietnamese: buttons, context menus, file dialogs. Qt ships no such file."""

from __future__ import annotations

from PySide6.QtCore import QTranslator

_BUTTONS = {
    "OK": "Đồng ý",
    "&OK": "Đồng ý",
    "Save": "Lưu",
    "&Save": "Lưu",
    "Save All": "Lưu tất cả",
    "Open": "Mở",
    "&Open": "Mở",
    "&Yes": "Có",
    "Yes to &All": "Có với tất cả",
    "&No": "Không",
    "N&o to All": "Không với tất cả",
    "Abort": "Dừng",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Close": "Đóng",
    "&Close": "Đóng",
    "Cancel": "Hủy",
    "&Cancel": "Hủy",
    "Discard": "Không lưu",
    "Don't Save": "Không lưu",
    "Close without Saving": "Đóng, không lưu",
    "Help": "Giúp",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết…",
    "Finish": "Hoàn tất",
    "&Finish": "Hoàn tất",
    "&Next": "Tiếp tục",
    "&Next >": "Tiếp tục",
    "< &Back": "Quay lại",
}

_EDITING = {
    "&Undo": "Hoàn tác",
    "&Redo": "Làm lại",
    "Cu&t": "Cắt",
    "&Copy": "Chép",
    "Copy &Link Location": "Chép đường dẫn",
    "&Paste": "Dán",
    "Delete": "Xóa",
    "&Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "&Select All": "Chọn tất cả",
    "&Step up": "Tăng",
    "Step &down": "Giảm",
    "Clear": "Xóa",
}

_SCROLLING = {
    "Scroll here": "Cuộn đến đây",
    "Left edge": "Mép trái",
    "Right edge": "Mép phải",
    "Top": "Đầu",
    "Bottom": "Cuối",
    "Page left": "Sang trái một trang",
    "Page right": "Sang phải một trang",
    "Page up": "Lên một trang",
    "Page down": "Xuống một trang",
    "Scroll left": "Cuộn trái",
    "Scroll right": "Cuộn phải",
    "Scroll up": "Cuộn lên",
    "Scroll down": "Cuộn xuống",
}

_FILES = {
    "Look in:": "Tìm trong:",
    "Back": "Lùi",
    "Go back": "Lùi",
    "Forward": "Tiến",
    "Go forward": "Tiến",
    "Parent Directory": "Thư mục cha",
    "Go to the parent directory": "Lên thư mục cha",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "List View": "Danh sách",
    "Change to list view mode": "Xem dạng danh sách",
    "Detail View": "Chi tiết",
    "Change to detail view mode": "Xem dạng chi tiết",
    "Sidebar": "Thanh bên",
    "List of places and bookmarks": "Danh sách nơi lưu",
    "Files": "Tệp",
    "File &name:": "Tên tệp:",
    "&File name:": "Tên tệp:",
    "Files of type:": "Loại tệp:",
    "Directory:": "Thư mục:",
    "Folder": "Thư mục",
    "File Folder": "Thư mục",
    "File": "Tệp",
    "%1 File": "Tệp %1",
    "Drive": "Ổ đĩa",
    "&Choose": "Chọn",
    "Choose": "Chọn",
    "Find Directory": "Tìm thư mục",
    "Show ": "Hiện ",
    "&Rename": "Đổi tên",
    "Show &hidden files": "Hiện tệp ẩn",
    "&New Folder": "Thư mục mới",
    "New Folder": "Thư mục mới",
    "Directories": "Thư mục",
    "All Files (*)": "Mọi tệp (*)",
    "All files (*)": "Mọi tệp (*)",
    "Recent Places": "Nơi mở gần đây",
    "Remove": "Bỏ",
    "My Computer": "Máy tính",
    "Computer": "Máy tính",
    "Name": "Tên",
    "Size": "Cỡ",
    "Kind": "Loại",
    "Type": "Loại",
    "Date Modified": "Ngày sửa",
    "%1 bytes": "%1 byte",
    "Open File": "Mở tệp",
    "Save As": "Lưu thành",
    "Save File": "Lưu tệp",
    "%1 already exists.\nDo you want to replace it?": "%1 đã có.\nGhi đè lên tệp này?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông tìm thấy tệp. Đề nghị kiểm tra lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông tìm thấy thư mục. Đề nghị kiểm tra lại tên."
    ),
    "'%1' is write protected.\nDo you want to delete it anyway?": ("'%1' được bảo vệ. Vẫn xóa?"),
    "Are you sure you want to delete '%1'?": "Xóa '%1'?",
    "Could not delete directory.": "Không xóa được thư mục.",
}

WORDS = {**_BUTTONS, **_EDITING, **_SCROLLING, **_FILES}


class VietnameseTranslator(QTranslator):
    """Gives Qt's texts in Vietnamese, whatever part of Qt asks."""

    def translate(
        self,
        context: str | bytes | bytearray | memoryview,
        source: str | bytes | bytearray | memoryview,
        disambiguation: str | bytes | bytearray | memoryview | None = None,
        n: int = -1,
    ) -> str:
        """The Vietnamese text; what is not known stays as it is."""
        text = source if isinstance(source, str) else bytes(source).decode()
        return WORDS.get(text, text)

    def isEmpty(self) -> bool:
        """Qt leaves out translators that say they are empty."""
        return False
