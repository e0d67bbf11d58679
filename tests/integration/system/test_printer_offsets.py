"""A printer's deviation stays on its machine."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.domain.certificates.layout import PrinterOffset
from thidua_desktop.domain.errors import EnvironmentFault
from thidua_desktop.system.printer_offsets import PrinterOffsetFile


def test_what_was_measured_last_stands_last(tmp_path: Path) -> None:
    offsets = PrinterOffsetFile(tmp_path / "settings" / "may-in.json")
    assert offsets.all() == {}
    offsets.save("Máy in văn thư", PrinterOffset(-12, 10))
    offsets.save("Máy in kế toán", PrinterOffset(3, 0))
    offsets.save("Máy in văn thư", PrinterOffset(-11, 10))
    assert list(offsets.all().items()) == [
        ("Máy in kế toán", PrinterOffset(3, 0)),
        ("Máy in văn thư", PrinterOffset(-11, 10)),
    ]
    assert [file.name for file in (tmp_path / "settings").iterdir()] == ["may-in.json"]


@pytest.mark.parametrize("text", ["", "[]", '{"Máy": 3}', '{"Máy": {"dx": "a", "dy": 1}}', "{"])
def test_a_broken_file_is_measured_anew(text: str, tmp_path: Path) -> None:
    file = tmp_path / "may-in.json"
    file.write_text(text, encoding="utf-8")
    assert PrinterOffsetFile(file).all() == {}
    PrinterOffsetFile(file).save("Máy", PrinterOffset(1, 2))
    assert PrinterOffsetFile(file).all() == {"Máy": PrinterOffset(1, 2)}


def test_a_machine_that_lets_nothing_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "settings").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(EnvironmentFault):
        PrinterOffsetFile(tmp_path / "settings" / "may-in.json").save("Máy", PrinterOffset())
