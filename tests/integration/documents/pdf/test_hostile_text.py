"""Whatever people type is printed as they typed it, or refused by name; nothing is lost."""

from __future__ import annotations

import ast
import unicodedata
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.architecture.sources import PACKAGE, python_files, tree
from tests.papers_in_hand import FONTS, context_of, nominees_for, shipped_plan, to_trinh_order
from tests.printed_pdf import whole_text
from thidua_desktop.application.papers.model import (
    Annex,
    Paper,
    Paragraph,
    ParagraphStyle,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.pdf.fonts import drawable, register_fonts
from thidua_desktop.documents.pdf.plain_text import plain
from thidua_desktop.documents.pdf.writer import PdfPaperWriter
from thidua_desktop.domain.errors import EnvironmentFault, InputError

PLAN = shipped_plan("cao-minh")

LONGEST_HEAD = 60  # heads of columns are ours

PAYLOADS = [
    "Công ty A & B <C>",
    "<b>Nguyễn",
    "</para>",
    "<para>",
    '<img src="file:///etc/passwd"/>',
    '<img src="http://127.0.0.1:9/x.png"/>',
    "<font color=\"[[[getattr(pow, 'x')]]]\">đỏ</font>",
    '<a href="http://a.b">liên kết</a>',
    "<br/><br/>",
    "&lt;đã mã hóa&gt; &amp; &#65; &unknown;",
    "{name} %s %(x)s $x",
    "=1+1 +2 -3 @4",
    "điểm < 50 và > 10",
    "“Ngoặc kép” ‘đơn’ – gạch … %",
]


def write(paper: Paper, folder: Path) -> str:
    path = folder / "van-ban.pdf"
    PdfPaperWriter(FONTS).write(paper, path)
    return whole_text(path)


def everywhere(text: str) -> Paper:
    """A paper with one text in every place where a person's words can stand."""
    columns = (TableColumn(text[:LONGEST_HEAD], 1), TableColumn("B", 1))
    table = Table(columns, ((text,), (text, "x")), ("", text))
    paragraphs = tuple(Paragraph(text, style) for style in ParagraphStyle)
    return Paper(
        parent=text,
        issuer=(text,),
        number="1",
        symbol="TTr-UBND",
        place=text,
        signed_on=None,
        year=2026,
        kind="TỜ TRÌNH",
        subject=text,
        sub_issuer=text,
        addressees=(text, text),
        blocks=(*paragraphs, table),
        signatures=(SignatureBlock((text,), text, text),),
        recipients=(text, text),
        annexes=(Annex(text, text, text, (table,), landscape=True),),
        snapshot=text,
    )


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_markup_is_printed_letter_by_letter(payload: str, tmp_path: Path) -> None:
    said = squeezed(write(everywhere(payload), tmp_path))
    places = 10 + len(ParagraphStyle) + 2 * 4 + 4
    # In the dashed lists a full stop or semicolon takes the place of one at the end.
    assert said.count(squeezed(payload).rstrip(".;")) >= places


@settings(max_examples=80)
@given(st.text(st.characters(codec="utf-8", max_codepoint=0x1EFF), max_size=60))
def test_any_text_is_printed_whole_or_refused_by_name(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    register_fonts(FONTS)
    marked = Paragraph(f"[{text}]")
    paper = replace(everywhere("x"), blocks=(marked,))
    lacking = {c for c in plain(text) if c != "\n" and not drawable(c)}
    if lacking:
        with pytest.raises(InputError) as caught:
            write(paper, tmp_path_factory.mktemp("giay"))
        (issue,) = caught.value.issues
        named = issue.data["characters"]
        assert isinstance(named, tuple)
        assert len(named) == len(lacking)
    else:
        said = unicodedata.normalize("NFC", write(paper, tmp_path_factory.mktemp("giay")))
        assert squeezed(plain(f"[{text}]")) in squeezed(said).replace("\ufffe", "-")


def test_decomposed_letters_are_composed(tmp_path: Path) -> None:
    name = "Trường Tiểu học Đặng Thùy Trâm"
    said = write(everywhere(unicodedata.normalize("NFD", name)), tmp_path)
    assert name in said
    assert unicodedata.is_normalized("NFC", said)


def test_invisible_characters_of_chats_and_spreadsheets_are_dropped(tmp_path: Path) -> None:
    said = write(everywhere("Nguyễn\u200b Văn\ufeff \x07Mẫu\u00ad\t1"), tmp_path)
    assert "Nguyễn Văn Mẫu 1" in said


def test_a_character_that_the_font_lacks_is_named_and_nothing_is_written(tmp_path: Path) -> None:
    paper = everywhere("☐ đạt ☑ tốt 👍")
    with pytest.raises(InputError) as caught:
        write(paper, tmp_path)
    (issue,) = caught.value.issues
    assert issue.code == "paper_missing_glyph"
    assert issue.data["characters"] == ("☐ (U+2610)", "☑ (U+2611)", "👍 (U+1F44D)")
    assert issue.data["text"] == "? đạt ? tốt ?"
    assert list(tmp_path.iterdir()) == []


def test_a_lone_surrogate_is_named_without_itself(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        write(everywhere("hỏng \udc80"), tmp_path)
    assert caught.value.issues[0].data["characters"] == ("U+DC80",)


def test_every_vietnamese_letter_can_be_printed() -> None:
    register_fonts(FONTS)
    vowels = "aăâeêioôơuưy"
    marks = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
    letters = [unicodedata.normalize("NFC", v + m) for v in vowels for m in marks] + ["đ"]
    assert [c for letter in letters for c in (letter, letter.upper()) if not drawable(c)] == []


@pytest.mark.parametrize("text", ["Tên rất dài " * 25, "K" * 300, "a\u00a0b" * 100])
def test_long_texts_wrap_and_are_never_clipped(text: str, tmp_path: Path) -> None:
    said = squeezed(write(everywhere(text), tmp_path))
    assert said.count(squeezed(text)) >= 10


def test_a_long_achievement_stays_whole_in_the_list(tmp_path: Path) -> None:
    praise = " ".join(f"thành_tích_{number}" for number in range(140))
    assert len(praise) > 1_800
    nominees = tuple(
        replace(one, proposal=replace(one.proposal, achievement=praise))
        for one in nominees_for("bang_khen_tinh", "Xóm")
    )
    order = replace(to_trinh_order(PLAN), nominees=nominees)
    said = write(build_to_trinh(context_of(PLAN), order), tmp_path)
    printed_words = Counter(said.split())
    assert [word for word in praise.split() if printed_words[word] != len(nominees)] == []


def test_line_breaks_begin_new_paragraphs(tmp_path: Path) -> None:
    paper = replace(everywhere("x"), blocks=(Paragraph("Dòng một\r\nDòng hai\rDòng ba\n\n"),))
    lines = write(paper, tmp_path).splitlines()
    assert [line for line in lines if line.startswith("Dòng")] == [
        "Dòng một",
        "Dòng hai",
        "Dòng ba",
    ]


def test_an_old_file_stays_when_a_paper_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "van-ban.pdf"
    path.write_bytes(b"old")
    with pytest.raises(InputError):
        PdfPaperWriter(FONTS).write(everywhere("☐"), path)
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_the_machines_fault(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault):
        PdfPaperWriter(FONTS).write(everywhere("x"), tmp_path / "khong-co" / "a.pdf")


def test_only_the_typesetter_makes_paragraphs_and_only_from_escaped_text() -> None:
    makers = {}
    for path in python_files(PACKAGE / "documents" / "pdf"):
        calls = [node for node in ast.walk(tree(path)) if isinstance(node, ast.Call)]
        names = ("Paragraph", "SteadyParagraph", "set_marked")
        made = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in names]
        if made:
            makers[path.name] = {
                call.args[0].func.id
                if isinstance(call.args[0], ast.Call) and isinstance(call.args[0].func, ast.Name)
                else ast.unparse(call.args[0])
                for call in made
            }
    # What is marked is made of escaped text; the others have nothing to parse.
    assert makers == {
        "paragraphs.py": {"escaped", "marked", "''", "'x'"},
        "styles.py": {"with_bold_start"},
    }
