"""Where a file is written: under the ending that its kind has."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.ui.widgets.file_choosing import with_ending

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("chosen", "written"),
    [
        ("ke-hoach", "ke-hoach.xlsx"),
        ("ke-hoach.2027", "ke-hoach.2027.xlsx"),
        ("KE-HOACH.XLSX", "KE-HOACH.XLSX"),
        ("ke-hoach.ods", "ke-hoach.ods"),
    ],
)
def test_a_file_gets_the_ending_that_it_lacks(chosen: str, written: str) -> None:
    kinds = "Bảng tính (*.xlsx *.ods)"
    assert with_ending(Path(chosen), "ke-hoach.xlsx", kinds) == Path(written)
