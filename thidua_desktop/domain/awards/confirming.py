"""Xác nhận: what only the officer can know of a candidate, and what of it is still open."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.conditions import CHOICE_CODE, standards_for
from thidua_desktop.domain.kinds import Confirmation, SubjectKind
from thidua_desktop.domain.rule_pack import RulePack


@dataclass(frozen=True, slots=True)
class Confirmable:
    """One thing that an officer may confirm, or deny where it is a standard or a report.

    Attributes:
        code: a `Confirmation` or the code of a standard of the rule pack.
        text: the standard's words; empty for a `Confirmation`, which has its own.
        is_choice: one of several of which one is enough.
    """

    code: str
    text: str = ""
    is_choice: bool = False

    @property
    def is_deniable(self) -> bool:
        """Whether «không đạt» can be said of it; a pending matter is recorded instead."""
        return self.code not in (Confirmation.NO_HOLDS, Confirmation.HISTORY)


@dataclass(frozen=True, slots=True)
class OpenPoint:
    """What is not confirmed yet; of several `texts` one is enough."""

    code: str
    texts: tuple[str, ...] = ()


def confirmables(pack: RulePack, form: AwardForm, subject: SubjectKind) -> tuple[Confirmable, ...]:
    """All that may be confirmed for a form and a kind of subject, in the order of a dossier."""
    standards = standards_for(pack, form, subject)
    return (
        Confirmable(Confirmation.NO_HOLDS),
        Confirmable(Confirmation.HISTORY),
        *((Confirmable(Confirmation.REPORT),) if subject.is_person else ()),
        *(Confirmable(one.code, one.text, one.is_choice) for one in standards),
    )


def open_points(
    pack: RulePack, form: AwardForm, subject: SubjectKind, confirmed: Collection[str]
) -> tuple[OpenPoint, ...]:
    """What nobody confirmed: each must, and the choices together while none is met."""
    asked = confirmables(pack, form, subject)
    musts = [
        OpenPoint(one.code, (one.text,) if one.text else ())
        for one in asked
        if not one.is_choice and one.code not in confirmed
    ]
    choices = [one for one in asked if one.is_choice]
    if choices and all(one.code not in confirmed for one in choices):
        musts.append(OpenPoint(CHOICE_CODE, tuple(one.text for one in choices)))
    return tuple(musts)
