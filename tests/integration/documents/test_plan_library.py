"""Plans are found by the names of their files, and a file that can't be read is told apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from thidua_desktop.documents.plan_file import FilePlanLibrary
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound

MINIMAL = (Path(__file__).parents[2] / "fixtures" / "plans" / "minimal.toml").read_text("utf-8")


def test_what_lies_in_the_folder(tmp_path: Path) -> None:
    for name in ("xa-hai", "xa-mot"):
        (tmp_path / f"{name}.toml").write_bytes(MINIMAL.replace("\n", "\r\n").encode())
    (tmp_path / "ghi-chu.txt").write_text("không phải kế hoạch", encoding="utf-8")
    library = FilePlanLibrary(tmp_path)
    assert library.slugs() == ("xa-hai", "xa-mot")
    assert library.load("xa-mot").slug == "xa-mot"
    assert library.source("xa-mot") == MINIMAL.replace("\n", "\r\n")
    assert library.parse(MINIMAL, "xa-ba").slug == "xa-ba"


@pytest.mark.parametrize("slug", ["xa-khong-co", "../xa-mot", ""])
def test_a_plan_that_is_not_there(slug: str, tmp_path: Path) -> None:
    (tmp_path / "plans").mkdir()
    (tmp_path / "xa-mot.toml").write_text(MINIMAL, encoding="utf-8")
    with pytest.raises(NotFound) as caught:
        FilePlanLibrary(tmp_path / "plans").load(slug)
    assert (caught.value.code, caught.value.data) == ("plan_unknown", {"slug": slug})


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    library = FilePlanLibrary(tmp_path)
    with pytest.raises(NotFound, match="path_missing"):
        library.text_of(tmp_path / "mau.toml")
    with pytest.raises(EnvironmentFault, match="plan_file_unreadable"):
        library.text_of(tmp_path)
    (tmp_path / "mau.toml").write_bytes(MINIMAL.encode("utf-16"))
    with pytest.raises(InputError) as caught:
        library.text_of(tmp_path / "mau.toml")
    assert [issue.code for issue in caught.value.issues] == ["toml_not_utf8"]
