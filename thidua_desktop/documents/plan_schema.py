"""What a plan file holds: its tables and keys, one reader for each part of the plan.

Every key is told in the comments of the files in ``resources/plans``.
"""

from __future__ import annotations

from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.kinds import Basis, CommuneKind, CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import (
    Audience,
    Commune,
    ContentArea,
    Duty,
    LadderStep,
    LegalBasis,
    Plan,
    QuotaRule,
    ReportDuty,
    Signature,
    Stage,
    UnitGroup,
)
from thidua_desktop.domain.scoring.criterion import CriteriaSet, Criterion, Method, Role
from thidua_desktop.domain.vietnamese.folding import fold

AWARDS = (
    "giay_khen_xa",
    "bang_khen_tinh",
    "co_thi_dua_tinh",
    "bang_khen_thu_tuong",
    "co_thi_dua_chinh_phu",
    "huan_chuong_lao_dong",
)
SENDERS = ("units", "commune")
SCOPES = ("commune", "province")
DUTY_KINDS = (
    "inspection",
    "assignment",
    "survey",
    "publicity",
    "guidance",
    "index",
    "training",
    "cluster_scoring",
)


def read_plan_table(table: TomlTable, slug: str) -> Plan:
    """The whole plan."""
    return Plan(
        slug=slug,
        title=table.text("title"),
        movement=table.text("movement"),
        number=table.optional_text("number"),
        issued_on=table.optional_day("issued_on"),
        first_year=table.whole("first_year"),
        last_year=table.whole("last_year"),
        source=table.text("source"),
        points_note=table.text("points_note"),
        commune=table.one("commune", _commune),
        signature=table.one("signature", _signature),
        legal_bases=table.many("legal_bases", _legal_basis),
        content_areas=table.many("content_areas", _content_area),
        audiences=table.many("audiences", _audience),
        groups=table.many("groups", _group),
        stages=table.many("stages", _stage),
        reports=table.many("reports", _report),
        ladder=table.many("ladder", _ladder_step),
        award_standard=table.text("award_standard"),
        quotas=table.many("quotas", _quota) if table.has("quotas") else (),
        duties=table.many("duties", _duty) if table.has("duties") else (),
        recipients=table.texts("recipients"),
    )


def _commune(table: TomlTable) -> Commune:
    return Commune(
        kind=table.choice("kind", CommuneKind),
        name=table.text("name"),
        province=table.text("province"),
        place_in_date=table.text("place_in_date"),
        hamlet_word=table.text("hamlet_word"),
        department=table.text("department"),
    )


def _signature(table: TomlTable) -> Signature:
    return Signature(authority=table.texts("authority"), filing=table.text("filing"))


def _legal_basis(table: TomlTable) -> LegalBasis:
    return LegalBasis(short=table.text("short"), citation=table.text("citation"))


def _content_area(table: TomlTable) -> ContentArea:
    return ContentArea(
        code=table.text("code"),
        label=table.optional_text("label"),
        short=table.text("short"),
        text=table.text("text"),
    )


def _audience(table: TomlTable) -> Audience:
    code = table.text("code")
    basis = table.choice("basis", Basis)
    return Audience(
        code=code,
        label=table.optional_text("label"),
        name=table.text("name"),
        subject=table.choice("subject", SubjectKind),
        basis=basis,
        note=_note(table, basis),
        criteria=CriteriaSet(
            audience=code,
            criteria=table.many("criteria", _criterion),
            bonus_cap=table.points("bonus_cap"),
            penalty_cap=table.points("penalty_cap"),
        ),
    )


def _note(table: TomlTable, basis: Basis) -> str:
    """A proposal has to say why; what the plan says itself needs no reason."""
    return table.text("note") if basis is Basis.PROPOSAL else table.optional_text("note")


def _criterion(table: TomlTable) -> Criterion:
    role = table.choice("role", Role) if table.has("role") else Role.STANDARD
    method = table.choice("method", Method) if table.has("method") else Method.MANUAL
    standard = role is Role.STANDARD
    return Criterion(
        code=table.text("code"),
        text=table.text("text"),
        max_points=table.points("max_points"),
        method=method,
        role=role,
        content_area=table.text("content_area")
        if standard
        else table.optional_text("content_area"),
        requires_evidence=table.flag("requires_evidence"),
        params=_params(table, method),
    )


def _params(table: TomlTable, method: Method) -> dict[str, int | tuple[tuple[int, int], ...]]:
    """What the method needs besides the maximum; a key of another method is an unknown one."""
    match method:
        case Method.COUNT_CAP:
            return {"points_each": table.points("points_each")}
        case Method.SAMPLE:
            return {"size": table.whole("size"), "points_each": table.points("points_each")}
        case Method.STEPS:
            return {"steps": table.pairs("steps", of_percent=True)}
        case Method.LEVEL:
            return {"levels": table.pairs("levels", of_percent=False)}
    return {}


def _group(table: TomlTable) -> UnitGroup:
    basis = table.choice("basis", Basis)
    keywords = (fold(keyword) for keyword in table.texts("keywords"))
    return UnitGroup(
        code=table.text("code"),
        name=table.text("name"),
        audience=table.text("audience"),
        basis=basis,
        note=_note(table, basis),
        subject=table.choice("subject", SubjectKind),
        keywords=tuple(dict.fromkeys(keywords)),
    )


def _stage(table: TomlTable) -> Stage:
    return Stage(
        code=table.text("code"),
        name=table.text("name"),
        from_year=table.whole("from_year"),
        to_year=table.whole("to_year"),
        review=table.choice("review", CycleKind),
        review_year=table.whole("review_year"),
        text=table.text("text"),
    )


def _report(table: TomlTable) -> ReportDuty:
    due = table.has("due_day") or table.has("due_month")
    return ReportDuty(
        sender=table.word("sender", SENDERS),
        kind=table.choice("kind", CycleKind),
        recipient=table.text("recipient"),
        via=table.optional_text("via"),
        due_day=table.whole("due_day") if due else None,
        due_month=table.whole("due_month") if due else None,
        text=table.text("text"),
    )


def _ladder_step(table: TomlTable) -> LadderStep:
    return LadderStep(
        award=table.word("award", AWARDS),
        text=table.text("text"),
        occasions=table.choices("occasions", CycleKind),
    )


def _quota(table: TomlTable) -> QuotaRule:
    return QuotaRule(
        kind=table.choice("kind", CycleKind),
        award=table.word("award", AWARDS),
        subject=table.choice("subject", SubjectKind),
        maximum=table.whole("maximum") if table.has("maximum") else None,
        scope=table.word("scope", SCOPES),
        text=table.text("text"),
        formula=(
            table.choice("formula", QuotaKind)
            if table.has("formula")
            else QuotaKind.ABSOLUTE_BY_TYPE
        ),
        shared_with=(table.choices("shared_with", SubjectKind) if table.has("shared_with") else ()),
    )


def _duty(table: TomlTable) -> Duty:
    return Duty(
        kind=table.word("kind", DUTY_KINDS),
        holder=table.text("holder"),
        text=table.text("text"),
    )
