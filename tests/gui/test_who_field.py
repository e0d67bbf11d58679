"""Whom a form concerns: nobody by itself, the only one found, and whoever was chosen stays."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from thidua_desktop.application.cases.subjects import Who
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.ui.widgets.who_field import WhoField

pytestmark = pytest.mark.gui

NAMES = ("Phòng Kinh tế", "Công an xã", "Trường Tiểu học Mẫu")


def subject(number: int) -> CaseSubject:
    return CaseSubject(f"DV00{number}", is_person=False)


@pytest.fixture
def field(qtbot: QtBot) -> WhoField:
    made = WhoField([Who(subject(number), name) for number, name in enumerate(NAMES, start=1)])
    qtbot.addWidget(made)
    return made


def test_nobody_is_chosen_beforehand(field: WhoField) -> None:
    assert field.who() is None


def test_the_only_one_found_is_chosen_and_of_several_nobody(field: WhoField) -> None:
    field.search.setText("cong an")
    assert field.who() == subject(2)
    field.search.setText("khong co ai")
    assert field.who() is None
    field.search.setText("o")
    assert field.who() is None


@pytest.mark.parametrize("number", [1, 2, 3])
def test_who_was_chosen_stays_when_the_search_is_cleared(field: WhoField, number: int) -> None:
    field.choose(subject(number))
    assert field.who() == subject(number)
    field.search.setText(NAMES[number - 1])
    field.search.clear()
    assert field.who() == subject(number)


def test_nobody_is_chosen_for_whom_the_register_does_not_have(field: WhoField) -> None:
    field.choose(subject(9))
    assert field.who() is None
