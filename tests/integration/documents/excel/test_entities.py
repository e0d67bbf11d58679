"""Entities and document types: six payloads in every part, and nothing outside is touched."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import archive, text_cell, workbook
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import read_workbook

GOOD_ROW = f'<row r="1">{text_cell("A1", "Mã")}</row>'
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
PAYLOADS = {
    "billion laughs": f'<!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]><x>&l9;</x>',
    "quadratic": f'<!DOCTYPE x [<!ENTITY a "{"ha" * 50_000}">]><x>{"&a;" * 2000}</x>',
    "a file": '<!DOCTYPE x [<!ENTITY a SYSTEM "file://{secret}">]><x>&a;</x>',
    "an address": '<!DOCTYPE x [<!ENTITY a SYSTEM "http://127.0.0.1:9/a">]><x>&a;</x>',
    "a parameter": '<!DOCTYPE x [<!ENTITY % a SYSTEM "file://{secret}"> %a;]><x/>',
    "a document type": '<!DOCTYPE x SYSTEM "file://{secret}"><x/>',
}
PARTS = ("xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml")
TOUCHING = ("open", "socket.connect", "socket.getaddrinfo")

_watched: list[str] = []
_is_watching = False


def _hear(event: str, arguments: tuple[object, ...]) -> None:
    if _is_watching and event in TOUCHING:
        _watched.append(f"{event} {arguments[0]}")


sys.addaudithook(_hear)


@contextmanager
def watched() -> Iterator[list[str]]:
    """What files and addresses are touched meanwhile; hooks can't be taken away again."""
    global _is_watching  # noqa: PLW0603
    _watched.clear()
    _is_watching = True
    try:
        yield _watched
    finally:
        _is_watching = False


def refusal(data: bytes) -> str:
    with pytest.raises(UnreadableWorkbook) as refused:
        read_workbook(data, ".xlsx", CellCleaner())
    return refused.value.remark.code


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("payload", PAYLOADS.values(), ids=PAYLOADS.keys())
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_every_payload_is_hostile_in_every_part(
    tmp_path: Path, part: str, payload: str, encoding: str
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật")
    text = payload.replace("{secret}", str(secret))
    xml = f"<?xml version='1.0' encoding='{encoding}'?>{text}".encode(encoding)
    data = workbook(GOOD_ROW, parts={part: xml})
    read_workbook(workbook(GOOD_ROW), ".xlsx", CellCleaner())  # what is loaded once is loaded
    with watched() as touched:
        assert refusal(data) == "workbook_hostile"
    assert touched == []


def test_in_an_ods_too() -> None:
    mimetype = "application/vnd.oasis.opendocument.spreadsheet"
    text = PAYLOADS["billion laughs"]
    data = archive({"mimetype": mimetype, "content.xml": f"<?xml version='1.0'?>{text}"})
    assert refusal(data) == "workbook_hostile"


def test_the_reader_of_the_second_look_is_the_guarded_one() -> None:
    import openpyxl

    assert openpyxl.DEFUSEDXML is True
