"""Awards on the command line: conditions, numbers, council, decision, papers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pypdf
import pytest
from openpyxl import load_workbook

from tests.command_line import CommandLine
from tests.integration.cli.conftest import CYCLE, Office
from thidua_desktop.system.clock import FixedClock

CODES = {
    "giay_khen_xa",
    "bang_khen_tinh",
    "co_thi_dua_tinh",
    "bang_khen_thu_tuong",
    "co_thi_dua_chinh_phu",
    "huan_chuong_lao_dong",
}
PRAISE = "Có thành tích xuất sắc trong phong trào thi đua năm 2026"
SESSION = f"{CYCLE}-1"


def request(command: str, *subject: str, award: str = "giay_khen_xa") -> tuple[str, ...]:
    return ("award", command, "--cycle", CYCLE, "--award", award, *subject)


def propose(office: Office, *subject: str, award: str = "giay_khen_xa") -> int:
    """Propose with a reason, as for candidates of whom something is not known yet."""
    words = request("propose", *subject, award=award)
    answer = office.line.ask(*words, "--achievement", PRAISE, "--override", "Tập thể dẫn đầu")
    assert isinstance(answer["proposal"], int)
    return answer["proposal"]


def open_council(office: Office, members: int = 9, present: int = 8) -> str:
    words = ("--date", "2026-12-18", "--members", members, "--present", present)
    session = office.line.ask("council", "open", "--cycle", CYCLE, *words)["session"]
    assert isinstance(session, str)
    return session


def vote(office: Office, proposal: int, yes: int, no: int, session: str = SESSION) -> Any:
    words = ("--session", session, "--proposal", proposal, "--yes", yes, "--no", no)
    return office.line.ask("council", "vote", *words)


@pytest.fixture
def ranked(office: Office) -> Office:
    """The office with every form taken."""
    office.take_all()
    office.line.clock.set(dt.date(2026, 12, 16))
    return office


@pytest.fixture
def decided(ranked: Office) -> Office:
    """The office after its decision: a unit and a person rewarded, a unit refused."""
    proposals = [
        propose(ranked, "--unit", "DV001"),
        propose(ranked, "--person", "CN0002"),
        propose(ranked, "--unit", "DV004"),
    ]
    open_council(ranked)
    for number, yes in zip(proposals, (8, 7, 4), strict=True):
        vote(ranked, number, yes, 8 - yes)
    ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    return ranked


def test_award_list_offers_the_awards_of_the_plan(ranked: Office) -> None:
    answer = ranked.line.ask("award", "list", "--cycle", CYCLE)
    assert {line["award"] for line in answer["awards"]} == CODES
    assert answer["proposals"] == []
    for line in answer["awards"]:
        assert line["quota"]["used"] == 0
        assert line["name"]
        assert line["decider"]


def test_award_check_tells_every_condition_with_state_and_article(ranked: Office) -> None:
    ran = ranked.line("--json", *request("check", "--unit", "DV001"))
    answer = ran.answer
    assert ran.code == (1 if answer["verdict"] == "fail" else 0)
    assert {check["state"] for check in answer["checks"]} <= {"pass", "fail", "unknown"}
    assert all(check["message"] and check["code"] for check in answer["checks"])
    assert any("Điều" in check["article"] for check in answer["checks"])
    assert answer["quota"].keys() >= {"max", "used"}


def test_checking_changes_nothing(ranked: Office) -> None:
    before = ranked.line.state()
    for subject in (("--unit", "DV001"), ("--person", "CN0001")):
        for award in sorted(CODES):
            ran = ranked.line("--json", *request("check", *subject, award=award))
            assert ran.code in (0, 1), ran.told
            assert "error" not in ran.answer
    assert ranked.line.state() == before


def test_what_a_form_is_not_for_can_not_be_overridden(ranked: Office) -> None:
    before = ranked.line.state()
    words = request("propose", "--person", "CN0001", award="co_thi_dua_tinh")
    answer = ranked.line.ask(*words, "--achievement", PRAISE, "--override", "Vẫn đề nghị", code=1)
    assert answer["proposal"] is None
    assert [c["code"] for c in answer["checks"] if c["state"] == "fail"] == ["form_fits_subject"]
    assert ranked.line.state() == before


def test_a_unit_without_a_report_needs_a_reason(office: Office) -> None:
    words = (*request("propose", "--unit", "DV001"), "--achievement", PRAISE)
    refused = office.line.ask(*words, code=1)
    assert refused["proposal"] is None
    assert "report" in {c["code"] for c in refused["checks"] if c["state"] == "fail"}
    taken = office.line.ask(*words, "--override", "Đã nộp bản giấy")
    listed = office.line.ask("award", "list", "--cycle", CYCLE)["proposals"]
    assert [(p["proposal"], p["override"]) for p in listed] == [
        (taken["proposal"], "Đã nộp bản giấy")
    ]


def test_one_achievement_is_not_proposed_twice(ranked: Office) -> None:
    propose(ranked, "--unit", "DV001")
    again = ranked.line.ask(*request("propose", "--unit", "DV001"), "--achievement", PRAISE, code=1)
    assert again["proposal"] is None
    assert "one_achievement_once" in {c["code"] for c in again["checks"] if c["state"] == "fail"}


@pytest.mark.parametrize(
    ("subject", "code"),
    [
        (("--unit", "DV999"), "unit_unknown"),
        (("--person", "CN9999"), "person_unknown"),
    ],
)
def test_unknown_candidates(subject: tuple[str, str], code: str, ranked: Office) -> None:
    before = ranked.line.state()
    ran = ranked.line("--json", *request("check", *subject))
    assert (ran.code, ran.error) == (1, code)
    ran = ranked.line("--json", *request("check", "--unit", "DV001", award="khong_co"))
    assert (ran.code, ran.error) == (1, "award_form_unknown")
    assert ranked.line.state() == before


def test_an_achievement_is_asked_for(ranked: Office) -> None:
    words = (*request("propose", "--unit", "DV001"), "--achievement", "  ")
    ran = ranked.line("--json", *words)
    assert (ran.code, ran.error) == (1, "achievement_missing")


def test_the_numbers_of_the_plan_block_the_one_too_many(tmp_path: Path) -> None:
    """Cao Minh's plan allows two collectives a year; a third needs a reason."""
    line = CommandLine(tmp_path / "data", FixedClock(dt.date(2026, 12, 16)))
    listed = tmp_path / "don-vi.csv"
    rows = "".join(f"{n},Xóm Ví Dụ {n},Xóm\n" for n in (1, 2, 3))
    listed.write_text(f"STT,Tên đơn vị,Nhóm\n{rows}", encoding="utf-8")
    line.ask("init", "--plan", "cao-minh")
    line.ask("unit", "import", listed)
    line.ask("cycle", "open", "--kind", "annual", "--year", 2026)
    office = Office(line, tmp_path, {})
    for unit in ("DV001", "DV002"):
        propose(office, "--unit", unit)
    third = line.ask(*request("check", "--unit", "DV003"), code=1)
    assert third["quota"] | {"why": []} == {"max": 2, "used": 2, "scope": "commune", "why": []}
    assert "quota" in {c["code"] for c in third["checks"] if c["state"] == "fail"}


@pytest.fixture
def full(tmp_path: Path) -> Office:
    """Six people of Cao Minh, whose plan allows five a year; five are proposed and passed."""
    line = CommandLine(tmp_path / "data", FixedClock(dt.date(2026, 12, 16)))
    listed = tmp_path / "ca-nhan.csv"
    rows = "".join(f"{n},Nguyễn Mẫu {n},Công chức\n" for n in range(1, 7))
    listed.write_text(f"STT,Họ và tên,Chức vụ\n{rows}", encoding="utf-8")
    line.ask("init", "--plan", "cao-minh")
    line.ask("person", "import", listed)
    line.ask("cycle", "open", "--kind", "annual", "--year", 2026)
    office = Office(line, tmp_path, {})
    open_council(office)
    for number in range(1, 6):
        words = request("propose", "--person", f"CN000{number}")
        assert line.ask(*words, "--achievement", PRAISE)["proposal"] == number
        vote(office, number, 8, 0)
    return office


def propose_sixth(office: Office, *reason: str) -> None:
    vote(office, 1, 2, 6)
    words = (*request("propose", "--person", "CN0006"), "--achievement", PRAISE)
    office.line.ask(*words, *reason)
    vote(office, 6, 8, 0)


def test_who_was_refused_does_not_come_back_beyond_the_number(full: Office) -> None:
    propose_sixth(full)
    before = full.line.state()
    words = ("--session", SESSION, "--proposal", 1, "--yes", 8, "--no", 0)
    ran = full.line("--json", "council", "vote", *words)
    assert (ran.code, ran.error) == (1, "quota_exceeded")
    assert "là 6, kế hoạch cho 5" in ran.answer["error"]["message"]
    assert full.line.state() == before
    decided = full.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    assert [award["proposal"] for award in decided["awards"]] == [2, 3, 4, 5, 6]


def test_a_reason_stands_for_the_one_beyond_the_number(full: Office) -> None:
    propose_sixth(full, "--override", "Chủ tịch đồng ý bổ sung")
    vote(full, 1, 8, 0)
    decided = full.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    assert len(decided["awards"]) == 6


def test_a_decision_holds_the_number_that_was_taken_back(full: Office) -> None:
    """Undoing the votes brings six without a reason together; the decision sees it."""
    vote(full, 1, 2, 6)
    refused = full.line.ask("log")["operations"][0]["id"]
    words = (*request("propose", "--person", "CN0006"), "--achievement", PRAISE)
    full.line.ask(*words)
    vote(full, 6, 8, 0)
    full.line.ask("undo", refused)
    ran = full.line("--json", "decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    assert (ran.code, ran.error) == (1, "quota_exceeded")


def test_who_wrote_votes_too_and_stands_in_the_minutes(ranked: Office) -> None:
    number = propose(ranked, "--unit", "DV001")
    words = ("--date", "2026-12-18", "--members", 9, "--present", 7, "--written", 2)
    session = ranked.line.ask("council", "open", "--cycle", CYCLE, *words)
    assert session["written"] == 2
    assert vote(ranked, number, 9, 0)["share"] == 100
    papers = ranked.folder / "van-ban"
    ranked.line.ask("export", "dossier", "--cycle", CYCLE, "--out", papers)
    (minutes,) = papers.glob("bien-ban-hop_*.pdf")
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(minutes).pages)
    assert "02 thành viên gửi ý kiến bằng văn bản" in " ".join(text.split())


def test_shares_count_on_all_members(ranked: Office) -> None:
    proposals = [propose(ranked, "--unit", unit) for unit in ("DV001", "DV002", "DV003")]
    assert open_council(ranked, members=9, present=8) == SESSION
    seven = vote(ranked, proposals[0], 7, 1)
    assert (seven["passed"], seven["share"]) == (True, 77.77)
    five = vote(ranked, proposals[1], 5, 3)
    assert (five["passed"], five["share"]) == (True, 55.55)
    four = vote(ranked, proposals[2], 4, 4)
    assert (four["passed"], four["share"]) == (False, 44.44)


@pytest.mark.parametrize(
    ("members", "present", "code"),
    [(9, 3, "session_without_quorum"), (9, 10, "attendance_wrong"), (0, 0, "attendance_wrong")],
)
def test_a_session_that_can_not_be(members: int, present: int, code: str, ranked: Office) -> None:
    before = ranked.line.state()
    words = ("--date", "2026-12-18", "--members", members, "--present", present)
    ran = ranked.line("--json", "council", "open", "--cycle", CYCLE, *words)
    assert (ran.code, ran.error) == (1, code)
    assert ranked.line.state() == before


def test_more_votes_than_members_are_refused(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    before = ranked.line.state()
    words = ("--session", SESSION, "--proposal", proposal, "--yes", 9, "--no", 3)
    ran = ranked.line("--json", "council", "vote", *words)
    assert ran.code == 1
    assert ranked.line.state() == before


def test_a_session_after_an_undone_one_has_a_number_of_its_own(ranked: Office) -> None:
    open_council(ranked)
    first = ranked.line.ask("log")["operations"][0]["id"]
    second = open_council(ranked)
    ranked.line.ask("undo", first)
    third = open_council(ranked)
    assert third != second


def test_money_is_whole_dong_rounded_up_to_ten_thousand(ranked: Office) -> None:
    unit, person = propose(ranked, "--unit", "DV001"), propose(ranked, "--person", "CN0002")
    open_council(ranked)
    for proposal in (unit, person):
        vote(ranked, proposal, 8, 0)
    words = ("--session", SESSION, "--date", "2026-12-20", "--number", "215/QĐ-UBND")
    answer = ranked.line.ask("decision", "issue", *words)
    # 0,6 and 0,3 of 2.530.000 đồng: 1.518.000 and 759.000, each rounded up.
    assert [(a["proposal"], a["amount"]) for a in answer["awards"]] == [
        (unit, 1_520_000),
        (person, 760_000),
    ]
    assert answer["total"] == 2_280_000
    assert isinstance(answer["decision"], int)


def test_the_base_salary_is_that_of_the_day_of_the_decision(ranked: Office) -> None:
    """A decision dated before 01/7/2026 counts on 2.340.000 đồng."""
    proposal = propose(ranked, "--unit", "DV001")
    words = ("--date", "2026-06-20", "--members", 9, "--present", 9)
    ranked.line.ask("council", "open", "--cycle", CYCLE, *words)
    vote(ranked, proposal, 9, 0)
    answer = ranked.line.ask("decision", "issue", "--session", SESSION, "--date", "2026-06-30")
    assert [award["amount"] for award in answer["awards"]] == [1_410_000]


def test_a_day_without_rules_is_told(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    vote(ranked, proposal, 8, 0)
    before = ranked.line.state()
    words = ("decision", "issue", "--session", SESSION, "--date", "2027-06-30")
    ran = ranked.line("--json", *words)
    assert (ran.code, ran.error) == (1, "no_rule_pack")
    assert ranked.line.state() == before


def test_higher_awards_are_submitted_not_decided(ranked: Office) -> None:
    own = propose(ranked, "--unit", "DV001")
    above = propose(ranked, "--unit", "DV002", award="bang_khen_tinh")
    open_council(ranked)
    for proposal in (own, above):
        vote(ranked, proposal, 8, 0)
    words = ("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    answer = ranked.line.ask(*words)
    assert [award["proposal"] for award in answer["awards"]] == [own]
    assert answer["submitted"] == [above]


def test_a_decision_is_made_once_and_not_before_its_session(ranked: Office) -> None:
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    vote(ranked, proposal, 8, 0)
    words = ("decision", "issue", "--session", SESSION, "--date")
    early = ranked.line("--json", *words, "2026-12-17")
    assert (early.code, early.error) == (1, "decision_before_session")
    ranked.line.ask(*words, "2026-12-20")
    again = ranked.line("--json", *words, "2026-12-21")
    assert (again.code, again.error) == (1, "nothing_to_decide")


def test_what_is_not_passed_is_not_decided(decided: Office) -> None:
    proposals = decided.line.ask("award", "list", "--cycle", CYCLE)["proposals"]
    assert [(p["code"], p["status"]) for p in proposals] == [
        ("DV001", "decided"),
        ("CN0002", "decided"),
        ("DV004", "not_passed"),
    ]


def pdf_text(path: Path) -> str:
    return " ".join("".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_export_dossier_writes_every_paper(decided: Office) -> None:
    out = decided.folder / "van-ban"
    answer = decided.line.ask("export", "dossier", "--cycle", CYCLE, "--out", out)
    files = [Path(file) for file in answer["files"]]
    assert sorted(files) == sorted(out.iterdir())
    texts = {file.stem: pdf_text(file) for file in files if file.suffix == ".pdf"}
    whole = " ".join(texts.values())
    for words in ("QUYẾT ĐỊNH", "TỜ TRÌNH", "BIÊN BẢN", "Phòng Kinh tế", "Trần Thị Ví Dụ"):
        assert words in whole, words
    assert "1.520.000" in whole


def test_export_province_writes_a_workbook_that_excel_opens(decided: Office) -> None:
    path = decided.folder / "gui-tinh" / "tong-hop.xlsx"
    answer = decided.line.ask("export", "province", "--cycle", CYCLE, "--out", path)
    assert answer["files"] == [str(path)]
    book = load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert "Phòng Kinh tế" in cells
    assert not [c for c in cells if isinstance(c, str) and c.startswith("=")]


def test_papers_before_any_vote_are_told(ranked: Office) -> None:
    before = ranked.line.state()
    out = ranked.folder / "van-ban"
    ran = ranked.line("--json", "export", "dossier", "--cycle", CYCLE, "--out", out)
    assert (ran.code, ran.error) == (1, "nothing_to_print")
    assert ranked.line.state() == before


def test_a_decision_can_be_undone_as_a_whole(decided: Office) -> None:
    newest = decided.line.ask("log")["operations"][0]
    assert newest["action"] == "decision_issued"
    decided.line.ask("undo", newest["id"])
    statuses = [
        p["status"] for p in decided.line.ask("award", "list", "--cycle", CYCLE)["proposals"]
    ]
    assert statuses == ["passed", "passed", "not_passed"]
    assert decided.line.ask("check")["ok"] is True


def test_a_person_reads_the_money_and_the_verdicts(ranked: Office) -> None:
    told = ranked.line(*request("check", "--unit", "DV001")).told
    assert "Phòng Kinh tế" in told
    assert "[đạt]" in told
    proposal = propose(ranked, "--unit", "DV001")
    open_council(ranked)
    vote(ranked, proposal, 8, 0)
    words = ("decision", "issue", "--session", SESSION, "--date", "2026-12-20")
    assert "1.520.000 đồng" in ranked.line(*words).out
