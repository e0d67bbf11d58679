"""Who has a matter pending, on the council's page."""

from __future__ import annotations

import pytest

from tests.council_in_hand import enrol_council, held
from tests.gui.conftest import OpenWindow
from tests.gui.office import GIAY_KHEN, LATE, SampleOffice
from tests.gui.test_stories import page_of
from thidua_desktop.application.awarding.proposing import AwardRequest, propose
from thidua_desktop.application.cases.holds import add_hold
from thidua_desktop.application.enrolling.registers import list_people
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.awards.facts import Hold, HoldKind
from thidua_desktop.ui.pages.council import CouncilPage
from thidua_desktop.ui.pages.council_columns import look_of

pytestmark = pytest.mark.gui
CYCLE = "2026-annual"


def test_who_has_a_matter_pending_is_shown_and_not_voted_on(
    enrolled_office: SampleOffice, open_window: OpenWindow
) -> None:
    desk = enrolled_office.desk
    enrolled_office.clock.set(LATE)
    kept, other = (one.code for one in list_people(desk)[:2])
    numbers = []
    for code in (kept, other):
        made = propose(desk, AwardRequest(CYCLE, GIAY_KHEN, person=code), "Dẫn đầu.", "Xem xét")
        numbers.append(made.proposal)
    enrol_council(desk)
    held(desk, CYCLE, LATE, {})
    who = CaseSubject(kept, is_person=True)
    add_hold(desk, who, Hold(HoldKind.PRESS, LATE, document="Thông báo mẫu 12/TB"))
    page = page_of(open_window(enrolled_office), "council", CouncilPage)
    shown = {m.proposal.id: look_of(m).word for m in page.table.model.everything}
    assert [shown[number] for number in numbers] == ["Tạm dừng xét", "Đã đề nghị"]
    page.table.select_key(numbers[0])
    assert not page.panel.deed.isEnabled()
    page.table.select_key(numbers[1])
    assert page.panel.deed.isEnabled()
