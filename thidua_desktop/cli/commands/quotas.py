"""plan quota."""

from __future__ import annotations

import argparse

from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.setting_up.planning import drop_quota, put_quota
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer
from thidua_desktop.cli.plan_json import quota_json
from thidua_desktop.domain.awards.quota import COMMUNE_SCOPE, PROVINCE_SCOPE
from thidua_desktop.domain.kinds import CycleKind, QuotaKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule


def quota(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Set or drop one line."""
    kind, subject = CycleKind(arguments.kind), SubjectKind(arguments.subject)
    if arguments.drop:
        lines = drop_quota(desk, kind, arguments.award, subject)
    else:
        lines = put_quota(desk, _rule(kind, subject, arguments))
    names = award_names(desk)
    told = [_line(line, names.get(line.award, line.award), texts) for line in lines]
    return Answer({"quotas": [quota_json(line) for line in lines]}, told)


def _rule(kind: CycleKind, subject: SubjectKind, arguments: argparse.Namespace) -> QuotaRule:
    others = tuple(dict.fromkeys(SubjectKind(one) for one in arguments.shared))
    formula = QuotaKind.ABSOLUTE_COMBINED if others else QuotaKind.ABSOLUTE_BY_TYPE
    if arguments.percent is not None:
        formula = QuotaKind.PERCENT_OF_PARTICIPANTS
    return QuotaRule(
        kind,
        arguments.award,
        subject,
        arguments.maximum if arguments.percent is None else arguments.percent,
        PROVINCE_SCOPE if arguments.of_province else COMMUNE_SCOPE,
        arguments.text,
        formula,
        tuple(one for one in others if one is not subject),
    )


def _line(line: QuotaRule, award: str, texts: Texts) -> str:
    kinds = (line.subject, *line.shared_with)
    subjects = ", ".join(texts.render(f"subject_{one}", {}).lower() for one in kinds)
    most = "không giới hạn" if line.maximum is None else f"tối đa {line.maximum}"
    if line.formula is QuotaKind.PERCENT_OF_PARTICIPANTS and line.maximum is not None:
        most += "% số tham gia"
    return f"{texts.render(f'kind_{line.kind}', {})}, {award} – {subjects}: {most}"
