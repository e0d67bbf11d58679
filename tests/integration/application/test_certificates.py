"""Giấy khen: what the sheets say, layouts of the office's own, undo, hostile names."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.certificates.layouts import (
    blank_layouts,
    chosen_layout,
    is_own,
    keep_scan,
    reset_layout,
    save_layout,
)
from thidua_desktop.application.certificates.listing import (
    DecidedCertificate,
    certificates_of_cycle,
)
from thidua_desktop.application.certificates.numbering import (
    give_numbers,
    numbers_open,
    set_numbers,
    set_wording,
)
from thidua_desktop.application.certificates.printing import (
    PrintOrder,
    check_certificates,
    print_certificates,
    print_trial_sheet,
)
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.setting_up.office import office_of
from thidua_desktop.domain.certificates.layout import CertificateField as F
from thidua_desktop.domain.certificates.layout import PrinterOffset
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.errors import Conflict, InputError, NotFound, RuleViolation

PRAISE = "Có thành tích xuất sắc trong phong trào thi đua năm 2026"
REASON = "Hội đồng đã xem xét"


@pytest.fixture
def decided(office: OfficeInHand) -> OfficeInHand:
    """After a decision on a person, then a unit."""
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    requests = [
        AwardRequest(CYCLE, "giay_khen_xa", person=office.person("Trần Thị Ví Dụ")),
        AwardRequest(CYCLE, "giay_khen_xa", unit=office.unit("Phòng Kinh tế")),
    ]
    made = [propose(office.desk, request, PRAISE, REASON).proposal for request in requests]
    session = open_session(office.desk, CYCLE, dt.date(2026, 12, 18), Attendance(9, 8))
    for proposal in made:
        assert proposal is not None
        vote(office.desk, session.id, proposal, VoteCount(8, 0))
    issue_decision(office.desk, session.id, dt.date(2026, 12, 20))
    return office


def sheets(office: OfficeInHand) -> tuple[DecidedCertificate, ...]:
    return certificates_of_cycle(office.desk, CYCLE)


def test_what_a_sheet_says(decided: OfficeInHand) -> None:
    unit, person = sheets(decided)
    assert unit.values[F.RECIPIENT] == "Phòng Kinh tế"
    assert unit.values[F.ADDRESS].startswith("xã Cao Minh, tỉnh ")
    assert person.values[F.RECIPIENT] == "Trần Thị Ví Dụ"
    assert person.values[F.ADDRESS] == "Chuyên viên, Phòng Kinh tế, xã Cao Minh"
    assert person.values[F.ACHIEVEMENT] == PRAISE
    assert person.values[F.DECISION].endswith("\u00a0/QĐ-UBND")
    assert person.values[F.DECISION_DATE] == "ngày 20 tháng 12 năm 2026"
    assert person.values[F.PLACE_DATE] == "Cao Minh, ngày 20 tháng 12 năm 2026"
    assert person.values[F.AUTHORITY] == "CHỦ TỊCH"
    assert not person.values[F.GOLDEN_NUMBER].strip()


def test_a_deputy_signs_for_the_chair(decided: OfficeInHand) -> None:
    with decided.writing() as books:
        office = replace(office_of(decided.desk), deputy="Trần Văn Mẫu", signer_is_deputy=True)
        books.save_office(office)
    values = sheets(decided)[0].values
    assert values[F.AUTHORITY] == "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH"
    assert values[F.SIGNER] == "Trần Văn Mẫu"


def test_a_decision_is_not_undone_below_its_numbers(decided: OfficeInHand) -> None:
    issued = decided.desk.store.operations(1)[0].id
    give_numbers(decided.desk, sheets(decided))
    numbered = decided.desk.store.operations(1)[0].id
    assert take_back(decided.desk, issued, preview=True).restored == ()
    take_back(decided.desk, numbered)
    assert [one.kept.golden_number for one in sheets(decided)] == [None, None]
    assert take_back(decided.desk, issued).conflicts == ()
    assert sheets(decided) == ()


def test_a_number_that_was_taken_back_comes_first_again(decided: OfficeInHand) -> None:
    unit, person = sheets(decided)
    set_numbers(decided.desk, [(unit, 3)])
    give_numbers(decided.desk, [person], 1)
    assert numbers_open(decided.desk, 2026) == (2,)
    unit, person = sheets(decided)
    set_numbers(decided.desk, [(person, None)])
    with pytest.raises(Conflict):
        set_numbers(decided.desk, [(sheets(decided)[1], 3)])
    with pytest.raises(Conflict):
        set_numbers(decided.desk, [(unit, 9), (person, 9)])
    with pytest.raises(InputError):
        set_numbers(decided.desk, [(unit, 0)])


def test_wording_of_a_sheet_leaves_the_proposal_alone(decided: OfficeInHand) -> None:
    _, person = sheets(decided)
    hostile = unicodedata.normalize("NFD", "Bà Trần Thị Ví Dụ & <b>Con</b>\u200b\u0007")
    set_wording(decided.desk, person, hostile, "", "Đã   có\nthành tích")
    _, worded = sheets(decided)
    assert worded.values[F.RECIPIENT] == "Bà Trần Thị Ví Dụ & <b>Con</b>"
    assert worded.values[F.ACHIEVEMENT] == "Đã có thành tích"
    assert worded.values[F.ADDRESS] == person.values[F.ADDRESS]
    with decided.desk.store.read() as books:
        assert books.awards.proposal(person.proposal).achievement == PRAISE


def test_letters_that_can_not_be_printed_keep_a_sheet_out(
    decided: OfficeInHand, tmp_path: Path
) -> None:
    unit, _ = sheets(decided)
    set_wording(decided.desk, unit, "Phòng 好", "", "")
    order = PrintOrder(chosen_layout(decided.desk), sheets(decided))
    issues = check_certificates(decided.desk, decided.texts, order)
    assert [issue.code for issue in issues[unit.key]] == ["paper_missing_glyph"]
    made = print_certificates(decided.desk, decided.texts, order, tmp_path / "in" / "gk.pdf")
    assert made.printed == (sheets(decided)[1].proposal,)
    assert [issue.file for issue in made.issues] == ["Phòng Kinh tế"]
    with pytest.raises(InputError) as refused:
        print_certificates(
            decided.desk,
            decided.texts,
            replace(order, certificates=sheets(decided)[:1]),
            tmp_path / "gk.pdf",
        )
    assert refused.value.issues
    assert not (tmp_path / "gk.pdf").exists()


def test_a_layout_that_spoils_every_sheet_is_told_once(
    decided: OfficeInHand, tmp_path: Path
) -> None:
    """Not once for each giấy khen; what spoils one of them names it."""
    layout = replace(chosen_layout(decided.desk), width=2_000, height=1_400)
    with pytest.raises(InputError) as refused:
        print_certificates(
            decided.desk, decided.texts, PrintOrder(layout, sheets(decided)), tmp_path / "gk.pdf"
        )
    issues = refused.value.issues
    assert len(issues) == len({str(issue.data) for issue in issues}) > 1
    assert {issue.file for issue in issues} == {""}


def test_nothing_to_print_and_printers_far_off_are_refused(
    decided: OfficeInHand, tmp_path: Path
) -> None:
    layout = chosen_layout(decided.desk)
    with pytest.raises(RuleViolation):
        print_certificates(decided.desk, decided.texts, PrintOrder(layout, ()), tmp_path / "gk.pdf")
    with pytest.raises(InputError):
        print_trial_sheet(
            decided.desk, decided.texts, layout, PrinterOffset(0, 301), tmp_path / "t.pdf"
        )


def test_a_layout_of_the_office_stands_in_place_of_the_shipped_one(
    decided: OfficeInHand, tmp_path: Path
) -> None:
    desk = decided.desk
    shipped = chosen_layout(desk)
    line = shipped.lines[1]
    moved = replace(shipped, lines=(replace(line, x=line.x + 7), *shipped.lines[2:]))
    save_layout(desk, moved)
    assert chosen_layout(desk) == moved
    assert [layout.code for layout in blank_layouts(desk)] == [shipped.code]
    first = desk.store.operations(1)[0].id
    scan = tmp_path / "phoi.pdf"
    scan.write_bytes(b"%PDF-1.4 mau")
    scanned = keep_scan(desk, moved, scan)
    assert desk.attachments.path(scanned.scan).read_bytes() == scan.read_bytes()
    assert keep_scan(desk, moved, scan) == scanned
    assert chosen_layout(desk) == scanned
    reset_layout(desk, shipped.code)
    assert not is_own(desk, shipped.code)
    assert chosen_layout(desk) == shipped
    with pytest.raises(NotFound):
        reset_layout(desk, shipped.code)
    take_back(desk, desk.store.operations(1)[0].id)
    assert chosen_layout(desk) == scanned
    assert take_back(desk, first, preview=True).conflicts
    assert desk.store.check() == ()


def test_figures_beyond_all_measure_are_not_kept(decided: OfficeInHand) -> None:
    shipped = chosen_layout(decided.desk)
    wrong = replace(shipped, lines=(replace(shipped.lines[0], width=0), *shipped.lines[1:]))
    with pytest.raises(InputError) as refused:
        save_layout(decided.desk, wrong)
    assert [issue.code for issue in refused.value.issues] == ["blank_line_wrong"]
    assert not is_own(decided.desk, shipped.code)
