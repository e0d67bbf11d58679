"""The names of award forms over all rule packs that ship."""

from __future__ import annotations

from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.award_forms import AwardForm


def award_names(desk: Desk) -> dict[str, str]:
    """The name of every form by its code; of several packs the newest one's."""
    return {form.code: form.name for form in all_forms(desk)}


def all_forms(desk: Desk) -> tuple[AwardForm, ...]:
    """Every form, the newest pack's last, so that it wins in a table by code."""
    packs = sorted(desk.rule_packs.packs(), key=lambda pack: pack.valid_from)
    return tuple(form for pack in packs for form in pack.award_forms)
