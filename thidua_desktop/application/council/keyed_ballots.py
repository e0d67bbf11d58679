"""Phiếu đang nhập dở: each ballot is kept as it is keyed in, until the count is recorded."""

from __future__ import annotations

from collections.abc import Sequence

from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.voting import BallotSheet


def keyed_ballots(desk: Desk, session_id: str, award: str) -> tuple[BallotSheet, ...]:
    """The ballots that were keyed in and not recorded, in the order they were read out."""
    with desk.store.read() as books:
        return books.voting.keyed(session_id, award)


def keep_ballots(desk: Desk, session_id: str, award: str, sheets: Sequence[BallotSheet]) -> None:
    """Keep the pile as it lies now: one more ballot, the last one taken back, or none at all.

    Raises:
        NotFound: no such session.
    """
    with desk.store.read() as books:
        books.awards.session(session_id)
        if books.voting.keyed(session_id, award) == tuple(sheets):
            return
    action = "ballots_keyed" if sheets else "ballots_dropped"
    with desk.store.write(action, session=session_id, count=len(sheets)) as books:
        books.voting.save_keyed(session_id, award, sheets)
