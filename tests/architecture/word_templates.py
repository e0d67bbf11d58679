"""Make the Word templates anew: `python -m tests.architecture.word_templates`.

What stands in them is written here, how it looks in `documents/docx/style_names.py`.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from thidua_desktop.documents.docx.dressing import dress
from thidua_desktop.documents.docx.elements import (
    Setting,
    cell,
    paragraph,
    parsed,
    row,
    run,
    table,
)
from thidua_desktop.documents.docx.families import Family
from thidua_desktop.documents.docx.style_names import Style
from thidua_desktop.documents.paper_style import ND30_CHUAN
from thidua_desktop.documents.pdf.fonts import register_fonts

RESOURCES = Path(__file__).parents[2] / "resources"
TEMPLATES = RESOURCES / "templates"

WIDTH = 165 * 72 / 25.4
HEADING = (WIDTH * 65 / 165, WIDTH * 100 / 165)
CLOSING = (WIDTH * 0.48, WIDTH * 0.52)
STARTED = dt.datetime(2026, 1, 1)  # noqa: DTZ001 - the library wants it bare


def made(family: Family) -> bytes:
    """The bytes of one template."""
    register_fonts(RESOURCES / "fonts")
    document = Document()
    body = document.element.body
    for element in parsed(_heading(family) + _title(family) + _text(family)):
        body.sectPr.addprevious(element)
    _set_edges(document)
    _set_language(document)
    dress(document, ND30_CHUAN)
    about = document.core_properties
    about.author = about.last_modified_by = "Thi đua Desktop"
    about.title = about.comments = about.subject = ""
    about.created = about.modified = STARTED
    kept = io.BytesIO()
    document.save(kept)
    return _repacked(kept.getvalue())


def _heading(family: Family) -> str:
    left, right = HEADING
    number = paragraph(Style.NUMBER, run("{{ so_ky_hieu }}"))
    if family is Family.LETTER:
        number += paragraph(Style.LETTER_SUBJECT, run("{{ trich_yeu_cong_van }}"))
    date = paragraph(Style.DATE, run("{{ dia_danh_ngay }}"))
    rows = [row([_placed(left, _field("co_quan")), _placed(right, _field("quoc_hieu"))])]
    if family is Family.MINUTES:
        rows.append(_told(HEADING, "{%tr if so_ky_hieu or dia_danh_ngay %}"))
    rows.append(row([_placed(left, number), _placed(right, date)]))
    if family is Family.MINUTES:
        rows.append(_told(HEADING, "{%tr endif %}"))
    return table(HEADING, rows)


def _title(family: Family) -> str:
    if family is Family.LETTER:
        return paragraph(Style.AROUND_TABLE) + _field("kinh_gui")
    title = (
        paragraph(Style.KIND, run("{{ ten_loai }}"))
        + paragraph(Style.SUBJECT, run("{{ trich_yeu }}"))
        + _field("duong_ke_trich_yeu")
    )
    if family is Family.DECISION:
        title += paragraph(Style.SUB_ISSUER, run("{{ tham_quyen }}"))
    return title + paragraph(Style.AROUND_TABLE) + _field("kinh_gui")


def _text(family: Family) -> str:
    space = paragraph(Style.AROUND_TABLE, setting=Setting(keep_next=True))
    text = _field("noi_dung") + space
    if family is Family.MINUTES:
        return text + _field("chu_ky") + _field("noi_nhan")
    left, right = CLOSING
    closing = row([_placed(left, _field("noi_nhan")), _placed(right, _field("chu_ky"))])
    return text + table(CLOSING, [closing])


def _field(name: str) -> str:
    """A field of whole paragraphs, in a paragraph of its own."""
    return paragraph(Style.BODY, run("{{p " + name + " }}"))


def _placed(width: float, content: str) -> str:
    return cell(width, content, middle=False)


def _told(widths: tuple[float, float], words: str) -> str:
    """A row that only tells the template language something."""
    first, second = widths
    return row([_placed(first, paragraph(Style.NUMBER, run(words))), _placed(second, "<w:p/>")])


def _set_edges(document: Any) -> None:
    """Page numbers from the second page, the mark of the data at every foot."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    number = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    _fill(section.header, paragraph(Style.PAGE_NUMBER, number))
    _fill(section.first_page_header, paragraph(Style.PAGE_NUMBER))
    for foot in (section.footer, section.first_page_footer):
        _fill(foot, paragraph(Style.SNAPSHOT, run("{{ ban_du_lieu }}")))


def _fill(edge: Any, xml: str) -> None:
    edge.is_linked_to_previous = False
    root = edge._element
    for old in list(root):
        root.remove(old)
    for element in parsed(xml):
        root.append(element)


def _set_language(document: Any) -> None:
    """Vietnamese, in our face, laid out as Word does today."""
    face = ND30_CHUAN.word_face
    styles = document.styles.element
    defaults = styles.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(defaults):
        defaults.remove(child)
    for element in parsed(
        f'<w:rFonts w:ascii="{face}" w:hAnsi="{face}" w:eastAsia="{face}" w:cs="{face}"/>'
        '<w:sz w:val="28"/><w:szCs w:val="28"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/>'
    ):
        defaults.append(element)
    settings = document.settings.element
    old = settings.find(qn("w:compat"))
    compat = parsed(
        '<w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    )[0]
    if old is not None:
        settings.replace(old, compat)


def _repacked(content: bytes) -> bytes:
    """The same parts under one date, so that the same template has the same bytes."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(kept, "w") as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            part.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(part, old.read(name))
    return kept.getvalue()


def main() -> None:
    """Write every template."""
    TEMPLATES.mkdir(exist_ok=True)
    for family in Family:
        (TEMPLATES / family.file_name).write_bytes(made(family))


if __name__ == "__main__":
    main()
