"""File names that survive Zalo and old printers, and who signs."""

from __future__ import annotations

import re

import pytest

from thidua_desktop.application.naming import (
    authority_lines,
    criterion_mark,
    file_stem,
    signer_name,
)
from thidua_desktop.application.records import Office
from thidua_desktop.application.text import shown


@pytest.mark.parametrize(
    ("parts", "stem"),
    [
        (
            ("phieu", "2026-annual", "DV001", "Phòng Kinh tế"),
            "phieu_nam-2026_DV001_phong-kinh-te",
        ),
        (("x", "Công ty TNHH Mẫu A & B"), "x_cong-ty-tnhh-mau-a-b"),
        (("x", "Trường «Đổi mới»/Số 1: ?"), "x_truong-doi-moi-so-1"),
        (("x", ""), "x"),
        (("x", "???"), "x"),
    ],
)
def test_names_of_files(parts: tuple[str, ...], stem: str) -> None:
    assert file_stem(*parts) == stem


@pytest.mark.parametrize("name", ["Ban Quản lý " * 30, "A" * 300, "../../etc", "CON . "])
def test_names_stay_short_and_within_their_folder(name: str) -> None:
    stem = file_stem("x", name)
    assert re.fullmatch(r"[A-Za-z0-9_-]+", stem)
    assert len(stem) <= 42


def test_a_deputy_signs_for_the_chair() -> None:
    office = Office(chair="Nguyễn Văn Mẫu", deputy="Trần Thị Ví Dụ")
    assert signer_name(office) == "Nguyễn Văn Mẫu"
    assert authority_lines(office) == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH")
    office = Office(chair="Nguyễn Văn Mẫu", deputy="Trần Thị Ví Dụ", signer_is_deputy=True)
    assert signer_name(office) == "Trần Thị Ví Dụ"
    assert authority_lines(office)[1:] == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")


@pytest.mark.parametrize(("code", "mark"), [("THUONG", "Thưởng"), ("TRU", "Trừ"), ("A1", "A1")])
def test_a_pool_is_called_by_its_word(code: str, mark: str) -> None:
    assert criterion_mark(code) == mark
    assert shown(code) == mark
