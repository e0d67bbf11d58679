"""What a dropped folder holds: forms to read, and photographs that nobody may pass over."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.finding_files import found_files
from thidua_desktop.documents.archives import ZipArchives


def test_photographs_and_strange_archives_in_a_folder_are_put_aside_by_name(tmp_path: Path) -> None:
    for name in (
        "phieu.xlsx",
        "Anh phieu.JPG",
        "scan.pdf",
        "ghi chu.txt",
        "to.RAR",
        "~$phieu.xlsx",
    ):
        (tmp_path / name).write_bytes(b"x")
    found = found_files(ZipArchives(), [tmp_path])
    assert [path.name for path in found.files] == ["phieu.xlsx"]
    assert sorted((grid.path.name, grid.issues[0].code) for grid in found.refused) == [
        ("Anh phieu.JPG", "file_is_paper"),
        ("scan.pdf", "file_is_paper"),
        ("to.RAR", "archive_other_kind"),
    ]
