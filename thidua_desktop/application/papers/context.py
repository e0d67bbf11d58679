"""What every paper of the office shares, and who stands on its lists."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from thidua_desktop.application.naming import COMMUNE_WORDS, commune_title
from thidua_desktop.application.records import Office
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.proposals import Ballot, Proposal
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.units import Person

DOTS = "……"
"""A blank within a sentence, for the pen: what the data do not know is never made up."""


@dataclass(frozen=True, slots=True)
class Registration:
    """Số and ngày of a paper, blank until the văn thư gives them (NĐ 30/2020/NĐ-CP Điều 15)."""

    number: str = ""
    signed_on: dt.date | None = None


BLANK = Registration()


@dataclass(frozen=True, slots=True)
class PaperContext:
    """The office, its plan, the cycle and the law that a paper is drawn up under.

    Attributes:
        plan: with the office's own words for the commune.
        today: the day of drafting; its year stands in dates that are still blank.
        snapshot: the mark at the foot that says from which data the paper was made.
    """

    plan: Plan
    office: Office
    cycle: Cycle
    pack: RulePack
    today: dt.date
    snapshot: str = ""

    @property
    def word(self) -> str:
        """«xã», «phường» or «đặc khu»."""
        return COMMUNE_WORDS[self.plan.commune.kind]

    @property
    def commune(self) -> str:
        """«xã Xuân Hưng»."""
        return commune_title(self.plan.commune)

    @property
    def committee(self) -> str:
        """«Ủy ban nhân dân xã Xuân Hưng»."""
        return f"Ủy ban nhân dân {self.commune}"

    @property
    def province(self) -> str:
        """«tỉnh Ninh Bình»."""
        return self.plan.commune.province

    @property
    def department(self) -> str:
        """«Phòng Văn hóa - Xã hội»."""
        return self.plan.commune.department

    @property
    def council(self) -> str:
        """«Hội đồng Thi đua - Khen thưởng xã Xuân Hưng»."""
        return f"Hội đồng Thi đua - Khen thưởng {self.commune}"


@dataclass(frozen=True, slots=True)
class Nominee:
    """One line of a list: the proposal, and what is known beside it.

    Attributes:
        person: from the register of people; `None` for units.
        ballot: the council's vote, `None` where there was none.
        result: points and xếp loại in words, such as «92,5 điểm - Hoàn thành xuất sắc».
        earlier_awards: đã khen in the five years before, in words.
        amount: tiền thưởng in đồng, `None` before the decision.
        golden_number: số sổ vàng of the giấy khen, `None` while it has none.
        choice_reason: why the officer took it into the list out of its order; empty where nobody
            did.
    """

    proposal: Proposal
    person: Person | None = None
    ballot: Ballot | None = None
    result: str = ""
    earlier_awards: str = ""
    amount: int | None = None
    golden_number: int | None = None
    choice_reason: str = ""

    @property
    def taken_in_for(self) -> str:
        """Why it is considered against a check, the number or the order; mostly empty."""
        said = [self.proposal.override_reason.strip().rstrip(". ")]
        choice = self.choice_reason.strip().rstrip(". ")
        # The proposal of a blocked one who was taken in bears that reason already.
        said += [choice] if choice not in said[0] else []
        return "; ".join(filter(None, said))

    @property
    def is_collective(self) -> bool:
        """Whether it stands among the collectives; an enterprise is rewarded as one."""
        return not self.proposal.is_person
