"""Giấy khen on blanks, read back from the PDF with a ruler."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from pathlib import Path

import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.papers_in_hand import FONTS
from tests.printed_pdf import fonts_of, printed
from thidua_desktop.application.progress import Cancelled
from thidua_desktop.documents.blank_file import FileBlankLibrary
from thidua_desktop.documents.pdf.certificate_writer import PdfCertificateWriter
from thidua_desktop.domain.certificates.fitting import Face
from thidua_desktop.domain.certificates.layout import (
    ABOVE,
    BELOW,
    NO_OFFSET,
    BlankLayout,
    CertificateField,
    PrinterOffset,
    layout_remarks,
)
from thidua_desktop.domain.certificates.placing import Placement, place
from thidua_desktop.domain.certificates.sheet import Sheet

F = CertificateField
LAYOUT = FileBlankLibrary(FONTS.parent / "blanks").layouts()[0]
WRITER = PdfCertificateWriter(FONTS)
TENTHS = 254 / 72
ACHIEVEMENT = (
    "Đã có thành tích xuất sắc trong phong trào thi đua «Cả nước thi đua đổi mới sáng tạo và "
    "chuyển đổi số» năm 2026, góp phần hoàn thành nhiệm vụ phát triển kinh tế - xã hội của xã, "
    "đưa 100 % hồ sơ thủ tục hành chính lên môi trường số, hướng dẫn người dân các xóm sử dụng "
    "dịch vụ công trực tuyến và thanh toán số"
)
VALUES = {
    F.GIVER: "Chủ tịch Ủy ban nhân dân xã Xuân Hưng",
    F.RECIPIENT: "Bà Nguyễn Thị Ngọc Mẫu",
    F.ADDRESS: "Công chức Phòng Văn hóa - Xã hội, xã Xuân Hưng",
    F.ACHIEVEMENT: ACHIEVEMENT,
    F.DECISION: "215/QĐ-UBND",
    F.DECISION_DATE: "ngày 24 tháng 12 năm 2026",
    F.GOLDEN_NUMBER: "07",
    F.PLACE_DATE: "Xuân Hưng, ngày 24 tháng 12 năm 2026",
    F.AUTHORITY: "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH",
    F.SIGNER: "Trần Văn Ví Dụ",
}
LONG_NAME = (
    "Trường Phổ thông dân tộc bán trú Tiểu học và Trung học cơ sở Nguyễn Thị Minh Mẫu xã Ví Dụ"
)


@dataclass(frozen=True)
class Drawn:
    """Where a run of text begins, in tenths of a millimetre from the upper left corner."""

    text: str
    x: float
    y: float
    size: float


def drawn_on(page: pypdf.PageObject) -> list[Drawn]:
    """The runs of a page, in the order in which they were drawn."""
    found: list[Drawn] = []
    height = float(page.mediabox.height)

    def hear(text: str, _cm: list[float], matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            x, y = matrix[4] * TENTHS, (height - matrix[5]) * TENTHS
            found.append(Drawn(text.strip(), x, y, size))

    page.extract_text(visitor_text=hear)
    return found


def placed(
    values: dict[CertificateField, str],
    offset: PrinterOffset = NO_OFFSET,
    layout: BlankLayout = LAYOUT,
) -> Placement:
    return place(layout, values, WRITER.measure, offset)


def written(path: Path, *placements: Placement) -> pypdf.PdfReader:
    sheets = [Sheet(LAYOUT.width, LAYOUT.height, one.texts) for one in placements]
    WRITER.write(sheets, path)
    return pypdf.PdfReader(path)


def test_every_text_stands_within_a_tenth_of_a_millimetre(tmp_path: Path) -> None:
    offset = PrinterOffset(13, -7)
    placement = placed(VALUES, offset)
    assert placement.issues == ()
    (page,) = written(tmp_path / "giay-khen.pdf", placement).pages
    width, height = float(page.mediabox.width), float(page.mediabox.height)
    assert (round(width * TENTHS, 3), round(height * TENTHS, 3)) == (2970, 2100)
    runs = {unicodedata.normalize("NFC", run.text): run for run in drawn_on(page)}
    for text in placement.texts:
        run = runs[text.text.strip()]
        assert abs(run.x - text.x) < 1
        assert abs(run.y - text.y) < 1
        assert run.size == text.size / 10


def test_a_ruler_on_the_printed_page_finds_the_line_where_it_was_set(tmp_path: Path) -> None:
    """By the ink itself: a reader of its own, in millimetres."""
    written(tmp_path / "giay-khen.pdf", placed({F.SIGNER: "HHHHH"}))
    (page,) = printed(tmp_path / "giay-khen.pdf")
    line = LAYOUT.line(F.SIGNER)
    assert line is not None
    ink = page.line("HHHHH")
    assert ink.bottom == pytest.approx(line.y / 10, abs=0.1)
    assert ink.middle == pytest.approx((line.x + line.width / 2) / 10, abs=0.15)


def test_the_text_can_be_searched_and_only_our_fonts_are_in_it(tmp_path: Path) -> None:
    path = tmp_path / "giay-khen.pdf"
    written(path, placed(VALUES))
    (page,) = printed(path)
    said = " ".join(page.text.split())
    assert ACHIEVEMENT in said
    assert "Quyết định số: 215/QĐ-UBND" in said
    assert "Số sổ vàng: 07" in said
    assert "CHỦ TỊCH ỦY BAN" not in said  # the blank has it
    fonts = {name.partition("+")[2] or name for name in fonts_of(path)}
    assert fonts
    assert all(name.startswith("LiberationSerif") for name in fonts)
    assert page.rules == ()


@pytest.mark.parametrize(
    "name",
    [
        LONG_NAME,
        "Công ty A & B <C> </b> &amp; %s {0}",
        unicodedata.normalize("NFC", "Hợp tác xã Nông nghiệp Ví Dụ"),
        "Nguyễn " * 12 + "Mẫu",
    ],
    ids=["60+", "markup", "nfc", "long"],
)
def test_hard_names_are_printed_letter_by_letter(name: str, tmp_path: Path) -> None:
    placement = placed({**VALUES, F.RECIPIENT: name})
    assert placement.issues == ()
    written(tmp_path / "giay-khen.pdf", placement)
    (page,) = printed(tmp_path / "giay-khen.pdf")
    assert name in " ".join(page.text.split())


def test_an_achievement_of_three_hundred_letters_fits(tmp_path: Path) -> None:
    assert len(ACHIEVEMENT) >= 300
    placement = placed(VALUES)
    lines = [text for field, text in placement.lines if field is F.ACHIEVEMENT]
    assert 2 <= len(lines) <= 3
    assert placement.issues == ()
    written(tmp_path / "giay-khen.pdf", placement)


def test_what_does_not_fit_is_said_and_still_shown_whole() -> None:
    text = f"{ACHIEVEMENT} " * 4
    placement = placed({**VALUES, F.ACHIEVEMENT: text.strip()})
    codes = [issue.code for issue in placement.issues]
    assert codes[0] == "certificate_text_too_long"
    said = " ".join(one.text for field, one in placement.lines if field is F.ACHIEVEMENT)
    assert said == text.strip()


def test_the_offset_that_pushes_a_line_off_the_sheet_is_said() -> None:
    assert placed(VALUES, PrinterOffset(0, 200)).issues[0].code == "certificate_off_page"


def test_the_shipped_layout_has_room_for_every_line() -> None:
    everything = replace(LAYOUT, lines=tuple(replace(one, is_shown=True) for one in LAYOUT.lines))
    assert {line.field for line in LAYOUT.lines} == set(CertificateField)
    assert layout_remarks(everything) == ()
    assert "chưa đối chiếu" in LAYOUT.note


@pytest.mark.parametrize("face", [Face(b, i) for b in (False, True) for i in (False, True)])
def test_marked_capitals_and_hanging_letters_stay_within_the_reckoned_height(
    face: Face,
) -> None:
    """What keeps lines apart is reckoned with figures; here they are held against the type."""
    letters = [
        unicodedata.normalize("NFC", letter + mark)
        for letter in "AĂÂEÊIOÔƠUƯYĐaăâeêioôơuưyđgjpqQ,;()"
        for mark in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
    ]
    single = {letter for letter in letters if len(letter) == 1}
    tops, bottoms = _extents("".join(sorted(single)), face)
    assert tops <= ABOVE / 100
    assert bottoms <= BELOW / 100


def _extents(text: str, face: Face) -> tuple[float, float]:
    """How far a text rises and hangs, in sizes of its type."""
    from PIL import ImageFont

    style = {(0, 0): "Regular", (1, 0): "Bold", (0, 1): "Italic", (1, 1): "BoldItalic"}
    file = FONTS / f"LiberationSerif-{style[face.is_bold, face.is_italic]}.ttf"
    box = ImageFont.truetype(str(file), 1000).getbbox(text, anchor="ls")
    return -box[1] / 1000, box[3] / 1000


def test_a_letter_that_the_type_lacks_is_named() -> None:
    assert WRITER.unprintable("Nguyễn Văn Mẫu & Co.") == ()
    assert WRITER.unprintable("Mẫu 好 \u0007") == ("好 (U+597D)", "\u0007 (U+0007)")


def test_many_sheets_make_one_file_that_can_be_stopped(tmp_path: Path) -> None:
    path = tmp_path / "giay-khen.pdf"
    reader = written(path, *[placed({**VALUES, F.SIGNER: f"Người {n}"}) for n in range(5)])
    assert [page.extract_text().count("Người") for page in reader.pages] == [1] * 5
    before = path.read_bytes()
    heard: list[tuple[int, int]] = []

    def stop(done: int, total: int, label: str = "") -> None:
        assert label == str(done)
        heard.append((done, total))
        if done == 2:
            raise Cancelled

    sheets = [Sheet(2970, 2100, placed(VALUES).texts, name=str(n)) for n in range(5)]
    with pytest.raises(Cancelled):
        WRITER.write(sheets, path, stop)
    assert heard == [(0, 5), (1, 5), (2, 5)]
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_the_same_sheets_give_the_same_bytes_and_a_reader_does_not_scale(tmp_path: Path) -> None:
    one, other = tmp_path / "1.pdf", tmp_path / "2.pdf"
    reader = written(one, placed(VALUES))
    written(other, placed(VALUES))
    assert one.read_bytes() == other.read_bytes()
    preferences = reader.viewer_preferences
    assert preferences is not None
    assert str(preferences["/PrintScaling"]) == "/None"


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    name=st.text("NguyễnVănMẫuĐỗThịƯỵ &<>.-", min_size=1, max_size=120).filter(str.strip),
    achievement=st.text("đã có thành tích xuất sắc 12%/,.", min_size=1, max_size=600),
    dx=st.integers(-40, 40),
    dy=st.integers(-40, 40),
)
def test_nothing_that_is_not_named_is_clipped_or_covered(
    name: str, achievement: str, dx: int, dy: int
) -> None:
    cleaned = " ".join(achievement.split()) or "x"
    values = {**VALUES, F.RECIPIENT: " ".join(name.split()), F.ACHIEVEMENT: cleaned}
    placement = placed(values, PrinterOffset(dx, dy))
    if placement.issues:
        assert {issue.code for issue in placement.issues} <= {
            "certificate_text_too_long",
            "certificate_lines_meet",
            "certificate_off_page",
        }
        return
    for text in placement.texts:
        assert text.box.is_within(LAYOUT.width, LAYOUT.height)
    for line in LAYOUT.shown:
        said = " ".join(one.text for field, one in placement.lines if field is line.field)
        value = values[line.field].replace("\n", " ")
        assert said == f"{line.before}{value}"


def test_a_sheet_of_practice_data_says_so_across_the_blank(tmp_path: Path) -> None:
    texts = place(LAYOUT, VALUES, WRITER.measure, NO_OFFSET).texts
    real = Sheet(LAYOUT.width, LAYOUT.height, texts)
    for sheet, marks in ((real, 0), (replace(real, is_practice=True), 1)):
        WRITER.write([sheet], tmp_path / "gk.pdf")
        [page] = pypdf.PdfReader(tmp_path / "gk.pdf").pages
        assert page.extract_text().count("TẬP DƯỢT") == marks
