"""Lập tệp kế hoạch từ văn bản: a draft of the plan, for the office to check in its workbook.

Points are shared out evenly and stand as a proposal; what the text does not tell is left as the
plan in force has it, or bears a line that asks for it. Nothing of it is taken by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.plan_texts.items import Level, TextItem, items_of
from thidua_desktop.application.plan_texts.parts import (
    ReadAudience,
    ReadHead,
    read_areas,
    read_audiences,
    read_head,
    read_ladder,
    read_quotas,
    read_recipients,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import Basis, CycleKind, SubjectKind
from thidua_desktop.domain.plan import Audience, Commune, Plan, ReportDuty, UnitGroup
from thidua_desktop.domain.reasons import Reason
from thidua_desktop.domain.scoring.criterion import Criterion, Role
from thidua_desktop.domain.vietnamese.folding import fold

_WHOLE = 100
_ASK = "Hãy chép lời của kế hoạch vào đây."
_KINDS = (
    ("individual", r"\bca nhan\b"),
    ("household", r"\bho gia dinh\b"),
    ("enterprise", r"doanh nghiep|hop tac xa"),
    ("school", r"\btruong\b"),
    ("front", r"mat tran|doan the|to chuc chinh tri"),
    ("office", r"\bco quan\b|\bphong\b|\bdon vi\b"),
    ("hamlet", r"\bthon\b|\bxom\b|\bkhoi\b|to dan pho|khu dan cu|\bban\b$"),
)


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What was made of a text.

    Attributes:
        told: what was found, and what the office has to fill in itself.
    """

    plan: Plan
    told: tuple[Reason, ...]


def draft_plan(desk: Desk, text: Path, out: Path) -> PlanDraft:
    """Read a plan's text and write the draft as a workbook to check.

    Raises:
        NotFound: no such file.
        EnvironmentFault: a file can't be read or written.
        InputError: nothing of a plan was found in the text.
    """
    lines = desk.plans.lines_of(text)
    with desk.store.read() as books:
        base, source = plan_of(books, desk.plans), books.plans.source()
    made = plan_from(lines, base)
    desk.plans.save(made.plan, source, out)
    return made


def plan_from(lines: Sequence[str], base: Plan) -> PlanDraft:
    """A plan from the lines of its text, what it does not tell from another plan.

    Raises:
        InputError: neither fields nor criteria were found.
    """
    clean = [" ".join(line.split()) for line in lines]
    items = items_of(clean)
    areas, audiences = read_areas(items), read_audiences(items)
    if not areas and not audiences:
        raise InputError("plan_text_unread")
    start = next((at for at, line in enumerate(clean) if line.startswith("I. ")), len(clean))
    head = read_head(clean, start)
    recipients, filing = read_recipients(clean)
    ladder, quotas = read_ladder(items), read_quotas(items)
    own_areas = areas or base.content_areas
    made = tuple(
        _audience(one, code, own_areas[0].code, base)
        for one, code in zip(audiences, _codes(audiences), strict=True)
    )
    plan = replace(
        _with_head(head, base),
        commune=_commune(head, base.commune),
        signature=replace(base.signature, filing=filing or base.signature.filing),
        legal_bases=head.cited or base.legal_bases,
        content_areas=own_areas,
        audiences=made or base.audiences,
        groups=_groups(base, made) if made else base.groups,
        reports=_reports(items, base),
        ladder=ladder or base.ladder,
        quotas=quotas,
        duties=(),
        recipients=recipients or base.recipients,
    )
    counts = {
        "areas": len(areas),
        "audiences": len(made),
        "criteria": sum(len(one.criteria) for one in audiences),
        "recipients": len(recipients),
        "quotas": len(quotas),
    }
    return PlanDraft(plan, (Reason("plan_text_read", dict(counts)), Reason("plan_text_check")))


def _with_head(head: ReadHead, base: Plan) -> Plan:
    title = head.title or base.title
    return replace(
        base,
        title=title,
        movement=head.movement or base.movement,
        number=head.number if head.number[:1].isdigit() else "",
        issued_on=head.issued_on,
        source=f"Đọc từ văn bản kế hoạch: {title}",
        points_note="Điểm đề xuất, đơn vị sửa được; kế hoạch không quy định điểm.",
        award_standard=_ASK,
    )


def _commune(head: ReadHead, base: Commune) -> Commune:
    if not head.commune:
        return base
    return replace(
        base,
        kind=head.kind or base.kind,
        name=head.commune,
        province=head.province or base.province,
        place_in_date=head.commune,
    )


def _codes(audiences: Sequence[ReadAudience]) -> list[str]:
    """A code of each, the ones that shipped plans use where the name tells it."""
    found: list[str] = []
    for one in audiences:
        said = fold(one.name)
        code = next((code for code, words in _KINDS if re.search(words, said)), "office")
        number = sum(other == code or other.startswith(f"{code}_") for other in found)
        found.append(f"{code}_{number + 1}" if number else code)
    return found


def _audience(read: ReadAudience, code: str, area: str, base: Plan) -> Audience:
    letter = re.sub(r"\W", "", fold(read.label)).upper() or "T"
    prefix = letter if letter.isalpha() else f"T{letter}."
    points = _shared(len(read.criteria))
    beside = base.audiences[0].criteria
    pools = [one for one in beside.criteria if one.role is not Role.STANDARD]
    standard = [
        Criterion(f"{prefix}{place}", text, points[place - 1], content_area=area)
        for place, text in enumerate(read.criteria, start=1)
    ]
    return Audience(
        code=code,
        label=read.label,
        name=read.name,
        subject=read.subject,
        basis=Basis.PLAN,
        note="",
        criteria=replace(beside, audience=code, criteria=(*standard, *pools)),
    )


def _shared(count: int) -> list[int]:
    """100 points in whole ones over so many criteria, the first ones a little more."""
    whole, rest = divmod(_WHOLE, count)
    return [(whole + (place < rest)) * 100 for place in range(count)]


def _groups(base: Plan, audiences: Sequence[Audience]) -> tuple[UnitGroup, ...]:
    """The groups of the plan in force, each with the audience that its kind is judged by."""
    made = []
    for group in base.groups:
        audience = _judged_by(group, audiences)
        if audience is None:
            continue
        is_told = audience.code.split("_")[0] == _kind_of(group.name)
        note = "" if is_told else group.note or f"Đề xuất dùng tiêu chí {audience.label}".strip()
        basis = Basis.PLAN if is_told else Basis.PROPOSAL
        made.append(replace(group, audience=audience.code, basis=basis, note=note))
    return tuple(made)


def _kind_of(name: str) -> str:
    said = fold(name)
    return next((code for code, words in _KINDS if re.search(words, said)), "office")


def _judged_by(group: UnitGroup, audiences: Sequence[Audience]) -> Audience | None:
    """Whose criteria a group takes: its own kind's, else those of a kind like it."""
    kind = _kind_of(group.name)
    own = next((one for one in audiences if one.code.split("_")[0] == kind), None)
    if own is not None:
        return own
    if group.subject is not SubjectKind.COLLECTIVE:
        return next((one for one in audiences if one.subject is group.subject), None)
    return next((one for one in audiences if one.subject is SubjectKind.COLLECTIVE), None)


def _reports(items: Sequence[TextItem], base: Plan) -> tuple[ReportDuty, ...]:
    """Who reports to whom: the sentences that speak of it; days are the office's to fill in."""
    told = next(
        (
            item.text
            for item in items
            if item.level > Level.ROMAN
            and re.search(r"bao cao.*(hang nam|dinh ky)|dinh ky.*bao cao", fold(item.text))
        ),
        _ASK,
    )
    recipient = "Ủy ban nhân dân"
    via = base.commune.department
    return (ReportDuty("units", CycleKind.ANNUAL, recipient, via, None, None, told),)
