"""Chuyển tiếp: which law a dossier goes on under, by the day it was received."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.rule_pack import RulePack, Transition


@dataclass(frozen=True, slots=True)
class DossierRules:
    """The rules of one dossier.

    Attributes:
        carried_over: the rule by which the pack goes on after its last day; `None` where the
            pack is today's own.
    """

    pack: RulePack
    carried_over: Transition | None = None


def rules_of_dossier(
    packs: Sequence[RulePack], current: RulePack, received: dt.date, today: dt.date
) -> DossierRules:
    """Today's rules, or those of the day of reception where today's say that they go on.

    Nothing goes on under rules that today's don't speak of: once `current` is over, it stays,
    and the check of the day tells so. Without a pack for the day of reception `current` stays
    too, and the check of the transition tells that the law of that day is not at hand.
    """
    rule = current.transition
    if rule is None or received >= rule.received_before or not current.covers(today):
        return DossierRules(current)
    old = next((pack for pack in packs if pack.covers(received)), None)
    return DossierRules(current) if old is None else DossierRules(old, rule)
