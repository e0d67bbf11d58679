"""Phiếu trả lại: each fault at its cell, the unit's own answers kept, a message ready for Zalo."""

from __future__ import annotations

import pytest

from tests.office_in_hand import CYCLE, Answer, OfficeInHand
from thidua_desktop.application.collecting.returning import (
    ReturnedSlip,
    faulty_intakes,
    return_forms,
)
from thidua_desktop.application.forms.unit_form import ReturnSlip
from thidua_desktop.application.grids import CellFault

ECONOMY = "Phòng Kinh tế"


def returned_slips(office: OfficeInHand) -> tuple[ReturnedSlip, ...]:
    return return_forms(office.desk, office.texts, CYCLE, office.folder / "slips")


def only_slip(office: OfficeInHand) -> tuple[ReturnedSlip, ReturnSlip]:
    [told] = returned_slips(office)
    return told, office.written.slips[told.path]


def test_nothing_faulty_writes_nothing(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, THUONG=Answer(2, evidence=None)))
    assert returned_slips(office) == ()
    assert not (office.folder / "slips").exists()


def test_each_fault_stands_at_its_cell(office: OfficeInHand) -> None:
    office.collect(
        office.save(
            ECONOMY,
            ND1="tốt",
            ND2=99,
            THUONG=Answer(2, evidence=None),
            ND3=Answer(20, explanation=CellFault.EXCEL_ERROR),
        )
    )
    told, slip = only_slip(office)
    assert set(slip.faults) == {
        ("ND1", "Điểm tự chấm"),
        ("ND2", "Điểm tự chấm"),
        ("ND3", "Thuyết minh"),
        ("THUONG", "Minh chứng"),
    }
    assert slip.faults["ND2", "Điểm tự chấm"] == (
        "Điểm 99 cao hơn điểm tối đa 10 của tiêu chí ND2. Hãy nhập số từ 0 đến 10.",
    )
    assert told.path.name == f"phieu-tra-lai_nam-2026_{told.unit}_phong-kinh-te.xlsx"


def test_what_the_unit_wrote_comes_back_with_it(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1="tốt", ND2=7.5))
    _, slip = only_slip(office)
    assert slip.form == office.form(ECONOMY)
    assert (slip.raw_points["ND1"], slip.raw_points["ND2"]) == ("tốt", "7,5")
    assert slip.answers["ND2"].explanation == "Đã thực hiện."
    assert slip.requests == "Đề nghị bố trí máy quét."


def test_a_fault_of_the_whole_form_stands_by_itself(office: OfficeInHand) -> None:
    nothing = {c.code: Answer(None, None, None) for c in office.form(ECONOMY).criteria.criteria}
    office.collect(office.put(office.form(ECONOMY), "", 0, nothing))
    _, slip = only_slip(office)
    assert slip.faults["", ""] == ("Phiếu chưa điền điểm nào.",)


def test_the_message_numbers_every_place_and_says_what_to_do(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1="tốt", ND2=99))
    told, _ = only_slip(office)
    lines = told.message.splitlines()
    assert lines[0] == "Kính gửi quý cơ quan (Phòng Kinh tế),"
    assert lines[1].startswith("Phiếu tự chấm năm 2026 có 2 chỗ cần sửa.")
    assert lines[2].startswith("1. trang «Tự chấm», ô D3: «tốt» không phải là điểm.")
    assert lines[3].startswith("2. trang «Tự chấm», ô D4: Điểm 99 cao hơn")
    assert lines[-1] == "Trân trọng cảm ơn. Phòng Văn hóa - Xã hội."


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("Trường Tiểu học Ví Dụ", "Kính gửi quý trường (Trường Tiểu học Ví Dụ),"),
        ("HTX Nông nghiệp Thử Nghiệm", "Kính gửi quý doanh nghiệp (HTX Nông nghiệp Thử Nghiệm),"),
    ],
)
def test_the_message_speaks_to_the_unit_as_reminders_do(
    office: OfficeInHand, name: str, address: str
) -> None:
    code = office.form(name).criteria.criteria[0].code
    office.collect(office.put(office.form(name), "", 0, {code: "tốt"}))
    [told] = returned_slips(office)
    assert told.message.splitlines()[0] == address


def test_only_the_newest_file_of_a_unit_is_returned(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "1.xlsx", minute=1, ND1="tốt"))
    office.collect(office.save(ECONOMY, "2.xlsx", minute=2, ND1="khá"))
    _, slip = only_slip(office)
    assert slip.raw_points["ND1"] == "khá"
    office.collect(office.save(ECONOMY, "3.xlsx", minute=3))
    assert returned_slips(office) == ()


def test_a_faulty_file_that_is_newer_than_the_report_is_returned(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, "1.xlsx", minute=1))
    office.collect(office.save(ECONOMY, "2.xlsx", minute=2, ND1="khá"))
    assert [told.unit_name for told in returned_slips(office)] == [ECONOMY]


def test_a_kept_file_that_is_lost_still_gives_a_slip(office: OfficeInHand) -> None:
    office.collect(office.save(ECONOMY, ND1="tốt"))
    [intake] = faulty_intakes(office.desk, CYCLE)
    office.desk.attachments.path(intake.sha256).write_bytes(b"damaged")
    told, slip = only_slip(office)
    assert (told.unit_name, dict(slip.answers)) == (ECONOMY, {})
    assert len(slip.issues) == 1
    assert "«tốt» không phải là điểm" in told.message


def test_files_of_nobody_are_not_returned(office: OfficeInHand) -> None:
    office.collect(office.grids.put(office.folder / "x.xlsx", ()))
    assert returned_slips(office) == ()
