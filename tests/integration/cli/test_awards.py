"""Awards on the command line: conditions, articles and numbers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from tests.command_line import CommandLine
from tests.integration.cli.awards_in_hand import (
    PRAISE,
    SESSION,
    open_council,
    propose,
    request,
    vote,
)
from tests.integration.cli.office import CYCLE, Office
from thidua_desktop.system.clock import FixedClock

EACH_YEAR = {"giay_khen_xa"}
CODES = {
    "giay_khen_xa",
    "bang_khen_tinh",
    "co_thi_dua_tinh",
    "bang_khen_thu_tuong",
    "co_thi_dua_chinh_phu",
    "huan_chuong_lao_dong",
}


def test_award_list_offers_the_awards_of_the_plan_for_such_a_cycle(ranked: Office) -> None:
    answer = ranked.line.ask("award", "list", "--cycle", CYCLE)
    assert {line["award"] for line in answer["awards"]} == EACH_YEAR
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
    failed = {c["code"]: c["blocking"] for c in answer["checks"] if c["state"] == "fail"}
    assert failed == {"form_fits_subject": True, "occasion": False}
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
    told = {key: third["quota"][key] for key in ("max", "used", "scope")}
    assert told == {"max": 2, "used": 2, "scope": "commune"}
    assert "quota" in {c["code"] for c in third["checks"] if c["state"] == "fail"}


def test_what_the_officer_confirms_is_asked_no_more(ranked: Office) -> None:
    """Both a unit and a person reach «đạt»; what was confirmed is kept with the proposal."""
    for subject in (("--unit", "DV001"), ("--person", "CN0002")):
        open_check = ranked.line.ask(*request("check", *subject))
        assert open_check["verdict"] == "unknown"
        assert open_check["proposal"] is None
        codes = [one["code"] for one in open_check["confirmable"]]
        assert {"no_holds", "law_abiding"} <= set(codes)
        confirm = [word for code in codes[1:] for word in ("--confirm", code)]
        done = ranked.line.ask(*request("check", *subject), "--no-holds", *confirm)
        unsure = [c["code"] for c in done["checks"] if c["state"] == "unknown"]
        assert unsure == ["achievement"]  # not written before it is proposed
        words = (*request("propose", *subject), "--achievement", PRAISE, "--no-holds", *confirm)
        made = ranked.line.ask(*words)
        assert made["verdict"] == "pass"
        again = ranked.line("--json", *request("check", *subject)).answer
        assert all(one["confirmed"] for one in again["confirmable"])
    listed = ranked.line.ask("award", "list", "--cycle", CYCLE)
    assert all(p["confirmed"][0] == "no_holds" for p in listed["proposals"])
    assert (listed["proposal"], listed["checks"]) == (None, [])
    assert {"award", "subject", "max", "used"} <= listed["quota"][0].keys()


def test_the_check_names_the_codes_that_can_be_confirmed(ranked: Office) -> None:
    told = ranked.line(*request("check", "--unit", "DV001")).out
    assert "  no_holds: Không có vụ việc đang xem xét" in told
    assert "  united: Nội bộ đoàn kết\n" in told


def test_nothing_else_can_be_confirmed(ranked: Office) -> None:
    before = ranked.line.state()
    words = (*request("propose", "--unit", "DV001"), "--achievement", PRAISE)
    ran = ranked.line("--json", *words, "--confirm", "khong_co")
    assert (ran.code, ran.error) == (1, "confirmation_unknown")
    assert ranked.line.state() == before


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
