"""What the papers of one cycle are made of, read once; nothing here touches a register later."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.application.awarding.holding_back import Obstacle, obstacles_of_proposals
from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.board import CollectingBoard, board_in
from thidua_desktop.application.paper_kinds.councils import councils_at
from thidua_desktop.application.paper_kinds.history import past_awards
from thidua_desktop.application.papers.achievement_facts import PastAward
from thidua_desktop.application.papers.context import Nominee, PaperContext
from thidua_desktop.application.papers.council_at_session import CouncilAtSession
from thidua_desktop.application.papers.wording import short_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.practice import marked
from thidua_desktop.application.records import Dataset
from thidua_desktop.application.results.ranked_units import Ranking
from thidua_desktop.application.results.ranking import by_unit, rank_in
from thidua_desktop.application.setting_up.award_forms import pack_to_judge_by
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.quota_line import ListChoiceKind
from thidua_desktop.domain.movement_book import Inspection
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    DecidedAward,
    Decision,
    Proposal,
    ProposalStatus,
)
from thidua_desktop.domain.rule_pack import RulePack, last_pack_for
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import Appraisal, SelfReport
from thidua_desktop.domain.units import Person, Unit
from thidua_desktop.domain.vietnamese.numerals import points_text

TO_SUBMIT = (ProposalStatus.PASSED, ProposalStatus.SUBMITTED, ProposalStatus.DECIDED)
_YEARS_BACK = 5
"""How far back a list names what somebody got before (danh sách đề nghị)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """One cycle as its papers need it.

    Attributes:
        context: under the rules of today; a paper of a session or decision keeps its own.
        known_packs: every pack by its code, for what was decided under it.
        ballots: by the session's id.
        decisions: of this cycle's sessions only.
        decided: what each decision gave, by its number.
        board: who has sent a report.
        criteria: by audience, as frozen for this cycle.
        appraisals: by unit and criterion.
        history: what the office gave before, by the code of the unit or person.
        inspections: those of the cycle's period.
        obstacles: what keeps or kept those proposed back, by the proposal.
        councils: who came to each session and how they voted, by the session's id.
    """

    texts: Texts
    context: PaperContext
    packs: tuple[RulePack, ...]
    known_packs: Mapping[str, RulePack]
    proposals: Mapping[int, Proposal]
    people: Mapping[str, Person]
    units: Mapping[str, Unit]
    sessions: tuple[CouncilSession, ...]
    ballots: Mapping[str, tuple[Ballot, ...]]
    decisions: tuple[Decision, ...]
    decided: Mapping[int, tuple[DecidedAward, ...]]
    ranking: Ranking
    board: CollectingBoard
    criteria: Mapping[str, CriteriaSet]
    reports: Mapping[str, SelfReport]
    appraisals: Mapping[str, Mapping[str, Appraisal]]
    history: Mapping[str, tuple[PastAward, ...]]
    councils: Mapping[str, CouncilAtSession]
    taken_in: Mapping[tuple[str, str], str]
    inspections: tuple[Inspection, ...] = ()
    obstacles: Mapping[int, tuple[Obstacle, ...]] = field(default_factory=dict)
    golden: Mapping[int, int] = field(default_factory=dict)

    @property
    def has_votes(self) -> bool:
        """Whether the council has voted on anything."""
        return any(self.ballots.values())

    def under(self, pack: RulePack) -> PaperContext:
        """The context under other rules: a paper keeps those it was made under."""
        return replace(self.context, pack=pack)

    def of_session(self, session: CouncilSession) -> PaperContext:
        """The context of what a session did."""
        return self.under(last_pack_for(self.packs, session.held_on))

    def of_decision(self, decision: Decision) -> PaperContext:
        """The context of what was decided."""
        return self.under(self.known_packs.get(decision.rule_pack, self.context.pack))

    def session(self, session_id: str) -> CouncilSession:
        """A session of this cycle.

        Raises:
            KeyError: it is none of this cycle's.
        """
        return {session.id: session for session in self.sessions}[session_id]

    def awards_of(self, proposals: Iterable[int]) -> list[str]:
        """The awards of these proposals, the highest first."""
        awards = {self.proposals[number].award for number in proposals}
        return sorted(awards, key=lambda award: self.context.pack.form(award).order)

    def nominee(
        self, number: int, ballot: Ballot | None = None, amount: int | None = None
    ) -> Nominee:
        """A proposal with what is known beside it."""
        proposal = self.proposals[number]
        return Nominee(
            proposal=proposal,
            person=self.people.get(proposal.subject_code),
            ballot=ballot,
            result=self._result(proposal),
            earlier_awards=self._earlier(proposal),
            amount=amount,
            golden_number=self.golden.get(number),
            choice_reason=self.taken_in.get((proposal.award, proposal.subject_code), ""),
        )

    def submitted(self, session: CouncilSession, award: str) -> tuple[Nominee, ...]:
        """Who goes on with this award: whom the session passed and nobody withdrew since."""
        return tuple(
            self.nominee(ballot.proposal, ballot)
            for ballot in self.ballots[session.id]
            if ballot.passed
            and self.proposals[ballot.proposal].award == award
            and self.proposals[ballot.proposal].status in TO_SUBMIT
            and not self.is_held(ballot.proposal, self.context.today)
        )

    def is_held(self, number: int, day: dt.date) -> bool:
        """Whether a pending matter keeps a proposal back on a day; what is decided is decided."""
        is_open = not self.proposals[number].status.is_settled
        return is_open and any(one.stands_on(day) for one in self.obstacles.get(number, ()))

    def rewarded(self, decision: Decision, award: str) -> tuple[Nominee, ...]:
        """Who got this award by a decision, with the money."""
        votes = {ballot.proposal: ballot for ballot in self.ballots[decision.session]}
        return tuple(
            self.nominee(one.proposal, votes.get(one.proposal), one.amount)
            for one in self.decided[decision.id]
            if self.proposals[one.proposal].award == award
        )

    def _earlier(self, proposal: Proposal) -> str:
        """«Giấy khen (2025)» of the last five years."""
        since = self.context.cycle.year - _YEARS_BACK
        known = self.history.get(proposal.subject_code, ())
        return "; ".join(
            f"{short_name(one.name)} ({one.year})"
            for one in known
            if one.year and one.year >= since
        )

    def _result(self, proposal: Proposal) -> str:
        """«92,5 điểm - Hoàn thành xuất sắc» of a unit; empty for people."""
        row = self.ranking.find(proposal.subject_code)
        if row is None or row.rank is None:
            return ""
        verdict = self.texts.render(f"classification_{row.classification.value}", {})
        return f"{points_text(row.total)} điểm - {verdict}"


def read_draft(desk: Desk, texts: Texts, cycle_id: str) -> Draft:
    """Read what the papers of a cycle need.

    Raises:
        NotFound: no such cycle.
    """
    with desk.store.read() as books:
        return _read(books, desk, texts, cycle_id)


def _read(books: Books, desk: Desk, texts: Texts, cycle_id: str) -> Draft:
    cycle = books.cycles.get(cycle_id)
    newest = desk.store.operations(limit=1)[0].id
    packs = desk.rule_packs.packs()
    sessions = books.awards.sessions(cycle_id)
    decisions = _decisions(books, sessions)
    context = PaperContext(
        plan=plan_of(books, desk.plans),
        office=books.office,
        cycle=cycle,
        pack=pack_to_judge_by(packs, cycle, desk.clock.today()),
        today=desk.clock.today(),
        snapshot=_snapshot(books.dataset, newest),
    )
    return Draft(
        texts=texts,
        context=context,
        packs=packs,
        known_packs=desk.rule_packs.known(),
        proposals={p.id: p for p in books.awards.proposals(cycle_id)},
        people={p.code: p for p in books.people.all()},
        units={unit.code: unit for unit in books.units.all()},
        sessions=sessions,
        ballots={session.id: books.awards.ballots(session.id) for session in sessions},
        decisions=decisions,
        decided={one.id: books.awards.decided_awards(one.id) for one in decisions},
        ranking=rank_in(books, desk, cycle),
        board=board_in(books, desk, cycle),
        criteria=books.plans.criteria_sets(cycle_id),
        reports={unit: one.in_print() for unit, one in books.collecting.reports(cycle_id).items()},
        appraisals=by_unit(books.appraisals.of_cycle(cycle_id)),
        history=past_awards(books, context),
        golden={
            one.proposal: one.golden_number
            for one in books.certificates.all()
            if one.golden_number is not None
        },
        councils=councils_at(books, packs, sessions),
        taken_in=_taken_in(books, cycle_id),
        obstacles=obstacles_of_proposals(books, books.awards.proposals(cycle_id)),
        inspections=tuple(
            one
            for one in books.movement.inspections.all()
            if cycle.achievement_from <= one.held_on <= cycle.achievement_to
        ),
    )


def _taken_in(books: Books, cycle_id: str) -> Mapping[tuple[str, str], str]:
    """Why somebody was taken into a list, by award and code."""
    awards = {one.award for one in books.awards.proposals(cycle_id)}
    return {
        (award, one.code): one.reason
        for award in awards
        for one in books.list_choices.of_list(cycle_id, award)
        if one.choice is ListChoiceKind.TAKEN_IN
    }


def _decisions(books: Books, sessions: Sequence[CouncilSession]) -> tuple[Decision, ...]:
    ids = {session.id for session in sessions}
    return tuple(one for one in books.awards.decisions() if one.session in ids)


def _snapshot(dataset: Dataset, newest: int) -> str:
    """From which data a paper was made, and whether it was only practice."""
    return marked(dataset, f"Bản dữ liệu {dataset.id[:8]}/{newest}")
