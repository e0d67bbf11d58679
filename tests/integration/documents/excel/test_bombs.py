"""Ten bombs and two honest giants: told in words, and the worker's memory stays small."""

from __future__ import annotations

import io
import json
import struct
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.integration.documents.excel.builders import (
    archive,
    number_cell,
    ods,
    text_cell,
    workbook,
)
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import read_workbook

ROOT = Path(__file__).parents[4]
MEGABYTE = 1024 * 1024
ROW = f'<row r="1">{text_cell("A1", "Mã")}</row>'

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the system's own measure of memory is read"
)


def zeros_in_a_part() -> bytes:
    return workbook(ROW, parts={"xl/media/bomb.xml": bytes(90 * MEGABYTE)})


def many_parts_together() -> bytes:
    noise = bytes(range(256)) * 64
    parts = {f"xl/media/{number}.bin": noise * 1200 for number in range(11)}
    return workbook(ROW, parts=parts)


def a_sheet_of_half_a_million_rows() -> bytes:
    """Their cells have no names, so that only their number is too large."""
    return workbook("".join(f"<row><c><v>{n}</v></c></row>" for n in range(500_000)))


def shared_texts() -> bytes:
    texts = "<sst>" + "<si><t>a</t></si>" * 4_000_000 + "</sst>"
    return workbook(ROW, parts={"xl/sharedStrings.xml": texts})


def a_size_that_lies(new: int) -> bytes:
    """Both headers of the sheet claim another size than its content has."""
    honest = workbook(ROW + '<row r="2"/>' * 5000)
    with zipfile.ZipFile(io.BytesIO(honest)) as opened:
        size = opened.getinfo("xl/worksheets/sheet1.xml").file_size
    return honest.replace(struct.pack("<I", size), struct.pack("<I", new))


def one_content_under_many_names() -> bytes:
    """The directory lists one compressed content again and again, each time whole."""
    honest = workbook(ROW, parts={"xl/media/a.bin": bytes(range(256)) * 3900})
    with zipfile.ZipFile(io.BytesIO(honest)) as opened:
        entry = opened.getinfo("xl/media/a.bin")
    end = honest.rindex(b"PK\x05\x06")
    start = honest.rindex(b"PK\x01\x02", 0, honest.rindex(b"xl/media/a.bin"))
    listed = honest[start:end]
    copies = b"".join(
        listed[:46] + f"xl/media/{n:05}".encode() + listed[46 + len(entry.filename) :]
        for n in range(300)
    )
    tail = bytearray(honest[end:])
    count, size, at = struct.unpack_from("<HII", tail, 10)
    struct.pack_into("<HHII", tail, 8, count + 300, count + 300, size + len(copies), at)
    return honest[:end] + copies + bytes(tail)


def too_many_entries() -> bytes:
    return workbook(ROW, parts={f"xl/media/{n}.bin": b"" for n in range(1000)})


def two_entries_of_one_name() -> bytes:
    buffer = io.BytesIO(workbook(ROW))
    with zipfile.ZipFile(buffer, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("xl/worksheets/sheet1.xml", bytes(40 * MEGABYTE))
    return buffer.getvalue()


def an_ods_of_repeated_rows() -> bytes:
    return ods(
        '<table:table-row table:number-rows-repeated="1048576">'
        '<table:table-cell office:value-type="float" office:value="1" '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )


def rows_without_end() -> bytes:
    rows = "".join(f'<row r="{n}">{number_cell(f"A{n}", str(n))}</row>' for n in range(1, 200_002))
    return workbook(rows)


HEAVY, HOSTILE, BROKEN, LARGE = (
    *("workbook_too_heavy", "workbook_hostile"),
    *("workbook_unreadable", "sheet_too_large"),
)
BOMBS: dict[str, tuple[Callable[[], bytes], str]] = {
    "zeros in a part": (zeros_in_a_part, HEAVY),
    "many parts together": (many_parts_together, HEAVY),
    "half a million rows": (a_sheet_of_half_a_million_rows, LARGE),
    "shared texts": (shared_texts, HEAVY),
    "a size that lies down": (lambda: a_size_that_lies(1000), BROKEN),
    "a size that lies up": (lambda: a_size_that_lies(99 * MEGABYTE), HEAVY),
    "one content under many names": (one_content_under_many_names, HEAVY),
    "too many entries": (too_many_entries, HEAVY),
    "two entries of one name": (two_entries_of_one_name, HOSTILE),
    "an .ods of repeated rows": (an_ods_of_repeated_rows, BROKEN),
    "one row too many": (rows_without_end, LARGE),
}


def wide_claim() -> bytes:
    """100,000 honest rows below a claim of 17 billion cells."""
    rows = "".join(
        f'<row r="{n}">{number_cell(f"A{n}", str(n))}{text_cell(f"B{n}", f"Xóm {n}")}</row>'
        for n in range(1, 100_001)
    )
    return workbook(rows, before='<dimension ref="A1:XFD1048576"/>')


PEAK = """
import json, re, sys
from thidua_desktop.documents.excel.cell_values import CellCleaner
from thidua_desktop.documents.excel.faults import UnreadableWorkbook
from thidua_desktop.documents.excel.grid_reading import read_workbook
told = []
def peak():
    said = open("/proc/self/status").read()
    return int(re.search(r"VmHWM:\\s*(\\d+)", said)[1]) // 1024
for path in sys.argv[1:]:
    try:
        book = read_workbook(open(path, "rb").read(), ".xlsx", CellCleaner())
        told.append(len(book.sheets[0].rows))
    except UnreadableWorkbook as error:
        told.append(error.remark.code)
    print(json.dumps([told[-1], peak()]))
"""


def read_apart(folder: Path, *contents: bytes) -> list[tuple[str | int, int]]:
    """What a fresh process told of each file, and its greatest memory until then, in MB."""
    paths = [folder / f"{number}.xlsx" for number in range(len(contents))]
    for path, content in zip(paths, contents, strict=True):
        path.write_bytes(content)
    words = [sys.executable, "-c", PEAK, *map(str, paths)]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
    return [(told, peak) for told, peak in map(json.loads, done.stdout.splitlines())]


def test_ten_bombs_are_refused_in_little_memory(tmp_path: Path) -> None:
    assert len(BOMBS) >= 10
    told = read_apart(tmp_path, *(make() for make, _ in BOMBS.values()))
    seen = dict(zip(BOMBS, told, strict=True))
    assert {name: code for name, (code, _) in seen.items()} == {
        name: code for name, (_, code) in BOMBS.items()
    }
    assert max(peak for _, peak in told) < 150, seen


def test_a_claim_of_billions_of_cells_costs_nothing(tmp_path: Path) -> None:
    [(rows, peak)] = read_apart(tmp_path, wide_claim())
    assert rows == 100_000
    assert peak < 200


def test_a_bomb_within_an_embedded_file_is_never_opened() -> None:
    inner = archive({"bomb": bytes(50 * MEGABYTE)})
    data = workbook(ROW, parts={"xl/embeddings/inner.xlsx": inner})
    assert read_workbook(data, ".xlsx", CellCleaner()).sheets[0].rows == [["Mã"]]


def test_the_last_row_that_is_allowed_is_read() -> None:
    rows = "".join(f'<row r="{n}">{number_cell(f"A{n}", "1")}</row>' for n in range(1, 200_000))
    assert len(read_workbook(workbook(rows), ".xlsx", CellCleaner()).sheets[0].rows) == 199_999
    with pytest.raises(UnreadableWorkbook):
        read_workbook(rows_without_end(), ".xlsx", CellCleaner())
