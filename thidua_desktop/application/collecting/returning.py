"""Phiếu trả lại: what was faulty goes back to the unit with only the faulty cells open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.collecting.giving_forms import forms_of_cycle
from thidua_desktop.application.collecting.judging import answer_text, shown
from thidua_desktop.application.collecting.reminding import address
from thidua_desktop.application.collecting.settling import OTHER_CYCLE, newest_files
from thidua_desktop.application.collecting.slip_cells import with_open_cells_only
from thidua_desktop.application.collecting.taking import form_context
from thidua_desktop.application.collecting.typing_in import asked_of
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.forms.returned_form import RawForm, RawLine, read_form
from thidua_desktop.application.forms.typed_form import raw_form
from thidua_desktop.application.forms.unit_form import HEADERS, ReturnSlip, UnitForm
from thidua_desktop.application.grids import CellFault, CellValue
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.records import Intake, IntakeOrigin, IntakeStatus
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Issue, Severity, Value
from thidua_desktop.domain.scoring.criterion import Role
from thidua_desktop.domain.self_reports import ReportLine

NOTHING_READ = RawForm({}, "", (), "", "", ())
"""In place of a kept file that was lost meanwhile: the unit still hears what to mend."""

POINTS_TITLE, EXPLANATION_TITLE, EVIDENCE_TITLE = HEADERS[3:]
ROW_MISSING, LEFT_EMPTY = "criterion_row_missing", "points_missing"
_WHOLE_FORM = ("", "")

_TO_UNIT = {
    OTHER_CYCLE: "form_other_cycle_to_unit",
    "form_not_issued": "form_not_issued_to_unit",
    "form_altered": "form_altered_to_unit",
}
"""What stops a form and is the officer's to mend is told to the unit in other words."""


@dataclass(frozen=True, slots=True)
class ReturnedSlip:
    """One slip that was written, with the message that goes with it."""

    unit: str
    unit_name: str
    path: Path
    message: str


def return_forms(desk: Desk, texts: Texts, cycle_id: str, folder: Path) -> tuple[ReturnedSlip, ...]:
    """Write a return slip for every unit whose newest file was faulty.

    Raises:
        NotFound: no such cycle.
        EnvironmentFault: the folder can't be written.
    """
    faulty = faulty_intakes(desk, cycle_id)
    if not faulty:
        return ()
    with desk.store.read() as books:
        subjects = {unit.code: unit.subject for unit in books.units.all()}
    forms = {form.identity.unit: form for form in forms_of_cycle(desk, cycle_id)}
    slips = []
    with ready_folder(folder):
        for intake, raw in zip(faulty, _what_they_sent(desk, cycle_id, faulty), strict=True):
            form = forms.get(intake.unit)
            if form is None:
                continue
            slip = build_slip(form, raw, intake.issues, texts)
            stem = file_stem("phieu-tra-lai", cycle_id, intake.unit, form.unit_name)
            desk.forms.write_slip(slip, folder / f"{stem}.xlsx")
            is_enterprise = subjects.get(intake.unit) is SubjectKind.ENTERPRISE
            words = message(form, slip, texts, is_enterprise=is_enterprise)
            slips.append(ReturnedSlip(intake.unit, form.unit_name, folder / f"{stem}.xlsx", words))
    return tuple(slips)


def _what_they_sent(desk: Desk, cycle_id: str, intakes: Sequence[Intake]) -> Iterator[RawForm]:
    """The kept file of each, or what was typed in from its paper."""
    with desk.store.read() as books:
        typed = books.typed_forms.of_cycle(cycle_id)
        criteria = form_context(books, desk, books.cycles.get(cycle_id)).expected
    files = [intake for intake in intakes if intake.origin is IntakeOrigin.FILE]
    grids = desk.workbooks.read([desk.attachments.path(intake.sha256) for intake in files])
    for intake in intakes:
        if intake.origin is IntakeOrigin.FILE:
            yield with_open_cells_only(read_form(next(grids)) or NOTHING_READ)
        elif intake.unit in typed and intake.unit in criteria:
            yield raw_form(typed[intake.unit], asked_of(criteria[intake.unit]))
        else:
            yield NOTHING_READ


def faulty_intakes(desk: Desk, cycle_id: str) -> tuple[Intake, ...]:
    """Of every known unit its newest file, where that was not taken or left points empty.

    Points left empty count 0: the unit should have the chance to fill them in.
    """
    with desk.store.read() as books:
        books.cycles.get(cycle_id)
        intakes = books.collecting.intakes(cycle_id)
    newest = newest_files(intakes)
    return tuple(intake for intake in newest.values() if _is_returned(intake))


def _is_returned(intake: Intake) -> bool:
    left_empty = any(issue.code == LEFT_EMPTY for issue in intake.issues)
    return intake.status is IntakeStatus.REJECTED or (
        intake.status is IntakeStatus.WARNED and left_empty
    )


def build_slip(form: UnitForm, raw: RawForm, issues: Sequence[Issue], texts: Texts) -> ReturnSlip:
    """The slip of one form: its answers, and each fault at the cell that it belongs to.

    The answers of another cycle's form are none of this one's: such a slip comes empty.
    """
    stopping = [issue for issue in issues if issue.severity is not Severity.NOTE]
    if any(issue.code == OTHER_CYCLE for issue in issues):
        raw = NOTHING_READ
    return ReturnSlip(
        form=form,
        answers={line.code: _answer(line) for line in raw.lines},
        raw_points={line.code: _points_text(line.points) for line in raw.lines},
        requests=raw.requests,
        highlights=raw.highlights,
        faults=_faults(form, raw, stopping, texts),
        issues=tuple(stopping),
    )


def _answer(line: RawLine) -> ReportLine:
    """The unit's words; its points stand apart as it wrote them."""
    return ReportLine(line.code, None, answer_text(line.explanation), answer_text(line.evidence))


def _points_text(value: CellValue) -> str:
    return "" if value is None or isinstance(value, CellFault) else shown(value)


def _faults(
    form: UnitForm, raw: RawForm, issues: Sequence[Issue], texts: Texts
) -> Mapping[tuple[str, str], tuple[str, ...]]:
    """The sentences of every faulty cell.

    A row that is missing is open whole; where no fault has a cell, every row is open: a slip
    without a cell to fill in could not be answered.
    """
    places: dict[str, tuple[str, str]] = {}
    for line in raw.lines:
        places[line.points_cell] = (line.code, POINTS_TITLE)
        places[line.explanation_cell] = (line.code, EXPLANATION_TITLE)
        places[line.evidence_cell] = (line.code, EVIDENCE_TITLE)
    faults: dict[tuple[str, str], tuple[str, ...]] = {}
    for issue in issues:
        place = places.get(issue.cell, _WHOLE_FORM)
        missing = str(issue.data.get("criterion", "")) if issue.code == ROW_MISSING else ""
        for one in _row(missing) if missing else (place,):
            faults[one] = (*faults.get(one, ()), _to_unit(issue, texts))
    if faults.keys() == {_WHOLE_FORM}:
        asked = [c.code for c in form.criteria.criteria if c.role is not Role.PENALTY]
        faults |= {place: faults[_WHOLE_FORM] for code in asked for place in _row(code)}
    return faults


def _row(criterion: str) -> tuple[tuple[str, str], ...]:
    """The three cells that a unit types in."""
    return tuple((criterion, title) for title in HEADERS[3:])


def _to_unit(issue: Issue, texts: Texts) -> str:
    code = _TO_UNIT.get(issue.code)
    return texts.render(code, issue.data) if code else texts.issue(issue)


def message(form: UnitForm, slip: ReturnSlip, texts: Texts, *, is_enterprise: bool) -> str:
    """The message that goes with a slip, ready for Zalo; it speaks to the unit as reminders do."""
    data: dict[str, Value] = {"count": len(slip.issues), "cycle": form.cycle_title}
    lines = [
        address(form.unit_name, texts, is_enterprise=is_enterprise),
        texts.render("return_message_head", data),
    ]
    for number, issue in enumerate(slip.issues, start=1):
        place = texts.place(issue)
        sentence = _to_unit(issue, texts)
        lines.append(f"{number}. {place}: {sentence}" if place else f"{number}. {sentence}")
    if form.due_on is not None:
        lines.append(texts.render("return_message_due", {"due": form.due_on}))
    lines.append(texts.render("return_message_end", {"department": form.department}))
    return "\n".join(lines)
