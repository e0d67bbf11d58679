"""What nobody confirmed of those on a list, in words, with whom it concerns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_desktop.application.papers.context import Nominee
from thidua_desktop.application.papers.subjects import addressed_name
from thidua_desktop.domain.award_forms import AwardForm
from thidua_desktop.domain.awards.confirming import OpenPoint, open_points
from thidua_desktop.domain.kinds import Confirmation
from thidua_desktop.domain.rule_pack import RulePack

_WORDS: Mapping[str, str] = {
    Confirmation.NO_HOLDS: (
        "Việc đang xem xét kỷ luật, điều tra, thanh tra, kiểm tra, xác minh đơn thư, báo chí nêu; "
        "việc bị kỷ luật"
    ),
    Confirmation.HISTORY: "Việc đối chiếu các lần khen thưởng trước đây",
    Confirmation.REPORT: "Báo cáo thành tích",
}


def open_matters(
    pack: RulePack, form: AwardForm, nominees: Sequence[Nominee]
) -> dict[str, list[str]]:
    """Each matter with the names of those for whom it is open, in the order of the dossier."""
    found: dict[str, list[str]] = {}
    for nominee in nominees:
        proposal = nominee.proposal
        for point in open_points(pack, form, proposal.subject, proposal.confirmed):
            found.setdefault(_words(point), []).append(addressed_name(nominee))
    return found


def _words(point: OpenPoint) -> str:
    if not point.texts:
        return _WORDS[point.code]
    if len(point.texts) == 1:
        return point.texts[0]
    return f"Một trong các tiêu chuẩn: {'; '.join(point.texts)}"
