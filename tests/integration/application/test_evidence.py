"""Minh chứng: kept once by content, tied to criteria, the same links whatever the order."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path, PurePath
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.appraisal.appraising import accept_as_proposed, appraisal_board
from thidua_desktop.application.evidence.export import export_evidence
from thidua_desktop.application.evidence.gaps import GapKind, evidence_gaps
from thidua_desktop.application.evidence.linking import (
    EvidenceFile,
    EvidencePlace,
    add_evidence,
    evidence_of,
    remove_evidence,
    rename_evidence,
)
from thidua_desktop.application.evidence.looking import (
    FoundState,
    look_for_evidence,
    new_scans,
)
from thidua_desktop.application.progress import Cancelled
from thidua_desktop.application.results.closing import close_cycle
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound, RuleViolation
from thidua_desktop.domain.evidence import Evidence
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import SelfReport

ECONOMY, POLICE = "Phòng Kinh tế", "Công an xã"


@pytest.fixture
def folder(office: OfficeInHand) -> Path:
    made = office.folder / "minh-chung"
    made.mkdir()
    return made


def pdf(path: Path, content: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"%PDF-1.4 {content or path.name}", encoding="utf-8")
    return path


def put(office: OfficeInHand, path: Path, criterion: str = "ND1", name: str = ECONOMY) -> Evidence:
    place = EvidencePlace(office.unit(name), criterion)
    [added] = add_evidence(office.desk, CYCLE, [EvidenceFile(path, place)]).added
    return added


def vault(office: OfficeInHand) -> list[Path]:
    kept = (office.folder / "data" / "attachments").rglob("*")
    return [path for path in kept if path.is_file()]


def test_one_content_is_kept_once_however_many_links(office: OfficeInHand, folder: Path) -> None:
    first = pdf(folder / "Biên bản họp.pdf", "x")
    second = pdf(folder / "ban sao" / "khác.pdf", "x")
    one = put(office, first, "ND1")
    other = put(office, second, "ND2", POLICE)
    assert one.sha256 == other.sha256
    assert (one.title, other.title) == ("Biên bản họp.pdf", "khác.pdf")
    assert len(vault(office)) == 1
    assert len(evidence_of(office.desk, CYCLE)) == 2


def test_removing_a_link_leaves_the_content_and_undo_brings_it_back(
    office: OfficeInHand, folder: Path
) -> None:
    link = put(office, pdf(folder / "a.pdf"))
    operation = remove_evidence(office.desk, link)
    assert evidence_of(office.desk, CYCLE) == ()
    assert len(vault(office)) == 1
    assert office.desk.store.undo(operation).conflicts == ()
    assert evidence_of(office.desk, CYCLE) == (link,)
    assert office.desk.store.check() == ()
    with pytest.raises(NotFound, match="evidence_unknown"):
        remove_evidence(office.desk, Evidence(CYCLE, link.unit, "ND2", link.sha256, "a", 1))


def test_adding_is_undone_as_one(office: OfficeInHand, folder: Path) -> None:
    place = EvidencePlace(office.unit(ECONOMY), "ND1")
    files = [EvidenceFile(pdf(folder / f"{n}.pdf"), place) for n in range(3)]
    added = add_evidence(office.desk, CYCLE, files)
    assert len(added.added) == 3
    assert added.operation is not None
    assert office.desk.store.undo(added.operation).conflicts == ()
    assert evidence_of(office.desk, CYCLE) == ()
    assert add_evidence(office.desk, CYCLE, files).added == added.added


def test_one_bad_file_keeps_all_out_and_is_named(office: OfficeInHand, folder: Path) -> None:
    place = EvidencePlace(office.unit(ECONOMY), "ND1")
    bad = folder / "virus.pdf"
    bad.write_bytes(b"MZ\x90")
    empty = folder / "empty.pdf"
    empty.write_bytes(b"")
    link = folder / "loi-tat.pdf"
    link.symlink_to(bad)
    good = pdf(folder / "good.pdf")
    files = [EvidenceFile(path, place) for path in (bad, empty, link, good, folder / "gone.pdf")]
    with pytest.raises(InputError) as caught:
        add_evidence(office.desk, CYCLE, files)
    told = [(issue.file, issue.code) for issue in caught.value.issues]
    assert told == [
        ("virus.pdf", "evidence_program"),
        ("empty.pdf", "evidence_empty"),
        ("loi-tat.pdf", "evidence_shortcut"),
        ("gone.pdf", "evidence_no_file"),
    ]
    assert evidence_of(office.desk, CYCLE) == ()
    assert vault(office) == []


def test_strangers_and_closed_cycles_are_refused(office: OfficeInHand, folder: Path) -> None:
    path = pdf(folder / "a.pdf")
    with pytest.raises(NotFound, match="unit_reports_not"):
        add_evidence(office.desk, CYCLE, [EvidenceFile(path, EvidencePlace("DV999", "ND1"))])
    unit = office.unit(ECONOMY)
    with pytest.raises(NotFound, match="criterion_unknown"):
        add_evidence(office.desk, CYCLE, [EvidenceFile(path, EvidencePlace(unit, "XX"))])
    link = put(office, path)
    office.collect_all()
    office.appraise_all()
    close_cycle(office.desk, CYCLE)
    with pytest.raises(RuleViolation, match="cycle_closed"):
        remove_evidence(office.desk, link)


def demand_evidence_that_is_not_named(office: OfficeInHand) -> str:
    """Every criterion counts with evidence only; the unit named none."""
    office.collect_all()
    unit = office.unit(ECONOMY)
    with office.writing() as books:
        sets = books.plans.criteria_sets(CYCLE)
        for criteria in sets.values():
            books.plans.save_criteria_set(_gated(criteria), CYCLE)
        report = books.collecting.reports(CYCLE)[unit]
        intake = books.collecting.intakes(CYCLE)[0].id
        books.collecting.accept(_without_evidence(report), intake)
    return unit


def test_an_attached_file_counts_as_evidence(office: OfficeInHand, folder: Path) -> None:
    unit = demand_evidence_that_is_not_named(office)
    accept_as_proposed(office.desk, CYCLE, [unit], ["ND1", "ND2"])
    put(office, pdf(folder / "a.pdf"), "ND1")
    accept_as_proposed(office.desk, CYCLE, [unit], ["ND1", "ND2"])
    [row] = [r for r in appraisal_board(office.desk, CYCLE, "office").rows if r.unit == unit]
    cells = {cell.criterion: cell for cell in row.cells}
    assert cells["ND1"].appraised is not None
    assert cells["ND2"].appraised is None
    assert [one.title for one in cells["ND1"].attached] == ["a.pdf"]


def _gated(criteria: CriteriaSet) -> CriteriaSet:
    gated = tuple(replace(one, requires_evidence=True) for one in criteria.criteria)
    return replace(criteria, criteria=gated)


def _without_evidence(report: SelfReport) -> SelfReport:
    return replace(report, lines=tuple(replace(line, evidence="") for line in report.lines))


def test_a_folder_is_recognised_asked_and_put_aside(office: OfficeInHand, folder: Path) -> None:
    pdf(folder / "Phòng Kinh tế" / "TC1" / "ke hoach.pdf")
    pdf(folder / "cong-an-xa" / "2. anh.jpg")
    pdf(folder / "khong ro" / "a.pdf")
    (folder / "cong-an-xa" / "Thumbs.db").write_bytes(b"x")
    (folder / "cong-an-xa" / "TC1.exe").write_bytes(b"MZ")
    found = {one.shown: one for one in look_for_evidence(office.desk, CYCLE, [folder])}
    assert {shown: one.state for shown, one in found.items()} == {
        "Phòng Kinh tế/TC1/ke hoach.pdf": FoundState.READY,
        "cong-an-xa/2. anh.jpg": FoundState.UNSURE,
        "khong ro/a.pdf": FoundState.UNSURE,
        "cong-an-xa/TC1.exe": FoundState.ASIDE,
    }
    ready = found["Phòng Kinh tế/TC1/ke hoach.pdf"]
    assert (ready.unit, ready.criterion) == (office.unit(ECONOMY), "ND1")
    guessed = found["cong-an-xa/2. anh.jpg"].issue
    assert guessed is not None
    assert "ND2" in office.texts.issue(guessed)
    assert evidence_of(office.desk, CYCLE) == (), "looking takes nothing"


def test_a_place_that_is_known_is_not_guessed(office: OfficeInHand, folder: Path) -> None:
    place = EvidencePlace(office.unit(POLICE), "ND3")
    [found] = look_for_evidence(office.desk, CYCLE, [pdf(folder / "TC1 Xóm 9.pdf")], place)
    assert (found.unit, found.criterion, found.state) == (place.unit, "ND3", FoundState.READY)


def test_only_new_scans_are_fetched(office: OfficeInHand, folder: Path) -> None:
    with pytest.raises(InputError, match="scan_folder_not_chosen"):
        new_scans(office.desk, CYCLE)
    office.desk.scans.remember(folder)
    old, new = pdf(folder / "scan0001.pdf"), pdf(folder / "scan0002.pdf")
    put(office, old)
    (folder / "dang quet.tmp").write_bytes(b"x")
    assert new_scans(office.desk, CYCLE) == (new,)
    office.desk.scans.remember(folder / "gone")
    with pytest.raises(InputError, match="scan_folder_missing"):
        new_scans(office.desk, CYCLE)


def test_check_and_backup_hold_the_files(office: OfficeInHand, folder: Path) -> None:
    link = put(office, pdf(folder / "Biên bản.pdf"))
    made = office.desk.store.backup(office.folder / "copies")
    with ZipFile(made.path) as copied:
        assert any(name.endswith(link.sha256) for name in copied.namelist())
    kept = office.desk.attachments.path(link.sha256)
    kept.write_bytes(b"altered")
    [altered] = office.desk.store.check()
    assert "Biên bản.pdf" in office.texts.problem(altered)
    kept.unlink()
    [missing] = office.desk.store.check()
    assert (altered.code, missing.code) == ("attachment_altered", "attachment_missing")


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(seed=st.integers(0, 2**16), cuts=st.lists(st.integers(0, 8), max_size=3))
def test_any_order_split_or_repetition_gives_the_same_links(
    office: OfficeInHand, seed: int, cuts: list[int]
) -> None:
    folder = office.folder / "lots"
    unit = office.unit(ECONOMY)
    files = [
        EvidenceFile(pdf(folder / f"{name}.pdf", content), EvidencePlace(unit, criterion))
        for name, content, criterion in (
            ("b", "1", "ND1"),
            ("a", "1", "ND1"),
            ("c", "1", "ND2"),
            ("d", "2", "ND1"),
            ("e", "3", ""),
        )
    ]
    for link in evidence_of(office.desk, CYCLE):
        remove_evidence(office.desk, link)
    whole = [*files, *files[:2]]
    random.Random(seed).shuffle(whole)  # noqa: S311 - a test's order
    places = sorted({0, len(whole), *(cut for cut in cuts if cut < len(whole))})
    for start, end in pairwise(places):
        add_evidence(office.desk, CYCLE, whole[start:end])
    found = [(one.criterion, one.title) for one in evidence_of(office.desk, CYCLE)]
    assert found == [("", "e.pdf"), ("ND1", "a.pdf"), ("ND1", "d.pdf"), ("ND2", "c.pdf")]


def test_names_of_the_export_are_readable_and_without_marks(
    office: OfficeInHand, folder: Path
) -> None:
    put(office, pdf(folder / "Biên bản họp (1).PDF", "1"), "ND1")
    put(office, pdf(folder / "Ảnh Đại hội.jpg", "2"), "ND1")
    put(office, pdf(folder / "phiếu.pdf", "3"), "", POLICE)
    out = office.folder / "xuat"
    written = export_evidence(office.desk, CYCLE, out)
    names = sorted(str(path.relative_to(out)) for path in written[1:])
    assert names[0].startswith("cong-an-xa/00-chung-ca-phieu/01-phieu.pdf")
    assert all(re.fullmatch(r"[a-z0-9/._-]+", name) for name in names)
    assert [PurePath(name).name for name in names[1:]] == [
        "01-bien-ban-hop-1.pdf",
        "02-anh-dai-hoi.jpg",
    ]
    assert "01-tieu-chi-nd1" in names[1]
    sheet = office.written.summaries[next(iter(office.written.summaries))].sheets[0]
    titles = {row[4] for row in sheet.rows}
    assert titles == {"Biên bản họp (1).PDF", "Ảnh Đại hội.jpg", "phiếu.pdf"}


def test_a_stopped_export_leaves_nothing(office: OfficeInHand, folder: Path) -> None:
    for number in range(3):
        put(office, pdf(folder / f"{number}.pdf"), "ND1")
    out = office.folder / "xuat"

    def stop(done: int, total: int, label: str = "") -> None:
        del total, label
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        export_evidence(office.desk, CYCLE, out, progress=stop)
    assert list(out.rglob("*")) == []
    with pytest.raises(RuleViolation, match="nothing_attached"):
        export_evidence(office.desk, CYCLE, out, office.unit(POLICE))


def test_a_kept_file_that_is_gone_is_told(office: OfficeInHand, folder: Path) -> None:
    link = put(office, pdf(folder / "a.pdf"))
    office.desk.attachments.path(link.sha256).unlink()
    with pytest.raises(EnvironmentFault, match="attachment_unreadable"):
        export_evidence(office.desk, CYCLE, office.folder / "xuat")


def test_the_officers_name_outlives_adding_the_file_again(
    office: OfficeInHand, folder: Path
) -> None:
    link = put(office, pdf(folder / "A0042.pdf"))
    named = rename_evidence(office.desk, link, "Biên bản họp xóm")
    place = EvidencePlace(link.unit, link.criterion)
    again = add_evidence(office.desk, CYCLE, [EvidenceFile(folder / "A0042.pdf", place)])
    assert (again.added, again.operation) == ((), None)
    assert evidence_of(office.desk, CYCLE) == (named,)


def test_a_file_is_called_otherwise_and_back(office: OfficeInHand, folder: Path) -> None:
    link = put(office, pdf(folder / "IMG_0042.pdf"))
    named = rename_evidence(office.desk, link, " Biên bản họp/xóm.PDF ")
    assert named.title == "Biên bản họp xóm.pdf"
    assert evidence_of(office.desk, CYCLE) == (named,)
    operation = office.desk.store.operations(1)[0]
    assert "IMG_0042.pdf" in str(operation.data)
    assert rename_evidence(office.desk, named, "Biên bản họp xóm") == named
    assert office.desk.store.operations(1)[0].id == operation.id
    with pytest.raises(InputError, match="evidence_name_missing"):
        rename_evidence(office.desk, named, " .pdf ")
    office.desk.store.undo(operation.id)
    assert evidence_of(office.desk, CYCLE) == (link,)


def test_what_was_named_but_not_attached_is_missed(office: OfficeInHand, folder: Path) -> None:
    assert evidence_gaps(office.desk, CYCLE) == ()
    office.collect(office.save(ECONOMY))
    before = evidence_gaps(office.desk, CYCLE)
    assert {gap.name for gap in before} == {ECONOMY}
    assert before[0].kind is GapKind.NAMED
    put(office, pdf(folder / "a.pdf"), before[0].criterion)
    assert evidence_gaps(office.desk, CYCLE) == before[1:]


def test_points_that_need_evidence_and_name_none_are_missed(
    office: OfficeInHand, folder: Path
) -> None:
    unit = demand_evidence_that_is_not_named(office)
    put(office, pdf(folder / "a.pdf"), "ND1")
    gaps = {gap.criterion: gap for gap in evidence_gaps(office.desk, CYCLE) if gap.unit == unit}
    assert "ND1" not in gaps
    assert (gaps["ND2"].kind, gaps["ND2"].named) == (GapKind.DEMANDED, "")
    others = {gap.kind for gap in evidence_gaps(office.desk, CYCLE) if gap.unit != unit}
    assert others == {GapKind.NAMED}
