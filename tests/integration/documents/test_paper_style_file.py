"""The style profile as an office edits it."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest

from tests.papers_in_hand import FONTS
from thidua_desktop.documents.paper_style import ND30_CHUAN, StyleProfile
from thidua_desktop.documents.paper_style_file import STYLE_FILE, OfficeStyle, read_style
from thidua_desktop.domain.errors import InputError

SHIPPED = FONTS.parent / "templates" / STYLE_FILE


def style(folder: Path, text: str) -> StyleProfile:
    path = folder / STYLE_FILE
    path.write_text(text, encoding="utf-8")
    return read_style(path)


def faults(folder: Path, text: str) -> list[tuple[str, str]]:
    with pytest.raises(InputError, match="style_broken") as caught:
        style(folder, text)
    return [(issue.code, issue.cell) for issue in caught.value.issues]


def test_the_shipped_profile_is_the_standard_and_tells_every_measure() -> None:
    assert read_style(SHIPPED) == ND30_CHUAN
    source = SHIPPED.read_text(encoding="utf-8")
    for field in fields(StyleProfile):
        assert f"\n{field.name} = " in source


def test_what_is_left_out_is_as_in_the_standard(tmp_path: Path) -> None:
    assert style(tmp_path, "") == ND30_CHUAN
    wanted = replace(ND30_CHUAN, margin_left=35.0, table_sizes=(13.0, 11.5))
    assert style(tmp_path, "margin_left = 35\ntable_sizes = [13, 11.5]") == wanted


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("body_size = 140", "style_number_expected"),
        ("body_size = 'to'", "style_number_expected"),
        ("body_size = true", "style_number_expected"),
        ("body_size = nan", "style_number_expected"),
        ("body_size = inf", "style_number_expected"),
        ("margin_left = -1", "style_number_expected"),
        ("line_spacing = 0.5", "style_number_expected"),
        ("table_sizes = [10, 12]", "style_sizes_expected"),
        ("table_sizes = []", "style_sizes_expected"),
        ("table_sizes = 12", "style_sizes_expected"),
        ("word_face = 3", "toml_text_expected"),
        ("boddy_size = 13", "toml_key_misspelt"),
        ("xyz = 13", "toml_key_unknown"),
        ("body_size = 13,5", "toml_line_broken"),
    ],
)
def test_a_broken_value_is_named_with_its_line(tmp_path: Path, text: str, code: str) -> None:
    assert faults(tmp_path, f"name = 'A'\n{text}\n") == [(code, "dòng 2")]


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, "body_size = 99\nmargin_top = 0\ntitle_size = 'x'\n")
    assert [cell for _, cell in found] == ["dòng 1", "dòng 2", "dòng 3"]


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    path = tmp_path / STYLE_FILE
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError) as caught:
        read_style(path)
    assert [issue.code for issue in caught.value.issues] == ["style_not_text"]


def test_a_changed_file_counts_at_once(tmp_path: Path) -> None:
    office = OfficeStyle(tmp_path)
    assert office.profile() == ND30_CHUAN
    (tmp_path / STYLE_FILE).write_text("body_size = 13", encoding="utf-8")
    assert office.profile().body_size == 13
    (tmp_path / STYLE_FILE).write_text("body_size = 13.5", encoding="utf-8")
    assert office.profile().body_size == 13.5
    (tmp_path / STYLE_FILE).unlink()
    assert office.profile() == ND30_CHUAN
