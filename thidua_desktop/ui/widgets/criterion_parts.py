"""What an appraiser reads of one criterion of one unit, in the order in which it is needed."""

from __future__ import annotations

from thidua_desktop.application.appraisal.appraising import AppraisalCell
from thidua_desktop.domain.scoring.criterion import Criterion
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.widgets.folded_text import FoldedText
from thidua_desktop.ui.widgets.side_panel import SidePanel

_ANSWER_LINES = 4


def add_answer(panel: SidePanel, criterion: Criterion, cell: AppraisalCell) -> None:
    """The unit's own words, and what it names as evidence."""
    panel.add_section("Thuyết minh của đơn vị")
    panel.add(FoldedText(cell.explanation or "Đơn vị không ghi.", _ANSWER_LINES))
    count = len(cell.attached)
    panel.add_section(f"Minh chứng ({count} tệp)" if count else "Minh chứng")
    panel.add(FoldedText(cell.evidence or "Đơn vị không nêu."))
    if criterion.requires_evidence and not (cell.evidence or count):
        panel.add_line(Tone.WARNING, "alert-triangle", "Tiêu chí này cần có minh chứng.")


def add_criterion(panel: SidePanel, criterion: Criterion) -> None:
    """The plan's words; the appraiser knows them after the first units, so they come last."""
    panel.add_section(f"Nội dung tiêu chí {criterion.code}")
    panel.add(FoldedText(criterion.text))
    if criterion.requires_evidence:
        panel.add_line(Tone.INFO, "info", "Tiêu chí này cần có minh chứng.")


def add_reasons(panel: SidePanel, cell: AppraisalCell) -> None:
    """Why the office and the council gave their points."""
    for title, text in (
        ("Lý do thẩm định", cell.reason),
        ("Lý do của Hội đồng", cell.council_reason),
    ):
        if text:
            panel.add_section(title)
            panel.add(FoldedText(text))
