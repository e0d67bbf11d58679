"""An office after its decision: a unit and a person rewarded, bằng khen still to be sent up."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.sessions import open_session, vote
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.domain.council import Attendance, VoteCount
from thidua_desktop.domain.proposals import ProposalStatus

HELD = dt.date(2026, 12, 22)
SIGNED = dt.date(2026, 12, 24)
ACHIEVEMENT = "Đã có thành tích trong phong trào thi đua năm 2026"


@dataclass
class Decided:
    """The proposals by what became of them, and the decision."""

    office: OfficeInHand
    unit: int
    person: int
    higher: int
    session: str
    decision: int

    def status(self, proposal: int) -> ProposalStatus:
        with self.office.desk.store.read() as books:
            return books.awards.proposal(proposal).status

    def undo_last(self) -> None:
        """Undo the newest operation that stands."""
        store = self.office.desk.store
        standing = (o for o in store.operations() if o.undone_by is None and o.undoes is None)
        store.undo(next(standing).id)


def decide(office: OfficeInHand, *, number: str = "") -> Decided:
    """Go on from a fresh office to the decision."""
    office.collect_all()
    office.appraise_all()
    office.clock.set(dt.date(2026, 12, 18))
    subjects = [
        ("giay_khen_xa", office.unit("Phòng Kinh tế"), ""),
        ("giay_khen_xa", "", office.person("Trần Thị Ví Dụ")),
        ("bang_khen_tinh", office.unit("Trường Tiểu học Ví Dụ"), ""),
    ]
    numbers = []
    for award, unit, person in subjects:
        request = AwardRequest(CYCLE, award, unit, person)
        made = propose(office.desk, request, ACHIEVEMENT, "Đã kiểm tra hồ sơ.").proposal
        assert made is not None
        numbers.append(made)
    office.clock.set(HELD)
    session = open_session(office.desk, CYCLE, HELD, Attendance(11, 10)).id
    for proposal in numbers:
        vote(office.desk, session, proposal, VoteCount(10, 0))
    office.clock.set(SIGNED)
    issued = issue_decision(office.desk, session, SIGNED, number)
    own, one, above = numbers
    return Decided(office, own, one, above, session, issued.decision)
