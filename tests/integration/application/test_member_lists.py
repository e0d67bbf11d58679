"""Members pasted from Excel, and places taken by votes, on an office's real registers."""

from __future__ import annotations

import pytest

from tests.council_in_hand import enrol_council, held
from tests.integration.application.test_council import HELD
from tests.integration.application.test_council_members import GIAY_KHEN, proposed
from tests.office_in_hand import CYCLE, OfficeInHand
from thidua_desktop.application.council.by_votes import places_by_votes, take_by_votes
from thidua_desktop.application.council.member_lists import add_pasted
from thidua_desktop.application.council.members import council_on
from thidua_desktop.application.council.sessions import vote
from thidua_desktop.application.council.vote_rules import own_source, set_vote_rule
from thidua_desktop.application.decisions.deciding import issue_decision
from thidua_desktop.application.setting_up.planning import save_quotas
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.domain.council_members import CouncilRole
from thidua_desktop.domain.errors import Conflict, InputError, RuleViolation
from thidua_desktop.domain.kinds import CycleKind, SubjectKind
from thidua_desktop.domain.plan import QuotaRule
from thidua_desktop.domain.proposals import ProposalStatus

TITLED = (
    ("STT", "Họ và tên", "Chức vụ", "Chức danh trong Hội đồng", "Lĩnh vực", "Đơn vị"),
    ("1", "Nguyễn Văn Mẫu", "Chủ tịch UBND", "Chủ tịch Hội đồng", "", ""),
    ("2", " Trần  Thị Ví Dụ ", "Trưởng phòng", "Ủy viên", "Kinh tế số", "phòng kinh tế"),
    ("", "", "", "", "", ""),
)


def test_a_titled_list_is_read_by_its_titles(office: OfficeInHand) -> None:
    first, second = add_pasted(office.desk, TITLED).members
    assert (first.name, first.role) == ("Nguyễn Văn Mẫu", CouncilRole.CHAIR)
    assert (second.name, second.field) == ("Trần Thị Ví Dụ", "Kinh tế số")
    assert second.unit == office.unit("Phòng Kinh tế")
    newest = office.desk.store.operations(1)[0]
    office.desk.store.undo(newest.id)
    assert council_on(office.desk).everyone == ()


def test_a_list_without_titles_is_read_in_the_usual_order(office: OfficeInHand) -> None:
    rows = (("Lê Thử", "Trưởng Công an", "Ủy viên", "An ninh mạng", "Toàn xã"), ("Đỗ Mẫu",))
    first, second = add_pasted(office.desk, rows).members
    assert (first.field, first.area) == ("An ninh mạng", "Toàn xã")
    assert (second.name, second.role) == ("Đỗ Mẫu", CouncilRole.MEMBER)
    [third] = add_pasted(office.desk, (("1.", "Vũ Mẫu", "Chánh Văn phòng"),)).members
    assert (third.name, third.post) == ("Vũ Mẫu", "Chánh Văn phòng")


def test_a_unit_that_is_not_recognised_is_told(office: OfficeInHand) -> None:
    rows = (
        ("Họ và tên", "Trong Hội đồng", "Đơn vị"),
        ("Lê Thử", "UV", "P. Kinh tế"),
        ("Đỗ Mẫu", "UVTT", "VP HĐND & UBND"),
        ("Vũ Mẫu", "PCT", "phong kinh te xa"),
    )
    pasted = add_pasted(office.desk, rows)
    assert [one.role for one in pasted.members] == [
        CouncilRole.MEMBER,
        CouncilRole.STANDING,
        CouncilRole.DEPUTY,
    ]
    assert pasted.members[2].unit == office.unit("Phòng Kinh tế")
    assert pasted.unknown_units == (
        ("Lê Thử", "P. Kinh tế"),
        ("Đỗ Mẫu", "VP HĐND & UBND"),
    )


def test_a_faulty_list_adds_nobody(office: OfficeInHand) -> None:
    rows = (*TITLED[:2], ("3", "", "Trưởng ban"), ("4", "Đỗ Mẫu", "", "Khách mời"))
    with pytest.raises(InputError, match="pasted_list_wrong") as caught:
        add_pasted(office.desk, rows)
    assert [(fault.code, fault.data["row"]) for fault in caught.value.issues] == [
        ("pasted_name_missing", 3),
        ("pasted_role_unknown", 4),
    ]
    with pytest.raises(InputError, match="pasted_list_wrong"):
        add_pasted(office.desk, ((" ",),))
    add_pasted(office.desk, TITLED)
    with pytest.raises(Conflict, match="member_exists"):
        add_pasted(office.desk, (("Người Mới",), ("Nguyễn Văn Mẫu", "Chủ tịch UBND")))
    assert len(council_on(office.desk).everyone) == 2


# ---- Places by votes


def three_for(places: int, office: OfficeInHand) -> tuple[str, list[int]]:
    """A session with three units proposed for fewer giấy khen."""
    numbers = proposed(office, "Phòng Kinh tế", "Công an xã", "Hội Nông dân xã")
    rule = QuotaRule(CycleKind.ANNUAL, GIAY_KHEN, SubjectKind.COLLECTIVE, places, "commune", "")
    save_quotas(office.desk, [rule])
    enrol_council(office.desk)
    return held(office.desk, CYCLE, HELD), numbers


def statuses(office: OfficeInHand, numbers: list[int]) -> list[ProposalStatus]:
    with office.desk.store.read() as books:
        return [books.awards.proposal(number).status for number in numbers]


PASSED, NOT_PASSED = ProposalStatus.PASSED, ProposalStatus.NOT_PASSED


def test_places_for_all_leave_nobody(office: OfficeInHand) -> None:
    session, numbers = three_for(3, office)
    for number in numbers:
        vote(office.desk, session, number, VoteCount(9, 0))
    assert places_by_votes(office.desk, session).left == ()
    with pytest.raises(RuleViolation, match="places_enough"):
        take_by_votes(office.desk, session)


def test_the_most_votes_go_on_and_the_decision_is_theirs(office: OfficeInHand) -> None:
    session, numbers = three_for(2, office)
    for number, yes in zip(numbers, (6, 9, 8), strict=True):
        vote(office.desk, session, number, VoteCount(yes, 9 - yes))
    places = take_by_votes(office.desk, session)
    assert [one.id for one in places.left] == [numbers[0]]
    assert statuses(office, numbers) == [NOT_PASSED, PASSED, PASSED]
    made = issue_decision(office.desk, session, HELD)
    assert {award.proposal for award in made.awards} == set(numbers[1:])


def test_even_votes_wait_for_the_council(office: OfficeInHand) -> None:
    session, numbers = three_for(2, office)
    for number, yes in zip(numbers, (7, 9, 7), strict=True):
        vote(office.desk, session, number, VoteCount(yes, 9 - yes))
    places = places_by_votes(office.desk, session)
    assert {one.id for one in places.tied} == {numbers[0], numbers[2]}
    with pytest.raises(RuleViolation, match="places_tied"):
        take_by_votes(office.desk, session)
    assert statuses(office, numbers) == [PASSED] * 3


def test_the_chair_parts_even_votes_only_where_the_rule_says_so(office: OfficeInHand) -> None:
    session, numbers = three_for(2, office)
    for number, yes in zip(numbers, (7, 9, 7), strict=True):
        chair = True if number == numbers[2] else None
        vote(office.desk, session, number, VoteCount(yes, 9 - yes), chair=chair)
    assert places_by_votes(office.desk, session).tied
    own = VoteRule(
        None, ballot_required=False, source=own_source("Quy chế xã"), chair_breaks_tie=True
    )
    set_vote_rule(office.desk, GIAY_KHEN, own)
    take_by_votes(office.desk, session)
    assert statuses(office, numbers) == [NOT_PASSED, PASSED, PASSED]
