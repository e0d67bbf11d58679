"""Văn bản of a cycle: tờ trình, biên bản, quyết định, each paper of its own award and session."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.books import Books
from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.papers.bien_ban import BienBanOrder, build_bien_ban
from thidua_desktop.application.papers.context import Nominee, PaperContext
from thidua_desktop.application.papers.model import Paper
from thidua_desktop.application.papers.quyet_dinh import QuyetDinhOrder, build_quyet_dinh
from thidua_desktop.application.papers.to_trinh import ToTrinhOrder, build_to_trinh
from thidua_desktop.application.planning import plan_of
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.ranking import Ranking, rank_in
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.errors import RuleViolation
from thidua_desktop.domain.proposals import (
    Ballot,
    CouncilSession,
    Decision,
    Proposal,
    ProposalStatus,
)
from thidua_desktop.domain.rule_pack import RulePack, last_pack_for
from thidua_desktop.domain.units import Person
from thidua_desktop.domain.vietnamese.numerals import points_text

TO_SUBMIT = (ProposalStatus.PASSED, ProposalStatus.DECIDED)


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """One paper of the dossier with the name of its file, without ending."""

    stem: str
    paper: Paper


def export_dossier(
    desk: Desk, texts: Texts, cycle_id: str, folder: Path, progress: Progress | None = None
) -> tuple[Path, ...]:
    """Write every paper of a cycle as PDF.

    Raises:
        NotFound: no such cycle.
        RuleViolation: the council has passed nothing yet, or no rules are known for the day.
        EnvironmentFault: the folder can't be written.
    """
    papers = plan_dossier(desk, texts, cycle_id)
    if not papers:
        raise RuleViolation("nothing_to_print", cycle=cycle_id)
    ready_folder(folder)
    written = []
    for number, planned in enumerate(papers):
        if progress is not None:
            progress(number, len(papers), planned.stem)
        path = folder / f"{planned.stem}.pdf"
        desk.papers.write(planned.paper, path)
        written.append(path)
    if progress is not None:
        progress(len(papers), len(papers))
    return tuple(written)


def plan_dossier(desk: Desk, texts: Texts, cycle_id: str) -> tuple[PlannedPaper, ...]:
    """The papers that a cycle needs as it stands."""
    with desk.store.read() as books:
        drafting = _Drafting(books, desk, texts, cycle_id)
        return (*drafting.minutes(), *drafting.submissions(), *drafting.decisions())


class _Drafting:
    """Draws up the papers of one cycle within one reading."""

    def __init__(self, books: Books, desk: Desk, texts: Texts, cycle_id: str) -> None:
        cycle = books.cycles.get(cycle_id)
        today = desk.clock.today()
        newest = desk.store.operations(limit=1)[0].id
        self._texts = texts
        self._books = books
        self._proposals: Mapping[int, Proposal] = {
            p.id: p for p in books.awards.proposals(cycle_id)
        }
        self._people: Mapping[str, Person] = {p.code: p for p in books.people.all()}
        self._sessions = books.awards.sessions(cycle_id)
        self._ballots: Mapping[str, tuple[Ballot, ...]] = {
            session.id: books.awards.ballots(session.id) for session in self._sessions
        }
        self._ranking: Ranking = rank_in(books, desk, cycle)
        self._packs = desk.rule_packs.packs()
        self._context = PaperContext(
            plan=plan_of(books, desk.plans),
            office=books.office,
            cycle=cycle,
            pack=max(self._packs, key=lambda pack: pack.valid_from),
            today=today,
            snapshot=f"Bản dữ liệu {books.dataset.id[:8]}/{newest}",
        )

    def _under(self, pack: RulePack) -> PaperContext:
        """The context under other rules: a paper keeps those it was made under."""
        return replace(self._context, pack=pack)

    def _of_session(self, session: CouncilSession) -> PaperContext:
        return self._under(last_pack_for(self._packs, session.held_on))

    def _of_decision(self, decision: Decision) -> PaperContext:
        packs = {pack.code: pack for pack in self._packs}
        return self._under(packs.get(decision.rule_pack, self._context.pack))

    def minutes(self) -> Iterable[PlannedPaper]:
        """Biên bản họp of every session with votes."""
        for session in self._sessions:
            ballots = self._ballots[session.id]
            if ballots:
                nominees = tuple(self._nominee(b.proposal, b) for b in ballots)
                order = BienBanOrder(session, nominees)
                yield _planned(
                    "bien-ban-hop", session.id, build_bien_ban(self._of_session(session), order)
                )

    def submissions(self) -> Iterable[PlannedPaper]:
        """One tờ trình for each award: what differs in who decides is never merged."""
        for session in self._sessions:
            passed = [b for b in self._ballots[session.id] if b.passed]
            for award in self._awards_of(b.proposal for b in passed):
                nominees = tuple(
                    self._nominee(b.proposal, b)
                    for b in passed
                    if self._proposals[b.proposal].award == award
                    and self._proposals[b.proposal].status in TO_SUBMIT
                )
                if nominees:
                    order = ToTrinhOrder(award, nominees, session)
                    paper = build_to_trinh(self._of_session(session), order)
                    yield _planned("to-trinh", f"{award}-{session.id}", paper)

    def decisions(self) -> Iterable[PlannedPaper]:
        """Quyết định khen thưởng, one for each award that was decided."""
        sessions = {session.id: session for session in self._sessions}
        for decision in self._books.awards.decisions():
            if decision.session in sessions:
                yield from self._decision(decision, sessions[decision.session])

    def _decision(self, decision: Decision, session: CouncilSession) -> Iterable[PlannedPaper]:
        amounts = {a.proposal: a.amount for a in self._books.awards.decided_awards(decision.id)}
        votes = {ballot.proposal: ballot for ballot in self._ballots[session.id]}
        for award in self._awards_of(amounts):
            nominees = tuple(
                self._nominee(number, votes.get(number), amount)
                for number, amount in amounts.items()
                if self._proposals[number].award == award
            )
            order = QuyetDinhOrder(award, nominees, decision, session)
            paper = build_quyet_dinh(self._of_decision(decision), order)
            yield _planned("quyet-dinh", f"{award}-{decision.id}", paper)

    def _awards_of(self, proposals: Iterable[int]) -> list[str]:
        """The awards of these proposals, the highest first."""
        awards = {self._proposals[number].award for number in proposals}
        return sorted(awards, key=lambda award: self._context.pack.form(award).order)

    def _nominee(self, number: int, ballot: Ballot | None, amount: int | None = None) -> Nominee:
        proposal = self._proposals[number]
        return Nominee(
            proposal=proposal,
            person=self._people.get(proposal.subject_code),
            ballot=ballot,
            result=self._result(proposal),
            amount=amount,
        )

    def _result(self, proposal: Proposal) -> str:
        """«92,5 điểm - Hoàn thành xuất sắc» of a unit; empty for people."""
        row = self._ranking.find(proposal.subject_code)
        if row is None or row.rank is None:
            return ""
        verdict = self._texts.render(f"classification_{row.classification.value}", {})
        return f"{points_text(row.total)} điểm - {verdict}"


def _planned(kind: str, detail: str, paper: Paper) -> PlannedPaper:
    return PlannedPaper(file_stem(kind, detail), paper)
