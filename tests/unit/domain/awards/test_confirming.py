"""What an officer confirms, and what of it is open."""

from __future__ import annotations

from tests.rules_in_hand import CHOICES, COLLECTIVE, COMMUNE_FORM, INDIVIDUAL, MUST, PACK
from thidua_desktop.domain.awards.conditions import CHOICE_CODE
from thidua_desktop.domain.awards.confirming import OpenPoint, confirmables, open_points
from thidua_desktop.domain.kinds import Confirmation

CLEAR = Confirmation.NO_HOLDS.value
LOOKED_UP = Confirmation.HISTORY.value


def test_every_pack_asks_for_pending_matters_and_a_report_of_people() -> None:
    of_unit = [one.code for one in confirmables(PACK, COMMUNE_FORM, COLLECTIVE)]
    of_person = [one.code for one in confirmables(PACK, COMMUNE_FORM, INDIVIDUAL)]
    assert of_unit[:3] == ["no_holds", "history", MUST.code]
    assert of_person[:4] == ["no_holds", "history", "report", MUST.code]
    assert {one.code for one in CHOICES} <= set(of_unit)


def test_nothing_is_taken_for_confirmed() -> None:
    choices = OpenPoint(CHOICE_CODE, tuple(one.text for one in CHOICES))
    assert open_points(PACK, COMMUNE_FORM, COLLECTIVE, ()) == (
        OpenPoint(CLEAR),
        OpenPoint(LOOKED_UP),
        OpenPoint(MUST.code, (MUST.text,)),
        choices,
    )


def test_one_of_the_choices_is_enough() -> None:
    confirmed = (CLEAR, LOOKED_UP, MUST.code, CHOICES[1].code)
    assert open_points(PACK, COMMUNE_FORM, COLLECTIVE, confirmed) == ()
    assert [p.code for p in open_points(PACK, COMMUNE_FORM, COLLECTIVE, confirmed[:3])] == [
        CHOICE_CODE
    ]
