"""What a dropped folder holds: forms to read, and photographs that nobody may pass over."""

from __future__ import annotations

import zipfile
from pathlib import Path

from thidua_desktop.application.collecting.finding_files import found_files
from thidua_desktop.documents.archives import ZipArchives


def test_photographs_and_strange_archives_in_a_folder_are_put_aside_by_name(tmp_path: Path) -> None:
    for name in (
        "phieu.xlsx",
        "Anh phieu.JPG",
        "scan.pdf",
        "ghi chu.txt",
        "to.RAR",
        "~$phieu.xlsx",
        "phieu mau.XLTX",
        "phieu.fods",
        "Thumbs.db",
        "phieu.lnk",
    ):
        (tmp_path / name).write_bytes(b"x")
    found = found_files(ZipArchives(), [tmp_path])
    assert [path.name for path in found.files] == [
        "phieu mau.XLTX",
        "phieu.xlsx",
    ]
    assert sorted((grid.path.name, grid.issues[0].code) for grid in found.refused) == [
        ("Anh phieu.JPG", "file_is_paper"),
        ("ghi chu.txt", "file_other_kind"),
        ("phieu.fods", "file_other_kind"),
        ("scan.pdf", "file_is_paper"),
        ("to.RAR", "archive_other_kind"),
    ]


def test_what_lies_beside_the_forms_in_an_archive_is_put_aside_by_name(tmp_path: Path) -> None:
    archive = tmp_path / "Thôn 1.zip"
    with zipfile.ZipFile(archive, "w") as written:
        for name in ("phieu.xlsx", "anh/Phieu ky.jpg", "phieu cu.rar", "~$phieu.xlsx"):
            written.writestr(name, b"x")
    found = found_files(ZipArchives(), [archive])
    assert [path.name for path in found.files] == ["phieu.xlsx"]
    assert [(grid.path, grid.issues[0].code) for grid in found.refused] == [
        (archive / "Phieu ky.jpg", "file_is_paper"),
        (archive / "phieu cu.rar", "archive_other_kind"),
    ]
