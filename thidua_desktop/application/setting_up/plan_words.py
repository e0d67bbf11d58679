"""What a person reads in a plan's workbook for each code."""

from __future__ import annotations

from collections.abc import Iterable

from thidua_desktop.application.text import Texts
from thidua_desktop.domain.kinds import Basis, CommuneKind, CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.rule_pack import RulePack
from thidua_desktop.domain.scoring.criterion import Method, Role

_OWN_SETS: dict[str, tuple[str, ...]] = {
    "commune_kind": tuple(CommuneKind),
    "basis": tuple(Basis),
    "role": tuple(Role),
    "sender": ("units", "commune"),
    "formula": tuple(QuotaKind),
    "scope": ("commune", "province"),
}
_SHARED_SETS: dict[str, tuple[str, ...]] = {
    "subject": tuple(SubjectKind),
    "kind": tuple(CycleKind),
    "method_name": tuple(Method),
    "duty": (
        *("inspection", "assignment", "survey", "publicity"),
        *("guidance", "index", "training", "cluster_scoring"),
    ),
}


def plan_words(texts: Texts, packs: Iterable[RulePack]) -> dict[str, dict[str, str]]:
    """The words by closed set; of award forms the newest rules' names."""
    words = {
        name: {str(code): texts.render(f"plan_word_{name}_{code}", {}) for code in codes}
        for name, codes in _OWN_SETS.items()
    }
    for name, codes in _SHARED_SETS.items():
        of = {str(code): texts.render(f"{name}_{code}", {}) for code in codes}
        words["method" if name == "method_name" else name] = of
    forms = [form for pack in packs for form in pack.award_forms]
    words["award"] = {form.code: form.name for form in sorted(forms, key=lambda form: form.order)}
    return words
