"""Kiểm tra hồ sơ over real registers: check lists, differences, and the zips that go out."""

from __future__ import annotations

import datetime as dt
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from tests.integration.application.test_paper_kinds import decided, proposed, words
from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.dossiers.gate import (
    CheckedDossier,
    check_dossiers,
    mark_part,
    remove_rule,
    save_rule,
    unmark_part,
)
from thidua_desktop.application.dossiers.packing import PackOrder, pack_dossiers
from thidua_desktop.application.dossiers.papers_compared import compare_papers
from thidua_desktop.application.dossiers.writing import planned_of
from thidua_desktop.application.evidence.linking import (
    EvidenceFile,
    EvidencePlace,
    add_evidence,
    evidence_units,
)
from thidua_desktop.application.journal.taking_back import take_back
from thidua_desktop.application.paper_kinds.draft import read_draft
from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.papers.model import Paragraph
from thidua_desktop.domain.dossier_parts import PartNeed, PartState
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation

GIAY_KHEN = "giay_khen_xa"


def dossier(office: OfficeInHand, proposal: int) -> CheckedDossier:
    gate = check_dossiers(office.desk, office.texts, CYCLE)
    return next(one for one in gate.dossiers if one.proposal.id == proposal)


def states(office: OfficeInHand, proposal: int) -> dict[str, str]:
    return {one.part.code: one.state.value for one in dossier(office, proposal).parts}


def test_a_dossier_fills_up_on_its_way(office: OfficeInHand) -> None:
    office.collect_all()
    office.clock.set(dt.date(2026, 12, 18))
    number = proposed(office, unit="Phòng Kinh tế")
    before = states(office, number)
    assert before == {"submission": "missing", "report": "complete", "minutes": "missing"}


def test_what_was_decided_is_whole_but_for_what_only_the_officer_knows(
    office: OfficeInHand,
) -> None:
    unit, person = decided(office)
    assert dossier(office, unit).state is PartState.COMPLETE
    assert states(office, person)["report"] == "unclear"
    mark_part(office.desk, person, "report", is_there=True, note="bản giấy")
    verdict = next(p for p in dossier(office, person).parts if p.part.code == "report")
    assert verdict.state is PartState.COMPLETE
    assert office.texts.reason(verdict.reason) == "Đã xác nhận có, ngày 18/12/2026: bản giấy"
    unmark_part(office.desk, person, "report")
    assert states(office, person)["report"] == "unclear"
    with pytest.raises(NotFound):
        unmark_part(office.desk, person, "report")


def test_a_mark_is_one_operation_and_can_be_undone(office: OfficeInHand) -> None:
    _, person = decided(office)
    operation = mark_part(office.desk, person, "report", is_there=True)
    assert take_back(office.desk, operation).conflicts == ()
    assert states(office, person)["report"] == "unclear"


def test_the_province_asks_for_more_with_its_paper_named(office: OfficeInHand) -> None:
    unit, _ = decided(office)
    cited = "Quyết định mẫu số 01 của tỉnh"
    save_rule(office.desk, GIAY_KHEN, "Bản sao sổ hộ khẩu mẫu", PartNeed.NEEDED, cited)
    added = dossier(office, unit).parts[-1]
    assert (added.part.text, added.part.source.citation) == ("Bản sao sổ hộ khẩu mẫu", cited)
    assert added.state is PartState.UNCLEAR
    remove_rule(office.desk, GIAY_KHEN, added.part.code)
    assert len(dossier(office, unit).parts) == 3
    with pytest.raises(InputError):
        save_rule(office.desk, GIAY_KHEN, "Thành phần", PartNeed.NEEDED, " ")
    with pytest.raises(NotFound):
        remove_rule(office.desk, GIAY_KHEN, "report")


def test_papers_of_one_data_agree(office: OfficeInHand) -> None:
    decided(office)
    assert check_dossiers(office.desk, office.texts, CYCLE).differences == ()


def test_a_name_or_post_changed_since_is_told_with_the_paper(office: OfficeInHand) -> None:
    decided(office)
    with office.desk.store.read() as books:
        person = books.people.get(office.person("Trần Thị Ví Dụ"))
    changed = replace(person, full_name="Trần Thị Ví Dụ Mới", position="Phó phòng")
    with office.writing() as books:
        books.people.update(changed)
    told = [
        (one.reason.code, one.stem)
        for one in check_dossiers(office.desk, office.texts, CYCLE).differences
    ]
    assert [code for code, _ in told] == ["difference_name", "difference_post"]
    assert all(stem for _, stem in told)


def spoil(planned: PlannedPaper) -> PlannedPaper:
    """Another sum to sign for; a decision of other data, without its list."""
    paper = planned.paper
    if planned.kind == "signing_list":
        *blocks, last = paper.blocks
        assert isinstance(last, Paragraph)
        last = replace(last, text=last.text.replace("2.280.000", "2.290.000"))
        paper = replace(paper, blocks=(*blocks, last))
    if planned.kind == "quyet_dinh":
        paper = replace(paper, snapshot="Bản khác", annexes=())
    return replace(planned, draw=lambda: paper)


def test_differences_between_papers_name_both(office: OfficeInHand) -> None:
    decided(office)
    draft = read_draft(office.desk, office.texts, CYCLE)
    papers = planned_of(draft, dossier_only=True)
    spoiled = [spoil(one) for one in papers]
    told = [one.reason for one in compare_papers(draft, spoiled)]
    codes = [one.code for one in told]
    assert "difference_sum" in codes
    assert "difference_snapshot" in codes
    assert "difference_name_missing" in codes
    for reason in told:
        assert office.texts.reason(reason) != reason.code
        assert reason.data["paper"]
        assert reason.data["other"]


def test_a_name_left_out_of_the_decision_is_told(office: OfficeInHand) -> None:
    unit, person = decided(office)
    draft = read_draft(office.desk, office.texts, CYCLE)
    papers = [
        replace(one, proposals=(unit,)) if one.kind == "quyet_dinh" else one
        for one in planned_of(draft, dossier_only=True)
    ]
    (told,) = [
        one.reason for one in compare_papers(draft, papers) if one.reason.code == "difference_count"
    ]
    assert (told.data["seen"], told.data["known"]) == (1, 2)
    assert told.data["names"] == (draft.proposals[person].subject_name,)


def test_an_open_dossier_goes_out_only_with_a_reason(office: OfficeInHand, tmp_path: Path) -> None:
    decided(office)
    with pytest.raises(RuleViolation, match="dossier_gate_closed"):
        pack_dossiers(office.desk, office.texts, CYCLE, PackOrder(tmp_path / "ra"))
    assert office.desk.store.operations(1)[0].action != "dossiers_released"
    assert not (tmp_path / "ra").exists()
    (packed,) = pack_dossiers(
        office.desk, office.texts, CYCLE, PackOrder(tmp_path / "ra", "Bổ sung bản giấy sau")
    )
    (newest,) = office.desk.store.operations(1)
    assert newest.action == "dossiers_released"
    assert newest.data == {"cycle": CYCLE, "count": 1, "reason": "Bổ sung bản giấy sau"}
    contents = next(p for path, p in office.written.papers.items() if path.stem == "00_muc-luc")
    assert "Lý do gửi khi hồ sơ chưa đủ: Bổ sung bản giấy sau." in words(contents)
    assert packed.name == "ho-so_nam-2026_cap-xa.zip"
    assert list((tmp_path / "ra").iterdir()) == [packed]


def test_nothing_voted_on_is_not_packed(office: OfficeInHand, tmp_path: Path) -> None:
    office.collect_all()
    with pytest.raises(RuleViolation, match="nothing_to_print"):
        pack_dossiers(office.desk, office.texts, CYCLE, PackOrder(tmp_path))


def test_evidence_is_packed_under_a_readable_name_without_marks(
    office: OfficeInHand, tmp_path: Path
) -> None:
    _, person = decided(office)
    proof = tmp_path / "Bản chụp (1).PDF"
    proof.write_bytes(b"%PDF-1.4 mau")
    mark_part(office.desk, person, "report", is_there=True, file=proof)
    (packed,) = pack_dossiers(office.desk, office.texts, CYCLE, PackOrder(tmp_path / "ra"))
    with zipfile.ZipFile(packed) as zipped:
        names = zipped.namelist()
        assert names[:2] == ["00_muc-luc.pdf", "00_muc-luc.docx"]
        evidence = [name for name in names if name.startswith("02_minh-chung/")]
        assert evidence == ["02_minh-chung/002_tran-thi-vi-du_bao-cao-thanh-tich.pdf"]
        assert zipped.read(evidence[0]) == proof.read_bytes()
    assert all(name.isascii() for name in names)
    assert any(name.startswith("01_van-ban/to-trinh") and name.endswith(".docx") for name in names)
    assert not [name for name in names if "danh-sach-ky-nhan" in name]


def test_the_evidence_of_the_proposed_units_goes_along(
    office: OfficeInHand, tmp_path: Path
) -> None:
    unit, _ = decided(office)
    proposed_unit = dossier(office, unit).proposal.subject_code
    other = office.unit("Hội Nông dân xã")
    assert other != proposed_unit
    first = {one.code: one.asked[0].code for one in evidence_units(office.desk, CYCLE)}
    for code in (proposed_unit, other):
        proof = tmp_path / f"Biên bản {code}.pdf"
        proof.write_bytes(b"%PDF-1.4 " + code.encode())
        add_evidence(office.desk, CYCLE, [EvidenceFile(proof, EvidencePlace(code, first[code]))])
    order = PackOrder(tmp_path / "ra", "Bổ sung sau")
    (packed,) = pack_dossiers(office.desk, office.texts, CYCLE, order)
    with zipfile.ZipFile(packed) as zipped:
        evidence = [name for name in zipped.namelist() if name.startswith("02_minh-chung/")]
        assert len(evidence) == 1
        assert zipped.read(evidence[0]) == b"%PDF-1.4 " + proposed_unit.encode()
    contents = next(p for path, p in office.written.papers.items() if path.stem == "00_muc-luc")
    assert f"Biên bản {proposed_unit}.pdf" in words(contents)


def test_a_mark_keeps_its_file_when_it_is_said_again(office: OfficeInHand, tmp_path: Path) -> None:
    _, person = decided(office)
    proof = tmp_path / "bao-cao.pdf"
    proof.write_bytes(b"mau")
    mark_part(office.desk, person, "report", is_there=True, file=proof)
    mark_part(office.desk, person, "report", is_there=True, note="đã đối chiếu")
    verdict = next(p for p in dossier(office, person).parts if p.part.code == "report")
    assert verdict.mark is not None
    assert verdict.mark.attachment
    assert office.desk.store.check() == ()
