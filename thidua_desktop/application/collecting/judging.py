"""Kiểm tra phiếu: what a returned form says, judged against what was given out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.application.forms.returned_form import RawForm, RawLine
from thidua_desktop.application.forms.unit_form import SCORE_SHEET
from thidua_desktop.application.grids import CellFault, CellValue
from thidua_desktop.application.records import PRACTICE_END
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.reasons import Issue, Severity, Value
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Role
from thidua_desktop.domain.self_reports import ReportLine
from thidua_desktop.domain.unit_mentions import loose, name_pattern, units_named
from thidua_desktop.domain.vietnamese.numerals import NumeralError, ParsedPoints, parse_points
from thidua_desktop.domain.vietnamese.printing import unprintable

_FAULTS = {
    CellFault.FORMULA_WITHOUT_VALUE: "points_formula_without_value",
    CellFault.EXCEL_ERROR: "points_excel_error",
}


@dataclass(frozen=True, slots=True)
class ExpectedForm:
    """What was given out to one unit in the cycle.

    Attributes:
        check_codes: the check code of every version by its form id.
        latest: the form id of the newest version.
    """

    unit: str
    unit_name: str
    criteria: CriteriaSet
    check_codes: Mapping[str, str]
    latest: str


@dataclass(frozen=True, slots=True)
class FormContext:
    """What forms are judged against.

    Attributes:
        expected: by unit code.
        gone: the names of units that ended before, with those that stand in their place.
    """

    dataset: str
    cycle: Cycle
    expected: Mapping[str, ExpectedForm]
    gone: Mapping[str, tuple[str, str]] = field(default_factory=dict)

    def was_issued(self, form_id: str) -> bool:
        """Whether a form stands in the cycle's book of forms, whosever it is."""
        return any(form_id in expected.check_codes for expected in self.expected.values())

    def is_unknown(self, form_id: str, expected: ExpectedForm) -> bool:
        """Whether a form was given to nobody; mostly its own unit's book tells that it was."""
        return form_id not in expected.check_codes and not self.was_issued(form_id)


def _of_no_unit(code: str, context: FormContext) -> Issue:
    """Why a form's unit has none to send: it was merged, split or ended, or never was."""
    name, now = context.gone.get(code, ("", ""))
    if now:
        return Issue("form_unit_succeeded", data={"unit": name, "known": now})
    if name:
        return Issue("form_unit_ended", data={"unit": name})
    return Issue("form_unit_unknown", data={"unit": code})


def identify(raw: RawForm, context: FormContext) -> tuple[ExpectedForm | None, Issue | None]:
    """Whose form it is, or the one reason why it can't be taken."""
    said = raw.identity
    expected = context.expected.get(said.get("unit", ""))
    refusal: Issue | None = None
    if said.get("dataset") != context.dataset:
        expected, refusal = None, _foreign(said.get("dataset", ""), context.dataset)
    elif said.get("cycle") != context.cycle.id:
        refusal = Issue("form_other_cycle", data={"cycle": said.get("cycle", "")})
    elif expected is None:
        refusal = _of_no_unit(said.get("unit", ""), context)
    elif said.get("form_id") and context.is_unknown(said["form_id"], expected):
        refusal = Issue("form_not_issued", data={"unit": expected.unit_name})
    elif expected.check_codes.get(said.get("form_id", ""), "") != said.get("check_code"):
        refusal = Issue("form_altered", data={"unit": expected.unit_name})
    elif said.get("form_id") != expected.latest:
        refusal = Issue("form_old_version", data={"unit": expected.unit_name})
    return expected, refusal


def named_for_other(file_name: str, own: ExpectedForm, context: FormContext) -> list[Issue]:
    """A file that is called by another unit's name: one filled in its neighbour's form."""
    stem = file_name.rpartition(".")[0] or file_name
    code = name_pattern(own.unit)
    if code is not None and code.search(loose(stem)):
        return []  # the name that it was given out with, mostly; looking for all names takes long
    names = {code: expected.unit_name for code, expected in context.expected.items()}
    named = units_named(stem, names)
    if not named or own.unit in named:
        return []
    told = tuple(names[code] for code in named)
    data: dict[str, Value] = {"names": told, "unit": own.unit_name}
    return [Issue("form_named_for_other", Severity.WARNING, data=data)]


def _foreign(dataset: str, own: str) -> Issue:
    """Why a form of other data is not taken: practice and real data are never mixed."""
    is_practice, is_own_practice = dataset.endswith(PRACTICE_END), own.endswith(PRACTICE_END)
    if is_practice and not is_own_practice:
        return Issue("form_of_practice_data")
    if is_own_practice and dataset and not is_practice:
        return Issue("form_of_real_data")
    return Issue("form_other_office")


def judge_lines(
    raw: RawForm, criteria: CriteriaSet
) -> tuple[tuple[ReportLine, ...], tuple[Issue, ...]]:
    """The answers of a form with every fault in them, by cell."""
    asked = [criterion for criterion in criteria.criteria if criterion.role is not Role.PENALTY]
    rows: dict[str, RawLine] = {}
    issues: list[Issue] = []
    for line in raw.lines:
        if line.code in rows:
            issues.append(_issue(raw, "criterion_twice", line.code_cell, criterion=line.code))
        elif criteria.find(line.code) is None:
            issues.append(
                _issue(
                    raw,
                    "criterion_not_asked",
                    line.code_cell,
                    Severity.WARNING,
                    criterion=line.code,
                )
            )
        rows.setdefault(line.code, line)
    lines = []
    for criterion in asked:
        found = rows.get(criterion.code)
        if found is None:
            issues.append(_issue(raw, "criterion_row_missing", "", criterion=criterion.code))
            continue
        points, faults = judge_points(raw, criterion, found)
        issues += [*_unreadable(raw, found), *_not_printed(raw, found), *faults]
        words = (answer_text(found.explanation), answer_text(found.evidence))
        lines.append(ReportLine(criterion.code, points, *words))
    issues.extend(_whole_form(raw, criteria, lines))
    return tuple(lines), tuple(issues)


def _unreadable(raw: RawForm, line: RawLine) -> list[Issue]:
    """Words that are lost: a text that begins with «-» or «=» is a formula to Excel."""
    cells = ((line.explanation, line.explanation_cell), (line.evidence, line.evidence_cell))
    return [
        _issue(raw, "answer_unreadable", cell, Severity.WARNING, criterion=line.code)
        for value, cell in cells
        if isinstance(value, CellFault)
    ]


def _not_printed(raw: RawForm, line: RawLine) -> list[Issue]:
    """Signs of chats in a unit's words: kept as they came, left out where papers quote them."""
    cells = ((line.explanation, line.explanation_cell), (line.evidence, line.evidence_cell))
    return [
        _issue(raw, "answer_not_printed", cell, Severity.WARNING, characters=characters)
        for value, cell in cells
        if (characters := unprintable(answer_text(value)))
    ]


def judge_points(
    raw: RawForm, criterion: Criterion, line: RawLine
) -> tuple[int | None, tuple[Issue, ...]]:
    """The points of one line ×100, and what is wrong or doubtful with them."""
    value = line.points
    if isinstance(value, str) and not value.strip():
        value = None  # blanks look empty to the sender, so they are
    data: dict[str, Value] = {"criterion": criterion.code, "maximum": criterion.max_points}
    if value is None:
        if criterion.role is Role.BONUS:
            return None, ()
        return None, (_issue(raw, "points_missing", line.points_cell, Severity.WARNING, **data),)
    fault, parsed = _read_points(value, criterion)
    data["seen"] = shown(value)
    if fault:
        return None, (_issue(raw, fault, line.points_cell, Severity.ERROR, **data),)
    return parsed.points, _remarks(raw, criterion, line, parsed)


def _read_points(value: CellValue, criterion: Criterion) -> tuple[str, ParsedPoints]:
    """What a cell's points are, with the code of the fault that makes them none."""
    nothing = ParsedPoints(0, None)
    if isinstance(value, CellFault):
        return _FAULTS[value], nothing
    if isinstance(value, dt.date | dt.time):
        return "points_turned_into_day", nothing
    if value is None or isinstance(value, bool):
        return "points_not_number", nothing
    try:
        parsed = _parsed(value, criterion.max_points)
    except NumeralError as error:
        return f"points_{error.code}", nothing
    return ("points_over_max" if parsed.points > criterion.max_points else ""), parsed


def _parsed(value: int | float | str, maximum: int) -> ParsedPoints:
    """Points as typed; many write «35/40», and where the second is the maximum, that is clear.

    Raises:
        NumeralError: it is no number of points.
    """
    if isinstance(value, str) and value.count("/") == 1:
        typed, _, out_of = value.partition("/")
        if parse_points(out_of).points == maximum:
            return replace(parse_points(typed), remark="unit_dropped")
    return parse_points(value)


def _remarks(
    raw: RawForm, criterion: Criterion, line: RawLine, parsed: ParsedPoints
) -> tuple[Issue, ...]:
    """What is worth a look in points that are taken."""
    data: dict[str, Value] = {"criterion": criterion.code, "maximum": criterion.max_points}
    remarks = []
    if parsed.remark:
        seen: dict[str, Value] = {"seen": shown(line.points), "read": parsed.points}
        code = f"points_{parsed.remark}"
        remarks.append(_issue(raw, code, line.points_cell, Severity.WARNING, **data, **seen))
    if criterion.requires_evidence and parsed.points and not answer_text(line.evidence):
        remarks.append(
            _issue(raw, "evidence_missing", line.evidence_cell, Severity.WARNING, **data)
        )
    return tuple(remarks)


def _whole_form(
    raw: RawForm, criteria: CriteriaSet, lines: Sequence[ReportLine]
) -> tuple[Issue, ...]:
    """Faults that no single cell has."""
    if not any(line.points for line in lines) and not any(line.explanation for line in lines):
        return (_issue(raw, "form_empty", ""),)
    told = unprintable(f"{raw.requests} {raw.highlights}")
    remarks = [
        _issue(raw, "answers_not_printed", "", Severity.WARNING, characters=told) for _ in told[:1]
    ]
    bonus = {criterion.code for criterion in criteria.of_role(Role.BONUS)}
    claimed = sum(line.points or 0 for line in lines if line.criterion in bonus)
    if claimed > criteria.bonus_cap:
        data: dict[str, Value] = {"claimed": claimed, "cap": criteria.bonus_cap}
        remarks.append(_issue(raw, "bonus_over_cap", "", Severity.WARNING, **data))
    return tuple(remarks)


def _issue(
    raw: RawForm, code: str, cell: str, severity: Severity = Severity.ERROR, **data: Value
) -> Issue:
    return Issue(code, severity, sheet=raw.sheet or SCORE_SHEET, cell=cell, data=data)


def answer_text(value: CellValue) -> str:
    """A unit's words; dates and numbers as they look in its sheet."""
    return "" if value is None or isinstance(value, CellFault) else shown(value).strip()


def shown(value: CellValue) -> str:
    """A cell's value as the sender sees it, near enough to be found."""
    if isinstance(value, dt.date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    return str(value).upper() if isinstance(value, bool) else str(value)
