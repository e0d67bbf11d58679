"""Candidates and proposals as table lines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.application.awarding.proposing import AwardLine
from thidua_desktop.application.results.ranked_units import Ranking
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.proposals import Proposal, ProposalStatus
from thidua_desktop.domain.scoring.policy import Classification
from thidua_desktop.domain.units import Person
from thidua_desktop.domain.vietnamese.names import NamedSubject, names_told_apart
from thidua_desktop.ui.models.columns import Align, Column, Mark
from thidua_desktop.ui.severity import Look
from thidua_desktop.ui.theme import Tone
from thidua_desktop.ui.wording import NOTHING, class_words, points

PROPOSAL_LOOKS = {
    ProposalStatus.PROPOSED: Look("Đã đề nghị", Mark(Tone.INFO, "send")),
    ProposalStatus.PASSED: Look("Hội đồng đồng ý", Mark(Tone.GOOD, "check-circle")),
    ProposalStatus.NOT_PASSED: Look("Hội đồng không đồng ý", Mark(Tone.WARNING, "alert-circle")),
    ProposalStatus.DECIDED: Look("Đã quyết định", Mark(Tone.GOOD, "award")),
    ProposalStatus.WITHDRAWN: Look("Đã rút", Mark(Tone.QUIET, "undo")),
    ProposalStatus.SUBMITTED: Look("Đã gửi cấp trên", Mark(Tone.INFO, "send")),
    ProposalStatus.REFUSED: Look("Cấp trên không khen", Mark(Tone.WARNING, "alert-circle")),
    ProposalStatus.CANCELLED: Look("Đã hủy bỏ", Mark(Tone.BAD, "x")),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """A unit or a person who may get the chosen award.

    Attributes:
        called: the name as the list shows it, told apart from a namesake.
        detail: group of a unit; post and unit of a person.
        status: of its proposal for this award, `None` without one.
    """

    code: str
    name: str
    called: str
    detail: str
    status: ProposalStatus | None
    is_person: bool = False
    rank: int | None = None
    total: int | None = None
    classification: Classification | None = None


@dataclass(frozen=True, slots=True)
class PeopleOfUnits:
    """The people who can be proposed, and the names of their units by code."""

    people: Sequence[Person]
    unit_names: Mapping[str, str]

    def post_of(self, person: Person) -> str:
        """Chức vụ, đơn vị."""
        unit = self.unit_names.get(person.unit, "") if person.unit else ""
        return ", ".join(filter(None, (person.position, unit)))


def candidates_of(
    line: AwardLine, ranking: Ranking, register: PeopleOfUnits, proposals: Sequence[Proposal]
) -> list[Candidate]:
    """Everyone of the line's kind, units in the order of their ranking."""
    states = {p.subject_code: p.status for p in proposals if p.award == line.form.code}
    if line.subject.is_person:
        people = [person for person in register.people if person.subject is line.subject]
        told = {person.code: register.post_of(person) for person in people}
        called = names_told_apart(
            NamedSubject(one.code, one.full_name, told[one.code]) for one in people
        )
        return [
            Candidate(
                one.code,
                one.full_name,
                called[one.code],
                told[one.code],
                states.get(one.code),
                is_person=True,
            )
            for one in people
        ]
    found = [
        Candidate(
            row.unit.code,
            row.unit.name,
            row.unit.name,
            group.name,
            states.get(row.unit.code),
            rank=row.rank,
            total=row.total,
            classification=row.classification,
        )
        for group in ranking.groups
        for row in group.rows
        if row.unit.subject is line.subject
    ]
    return sorted(found, key=lambda c: (c.rank is None, -(c.total or 0)))


def candidate_columns(texts: Texts) -> list[Column[Candidate]]:
    """A candidate's line; points stand beside the class that they give."""
    return [
        Column("Tên", lambda c: c.called, 0),
        Column(
            "Hạng nhóm",
            lambda c: NOTHING if c.rank is None else str(c.rank),
            96,
            Align.RIGHT,
            sort_key=lambda c: c.rank,
        ),
        Column("Điểm", lambda c: points(c.total), 64, Align.RIGHT, sort_key=lambda c: c.total),
        Column("Xếp loại", lambda c: class_words(texts, c.classification), 160),
        Column("Đề nghị", _status_words, 160, mark=_status_mark),
    ]


def _status_words(candidate: Candidate) -> str:
    return PROPOSAL_LOOKS[candidate.status].word if candidate.status else "Chưa"


def _status_mark(candidate: Candidate) -> Mark:
    return PROPOSAL_LOOKS[candidate.status].mark if candidate.status else Mark(Tone.QUIET)


def proposal_columns(
    award_name: Callable[[str], str], called: Callable[[Proposal], str]
) -> list[Column[Proposal]]:
    """A proposal's line."""
    return [
        Column("Tên", called, 0),
        Column("Hình thức", lambda proposal: award_name(proposal.award), 260),
        Column(
            "Trạng thái",
            lambda proposal: PROPOSAL_LOOKS[proposal.status].word,
            190,
            mark=lambda proposal: PROPOSAL_LOOKS[proposal.status].mark,
        ),
    ]
