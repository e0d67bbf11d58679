"""Kiểm tra hồ sơ: each dossier against its check list, đủ – thiếu – chưa rõ."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.application.awarding.quotas import STANDING
from thidua_desktop.application.dossiers.papers_compared import Difference, compare_papers
from thidua_desktop.application.dossiers.writing import planned_of
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.draft import Draft, read_draft
from thidua_desktop.application.papers import wording
from thidua_desktop.application.papers.name_lists import votes_text
from thidua_desktop.application.papers.subjects import addressed_name
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.dossier_parts import (
    DossierFacts,
    DossierMark,
    DossierRule,
    PartNeed,
    PartState,
    PartVerdict,
    judge_part,
    parts_for,
    state_of,
)
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.kinds import Confirmation
from thidua_desktop.domain.proposals import Ballot, CouncilSession, Proposal
from thidua_desktop.domain.reasons import Issue


@dataclass(frozen=True, slots=True)
class CheckedDossier:
    """The dossier of one proposal.

    Attributes:
        award_name: in full, as papers have it.
        level: who decides; dossiers of different levels never go together.
    """

    proposal: Proposal
    name: str
    award_name: str
    level: AwardLevel
    parts: tuple[PartVerdict, ...]

    @property
    def state(self) -> PartState:
        """Of the whole."""
        return state_of(self.parts)

    def count(self, state: PartState) -> int:
        """How many parts are so."""
        return sum(part.state is state for part in self.parts)


@dataclass(frozen=True, slots=True)
class DossierGate:
    """All dossiers of a cycle, the highest awards first, and where their papers differ.

    Attributes:
        rules: what the province says of their parts, as the office wrote it down.
    """

    dossiers: tuple[CheckedDossier, ...]
    differences: tuple[Difference, ...]
    rules: tuple[DossierRule, ...] = ()

    @property
    def open(self) -> tuple[CheckedDossier, ...]:
        """Those that are not complete."""
        return tuple(one for one in self.dossiers if one.state is not PartState.COMPLETE)


def check_dossiers(desk: Desk, texts: Texts, cycle_id: str) -> DossierGate:
    """Check every dossier of a cycle that is still alive.

    Raises:
        NotFound: no such cycle.
    """
    draft = read_draft(desk, texts, cycle_id)
    with desk.store.read() as books:
        marks, rules = books.dossiers.marks(), books.dossiers.rules()
    differences = compare_papers(draft, planned_of(draft, dossier_only=True))
    return DossierGate(checked(draft, marks, rules), differences, rules)


def checked(
    draft: Draft, marks: Iterable[DossierMark], rules: tuple[DossierRule, ...]
) -> tuple[CheckedDossier, ...]:
    """The dossiers of a cycle that was read."""
    said = {(mark.proposal, mark.part): mark for mark in marks}
    alive = [one for one in draft.proposals.values() if one.status in STANDING]
    ranked = sorted(alive, key=lambda one: draft.context.pack.form(one.award).order)
    return tuple(_checked(draft, proposal, said, rules) for proposal in ranked)


def _checked(
    draft: Draft,
    proposal: Proposal,
    said: dict[tuple[int, str], DossierMark],
    rules: tuple[DossierRule, ...],
) -> CheckedDossier:
    pack = draft.context.pack
    form = pack.form(proposal.award)
    facts = _facts(draft, proposal)
    parts = parts_for(pack.dossier_parts, form, proposal.subject, rules)
    return CheckedDossier(
        proposal=proposal,
        name=addressed_name(draft.nominee(proposal.id)),
        award_name=wording.award_name(form, draft.context),
        level=form.level,
        parts=tuple(judge_part(p, facts, said.get((proposal.id, p.code))) for p in parts),
    )


def _facts(draft: Draft, proposal: Proposal) -> DossierFacts:
    session, ballot = _vote(draft, proposal)
    if session is None or ballot is None:
        return DossierFacts(has_report=_has_report(draft, proposal))
    return DossierFacts(
        agreed_on=session.held_on if ballot.passed else None,
        voted_on=session.held_on,
        votes=votes_text(draft.nominee(proposal.id, ballot), session.members_total),
        has_report=_has_report(draft, proposal),
    )


def _vote(draft: Draft, proposal: Proposal) -> tuple[CouncilSession | None, Ballot | None]:
    """The last session that voted on it."""
    for session in reversed(draft.sessions):
        for ballot in draft.ballots[session.id]:
            if ballot.proposal == proposal.id:
                return session, ballot
    return None, None


def _has_report(draft: Draft, proposal: Proposal) -> bool | None:
    """A unit's report is its phiếu; of people the officer says so, else nobody knows."""
    if not proposal.is_person:
        return proposal.subject_code in draft.reports
    return True if Confirmation.REPORT in proposal.confirmed else None


def mark_part(
    desk: Desk,
    proposal: int,
    part: str,
    *,
    is_there: bool,
    note: str = "",
    file: Path | None = None,
) -> int:
    """Say that a part is there or missing, with the file that proves it; give the operation.

    Raises:
        NotFound: no such proposal, or no dossier has such a part.
        EnvironmentFault: the file can't be read or kept.
    """
    if part not in _known_parts(desk):
        raise NotFound("dossier_part_unknown", part=part)
    kept = desk.attachments.keep(file) if file is not None else None
    with desk.store.write("dossier_marked", proposal=proposal, part=part) as books:
        books.awards.proposal(proposal)
        if kept is not None:
            books.collecting.add_attachment(kept)
        before = {(m.proposal, m.part): m for m in books.dossiers.marks()}.get((proposal, part))
        attachment = kept.sha256 if kept else (before.attachment if before else "")
        day = desk.clock.today()
        books.dossiers.save_mark(
            DossierMark(proposal, part, is_there, note.strip(), day, attachment)
        )
        return books.operation


def _known_parts(desk: Desk) -> set[str]:
    """The parts that any rule pack or the province asks for; checklists change with the days."""
    parts = {part.code for pack in desk.rule_packs.packs() for part in pack.dossier_parts}
    with desk.store.read() as books:
        return parts | {rule.part for rule in books.dossiers.rules()}


def unmark_part(desk: Desk, proposal: int, part: str) -> int:
    """Take back what was said of a part.

    Raises:
        NotFound: nothing was said.
    """
    with desk.store.write("dossier_unmarked", proposal=proposal, part=part) as books:
        if not any((m.proposal, m.part) == (proposal, part) for m in books.dossiers.marks()):
            raise NotFound("dossier_part_unknown", part=part)
        books.dossiers.remove_mark(proposal, part)
        return books.operation


def save_rule(
    desk: Desk, award: str, text: str, need: PartNeed, citation: str, part: str = ""
) -> int:
    """Write what the province asks for an award's dossiers; without `part` it is a new one.

    Raises:
        InputError: the part's name or the province's paper is missing.
        NotFound: no such award.
    """
    said, cited = text.strip(), citation.strip()
    if not said or not cited:
        issue = Issue("dossier_rule_incomplete")
        raise InputError("dossier_rule_incomplete", [issue])
    if award not in award_names(desk):
        raise NotFound("award_form_unknown", key=award)
    code = part or file_stem(said).replace("-", "_")
    with desk.store.write("dossier_rule_saved", award=award, text=said) as books:
        books.dossiers.save_rule(DossierRule(award, code, need, said, cited))
        return books.operation


def remove_rule(desk: Desk, award: str, part: str) -> int:
    """Go by the rule pack again.

    Raises:
        NotFound: the province said nothing of this part.
    """
    with desk.store.write("dossier_rule_removed", award=award, part=part) as books:
        if not any((r.award, r.part) == (award, part) for r in books.dossiers.rules()):
            raise NotFound("dossier_part_unknown", part=part)
        books.dossiers.remove_rule(award, part)
        return books.operation
