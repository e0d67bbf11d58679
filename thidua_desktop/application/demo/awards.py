"""The award half of the practice year: proposals, one session, votes, a decision."""

from __future__ import annotations

from dataclasses import replace

from thidua_desktop.application.awarding.list_moves import move_line
from thidua_desktop.application.awarding.listing import ListOrder, award_draft
from thidua_desktop.application.awarding.proposing import AwardRequest, check, list_awards, propose
from thidua_desktop.application.decisions.book import decision_book, register_decision
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.decisions.referring import send_up
from thidua_desktop.application.demo.cases import record_cases
from thidua_desktop.application.demo.council import enrol_council, meet, vote_on
from thidua_desktop.application.demo.movement import record_movement
from thidua_desktop.application.demo.publishing import print_ballots
from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.enrolling.registers import list_people
from thidua_desktop.application.papers.wording import movement_called
from thidua_desktop.application.results.ranked_units import RankedUnit
from thidua_desktop.application.results.ranking import rank_cycle
from thidua_desktop.application.rewards.fund_book import set_fund, spend
from thidua_desktop.application.rewards.paying import bonuses, pay
from thidua_desktop.domain.award_forms import AwardLevel
from thidua_desktop.domain.fund import FundArea, FundYear, SpendingKind
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.proposals import ProposalStatus
from thidua_desktop.domain.scoring.policy import Classification

_UNITS, _PEOPLE, _HIGHER = 4, 5, 1
_PAID = 5
_ACHIEVEMENT = "Đã có thành tích xuất sắc trong {movement} năm {year} (mẫu)"


def reward(scene: Scene, enrolled: Enrolled) -> None:
    """Propose the best, let the council vote, issue the commune's decision."""
    scene.step("Đề nghị khen thưởng, họp Hội đồng", scene.day(12, 18))
    _draw_line(scene, enrolled)
    record_cases(scene)
    record_movement(scene)
    proposals = _propose(scene, enrolled)
    scene.tools.go_to(scene.day(12, 22))
    enrol_council(scene)
    session = meet(scene, enrolled)
    print_ballots(scene, enrolled)
    vote_on(scene, session, proposals)
    scene.tools.go_to(scene.day(12, 24))
    if _has_own_to_decide(scene, enrolled):
        issue_decision(scene.desk, session.id, scene.day(12, 24))


def _draw_line(scene: Scene, enrolled: Enrolled) -> None:
    """Where the plan sets no number the officer puts the line of the units' list."""
    order = ListOrder(enrolled.cycle.id, "giay_khen_xa", SubjectKind.COLLECTIVE)
    if award_draft(scene.desk, order).quota.maximum is None:
        move_line(scene.desk, order, _UNITS + _HIGHER)


def _propose(scene: Scene, enrolled: Enrolled) -> list[int]:
    """The best units and some people for giấy khen, the very best for what the province gives."""
    best = _best_units(scene, enrolled)
    higher = _province_award(scene, enrolled)
    above = best[:_HIGHER] if higher else []
    people = [p for p in list_people(scene.desk) if p.is_leader is False][:_PEOPLE]
    requests = [
        *(_request(enrolled, higher, unit=row.unit.code) for row in above),
        *(
            _request(enrolled, "giay_khen_xa", unit=row.unit.code)
            for row in best[len(above) : len(above) + _UNITS]
        ),
        *(_request(enrolled, "giay_khen_xa", person=person.code) for person in people),
    ]
    movement = movement_called(scene.desk.plans.load(scene.order.plan).movement)
    text = _ACHIEVEMENT.format(movement=movement, year=scene.order.year)
    outcomes = [propose(scene.desk, _confirmed(scene, request), text) for request in requests]
    return [outcome.proposal for outcome in outcomes if outcome.proposal is not None]


def _has_own_to_decide(scene: Scene, enrolled: Enrolled) -> bool:
    """Whether the council passed something that the commune itself decides."""
    lines = list_awards(scene.desk, enrolled.cycle.id).lines
    own = {line.form.code for line in lines if line.form.level is AwardLevel.COMMUNE}
    with scene.desk.store.read() as books:
        proposals = books.awards.proposals(enrolled.cycle.id)
    return any(p.award in own and p.status is ProposalStatus.PASSED for p in proposals)


def _province_award(scene: Scene, enrolled: Enrolled) -> str:
    """The lowest award that the plan gives above the commune's in this cycle, empty for none."""
    above = (
        line.form.code
        for line in list_awards(scene.desk, enrolled.cycle.id).lines
        if line.form.level is not AwardLevel.COMMUNE and line.subject is SubjectKind.COLLECTIVE
    )
    return next(above, "")


def _request(enrolled: Enrolled, award: str, *, unit: str = "", person: str = "") -> AwardRequest:
    return AwardRequest(enrolled.cycle.id, award, unit, person)


def _confirmed(scene: Scene, request: AwardRequest) -> AwardRequest:
    """The request as an officer hands it in who has gone through the whole dossier."""
    asked = check(scene.desk, request).confirmable
    choices = [one.code for one in asked if one.is_choice][:1]
    musts = [one.code for one in asked if not one.is_choice]
    return replace(request, confirmed=(*musts, *choices))


def _best_units(scene: Scene, enrolled: Enrolled) -> list[RankedUnit]:
    """Units of a good class, the most points first; collectives before enterprises."""
    ranking = rank_cycle(scene.desk, enrolled.cycle.id)
    rows = [
        row
        for row in ranking.rows
        if row.rank is not None and row.classification.is_at_least(Classification.GOOD)
    ]
    return sorted(
        rows, key=lambda row: (row.unit.subject is not SubjectKind.COLLECTIVE, -row.total)
    )


def follow_up(scene: Scene) -> None:
    """What the office enters after its decision: number, payments, the fund, the way above."""
    desk = scene.desk
    scene.tools.go_to(scene.day(12, 26))
    for line in decision_book(desk):
        register_decision(desk, line.decision.id, "187/QĐ-UBND")
    owed = [bonus.proposal.id for bonus in bonuses(desk) if bonus.is_due]
    if owed[:_PAID]:
        pay(desk, owed[:_PAID], scene.day(12, 26))
    with desk.store.read() as books:
        proposals = books.awards.proposals()
    decided = set(owed)
    above = [p.id for p in proposals if p.status is ProposalStatus.PASSED and p.id not in decided]
    if above:
        send_up(desk, above, scene.day(12, 26), "12/TTr-UBND")
    year = scene.order.year
    set_fund(desk, FundYear(year, 60_000_000, 5_000_000, 6_500_000_000, FundArea.PLAIN))
    spend(desk, SpendingKind.GOODS, scene.day(12, 15), 2_400_000, "Khung, phôi giấy khen (mẫu)")
    spend(desk, SpendingKind.ORGANISING, scene.day(12, 26), 6_800_000, "Hội nghị tổng kết (mẫu)")
