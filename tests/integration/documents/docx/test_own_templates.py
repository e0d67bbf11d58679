"""An office's own templates: they win, and what is wrong in one is named."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from tests.papers_in_hand import FONTS, context_of, quyet_dinh_order, shipped_plan, to_trinh_order
from tests.word_file import WordFile, opened
from thidua_desktop.application.papers.quyet_dinh import build_quyet_dinh
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.docx.writer import DocxPaperWriter
from thidua_desktop.documents.own_templates import copy_templates
from thidua_desktop.documents.paper_style import ND30_CHUAN
from thidua_desktop.domain.errors import EnvironmentFault, InputError
from thidua_desktop.domain.reasons import Issue

SHIPPED = FONTS.parent / "templates"
PLAN = shipped_plan("cao-minh")
TO_TRINH = build_to_trinh(context_of(PLAN), to_trinh_order(PLAN))
NAME = "van-ban.docx"


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "mẫu riêng"
    copy_templates(SHIPPED, folder)
    return folder


def written(own: Path) -> WordFile:
    path = own.parent / "to-trinh.docx"
    DocxPaperWriter(FONTS, SHIPPED, own).write(TO_TRINH, path)
    return opened(path)


def change(own: Path, old: str, new: str) -> None:
    """Type into the template as a person would, every paragraph that says `old`."""
    document = Document(str(own / NAME))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
    found = [paragraph for paragraph in paragraphs if old in paragraph.text]
    assert found
    for paragraph in found:
        paragraph.runs[0].text = paragraph.runs[0].text.replace(old, new)
    document.save(str(own / NAME))


def faults(own: Path) -> list[Issue]:
    with pytest.raises(InputError, match="template_broken") as caught:
        written(own)
    assert caught.value.data["file"] == NAME
    assert all(issue.file == NAME for issue in caught.value.issues)
    assert not (own.parent / "to-trinh.docx").exists()
    return list(caught.value.issues)


def test_the_copy_of_the_office_wins_with_its_words_and_styles(own: Path) -> None:
    change(own, "{{ ten_loai }}", "{{ ten_loai }} (MẪU XÃ)")
    document = Document(str(own / NAME))
    body = next(style for style in document.styles if style.style_id == "TDThanBai")
    body.font.size = 165100  # 13 points
    document.save(str(own / NAME))
    file = written(own)
    assert "TỜ TRÌNH (MẪU XÃ)" in file.lines
    styles = {style.style_id: style for style in file.document.styles}
    assert styles["TDThanBai"].font.size.pt == 13


def test_without_a_copy_the_shipped_template_follows_the_profile(tmp_path: Path) -> None:
    profile = replace(ND30_CHUAN, margin_left=35, body_size=13, word_face="Liberation Serif")
    path = tmp_path / "a.docx"
    DocxPaperWriter(FONTS, SHIPPED, tmp_path / "không có", profile).write(TO_TRINH, path)
    file = opened(path)
    assert round(file.document.sections[0].left_margin.mm) == 35
    styles = {style.style_id: style for style in file.document.styles}
    assert styles["TDThanBai"].font.size.pt == 13
    assert styles["Normal"].font.name == "Liberation Serif"


def test_copying_again_keeps_what_the_office_changed(own: Path) -> None:
    change(own, "{{ ten_loai }}", "{{ ten_loai }} (MẪU XÃ)")
    (own / "bien-ban.docx").unlink()
    copy_templates(SHIPPED, own)
    assert "TỜ TRÌNH (MẪU XÃ)" in written(own).lines
    assert {path.name for path in own.iterdir()} == {path.name for path in SHIPPED.iterdir()}


def test_other_papers_keep_their_templates(own: Path) -> None:
    (own / "quyet-dinh.docx").write_bytes(b"x")
    assert written(own).lines
    paper = build_quyet_dinh(context_of(PLAN), quyet_dinh_order(PLAN))
    with pytest.raises(InputError, match="template_broken") as caught:
        DocxPaperWriter(FONTS, SHIPPED, own).write(paper, own / "q.docx")
    assert caught.value.data["file"] == "quyet-dinh.docx"


@pytest.mark.parametrize(
    ("old", "new", "code", "field"),
    [
        ("{{ ten_loai }}", "{{ tenloai }}", "template_field_misspelt", "tenloai"),
        ("{{ ten_loai }}", "{{ so_tien }}", "template_field_unknown", "so_tien"),
        ("{{p noi_dung }}", "", "template_field_missing", "noi_dung"),
        ("{{p chu_ky }}", "{{ ten_loai }}", "template_field_missing", "chu_ky"),
        ("{{p noi_dung }}", "Sau đây: {{ noi_dung }}", "template_field_in_line", "noi_dung"),
        ("{{p noi_nhan }}", "Nơi nhận: {{p noi_nhan }}", "template_field_in_line", "noi_nhan"),
    ],
)
def test_a_wrong_field_is_named(own: Path, old: str, new: str, code: str, field: str) -> None:
    change(own, old, new)
    assert [(issue.code, issue.data["field"]) for issue in faults(own)] == [(code, field)]


def test_every_wrong_field_is_told_at_once(own: Path) -> None:
    change(own, "{{ ten_loai }}", "{{ mot }} {{ hai }}")
    assert [issue.data["field"] for issue in faults(own)] == ["hai", "mot"]


@pytest.mark.parametrize(
    "words",
    [
        "{{ ten_loai",
        "{{ ten_loai }",
        "{% if ten_loai %}",
        "{% lap %}",
        "{{ ten_loai | khong_co }}",
        "{{ ten_loai.__class__.__mro__ }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ 1 / 0 }}",
        "{{ ten_loai + 1 }}",
        "{{ ten_loai() }}",
        "{% for so in range(1000000000) %}x{% endfor %}",
        "{% include 'a' %}",
    ],
)
def test_an_instruction_that_cannot_be_followed_is_told(own: Path, words: str) -> None:
    change(own, "{{ ten_loai }}", words)
    (issue,) = faults(own)
    assert issue.code == "template_instruction"
    assert issue.data["said"]
    assert str(issue.data["said"]) in words


@pytest.mark.parametrize(
    "words", ["{{p noi_nhan }", "{ {p noi_nhan }}", "{p noi_nhan}", "{noi_nhan}", "{{noi_nhan"]
)
def test_a_field_that_lacks_a_brace_does_not_vanish(own: Path, words: str) -> None:
    """The template language drops such a line and says nothing."""
    change(own, "{{p noi_nhan }}", words)
    (issue,) = faults(own)
    assert (issue.code, issue.data["said"]) == ("template_instruction", words)


def test_braces_that_are_no_field_stay_as_they_are(own: Path) -> None:
    change(own, "{{ ten_loai }}", "{{ ten_loai }} {mẫu 1}")
    assert any("{mẫu 1}" in line for line in written(own).lines)


@pytest.mark.parametrize("content", [b"", b"khong phai tep Word", b"PK\x03\x04" + b"\0" * 60])
def test_a_file_that_is_no_word_file_is_told(own: Path, content: bytes) -> None:
    (own / NAME).write_bytes(content)
    assert [issue.code for issue in faults(own)] == ["template_not_word"]


def test_another_kind_of_office_file_is_told(own: Path) -> None:
    with zipfile.ZipFile(own / NAME, "w") as packed:
        packed.writestr("xl/workbook.xml", "<workbook/>")
    assert [issue.code for issue in faults(own)] == ["template_not_word"]


def test_a_trap_of_a_file_is_not_unpacked(own: Path) -> None:
    with zipfile.ZipFile(own / NAME, "a", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("word/media/image1.png", b"\0" * 40_000_000)
    assert [issue.code for issue in faults(own)] == ["template_not_word"]


def test_a_template_whose_text_is_torn_is_told(own: Path) -> None:
    torn = own / "hong.docx"
    with zipfile.ZipFile(own / NAME) as old, zipfile.ZipFile(torn, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, content[:900] if name == "word/document.xml" else content)
    shutil.move(torn, own / NAME)
    assert [issue.code for issue in faults(own)] == ["template_not_word"]


def test_a_template_that_cannot_be_read_is_the_machines_fault(own: Path) -> None:
    shutil.rmtree(own)
    with pytest.raises(EnvironmentFault, match="template_not_read"):
        DocxPaperWriter(FONTS, own, None).write(TO_TRINH, own.parent / "a.docx")
