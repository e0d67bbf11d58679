"""Reports and letters of awkward names and long achievements come out whole."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.further_papers_in_hand import (
    facts_of,
    reminder_order,
    signing_order,
)
from tests.papers_in_hand import FONTS, context_of, shipped_plan
from tests.printed_pdf import whole_text
from thidua_desktop.application.papers.achievement_report import (
    AchievementOrder,
    build_achievement_report,
)
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.reminder_letter import build_reminder_letter
from thidua_desktop.application.papers.signing_list import build_signing_list
from thidua_desktop.documents.pdf.writer import PdfPaperWriter
from thidua_desktop.domain.kinds import SubjectKind

PLAN = shipped_plan("tay-hieu")
CONTEXT = context_of(PLAN)
NAME = "Công ty A & B <C> «Thử» số 5"
LONG = "Đã số hóa " + "hồ sơ lưu trữ của các bộ phận, " * 62 + "đạt kế hoạch"
TITLE = "Hợp tác xã " + "Dịch vụ tổng hợp " * 17 + "Mẫu"


def report(name: str) -> Paper:
    facts = facts_of(PLAN, SubjectKind.ENTERPRISE)
    proposal = replace(facts.nominee.proposal, subject_name=name, achievement=LONG)
    hard = replace(facts, unit_name=name, nominee=replace(facts.nominee, proposal=proposal))
    return build_achievement_report(CONTEXT, AchievementOrder("giay_khen_xa", hard))


def letter(name: str) -> Paper:
    order = reminder_order(PLAN)
    missing = tuple(replace(one, unit_name=name) for one in order.missing)
    return build_reminder_letter(CONTEXT, replace(order, missing=missing))


def signing(name: str) -> Paper:
    order = signing_order(PLAN)
    nominees = tuple(
        replace(one, proposal=replace(one.proposal, subject_name=name)) for one in order.nominees
    )
    return build_signing_list(CONTEXT, replace(order, nominees=nominees))


@pytest.mark.parametrize("name", [NAME, TITLE], ids=["markup", "long"])
@pytest.mark.parametrize("build", [report, letter, signing])
def test_every_word_is_printed(build, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert len(LONG) > 1900
    assert len(TITLE) > 290
    path = tmp_path / "van-ban.pdf"
    paper: Paper = build(name)
    PdfPaperWriter(FONTS).write(paper, path)
    said = "".join(whole_text(path).split()).casefold()
    # In a row the cells beside it stand between its lines: words are looked for one by one.
    for word in name.casefold().split():
        assert said.count(word) >= name.casefold().split().count(word)
    if build is report:
        # A page may end within the text: its words are counted.
        assert said.count("trữ") == LONG.count("trữ")
        assert "đạtkếhoạch" in said
