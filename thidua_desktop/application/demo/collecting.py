"""Forms out, forms back as they do come back, slips for the faulty ones, and the second round."""

from __future__ import annotations

import os
import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from thidua_desktop.application.collecting.giving_forms import GivenForm, forms_of_cycle, give_forms
from thidua_desktop.application.collecting.returning import return_forms
from thidua_desktop.application.collecting.taking import CollectOrder, collect_forms
from thidua_desktop.application.collecting.typing_in import keep_draft, take_typed, typing_sheet
from thidua_desktop.application.demo.answers import (
    FilledForm,
    good_answers,
    repeating,
    spoilt_answers,
)
from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.forms.typed_form import TypedForm, TypedLine
from thidua_desktop.application.forms.unit_form import UnitForm
from thidua_desktop.domain.vietnamese.numerals import points_text

_SPOILT_EVERY = 6
_RENAMED_EVERY = 7
_TWICE_EVERY = 9
_COPYING = 2
"""So many units share a text."""
_FEW = 3
"""So few senders all send files."""
_SILENT = 1
"""So many units never send anything, as every year."""


@dataclass(frozen=True, slots=True)
class _Sender:
    """One unit that sends its form back."""

    given: GivenForm
    form: UnitForm
    filled: FilledForm


def collect(scene: Scene, enrolled: Enrolled) -> None:
    """Give forms out, take them in on two days, and send faulty ones back in between."""
    cycle = enrolled.cycle.id
    scene.step("Phát phiếu", scene.day(11, 2))
    given = give_forms(scene.desk, cycle, scene.folder("phieu-da-phat"))
    scene.files += [form.path for form in given]
    senders = _senders(
        scene, given, {f.identity.unit: f for f in forms_of_cycle(scene.desk, cycle)}
    )
    scene.step("Thu phiếu", scene.day(12, 9))
    first = scene.folder("phieu-da-nop-dot-1")
    late = senders[-1:]
    on_paper = senders[-2:-1] if len(senders) > _FEW else []
    by_file = [sender for sender in senders if sender not in (*late, *on_paper)]
    for number, sender in enumerate(by_file, start=1):
        _send(scene, sender, first, number)
    collect_forms(scene.desk, cycle, CollectOrder([first]))
    scene.step("Trả phiếu cần sửa, thu đợt 2")
    slips = return_forms(scene.desk, scene.tools.texts, cycle, scene.folder("phieu-tra-lai"))
    scene.files += [slip.path for slip in slips]
    _second_round(scene, {slip.unit for slip in slips}, senders, late)
    scene.tools.go_to(scene.day(12, 12))
    collect_forms(scene.desk, cycle, CollectOrder([scene.folder("phieu-da-nop-dot-2")]))
    for sender in on_paper:
        take_typed(scene.desk, _typed(scene, cycle, sender.given.unit, sender.filled))
    for silent in given[len(given) - _SILENT :]:
        _begin_typing(scene, cycle, silent.unit)


def _senders(
    scene: Scene, given: tuple[GivenForm, ...], forms: Mapping[str, UnitForm]
) -> list[_Sender]:
    senders = []
    for number, sent in enumerate(given[: len(given) - _SILENT]):
        criteria = forms[sent.unit].criteria.criteria
        filled = good_answers(criteria, scene.dice)
        if number < _COPYING:
            filled = repeating(filled, criteria, number)
        senders.append(_Sender(sent, forms[sent.unit], filled))
    return senders


def _typed(scene: Scene, cycle: str, unit: str, filled: FilledForm) -> TypedForm:
    """A paper that came in time, as the officer types it three days later."""
    blank = typing_sheet(scene.desk, cycle, unit).form
    lines = tuple(
        TypedLine(code, points_text(said) if isinstance(said, int) else said or "", why, evidence)
        for code, (said, why, evidence) in filled.answers.items()
    )
    return replace(
        blank,
        received_on=scene.day(12, 9),
        typed_by="Cán bộ mẫu",
        lines=lines,
        requests=filled.requests,
        highlights=filled.highlights,
    )


def _begin_typing(scene: Scene, cycle: str, unit: str) -> None:
    """A paper that the officer was called away from."""
    asked = typing_sheet(scene.desk, cycle, unit).asked
    filled = good_answers(asked[:2], random.Random(scene.order.seed))  # noqa: S311 - made up
    keep_draft(scene.desk, _typed(scene, cycle, unit, replace(filled, requests="", highlights="")))


def _send(scene: Scene, sender: _Sender, folder: Path, number: int) -> None:
    """One unit's file: most right, some spoilt, some renamed, some sent twice."""
    criteria = sender.form.criteria.criteria
    filled, path = sender.filled, folder / sender.given.path.name
    if number % _SPOILT_EVERY == 0:
        filled = spoilt_answers(filled, criteria, number // _SPOILT_EVERY)
    if number % _RENAMED_EVERY == 0:
        path = folder / f"Bao cao ({number}) final.xlsx"
    if number % _TWICE_EVERY == 0:
        older = folder / f"{path.stem} - ban nhap.xlsx"
        draft = _draft(filled)
        _fill(scene, sender, older, draft)
        _age(older)
    _fill(scene, sender, path, filled)


def _draft(filled: FilledForm) -> FilledForm:
    """An earlier state of the same form: everything one point lower where that is possible."""
    answers = {
        code: (max(0, points - 100) if isinstance(points, int) else points, why, evidence)
        for code, (points, why, evidence) in filled.answers.items()
    }
    return FilledForm(answers, filled.requests, filled.highlights)


def _fill(scene: Scene, sender: _Sender, path: Path, filled: FilledForm) -> None:
    scene.tools.fill_form(sender.given.path, path, filled)
    scene.files.append(path)


def _age(path: Path) -> None:
    """Make a file an hour older: it was saved before the one that counts."""
    stat = path.stat()
    os.utime(path, (stat.st_atime - 3600, stat.st_mtime - 3600))


def _second_round(
    scene: Scene, returned: set[str], senders: list[_Sender], late: list[_Sender]
) -> None:
    """The mended forms, and the one that comes late."""
    folder = scene.folder("phieu-da-nop-dot-2")
    for sender in senders:
        if sender.given.unit in returned or sender in late:
            _fill(scene, sender, folder / sender.given.path.name, sender.filled)
