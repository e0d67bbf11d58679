"""What became of an award after the council: sent up, decided there, paid."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class DecisionScan:
    """Bản quét quyết định: the signed paper.

    Attributes:
        sha256: the hash of its content, by which it is kept.
        title: its name for people, with its ending.
    """

    decision: int
    sha256: str
    title: str


class ReferralState(StrEnum):
    """Where a proposal for an award above the commune's stands."""

    SENT = "sent"  # đã gửi tỉnh
    DECIDED = "decided"  # cấp trên đã quyết định
    REFUSED = "refused"  # không được


@dataclass(frozen=True, slots=True)
class Referral:
    """Đề nghị gửi cấp trên and its answer.

    Attributes:
        document: the tờ trình it went with, such as «12/TTr-UBND».
        decided_on: the day of the decision above, `None` while there is none.
        number: số of that decision.
        decider: who decided, in words.
        note: why it was not given, or what else the office keeps.
    """

    proposal: int
    state: ReferralState
    sent_on: dt.date | None
    document: str = ""
    decided_on: dt.date | None = None
    number: str = ""
    decider: str = ""
    note: str = ""


class PaymentKind(StrEnum):
    """How a bonus was given (NĐ 152/2025/NĐ-CP Điều 48.3 allows a gift of equal value)."""

    MONEY = "money"
    GIFT = "gift"


@dataclass(frozen=True, slots=True)
class Payment:
    """Tiền thưởng that was given out.

    Attributes:
        receiver: who signed for it.
        amount: in đồng; of a gift its value.
        gift: what was given instead of money; empty for money.
    """

    proposal: int
    kind: PaymentKind
    paid_on: dt.date
    receiver: str
    amount: int
    gift: str = ""


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """What the register keeps of a decision beside its number and date.

    Attributes:
        signer: họ tên of who signed; empty where the office's own signer did.
        note: such as where the signed paper lies.
    """

    decision: int
    signer: str = ""
    note: str = ""
