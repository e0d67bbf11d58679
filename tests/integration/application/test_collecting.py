"""Thu phiếu: each file ends in one status, the newest good one counts, and nothing else changes."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, DUE, MORNING, OfficeInHand, returned
from thidua_desktop.application.collecting.taking import (
    CollectedFile,
    CollectOrder,
    collect_forms,
    rehearse_forms,
    take_forms,
)
from thidua_desktop.application.forms.unit_form import IDENTITY_SHEET
from thidua_desktop.application.grids import SheetGrid
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.self_reports import SelfReport

ECONOMY = "Phòng Kinh tế"
POLICE = "Công an xã"


def report_of(office: OfficeInHand, name: str = ECONOMY) -> SelfReport | None:
    with office.desk.store.read() as books:
        return books.collecting.reports(CYCLE).get(office.unit(name))


def points_of(office: OfficeInHand, criterion: str = "ND3", name: str = ECONOMY) -> int | None:
    report = report_of(office, name)
    assert report is not None
    return report.line(criterion).points


def statuses(files: tuple[CollectedFile, ...]) -> dict[str, IntakeStatus]:
    return {file.path.name: file.status for file in files}


def codes(file: CollectedFile) -> list[str]:
    return [issue.code for issue in file.issues]


def test_a_good_form_becomes_the_units_report(office: OfficeInHand) -> None:
    collected = office.collect(office.save(ECONOMY, ND3=7))
    [file] = collected.files
    assert (file.status, file.unit_name, file.issues) == (IntakeStatus.ACCEPTED, ECONOMY, ())
    report = report_of(office)
    assert report is not None
    assert report.line("ND3").points == 700
    assert (report.requests, report.highlights) == ("Đề nghị bố trí máy quét.", "")
    assert report.received_on == office.clock.today()
    assert collected.operation == office.desk.store.operations(1)[0].id


def test_of_two_files_the_one_saved_last_counts(office: OfficeInHand) -> None:
    newer = office.save(ECONOMY, "a.xlsx", minute=5, ND3=8)
    older = office.save(ECONOMY, "b.xlsx", minute=1, ND3=7)
    collected = office.collect(newer, older)
    assert statuses(collected.files) == {
        "a.xlsx": IntakeStatus.ACCEPTED,
        "b.xlsx": IntakeStatus.SUPERSEDED,
    }
    assert codes(collected.files[1]) == ["form_superseded"]
    assert points_of(office) == 800


def test_of_two_files_saved_at_once_neither_is_called_the_newer(office: OfficeInHand) -> None:
    both = [office.save(ECONOMY, name, minute=5, ND3=8 + k) for k, name in enumerate("ab")]
    collected = office.collect(*both)
    [left] = [one for one in collected.files if one.status is IntakeStatus.SUPERSEDED]
    assert codes(left) == ["form_saved_at_once"]


def test_an_older_file_that_comes_later_does_not_replace(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "new.xlsx", minute=5, ND3=8))
    collected = office.collect(office.save(ECONOMY, "old.xlsx", minute=1, ND3=7))
    assert collected.count(IntakeStatus.SUPERSEDED) == 1
    assert points_of(office) == 800


def test_a_newer_file_with_faults_does_not_replace(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "good.xlsx", ND3=7))
    collected = office.collect(office.save(ECONOMY, "bad.xlsx", minute=9, ND3="tốt"))
    assert collected.count(IntakeStatus.REJECTED) == 1
    assert points_of(office) == 700


def test_two_files_of_one_second_are_parted_the_same_way_in_any_order(
    office: OfficeInHand,
) -> None:
    first, second = (office.save(ECONOMY, f"{n}.xlsx", ND3=n) for n in (6, 7))
    forwards = office.collect(first, second, dry_run=True)
    backwards = office.collect(second, first, dry_run=True)
    assert statuses(forwards.files) == statuses(backwards.files)
    assert sorted(statuses(forwards.files).values()) == ["accepted", "superseded"]


def test_of_copies_dropped_together_one_counts_in_any_order(office: OfficeInHand) -> None:
    files = [office.save(ECONOMY, name, ND3=7) for name in ("Copy of a.xlsx", "a.xlsx")]
    for order in (files, files[::-1]):
        seen = office.collect(*order, dry_run=True)
        assert statuses(seen.files) == {
            "a.xlsx": IntakeStatus.ACCEPTED,
            "Copy of a.xlsx": IntakeStatus.SUPERSEDED,
        }
        assert sorted(code for file in seen.files for code in codes(file)) == ["form_same_file"]
    office.collect(*files)
    with office.desk.store.read() as books:
        assert [one.file_name for one in books.collecting.intakes(CYCLE)] == ["a.xlsx"]


def test_the_same_files_again_change_nothing(office: OfficeInHand) -> None:
    files = [office.save(ECONOMY, ND3=7), office.save(POLICE, ND3="x")]
    office.collect(*files)
    before = office.desk.store.operations()
    again = office.collect(*files)
    assert again.operation is None
    assert statuses(again.files) == {
        files[0].name: IntakeStatus.ACCEPTED,
        files[1].name: IntakeStatus.REJECTED,
    }
    assert office.desk.store.operations() == before


def test_a_folder_with_an_older_file_again_changes_nothing(office: OfficeInHand) -> None:
    older = office.save(ECONOMY, "1.xlsx", minute=1, ND3=7)
    office.collect(older)
    newer = office.save(ECONOMY, "2.xlsx", minute=2, ND3=8)
    office.collect(newer)
    assert office.collect(older, newer).operation is None
    assert points_of(office) == 800


def test_a_copy_downloaded_again_is_no_newer_than_its_content(office: OfficeInHand) -> None:
    first = office.save(ECONOMY, "first.xlsx", minute=1, ND3=7)
    office.collect(first)
    office.collect(office.save(ECONOMY, "mended.xlsx", minute=2, ND3=8))
    copy = office.save(ECONOMY, "first (1).xlsx", minute=30, ND3=7)
    assert copy.read_bytes() == first.read_bytes()
    collected = office.collect(copy)
    assert statuses(collected.files) == {"first (1).xlsx": IntakeStatus.SUPERSEDED}
    assert points_of(office) == 800


def test_a_rehearsal_says_the_same_and_writes_nothing(office: OfficeInHand) -> None:
    files = [office.save(ECONOMY, ND3=7), office.save(POLICE, ND3="x")]
    before = office.desk.store.operations()
    rehearsed = office.collect(*files, dry_run=True)
    assert office.desk.store.operations() == before
    assert report_of(office) is None
    assert not (office.desk.store.folder / "attachments").exists()
    assert rehearsed.operation is None
    assert rehearsed.files == office.collect(*files).files


def test_undoing_gives_back_what_stood_before(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "1.xlsx", minute=1, ND3=7))
    before = report_of(office)
    newer = office.save(ECONOMY, "2.xlsx", minute=2, ND3=8)
    operation = office.collect(newer, office.save(POLICE)).operation
    assert operation is not None
    outcome = office.desk.store.undo(operation)
    assert outcome.conflicts == ()
    assert report_of(office) == before
    assert report_of(office, POLICE) is None
    office.collect(newer)
    assert points_of(office) == 800


def test_a_late_form_says_how_late(office: OfficeInHand) -> None:
    path = office.save(ECONOMY)
    collect_forms(office.desk, CYCLE, CollectOrder([path], received_on=dt.date(2026, 12, 14)))
    report = report_of(office)
    assert report is not None
    assert report.received_on == dt.date(2026, 12, 14)


def test_a_file_that_is_no_form_is_kept_as_unknown(office: OfficeInHand) -> None:
    sheet = SheetGrid("Sheet1", visible=True, rows=(("Thực đơn", "Giá"),))
    [file] = office.collect(office.grids.put(office.folder / "x.xlsx", (sheet,))).files
    assert (file.status, file.unit, codes(file)) == (
        IntakeStatus.UNKNOWN,
        "",
        ["form_not_recognised"],
    )


def test_a_broken_file_is_told_and_the_others_are_taken(office: OfficeInHand) -> None:
    broken = office.grids.put_broken(office.folder / "sent" / "0.xlsx", Issue("file_damaged"))
    collected = office.collect(broken, office.save(ECONOMY, ND3=7))
    assert [file.status for file in collected.files] == [
        IntakeStatus.REJECTED,
        IntakeStatus.ACCEPTED,
    ]
    assert codes(collected.files[0]) == ["file_damaged"]
    assert points_of(office) == 700


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [
        ("dataset", "another", "form_of_real_data"),
        ("cycle", "2025-annual", "form_other_cycle"),
        ("unit", "DV999", "form_unit_unknown"),
        ("check_code", "000000000000", "form_altered"),
        ("form_id", "0" * 16, "form_not_issued"),
    ],
)
def test_a_form_that_is_not_ours_is_refused_with_one_reason(
    office: OfficeInHand, key: str, value: str, code: str
) -> None:
    score, others, identity = returned(office.form(ECONOMY), {})
    rows = tuple((k, value if k == key else v) for k, v in identity.rows)
    sheets = (score, others, SheetGrid(IDENTITY_SHEET, visible=False, rows=rows))
    [file] = office.collect(office.grids.put(office.folder / "x.xlsx", sheets)).files
    assert (file.status, codes(file)) == (IntakeStatus.REJECTED, [code])
    assert report_of(office) is None


def test_another_units_identity_does_not_fit_its_check_code(office: OfficeInHand) -> None:
    score, others, identity = returned(office.form(ECONOMY), {})
    police = office.unit(POLICE)
    rows = tuple((k, police if k == "unit" else v) for k, v in identity.rows)
    sheets = (score, others, SheetGrid(IDENTITY_SHEET, visible=False, rows=rows))
    [file] = office.collect(office.grids.put(office.folder / "x.xlsx", sheets)).files
    assert (file.unit_name, codes(file)) == (POLICE, ["form_altered"])


def test_an_old_version_of_a_form_is_refused(office: OfficeInHand) -> None:
    old = office.save(ECONOMY, "old.xlsx")
    with office.desk.store.write("forms_given") as books:
        issued = next(
            form
            for form in books.collecting.issued(CYCLE)
            if form.unit == office.form(ECONOMY).identity.unit
        )
        newer = replace(issued, form_id="f" * 16, version=2, check_code="0123456789ab")
        books.collecting.add_issued(newer)
    [file] = office.collect(old).files
    assert codes(file) == ["form_old_version"]


def test_a_renamed_file_is_recognised_by_its_hidden_sheet(office: OfficeInHand) -> None:
    [file] = office.collect(office.save(ECONOMY, "Bao cao (3) final.xlsx")).files
    assert file.unit_name == ECONOMY


def test_folders_are_searched_and_open_files_of_office_programs_left_alone(
    office: OfficeInHand,
) -> None:
    office.save(ECONOMY, "xã/tháng 12/a.xlsx", ND3=7)
    sent = office.folder / "sent"
    (sent / "~$a.xlsx").write_bytes(b"lock")
    (sent / "ghi chu.txt").write_text("x", encoding="utf-8")
    collected = office.collect(sent, sent / "xã")
    assert {file.path.name: file.status.value for file in collected.files} == {
        "a.xlsx": "accepted",
        "ghi chu.txt": "rejected",
    }


def test_paths_that_are_missing_are_all_named(office: OfficeInHand) -> None:
    with pytest.raises(InputError) as caught:
        office.collect(Path("khong-co-1.xlsx"), Path("khong-co-2.xlsx"))
    assert [issue.file for issue in caught.value.issues] == ["khong-co-1.xlsx", "khong-co-2.xlsx"]


def test_an_empty_folder_is_told(office: OfficeInHand) -> None:
    empty = office.folder / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match="no_files_found"):
        office.collect(empty)


def test_a_closed_cycle_takes_nothing(office: OfficeInHand) -> None:
    path = office.save(ECONOMY)
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        office.collect(path)


def test_an_unknown_cycle_is_told(office: OfficeInHand) -> None:
    path = office.save(ECONOMY)
    with pytest.raises(NotFound, match="cycle_unknown"):
        collect_forms(office.desk, "2031-annual", CollectOrder([path]))


def test_every_file_is_kept_whatever_became_of_it(office: OfficeInHand) -> None:
    good, bad = office.save(ECONOMY), office.save(POLICE, ND3="x")
    office.collect(good, bad)
    with office.desk.store.read() as books:
        kept = {a.sha256 for a in books.collecting.attachments()}
        intakes = books.collecting.intakes(CYCLE)
    assert {intake.sha256 for intake in intakes} == kept
    assert {office.desk.attachments.path(sha).read_bytes() for sha in kept} == {
        good.read_bytes(),
        bad.read_bytes(),
    }
    assert intakes[0].modified_at == MORNING.isoformat(timespec="seconds")


def test_a_form_mended_after_the_due_day_was_sent_in_time(office: OfficeInHand) -> None:
    form = office.form(ECONOMY)
    first = form.criteria.criteria[0].code
    faulty = office.grids.put(office.folder / "a.xlsx", returned(form, {first: "đạt"}))
    assert office.collect(faulty).files[0].status is IntakeStatus.REJECTED
    office.clock.set(DUE + dt.timedelta(days=2))
    mended = office.grids.put(office.folder / "b.xlsx", returned(form, {}))
    order = CollectOrder([mended])
    assert collect_forms(office.desk, CYCLE, order).files[0].status is IntakeStatus.ACCEPTED
    report = report_of(office)
    assert report is not None
    assert report.received_on <= DUE


def test_a_rehearsal_writes_nothing_and_what_it_showed_is_what_is_taken(
    office: OfficeInHand,
) -> None:
    order = CollectOrder([office.save(ECONOMY, ND3=7), office.save(POLICE, ND3="mười")])
    before = len(office.desk.store.operations())
    rehearsal = rehearse_forms(office.desk, CYCLE, order)
    assert len(office.desk.store.operations()) == before
    assert report_of(office) is None
    seen = rehearsal.seen.files[0].report
    assert seen is not None
    assert seen.line("ND3").points == 700
    taken = take_forms(office.desk, rehearsal)
    assert statuses(taken.files) == statuses(rehearsal.seen.files)
    assert report_of(office) == seen
    assert taken.operation is not None
    assert take_forms(office.desk, rehearsal).operation is None


def test_between_rehearsal_and_taking_a_newer_file_may_have_come(office: OfficeInHand) -> None:
    old = rehearse_forms(
        office.desk, CYCLE, CollectOrder([office.save(ECONOMY, "a.xlsx", minute=1, ND3=7)])
    )
    office.collect(office.save(ECONOMY, "b.xlsx", minute=5, ND3=8))
    assert statuses(take_forms(office.desk, old).files) == {"a.xlsx": IntakeStatus.SUPERSEDED}
    assert points_of(office) == 800


def test_nothing_is_taken_into_a_cycle_closed_since(office: OfficeInHand) -> None:
    rehearsal = rehearse_forms(office.desk, CYCLE, CollectOrder([office.save(ECONOMY, ND3=7)]))
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation):
        take_forms(office.desk, rehearsal)


def test_lists_among_the_forms_are_recognised(office: OfficeInHand) -> None:
    head = ("STT", "Tên đơn vị", "Nhóm", "Tổng số")
    people = ("STT", "Họ và tên", "Năm sinh", "Chức vụ")
    units = SheetGrid("DS", visible=True, rows=(head, (1, "Xóm Mẫu", "Xóm", 9)))
    persons = SheetGrid("DS", visible=True, rows=(people, (1, "Lê Thị Thí Dụ", 1990, "Kế toán")))
    paths = [
        office.grids.put(office.folder / "don-vi.xlsx", (units,)),
        office.grids.put(office.folder / "nguoi.xlsx", (persons,)),
    ]
    found = office.collect(*paths, dry_run=True).files
    assert [codes(file) for file in found] == [["file_is_unit_list"], ["file_is_person_list"]]
    assert {file.status for file in found} == {IntakeStatus.UNKNOWN}


def test_a_broken_archive_is_one_refused_file_beside_the_good_ones(office: OfficeInHand) -> None:
    broken = office.folder / "gui.zip"
    broken.write_bytes(b"no archive at all")
    collected = office.collect(broken, office.save(ECONOMY, ND3=7))
    assert {name: status.value for name, status in statuses(collected.files).items()} == {
        "gui.zip": "rejected",
        collected.files[1].path.name: "accepted",
    }
    assert codes(collected.files[0]) == ["archive_damaged"]
