"""Thành phần hồ sơ: what a dossier must hold, and whether it does – đủ, thiếu, chưa rõ."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from thidua_desktop.domain.award_forms import AwardForm, Source, Sure
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.reasons import Reason, Value


class PartNeed(StrEnum):
    """Whether a dossier is whole without the part."""

    NEEDED = "needed"
    IF_ANY = "if_any"  # văn bản liên quan, nếu có
    NOT_NEEDED = "not_needed"  # the province asks for it no more


class PartState(StrEnum):
    """Đủ, thiếu or chưa rõ: what nobody looked at is never taken for complete."""

    COMPLETE = "complete"
    MISSING = "missing"
    UNCLEAR = "unclear"


class PartProof(StrEnum):
    """By what the program itself can know that a part is there."""

    SUBMISSION = "submission"  # tờ trình, danh sách: drawn up once the council agreed
    MINUTES = "minutes"  # biên bản họp: drawn up of a session with votes
    VOTES = "votes"  # kết quả biểu quyết, bỏ phiếu
    REPORT = "report"  # báo cáo thành tích: handed in, said by who received it
    BY_HAND = "by_hand"  # only the officer can say


@dataclass(frozen=True, slots=True)
class DossierPart:
    """One thành phần of the check list.

    Attributes:
        code: its key within the list of an award.
        awards: codes of the forms whose dossiers hold it.
        source: where it is asked for; the province may set another.
    """

    code: str
    awards: tuple[str, ...]
    subjects: tuple[SubjectKind, ...]
    text: str
    proof: PartProof
    need: PartNeed
    source: Source

    def asks(self, award: str, subject: SubjectKind) -> bool:
        """Whether a dossier of such a subject holds it; an enterprise counts as a collective."""
        return award in self.awards and not {subject, subject.counts_as}.isdisjoint(self.subjects)


@dataclass(frozen=True, slots=True)
class DossierRelease:
    """Hồ sơ gửi đi khi chưa đủ: dossiers of a cycle that were packed with parts still open.

    Attributes:
        unfinished: how many of them had such parts.
        despite: why they went out all the same.
    """

    cycle: str
    released_on: dt.date
    unfinished: int
    despite: str


@dataclass(frozen=True, slots=True)
class DossierRule:
    """The province's own word on one part of an award's dossier, with where it says so."""

    award: str
    part: str
    need: PartNeed
    text: str
    citation: str


@dataclass(frozen=True, slots=True)
class DossierMark:
    """What the officer says of one part of one dossier.

    Attributes:
        attachment: the hash of the file that was put to it, empty for none.
    """

    proposal: int
    part: str
    is_there: bool
    note: str
    marked_on: dt.date
    attachment: str = ""


@dataclass(frozen=True, slots=True)
class DossierFacts:
    """What the registers know of one dossier.

    Attributes:
        agreed_on: the day of the session that agreed, `None` before that.
        voted_on: the day of the session that voted, whatever it said.
        votes: «10/11», empty without a vote.
        has_report: whether the report came in; `None` where nobody said so.
    """

    agreed_on: dt.date | None = None
    voted_on: dt.date | None = None
    votes: str = ""
    has_report: bool | None = None


@dataclass(frozen=True, slots=True)
class PartVerdict:
    """One part, judged, with what makes it so."""

    part: DossierPart
    state: PartState
    reason: Reason
    mark: DossierMark | None = None


def parts_for(
    parts: Iterable[DossierPart],
    form: AwardForm,
    subject: SubjectKind,
    rules: Collection[DossierRule],
) -> tuple[DossierPart, ...]:
    """The check list of one dossier: the pack's, changed where the province says otherwise."""
    own = {rule.part: rule for rule in rules if rule.award == form.code}
    listed = [part for part in parts if part.asks(form.code, subject)]
    known = {part.code for part in parts if form.code in part.awards}
    changed = [_under(part, own[part.code]) if part.code in own else part for part in listed]
    added = [_added(rule, form) for code, rule in own.items() if code not in known]
    return tuple(part for part in (*changed, *added) if part.need is not PartNeed.NOT_NEEDED)


def _under(part: DossierPart, rule: DossierRule) -> DossierPart:
    source = replace(part.source, citation=rule.citation, sure=Sure.SEEN)
    return replace(part, need=rule.need, text=rule.text, source=source)


def _added(rule: DossierRule, form: AwardForm) -> DossierPart:
    source = Source(rule.citation, Sure.SEEN, province_may_set=True)
    by_hand = PartProof.BY_HAND
    return DossierPart(
        rule.part, (form.code,), tuple(SubjectKind), rule.text, by_hand, rule.need, source
    )


def judge_part(part: DossierPart, facts: DossierFacts, mark: DossierMark | None) -> PartVerdict:
    """Đủ, thiếu or chưa rõ; what the officer said counts before what the registers know."""
    if mark is not None:
        state = PartState.COMPLETE if mark.is_there else PartState.MISSING
        said = "there" if mark.is_there else "missing"
        data: dict[str, Value] = {"day": mark.marked_on, "note": mark.note}
        code = f"part_said_{said}" + ("_with_note" if mark.note else "")
        return PartVerdict(part, state, Reason(code, data), mark)
    state, reason = _known(part, facts)
    if part.need is PartNeed.IF_ANY and state is not PartState.COMPLETE:
        return PartVerdict(part, PartState.COMPLETE, Reason("part_if_any"))
    return PartVerdict(part, state, reason)


def _known(part: DossierPart, facts: DossierFacts) -> tuple[PartState, Reason]:
    match part.proof:
        case PartProof.SUBMISSION:
            return _by_day(facts.agreed_on, "part_drawn_up", "part_awaits_agreement")
        case PartProof.MINUTES:
            return _by_day(facts.voted_on, "part_minutes", "part_awaits_session")
        case PartProof.VOTES:
            return _votes(facts)
        case PartProof.REPORT:
            return _report(facts)
    return _OPEN


_OPEN = (PartState.UNCLEAR, Reason("part_not_looked_at"))


def _votes(facts: DossierFacts) -> tuple[PartState, Reason]:
    if not facts.votes:
        return PartState.MISSING, Reason("part_awaits_session")
    return PartState.COMPLETE, Reason("part_votes", {"votes": facts.votes})


def _report(facts: DossierFacts) -> tuple[PartState, Reason]:
    if facts.has_report is None:
        return _OPEN
    if facts.has_report:
        return PartState.COMPLETE, Reason("part_report_received")
    return PartState.MISSING, Reason("part_report_missing")


def _by_day(day: dt.date | None, made: str, missing: str) -> tuple[PartState, Reason]:
    if day is None:
        return PartState.MISSING, Reason(missing)
    return PartState.COMPLETE, Reason(made, {"day": day})


def state_of(verdicts: Sequence[PartVerdict]) -> PartState:
    """The whole dossier: thiếu beats chưa rõ beats đủ; an empty list is not known."""
    states = {verdict.state for verdict in verdicts}
    if PartState.MISSING in states:
        return PartState.MISSING
    return PartState.COMPLETE if states == {PartState.COMPLETE} else PartState.UNCLEAR
