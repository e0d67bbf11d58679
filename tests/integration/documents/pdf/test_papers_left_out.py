"""Of a run of papers the one that can't be printed is named, and the others are made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from tests.papers_in_hand import FONTS, context_of, shipped_plan, to_trinh_order
from tests.printed_pdf import whole_text
from thidua_desktop.application.dossiers.writing import PapersWritten, export_papers
from thidua_desktop.application.paper_kinds.kind import PaperGroup, PlannedPaper
from thidua_desktop.application.papers.formats import PaperFormat
from thidua_desktop.application.papers.to_trinh import build_to_trinh
from thidua_desktop.application.ports import Desk
from thidua_desktop.documents.pdf.writer import PdfPaperWriter
from thidua_desktop.domain.errors import InputError

PLAN = shipped_plan("cao-minh")


class _Desk:
    papers = PdfPaperWriter(FONTS)


def planned(name: str) -> PlannedPaper:
    order = to_trinh_order(PLAN)
    first = replace(order.nominees[0].proposal, subject_name=name)
    nominees = (replace(order.nominees[0], proposal=first), *order.nominees[1:])
    paper = build_to_trinh(context_of(PLAN), replace(order, nominees=nominees))
    return PlannedPaper(
        name.split(maxsplit=1)[0], "to_trinh", PaperGroup.PROPOSING, name, lambda: paper
    )


def export(folder: Path, *names: str) -> PapersWritten:
    desk = cast("Desk", _Desk())
    return export_papers(desk, list(map(planned, names)), folder, formats=[PaperFormat.PDF])


def test_a_paper_that_would_lose_letters_is_named_and_the_others_are_made(tmp_path: Path) -> None:
    made = export(tmp_path, "A \u738b", "B Mẫu", "C Mẫu 😀")
    assert [path.name for path in made.files] == ["B.pdf", "C.pdf"]
    assert [(one.code, one.data["paper"], one.data["characters"]) for one in made.issues] == [
        ("paper_left_out", "A", ("\u738b (U+738B)",)),
        ("paper_without_signs", "C", ("😀",)),
    ]
    assert "C Mẫu" in whole_text(tmp_path / "C.pdf")


def test_where_nothing_can_be_printed_nothing_is_left(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="papers_left_out") as caught:
        export(tmp_path / "van-ban", "A \u738b")
    assert [issue.code for issue in caught.value.issues] == ["paper_left_out"]
    assert not (tmp_path / "van-ban").exists()
