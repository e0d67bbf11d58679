"""Sổ phong trào: written down, mended, undone, and what papers and the province get of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.council.members import add_member
from thidua_desktop.application.dossiers.writing import plan_papers
from thidua_desktop.application.movement.activities import remove_activity, save_activity
from thidua_desktop.application.movement.book import movement_book
from thidua_desktop.application.movement.exemplars import (
    remove_exemplar,
    reported_highlights,
    save_exemplar,
)
from thidua_desktop.application.movement.inspections import (
    inspection,
    remedy_inspection,
    remove_inspection,
    save_inspection,
)
from thidua_desktop.application.movement.sheets import export_movement_book
from thidua_desktop.application.province.summary_workbook import export_province
from thidua_desktop.application.today import today_board
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.council_members import CouncilMember
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.movement_book import (
    Activity,
    ActivityKind,
    Exemplar,
    ExemplarKind,
    Inspection,
    InspectionState,
)
from thidua_desktop.domain.vietnamese.dates import long_date

DAY = dt.date(2026, 12, 18)
HELD = dt.date(2026, 5, 12)
UNIT = "Phòng Kinh tế"


@pytest.fixture
def ready(office: OfficeInHand) -> OfficeInHand:
    office.clock.set(DAY)
    return office


def visit(office: OfficeInHand) -> Inspection:
    return Inspection(0, office.unit(UNIT), HELD, " Trụ sở ", ("Bà Lê Thị Mẫu", " ", ""))


def model(office: OfficeInHand) -> Exemplar:
    subject = CaseSubject(office.unit(UNIT), is_person=False)
    return Exemplar(0, ExemplarKind.MODEL, subject, "Mô hình  mẫu", HELD, "Tốt", "02 thôn")


def titles(office: OfficeInHand, path: Path) -> list[str]:
    return [sheet.title for sheet in office.written.summaries[path].sheets]


def test_an_exemplar_is_recorded_mended_and_taken_out(ready: OfficeInHand) -> None:
    desk = ready.desk
    number = save_exemplar(desk, model(ready))
    (line,) = movement_book(desk).exemplars
    assert (line.exemplar.name, line.who.name) == ("Mô hình mẫu", UNIT)
    assert save_exemplar(desk, replace(line.exemplar, spread="05 thôn")) == number
    (line,) = movement_book(desk).exemplars
    assert line.exemplar.spread == "05 thôn"
    remove_exemplar(desk, number)
    assert movement_book(desk).exemplars == ()
    with pytest.raises(NotFound, match="exemplar_unknown"):
        remove_exemplar(desk, number)
    with pytest.raises(NotFound, match="exemplar_unknown"):
        save_exemplar(desk, line.exemplar)


def test_an_exemplar_needs_a_name_a_known_owner_and_a_past_day(ready: OfficeInHand) -> None:
    desk, good = ready.desk, model(ready)
    with pytest.raises(InputError, match="exemplar_name_missing"):
        save_exemplar(desk, replace(good, name="  "))
    with pytest.raises(InputError, match="case_day_in_future"):
        save_exemplar(desk, replace(good, noted_on=DAY + dt.timedelta(1)))
    for is_person, code in ((False, "unit_unknown"), (True, "person_unknown")):
        with pytest.raises(NotFound, match=code):
            save_exemplar(desk, replace(good, subject=CaseSubject("XX", is_person=is_person)))
    assert movement_book(desk).exemplars == ()


def test_an_inspection_goes_from_plan_to_mended(ready: OfficeInHand) -> None:
    desk = ready.desk
    number = save_inspection(desk, replace(visit(ready), held_on=DAY + dt.timedelta(3)))
    assert movement_book(desk).inspections[0].state is InspectionState.PLANNED
    planned = inspection(desk, number)
    assert planned.inspectors == ("Bà Lê Thị Mẫu",)
    save_inspection(desk, replace(planned, held_on=HELD))
    with pytest.raises(RuleViolation, match="inspection_nothing_to_mend"):
        remedy_inspection(desk, number, DAY)
    held = inspection(desk, number)
    with pytest.raises(InputError, match="inspection_days_reversed"):
        save_inspection(desk, replace(held, remedy_by=HELD - dt.timedelta(1)))
    save_inspection(desk, replace(held, remedy_by=dt.date(2026, 6, 1)))
    assert movement_book(desk).inspections[0].state is InspectionState.OVERDUE
    with pytest.raises(InputError, match="case_day_in_future"):
        remedy_inspection(desk, number, DAY + dt.timedelta(1))
    remedy_inspection(desk, number, DAY)
    assert movement_book(desk).inspections[0].state is InspectionState.REMEDIED
    save_inspection(desk, replace(inspection(desk, number), remedy_by=None))
    assert movement_book(desk).inspections[0].state is InspectionState.HELD
    remove_inspection(desk, number)
    assert movement_book(desk).inspections == ()


def test_who_looks_after_a_unit_is_offered(ready: OfficeInHand) -> None:
    for name, area in (
        ("Bà Lê Thị Mẫu", f"Thôn Mẫu, {UNIT.upper()}"),
        ("Ông Mẫu", "Thôn khác"),
        ("Ông Thử", f"{UNIT}10"),
    ):
        add_member(ready.desk, CouncilMember(0, name, "Phó Chủ tịch", area=area))
    offered = movement_book(ready.desk).assigned[ready.unit(UNIT)]
    assert offered == ("Bà Lê Thị Mẫu, Phó Chủ tịch",)


def test_an_activity_is_recorded_and_taken_out(ready: OfficeInHand) -> None:
    desk = ready.desk
    made = Activity(0, ActivityKind.TRAINING, "Tập huấn mẫu", HELD, people=64)
    with pytest.raises(InputError, match="activity_name_missing"):
        save_activity(desk, replace(made, name=""))
    with pytest.raises(InputError, match="activity_people_negative"):
        save_activity(desk, replace(made, people=-1))
    number = save_activity(desk, made)
    save_activity(desk, replace(movement_book(desk).activities[0], people=None))
    assert movement_book(desk).activities[0].people is None
    remove_activity(desk, number)
    assert movement_book(desk).activities == ()


def test_each_entry_is_one_operation_that_can_be_undone(ready: OfficeInHand) -> None:
    desk = ready.desk
    save_inspection(desk, visit(ready))
    (operation,) = desk.store.operations(limit=1)
    assert ready.texts.render(f"action_{operation.action}", operation.data) == (
        f"Ghi kiểm tra {UNIT} ngày 12/05/2026"
    )
    desk.store.undo(operation.id)
    assert movement_book(desk).inspections == ()


def test_the_minutes_are_made_from_the_book(ready: OfficeInHand) -> None:
    ready.collect_all()
    found = replace(visit(ready), weaknesses="Chưa lưu minh chứng.", remedy_by=dt.date(2026, 6, 1))
    save_inspection(ready.desk, found)
    save_inspection(ready.desk, replace(visit(ready), held_on=dt.date(2025, 5, 12)))
    minutes = [
        one
        for one in plan_papers(ready.desk, ready.texts, CYCLE)
        if one.kind == "inspection_minutes" and UNIT in one.about
    ]
    (paper,) = minutes  # last year's visit is another year's paper
    said = str(paper.paper.blocks)
    assert f"Thời gian: {long_date(HELD)}" in said
    assert "Bà Lê Thị Mẫu" in said
    assert "Chưa lưu minh chứng." in said
    others = [
        one
        for one in plan_papers(ready.desk, ready.texts, CYCLE)
        if one.kind == "inspection_minutes" and one != paper
    ]
    assert others, "the other units keep their blank forms"


def test_the_province_gets_the_year_of_the_book(ready: OfficeInHand) -> None:
    ready.collect_all()
    path = ready.folder / "tinh.xlsx"
    export_province(ready.desk, ready.texts, CYCLE, path)
    assert "Điển hình, mô hình" not in titles(ready, path)
    save_exemplar(ready.desk, model(ready))
    save_exemplar(ready.desk, replace(model(ready), noted_on=dt.date(2025, 3, 1), name="Năm cũ"))
    export_province(ready.desk, ready.texts, CYCLE, path)
    summary = ready.written.summaries[path]
    (sheet,) = (one for one in summary.sheets if one.title == "Điển hình, mô hình")
    assert [row[2] for row in sheet.rows] == ["Mô hình mẫu"]


def test_the_book_is_a_workbook_of_its_own(ready: OfficeInHand) -> None:
    path = ready.folder / "so.xlsx"
    with pytest.raises(RuleViolation, match="movement_book_empty"):
        export_movement_book(ready.desk, ready.texts, path)
    save_exemplar(ready.desk, model(ready))
    save_inspection(ready.desk, visit(ready))
    save_activity(ready.desk, Activity(0, ActivityKind.CONTEST, "Hội thi mẫu", HELD))
    assert export_movement_book(ready.desk, ready.texts, path) == 3
    assert titles(ready, path) == [
        "Điển hình, mô hình",
        "Kiểm tra, giám sát",
        "Tập huấn, hội thi",
    ]


def test_the_home_page_tells_of_what_was_not_mended(ready: OfficeInHand) -> None:
    number = save_inspection(ready.desk, replace(visit(ready), remedy_by=dt.date(2026, 6, 1)))
    told = {one.reason.code: one for one in today_board(ready.desk, CYCLE).sentences}
    assert told["today_remedy_overdue"].page == "movement_book"
    remedy_inspection(ready.desk, number, DAY)
    told = {one.reason.code: one for one in today_board(ready.desk, CYCLE).sentences}
    assert "today_remedy_overdue" not in told


def test_what_the_forms_tell_is_offered_and_known_once_it_is_kept(ready: OfficeInHand) -> None:
    assert reported_highlights(ready.desk, CYCLE) == ()
    ready.collect_all()
    with ready.writing() as books:
        report = books.collecting.reports(CYCLE)[ready.unit(UNIT)]
        books.collecting.accept(replace(report, highlights=" Tổ công nghệ số đến nhà. "), 1)
    (told,) = reported_highlights(ready.desk, CYCLE)
    assert (told.unit_name, told.text, told.is_kept) == (UNIT, "Tổ công nghệ số đến nhà.", False)
    save_exemplar(ready.desk, replace(model(ready), result=told.text))
    (told,) = reported_highlights(ready.desk, CYCLE)
    assert told.is_kept
