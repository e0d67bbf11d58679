"""The Word templates are those that their maker makes, and their fields are told to the office."""

from __future__ import annotations

import io
import re
import zipfile

import pytest

from tests.architecture.word_templates import TEMPLATES, made
from tests.papers_in_hand import FONTS, context_of, shipped_plan, to_trinh_order
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.documents.docx.families import Family
from thidua_desktop.documents.docx.fields import BLOCKS, text_values
from thidua_desktop.documents.paper_style import ND30_CHUAN
from thidua_desktop.documents.pdf.fonts import register_fonts


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


@pytest.mark.parametrize("family", list(Family))
def test_a_template_is_what_its_maker_makes(family: Family) -> None:
    stored = (TEMPLATES / family.file_name).read_bytes()
    assert parts(stored) == parts(made(family))


def test_the_guide_tells_every_field_and_no_other() -> None:
    register_fonts(FONTS)
    plan = shipped_plan("xuan-hung")
    paper = build_to_trinh(context_of(plan), to_trinh_order(plan))
    fields = {*text_values(paper, ND30_CHUAN, 400.0), *BLOCKS}
    guide = (TEMPLATES / "huong-dan.txt").read_text(encoding="utf-8")
    told = set(re.findall(r"^\| `(\w+)` \|", guide, re.MULTILINE))
    assert told == fields
    for family in Family:
        assert f"`{family.file_name}`" in guide
