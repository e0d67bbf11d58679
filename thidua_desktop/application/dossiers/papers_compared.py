"""Khớp số liệu: the papers of the awards laid beside each other and beside the registers.

One misspelt name means printing everything again, so it is told before anything is printed, with
both papers named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from thidua_desktop.application.paper_kinds.decision_papers import DECISION, SIGNING
from thidua_desktop.application.paper_kinds.draft import Draft
from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.paper_kinds.session_papers import MINUTES, SUBMISSION
from thidua_desktop.application.papers.model import Paper, Table
from thidua_desktop.domain.awards.money import amount as bonus_amount
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import Proposal
from thidua_desktop.domain.reasons import Reason, Value
from thidua_desktop.domain.vietnamese.names import split_address

_TOTAL = re.compile(r"Tổng số tiền: ([\d.]+) đồng")


@dataclass(frozen=True, slots=True)
class Difference:
    """Two papers, or a paper and the registers, that do not say the same.

    Attributes:
        stem: the paper that should be looked at first; empty for none.
    """

    reason: Reason
    stem: str = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A paper as its reader sees it."""

    planned: PlannedPaper
    name: str
    paper: Paper
    text: str = field(repr=False)


def compare_papers(draft: Draft, planned: Iterable[PlannedPaper]) -> tuple[Difference, ...]:
    """Everything that does not agree, paper by paper; empty where all is sound."""
    read = [_read(draft, one) for one in planned]
    return (
        *_registers(draft, read),
        *_names(draft, read),
        *_counts(draft, read),
        *_sums(read),
        *_amounts(draft),
        *_periods(draft, read),
        *_snapshots(read),
        *_days(draft),
    )


def _read(draft: Draft, planned: PlannedPaper) -> _Read:
    paper = planned.paper
    kind = draft.texts.render(f"paper_kind_{planned.kind}", {})
    return _Read(planned, f"{kind} - {planned.about}", paper, " ".join(_words(paper).split()))


def _words(paper: Paper) -> str:
    """All that stands in a paper and its annexes."""
    blocks = (*paper.blocks, *(block for annex in paper.annexes for block in annex.blocks))
    said = [paper.subject, *paper.issuer, *(block.name for block in paper.signatures)]
    for block in blocks:
        if isinstance(block, Table):
            said += [cell for row in (*block.rows, block.total) for cell in row]
        else:
            said.append(block.text)
    return "\n".join(said)


def _different(code: str, stem: str = "", **data: Value) -> Difference:
    return Difference(Reason(f"difference_{code}", data), stem)


def _registers(draft: Draft, read: Sequence[_Read]) -> Iterator[Difference]:
    """Names and posts as proposed against the registers as they are now."""
    for proposal in draft.proposals.values():
        paper = next((one for one in read if proposal.id in one.planned.proposals), None)
        if paper is None:
            continue
        known = _known_name(draft, proposal)
        if known and known != proposal.subject_name:
            yield _different(
                "name",
                paper.planned.stem,
                paper=paper.name,
                seen=proposal.subject_name,
                known=known,
            )
        post = _known_post(draft, proposal)
        if post and proposal.detail and post != proposal.detail:
            yield _different(
                "post", paper.planned.stem, paper=paper.name, seen=proposal.detail, known=post
            )


def _known_name(draft: Draft, proposal: Proposal) -> str:
    if proposal.is_person:
        person = draft.people.get(proposal.subject_code)
        return person.full_name if person else ""
    unit = draft.units.get(proposal.subject_code)
    return unit.name if unit else ""


def _known_post(draft: Draft, proposal: Proposal) -> str:
    """«Chuyên viên, Phòng Kinh tế» of a person."""
    person = draft.people.get(proposal.subject_code)
    if person is None or proposal.subject is not SubjectKind.INDIVIDUAL:
        return ""
    unit = draft.units.get(person.unit)
    return ", ".join(filter(None, (person.position, unit.name if unit else "")))


def _names(draft: Draft, read: Sequence[_Read]) -> Iterator[Difference]:
    """Everyone a paper is about stands in it."""
    for one in read:
        for number in one.planned.proposals:
            name = split_address(draft.proposals[number].subject_name).name
            if name not in one.text and name.upper() not in one.text:
                other = next(
                    (
                        more.name
                        for more in read
                        if more is not one and number in more.planned.proposals
                    ),
                    "",
                )
                yield _different(
                    "name_missing", one.planned.stem, paper=one.name, known=name, other=other
                )


def _counts(draft: Draft, read: Sequence[_Read]) -> Iterator[Difference]:
    """Whom the minutes passed, the tờ trình proposes and the decision rewards are the same."""
    submitted = [one for one in read if one.planned.kind == SUBMISSION.code]
    decided = [one for one in read if one.planned.kind == DECISION.code]
    minutes = [one for one in read if one.planned.kind == MINUTES.code]
    passed = {b.proposal for ballots in draft.ballots.values() for b in ballots if b.passed}
    for paper in minutes:
        for other in submitted:
            voted = set(paper.planned.proposals) & passed
            agreed = {n for n in voted if draft.proposals[n].award == other.planned.award}
            if set(other.planned.proposals) & voted:
                yield from _unlike(draft, other, set(other.planned.proposals), paper, agreed)
    for paper in decided:
        for other in submitted:
            both = set(paper.planned.proposals), set(other.planned.proposals)
            if paper.planned.award == other.planned.award and both[0] & both[1]:
                yield from _unlike(draft, paper, both[0], other, both[1])


def _unlike(
    draft: Draft, one: _Read, mine: set[int], other: _Read, theirs: set[int]
) -> Iterator[Difference]:
    if mine != theirs:
        names = tuple(draft.proposals[n].subject_name for n in sorted(mine ^ theirs))
        yield _different(
            "count",
            one.planned.stem,
            paper=one.name,
            seen=len(mine),
            other=other.name,
            known=len(theirs),
            names=names,
        )


def _sums(read: Sequence[_Read]) -> Iterator[Difference]:
    """The decision's sum and the sum that is signed for."""
    decided = {one.planned.proposals: one for one in read if one.planned.kind == DECISION.code}
    for one in read:
        other = decided.get(one.planned.proposals)
        if one.planned.kind != SIGNING.code or other is None:
            continue
        seen, known = _total(one), _total(other)
        if seen != known:
            yield _different(
                "sum", one.planned.stem, paper=one.name, seen=seen, other=other.name, known=known
            )


def _total(one: _Read) -> int | None:
    found = _TOTAL.search(one.text)
    return int(found.group(1).replace(".", "")) if found else None


def _amounts(draft: Draft) -> Iterator[Difference]:
    """Each amount against coefficient × base salary, rounded up (Điều 49)."""
    for decision in draft.decisions:
        for given in draft.decided[decision.id]:
            known = bonus_amount(given.coefficient, decision.base_salary)
            if given.amount != known:
                name = draft.proposals[given.proposal].subject_name
                yield _different("amount", name=name, seen=given.amount, known=known)


def _periods(draft: Draft, read: Sequence[_Read]) -> Iterator[Difference]:
    """One paper can state one period only (Điều 33.7)."""
    for one in read:
        if one.planned.kind != SUBMISSION.code:
            continue
        first, *others = (draft.proposals[number] for number in one.planned.proposals)
        for other in others:
            mine = (other.period_from, other.period_to)
            theirs = (first.period_from, first.period_to)
            if mine != theirs:
                yield _different(
                    "period",
                    one.planned.stem,
                    name=other.subject_name,
                    seen_from=mine[0],
                    seen_to=mine[1],
                    known_from=theirs[0],
                    known_to=theirs[1],
                )


def _snapshots(read: Sequence[_Read]) -> Iterator[Difference]:
    """All papers were drawn up from the same data."""
    for one in read[1:]:
        if one.paper.snapshot != read[0].paper.snapshot:
            yield _different(
                "snapshot",
                one.planned.stem,
                paper=one.name,
                seen=one.paper.snapshot,
                other=read[0].name,
                known=read[0].paper.snapshot,
            )


def _days(draft: Draft) -> Iterator[Difference]:
    """Nothing is decided before the council met."""
    for decision in draft.decisions:
        held = draft.session(decision.session).held_on
        if decision.decided_on < held:
            yield _different(
                "decided_early", paper="Quyết định", seen=decision.decided_on, known=held
            )
