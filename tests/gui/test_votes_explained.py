"""Beside each vote the page says why it came out so, and who may have voted on their own."""

from __future__ import annotations

from dataclasses import replace

from tests.council_in_hand import enrol_council, held
from tests.gui.conftest import OpenWindow
from tests.gui.office import GIAY_KHEN, LATE, SampleOffice
from tests.gui.words import words_in
from tests.office_in_hand import CYCLE
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.council.members import change_member, council_on
from thidua_desktop.application.council.sessions import vote
from thidua_desktop.application.enrolling.registers import list_units
from thidua_desktop.domain.council import VoteCount
from thidua_desktop.ui.pages.council import CouncilPage

OWN = "có thể thành viên liên quan đã biểu quyết"


def test_a_vote_on_the_own_unit_is_doubted_where_it_was_counted(
    enrolled_office: SampleOffice, open_window: OpenWindow
) -> None:
    desk = enrolled_office.desk
    enrolled_office.clock.set(LATE)
    unit = next(one.code for one in list_units(desk) if one.group == "school")
    request = AwardRequest(CYCLE, GIAY_KHEN, unit=unit)
    number = propose(desk, request, "Dẫn đầu chuyển đổi số.", "Hội đồng xem xét").proposal
    assert number is not None
    enrol_council(desk)
    change_member(desk, replace(council_on(desk).members[-1], unit=unit))
    session = held(desk, CYCLE, LATE)
    window = open_window(enrolled_office)
    window.show_page("council")
    page = window.current
    assert isinstance(page, CouncilPage)
    assert "Vì sao?" not in words_in(page.panel)
    page._tell_count((vote(desk, session, number, VoteCount(9, 0)),))
    assert OWN in words_in(page.notice)
    page.state.reload()
    page.table.select_key(number)
    assert "9 phiếu đồng ý trên tổng số 9 thành viên" in words_in(page.panel)
    assert OWN in words_in(page.panel)
