"""Zip files: the spreadsheets come out, whatever else is within stays there."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest

from thidua_desktop.documents import archives
from thidua_desktop.documents.archives import ZipArchives


def zipped(path: Path, entries: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return path


def inner_zip(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_spreadsheets_come_out_under_their_names(tmp_path: Path) -> None:
    path = zipped(
        tmp_path / "Phiếu các xóm.zip",
        {
            "Xóm 1/phiếu.xlsx": b"mot",
            "Xóm 2/phiếu.xlsx": b"hai",
            "ảnh.jpg": b"anh",
            "~$phiếu.xlsx": b"tam",
            "__MACOSX/._phiếu.xlsx": b"mac",
        },
    )
    unpacked = ZipArchives().unpack(path)
    assert unpacked.issue is None
    assert [(file.name, file.read_bytes().decode()) for file in unpacked.files] == [
        ("phiếu.xlsx", "mot"),
        ("phiếu.xlsx", "hai"),
    ]


@pytest.mark.parametrize(
    ("saved", "is_known"),
    [
        ((2026, 12, 8, 17, 30, 0), True),
        ((1980, 1, 1, 0, 0, 0), False),
        ((2026, 0, 0, 0, 0, 0), False),
    ],
)
def test_what_is_unpacked_keeps_when_it_was_saved(
    tmp_path: Path, saved: tuple[int, int, int, int, int, int], *, is_known: bool
) -> None:
    path = tmp_path / "phieu.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(zipfile.ZipInfo("xom 1.xlsx", saved), b"mot")
    [file] = ZipArchives().unpack(path).files
    kept = dt.datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006 - a zip knows no zone
    assert (kept.timetuple()[:6] == saved) is is_known


def test_a_zip_within_a_zip_is_opened_once(tmp_path: Path) -> None:
    deepest = inner_zip({"ba.xlsx": b"3"})
    middle = inner_zip({"hai.ods": b"2", "trong.zip": deepest})
    path = zipped(tmp_path / "a.zip", {"mot.xls": b"1", "giua.zip": middle})
    assert [file.name for file in ZipArchives().unpack(path).files] == ["mot.xls", "hai.ods"]


@pytest.mark.parametrize("name", ["../../ngoai.xlsx", "C:\\Windows\\ngoai.xlsx", "/etc/ngoai.xlsx"])
def test_no_entry_gets_out_of_its_folder(tmp_path: Path, name: str) -> None:
    unpacked = ZipArchives().unpack(zipped(tmp_path / "a.zip", {name: b"x"}))
    (file,) = unpacked.files
    assert file.name == "ngoai.xlsx"
    assert not (tmp_path.parent / "ngoai.xlsx").exists()
    assert "phieu-" in str(file)


def test_what_can_not_be_opened_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def code(path: Path) -> str:
        unpacked = ZipArchives().unpack(path)
        assert unpacked.files == ()
        assert unpacked.issue is not None
        return unpacked.issue.code

    broken = tmp_path / "hong.zip"
    broken.write_bytes(b"PK\x03\x04 this is no archive")
    assert code(broken) == "archive_damaged"
    cut = zipped(tmp_path / "cut.zip", {"a.xlsx": bytes(range(256)) * 99})
    cut.write_bytes(cut.read_bytes()[:-30])
    assert code(cut) == "archive_damaged"
    assert code(zipped(tmp_path / "rong.zip", {"ghi chú.txt": b"x"})) == "archive_without_forms"
    locked = zipped(tmp_path / "khoa.zip", {"a.xlsx": b"x"})
    content = bytearray(locked.read_bytes())
    content[content.index(b"PK\x01\x02") + 8] |= 1
    locked.write_bytes(bytes(content))
    assert code(locked) == "archive_encrypted"
    bomb = zipped(tmp_path / "bom.zip", {"a.xlsx": bytes(archives.LARGEST_ENTRY + 1)})
    assert code(bomb) == "archive_too_heavy"
    monkeypatch.setattr(archives, "LARGEST_TOTAL", 1000)
    many = zipped(tmp_path / "nhieu.zip", {f"{n}.xlsx": bytes(300) for n in range(4)})
    assert code(many) == "archive_too_heavy"
    monkeypatch.setattr(archives, "MOST_ENTRIES", 3)
    assert code(many) == "archive_too_heavy"
