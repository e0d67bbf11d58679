"""Kết luận điều kiện: three states, each with its article, the data used and what to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.facts import CandidateFacts
from thidua_desktop.domain.reasons import Reason, Value
from thidua_desktop.domain.rule_pack import Principle, RulePack


class CheckState(StrEnum):
    """Đạt, không đạt, or chưa có dữ liệu: what is not known is never taken for right."""

    PASS = "pass"  # noqa: S105 - a verdict, not a password
    FAIL = "fail"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Check:
    """One condition of an award, judged.

    Attributes:
        code: which condition.
        blocking: whether failing it keeps the candidate off the list; else it only warns.
        article: where the condition stands.
        remedy: what the officer can do, `None` where nothing is to be done.
        overridable: whether a recorded reason lifts the block.
    """

    code: str
    state: CheckState
    blocking: bool
    article: str
    reason: Reason
    remedy: Reason | None = None
    overridable: bool = True

    @property
    def blocks(self) -> bool:
        """Whether it keeps the candidate off the list now."""
        return self.blocking and self.state is CheckState.FAIL


@dataclass(frozen=True, slots=True)
class Question:
    """May this candidate be proposed for this form under this pack?"""

    form: AwardForm
    pack: RulePack
    facts: CandidateFacts


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition before it is judged; makes its checks."""

    code: str
    article: str
    blocking: bool = True
    overridable: bool = True

    @classmethod
    def of(
        cls,
        principle: Principle,
        pack: RulePack,
        *,
        blocking: bool = True,
        overridable: bool = True,
    ) -> Condition:
        """The condition of a principle, with the pack's article."""
        return cls(principle.value, pack.article(principle), blocking, overridable)

    def passed(self, reason: str, **data: Value) -> Check:
        """Đạt."""
        return self._check(CheckState.PASS, reason, "", data)

    def failed(self, reason: str, remedy: str, **data: Value) -> Check:
        """Không đạt, with what to do about it."""
        return self._check(CheckState.FAIL, reason, remedy, data)

    def unknown(self, reason: str, remedy: str, **data: Value) -> Check:
        """Chưa có dữ liệu, with what to fill in."""
        return self._check(CheckState.UNKNOWN, reason, remedy, data)

    def _check(self, state: CheckState, reason: str, remedy: str, data: dict[str, Value]) -> Check:
        return Check(
            self.code,
            state,
            self.blocking,
            self.article,
            Reason(reason, data),
            Reason(remedy, data) if remedy else None,
            self.overridable,
        )


def verdict(checks: Iterable[Check]) -> CheckState:
    """Không đạt where one condition blocks; else chưa có dữ liệu where one is not known."""
    told = tuple(checks)
    if any(check.blocks for check in told):
        return CheckState.FAIL
    if any(check.state is CheckState.UNKNOWN for check in told):
        return CheckState.UNKNOWN
    return CheckState.PASS


def blocks_of(checks: Iterable[Check]) -> tuple[Check, ...]:
    """The conditions that keep the candidate off the list."""
    return tuple(check for check in checks if check.blocks)


def may_propose(checks: Iterable[Check], override_reason: str = "") -> bool:
    """Whether a proposal can be made: nothing blocks, or a reason lifts all that does."""
    blocking = blocks_of(checks)
    if not blocking:
        return True
    return bool(override_reason.strip()) and all(check.overridable for check in blocking)
