"""Whose evidence a file is, by names: what is sure is taken, what is not is asked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.evidence import LARGEST, is_left_behind, title_of, why_not
from thidua_desktop.domain.evidence_names import NamedPlace, place_of
from thidua_desktop.domain.scoring.criterion import Criterion, Method, Role

UNITS = {
    "DV001": "Phòng Kinh tế",
    "DV002": "Xóm 1",
    "DV003": "Xóm 12",
    "DV004": "Trường Tiểu học số 1",
    "DV005": "Trường Tiểu học",
    "DV006": "Phòng Văn hóa - Xã hội",
    "DV007": "Hội Nông dân xã",
}


def criterion(code: str, role: Role = Role.STANDARD) -> Criterion:
    return Criterion(code, f"Nội dung {code}", 1000, Method.MANUAL, role)


LETTERED = [criterion("ND1"), criterion("ND2"), criterion("ND12"), criterion("THUONG", Role.BONUS)]
DOTTED = [criterion("1.1"), criterion("1.2"), criterion("2.1")]
CRITERIA = dict.fromkeys(UNITS, LETTERED) | {"DV001": DOTTED}


def told(*parts: str, unit: str = "") -> NamedPlace:
    return place_of(parts, UNITS, CRITERIA, unit)


@pytest.mark.parametrize(
    ("parts", "unit", "criterion"),
    [
        (("Xóm 1", "TC1", "bien ban"), "DV002", "ND1"),
        (("XOM-12", "tieu chi 2", "anh"), "DV003", "ND2"),
        (("xom_1_TC12_hoi nghi",), "DV002", "ND12"),
        (("Xom1", "nd 2. Ảnh hội nghị", "a"), "DV002", "ND2"),
        (("minh chung", "truong tieu hoc so 1", "Tiêu chí số 01", "x"), "DV004", "ND1"),
        (("Trường Tiểu học", "TC 2", "x"), "DV005", "ND2"),
        (("Phòng Kinh tế", "1.2 Kế hoạch", "quyet dinh"), "DV001", "1.2"),
        (("phong kinh te", "bao cao", "1.1 ke hoach so 12"), "DV001", "1.1"),
        (("DV002", "thưởng", "sang kien"), "DV002", "THUONG"),
        (("Xóm 1", "2", "anh chup"), "DV002", "ND2"),
    ],
)
def test_what_names_say_clearly_is_sure(parts: tuple[str, ...], unit: str, criterion: str) -> None:
    assert told(*parts) == NamedPlace(unit, criterion, is_sure=True)


@pytest.mark.parametrize(
    ("parts", "unit", "criterion"),
    [
        (("Xóm 1", "1. anh chup"), "DV002", "ND1"),  # a number before a file may only count files
        (("Xóm 1", "TC1", "TC2 bien ban"), "DV002", "ND2"),  # folder and file disagree
        (("Xóm 1", "anh hoi nghi"), "DV002", ""),
        (("Xóm 1", "ND1 va ND2"), "DV002", "ND2"),
        (("phong VHXH", "TC1", "x"), "DV006", "ND1"),
        (("Hoi Nong dan", "TC1", "x"), "DV007", "ND1"),
        (("Xóm 1", "TC99", "x"), "DV002", ""),
    ],
)
def test_what_may_be_otherwise_is_asked(parts: tuple[str, ...], unit: str, criterion: str) -> None:
    assert told(*parts) == NamedPlace(unit, criterion, is_sure=False)


@pytest.mark.parametrize("parts", [("TC1", "x"), ("Xóm 3", "TC1"), ("Xóm 1 và Xóm 12", "TC1"), ()])
def test_no_unit_or_two_units_are_nobody(parts: tuple[str, ...]) -> None:
    assert told(*parts) == NamedPlace()


def test_a_known_unit_needs_no_name() -> None:
    assert told("TC2", "anh", unit="DV003") == NamedPlace("DV003", "ND2", is_sure=True)


def test_a_number_in_the_units_name_is_no_criterion() -> None:
    assert told("12 Xóm 12", "x") != NamedPlace("DV003", "ND2", is_sure=True)
    assert told("Xóm 12", "x") == NamedPlace("DV003")


@given(st.lists(st.text(max_size=30), max_size=4))
def test_any_names_are_read(parts: list[str]) -> None:
    place = told(*parts)
    assert place.unit in {"", *UNITS}
    assert not place.is_sure or place.criterion


@pytest.mark.parametrize(
    ("name", "size", "head", "code"),
    [
        ("a.pdf", 10, b"%PDF", None),
        ("Ảnh.JPG", 10, b"\xff\xd8", None),
        ("a.pdf", 10, b"MZ\x90", "evidence_program"),
        ("a.exe", 10, b"MZ", "evidence_program"),
        ("a.bat", 10, b"del", "evidence_kind"),
        ("a.lnk", 10, b"L", "evidence_shortcut"),
        ("a.zip", 10, b"PK", "evidence_packed"),
        ("a", 10, b"x", "evidence_kind"),
        ("a.docx", 0, b"", "evidence_empty"),
        ("a.pdf", LARGEST, b"%PDF", None),
        ("a.pdf", LARGEST + 1, b"%PDF", "evidence_too_large"),
        ("anh\u202egpj.exe", 10, b"MZ", "evidence_program"),
    ],
)
def test_which_files_are_taken(name: str, size: int, head: bytes, code: str | None) -> None:
    issue = why_not(name, size, head)
    assert (issue.code if issue else None) == code


def test_titles_are_fit_to_be_read() -> None:
    assert title_of("Bie\u0302n ba\u0309n\u202e\u200b  (1).pdf") == "Biên bản (1).pdf"
    assert title_of("../../etc/passwd.pdf") == ".. .. etc passwd.pdf"
    long = title_of("a" * 300 + ".pdf")
    assert (len(long), long[-4:]) == (120, ".pdf")
    assert title_of("\u200b.pdf").strip()
    assert is_left_behind("~$a.docx")
    assert is_left_behind("Thumbs.db")
    assert not is_left_behind("a.pdf")
