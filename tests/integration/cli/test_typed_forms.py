"""form type on the command line: a paper form is typed in, corrected, refused as a file is."""

from __future__ import annotations

import pytest

from tests.forms_in_hand import rows_of
from tests.integration.cli.office import CYCLE, Office

UNIT = "DV001"


def all_points(office: Office, **changes: str) -> str:
    rows = rows_of(office.forms[UNIT])
    said = {row.code: str(row.maximum // 100) for row in rows} | changes
    return ";".join(f"{code}={points}" for code, points in said.items())


def test_a_paper_is_typed_in_and_corrected(office: Office) -> None:
    first = rows_of(office.forms[UNIT])[0].code
    at = ("form", "type", "--cycle", CYCLE, "--unit", UNIT)
    draft = office.line.ask(*at, "--points", f"{first}=8,5", "--draft", "--by", "Văn thư")
    assert (draft["draft"], draft["operation"]) == (True, None)
    done = office.line.ask(*at, "--points", all_points(office, **{first: "8,5"}))
    assert done["status"] == "warned", "evidence is missing, as in a file without it"
    assert done["operation"] is not None
    again = office.line.ask(*at, "--points", f"{first}=7", "--evidence", f"{first}=Báo cáo 05/BC")
    assert again["points"] == pytest.approx(done["points"] - 1.5)
    told = office.line("log").out
    assert "từ bản giấy" in told


def test_a_faulty_paper_is_told_by_line_and_ends_in_part(office: Office) -> None:
    first = rows_of(office.forms[UNIT])[0].code
    ran = office.line(
        "--json", "form", "type", "--cycle", CYCLE, "--unit", UNIT, "--points", f"{first}=999"
    )
    assert (ran.code, ran.answer["status"]) == (1, "rejected")
    found = {issue["code"]: issue for issue in ran.answer["issues"]}
    assert found["points_over_max"]["cell"].startswith(f"dòng {first}")


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("--unit", "DV999"), "unit_reports_not"),
        (("--unit", UNIT, "--points", "XX=1"), "criterion_unknown"),
        (("--unit", UNIT, "--received", "2027-01-01"), "typed_form_of_future"),
    ],
)
def test_what_cannot_be_typed_is_refused(
    office: Office, words: tuple[str, ...], error: str
) -> None:
    ran = office.line("--json", "form", "type", "--cycle", CYCLE, *words)
    assert (ran.code, ran.error) == (1, error)


def test_points_without_a_criterion_are_wrong_usage(office: Office) -> None:
    words = ("form", "type", "--cycle", CYCLE, "--unit", UNIT, "--points", "8,5")
    ran = office.line(*words)
    assert ran.code == 2
    assert "MÃ=NỘI DUNG" in ran.err
