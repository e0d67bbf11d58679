"""hold, discipline, history, initiative and award withdraw on the command line."""

from __future__ import annotations

from tests.integration.cli.awards_in_hand import PRAISE, propose, request
from tests.integration.cli.office import Office

WHO = ("--person", "CN0002")


def state(office: Office, code: str, *more: str) -> str:
    ran = office.line("--json", *request("check", *WHO), *more)
    found: dict[str, str] = {one["code"]: one["state"] for one in ran.answer["checks"]}
    return found[code]


def test_a_hold_is_recorded_listed_and_concluded(ranked: Office) -> None:
    words = ("--kind", "press", "--from", "2026-11-01", "--document", "12/TB")
    number = ranked.line.ask("hold", "add", *WHO, *words)["hold"]
    assert state(ranked, "hold", "--confirm", "no_holds") == "fail"
    (held,) = ranked.line.ask("hold", "list")["holds"]
    assert (held["person"], held["kind"], held["to"]) == ("CN0002", "press", None)
    ranked.line.ask("hold", "resume", number, "--date", "2026-11-02", "--document", "15/KL")
    assert state(ranked, "hold", "--confirm", "no_holds") == "pass"
    assert "kết luận" in ranked.line("hold", "list").out
    ranked.line.ask("hold", "remove", number)
    assert ranked.line.ask("hold", "list")["holds"] == []
    ran = ranked.line("--json", "hold", "remove", number)
    assert (ran.code, ran.error) == (1, "hold_record_unknown")


def test_codes_are_found_whatever_their_case(ranked: Office) -> None:
    lower = ("--person", "cn0002", "--name", "Số hóa hồ sơ")
    ranked.line.ask("initiative", "add", *lower)
    (found,) = ranked.line.ask("initiative", "list")["initiatives"]
    assert found["person"] == "CN0002"
    assert ranked.line("--json", *request("check", "--unit", "dv001")).code == 0
    refused = ranked.line("--json", *request("check", "--unit", "dv999"))
    assert refused.error == "unit_unknown"


def test_a_discipline_is_recorded_and_ended(ranked: Office) -> None:
    words = ("--form", "Khiển trách", "--from", "2026-02-01", "--document", "3/QĐ")
    number = ranked.line.ask("discipline", "add", *WHO, *words)["discipline"]
    assert state(ranked, "discipline") == "fail"
    ranked.line.ask("discipline", "end", number, "--date", "2026-03-01")
    (found,) = ranked.line.ask("discipline", "list")["disciplines"]
    assert (found["form"], found["to"]) == ("Khiển trách", "2026-03-01")
    ranked.line.ask("discipline", "remove", number)
    assert "Chưa ghi" in ranked.line("discipline", "list").out


def test_a_name_on_paper_is_told_apart(ranked: Office) -> None:
    words = ("--award", "giay_khen_xa", "--from", "2026-01-01", "--to", "2026-12-31")
    named = ("--name", "TRAN THI VI DU", "--subject", "individual")
    number = ranked.line.ask("history", "add", *named, *words)["award"]
    assert state(ranked, "one_achievement_once") == "unknown"
    (found,) = ranked.line.ask("history", "list")["awards"]
    (alike,) = found["namesakes"]
    assert (alike["person"], alike["likeness"], alike["same"]) == ("CN0002", "alike", None)
    ranked.line.ask("history", "other", number, *WHO)
    assert state(ranked, "one_achievement_once", "--confirm", "history") == "pass"
    ranked.line.ask("history", "same", number, *WHO)
    assert "cùng người" in ranked.line("history", "list").out
    ranked.line.ask("history", "remove", number)
    ran = ranked.line("--json", "history", "add", "--name", "Ai Đó", *words)
    assert (ran.code, ran.error) == (1, "recipient_kind_missing")


def test_an_initiative_serves_one_proposal(ranked: Office) -> None:
    number = ranked.line.ask("initiative", "add", *WHO, "--name", "Số hóa hồ sơ")["initiative"]
    told = ("--initiative", str(number))
    made = ranked.line.ask(*request("propose", *WHO), "--achievement", PRAISE, *told)
    (found,) = ranked.line.ask("initiative", "list")["initiatives"]
    assert found["proposals"] == [made["proposal"]]
    # Looked at again: its own proposal does not use it up.
    assert state(ranked, "initiative_once", *told) == "pass"
    elsewhere = request("check", "--unit", "DV001")
    refused = ranked.line("--json", *elsewhere, *told)
    assert refused.error == "initiative_of_another"
    ran = ranked.line("--json", "initiative", "remove", number)
    assert (ran.code, ran.error) == (1, "initiative_in_use")
    assert ranked.line.ask("award", "withdraw", "--proposal", made["proposal"])
    assert state(ranked, "initiative_once", *told) == "pass"


def test_proposing_tells_what_is_still_to_be_seen_to(ranked: Office) -> None:
    told = ranked.line(*request("propose", *WHO), "--achievement", PRAISE).out
    assert told.startswith("Đề nghị số")
    assert "[chưa có dữ liệu]" in told


def test_a_denied_standard_and_its_day_of_reception_are_kept(ranked: Office) -> None:
    words = ("--deny", "law_abiding", "--received", "2026-11-01", "--maternity-leave")
    refused = ranked.line.ask(*request("propose", *WHO), "--achievement", PRAISE, *words, code=1)
    (denied,) = [one for one in refused["checks"] if one["code"] == "standard_law_abiding"]
    assert (denied["state"], denied["blocking"]) == ("fail", True)
    assert denied["todo"]
    ranked.line.ask(
        *request("propose", *WHO), "--achievement", PRAISE, *words, "--override", "Đã khắc phục"
    )
    (kept,) = ranked.line.ask("award", "list", "--cycle", "2026-annual")["proposals"]
    assert (kept["denied"], kept["received"]) == (["law_abiding"], "2026-11-01")


def test_withdrawing_frees_the_candidate(ranked: Office) -> None:
    number = propose(ranked, "--unit", "DV001")
    ranked.line.ask("award", "withdraw", "--proposal", number)
    ran = ranked.line("--json", "award", "withdraw", "--proposal", 99)
    assert (ran.code, ran.error) == (1, "proposal_unknown")
    propose(ranked, "--unit", "DV001")
