"""Proposing, meeting and voting on the command line, as the tests of awards do it."""

from __future__ import annotations

from typing import Any

from tests.integration.cli.office import CYCLE, Office

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
