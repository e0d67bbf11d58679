"""What people type, in a Word file: nothing is lost, nothing becomes an instruction."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.papers_in_hand import FONTS, context_of, shipped_plan, to_trinh_order
from tests.word_file import WordFile, opened
from thidua_desktop.application.papers.model import (
    Annex,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.docx.writer import DocxPaperWriter
from thidua_desktop.domain.errors import InputError

TEMPLATES = FONTS.parent / "templates"
COLUMNS = (TableColumn("STT", 1), TableColumn("Tên", 4), TableColumn("Thành tích", 6))
PLAN = shipped_plan("cao-minh")
TO_TRINH = build_to_trinh(context_of(PLAN), to_trinh_order(PLAN))


def everywhere(text: str) -> Paper:
    """A paper with a text in every place that takes one."""
    table = Table(COLUMNS, ((text,), ("1", text, text)), ("", text, text))
    signed = (SignatureBlock((text,), text, text),)
    return Paper(
        text,
        (text,),
        text,
        text,
        text,
        None,
        2026,
        text,
        text,
        (Paragraph(text), table),
        signed,
        (text,),
        addressees=(text, text),
        annexes=(Annex(text, text, text, (Paragraph(text), table), signatures=signed),),
        snapshot=text,
    )


def written(paper: Paper, folder: Path) -> WordFile:
    path = folder / "van-ban.docx"
    DocxPaperWriter(FONTS, TEMPLATES).write(paper, path)
    return opened(path)


def joined(file: WordFile) -> str:
    return " ".join(file.text.split())


@pytest.mark.parametrize(
    "payload",
    [
        "Công ty A & B <C>",
        "{{ ten_loai }}",
        "{% if x %}",
        "{{p noi_dung }}",
        "{_{ x }_}",
        "{# ghi chú #}",
        "</w:t></w:r></w:p>",
        "&lt;b&gt; &#60;",
        "]]>",
        "%s %(x)d {0}",
    ],
)
def test_markup_stands_letter_by_letter(payload: str, tmp_path: Path) -> None:
    file = written(everywhere(payload), tmp_path)
    assert joined(file).count(payload) >= 15
    assert payload in file.document.sections[0].footer.paragraphs[0].text


@given(st.text(st.characters(max_codepoint=0x2FFF), max_size=60))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_is_written_whole_or_refused_by_name(tmp_path: Path, text: str) -> None:
    paper = replace(TO_TRINH, blocks=(Paragraph(f"đầu {text} cuối"),))
    try:
        file = written(paper, tmp_path)
    except InputError as error:
        assume(error.code != "paper_missing_glyphs")
        raise
    kept = "".join(c for c in unicodedata.normalize("NFC", text) if c.isprintable())
    assert "".join(kept.split()) in "".join(file.text.split())


def test_decomposed_letters_are_composed_and_controls_dropped(tmp_path: Path) -> None:
    raw = unicodedata.normalize("NFD", "Trường Tiểu học") + "\x07\x0b\x00 số\u200b 1"
    text = joined(written(everywhere(raw), tmp_path))
    assert "Trường Tiểu học số 1" in text


def test_a_letter_without_a_shape_is_named_as_in_print(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="paper_missing_glyphs") as caught:
        written(replace(TO_TRINH, subject="Về ☐ việc"), tmp_path)
    (issue,) = caught.value.issues
    assert issue.data["text"] == "Về ? việc"


def test_long_texts_stay_whole(tmp_path: Path) -> None:
    title = "Về việc khen thưởng các tập thể, cá nhân có thành tích " * 6
    achievement = "Đạt kết quả tốt trong chuyển đổi số. " * 54
    word = "dài" * 60
    table = Table(COLUMNS, (("1", word, achievement), ("2", "Ngắn", "Ngắn")))
    file = written(replace(TO_TRINH, subject=title, blocks=(table,)), tmp_path)
    assert title.strip() in joined(file)
    assert achievement.strip() in joined(file)
    assert word in file.text
    tall, short = file.tables[0].rows[1:]
    assert tall._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is None
    assert short._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None


def test_without_a_signer_the_name_is_left_to_the_pen(tmp_path: Path) -> None:
    paper = replace(TO_TRINH, signatures=(SignatureBlock(("CHỦ TỊCH",)),))
    file = written(paper, tmp_path)
    assert len(file.paragraphs("TDHoTen")) == 1
    assert "CHỦ TỊCH" in file.lines


def test_a_cong_van_has_its_subject_below_its_number(tmp_path: Path) -> None:
    paper = replace(TO_TRINH, kind="", subject="V/v đôn đốc nộp phiếu", annexes=())
    lines = written(paper, tmp_path).lines
    number = next(place for place, line in enumerate(lines) if line.startswith("Số:"))
    assert lines[number + 1] == "V/v đôn đốc nộp phiếu"


def test_every_cell_ends_with_a_paragraph_as_word_demands(tmp_path: Path) -> None:
    for paper in (TO_TRINH, replace(TO_TRINH, recipients=(), addressees=(), blocks=())):
        file = written(paper, tmp_path)
        for cell in file.document.element.body.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
