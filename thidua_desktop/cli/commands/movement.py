"""exemplar, inspection, activity: sổ phong trào."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from thidua_desktop.application.movement.activities import remove_activity, save_activity
from thidua_desktop.application.movement.book import ExemplarLine, InspectionLine, movement_book
from thidua_desktop.application.movement.exemplars import remove_exemplar, save_exemplar
from thidua_desktop.application.movement.inspections import (
    inspection,
    remedy_inspection,
    remove_inspection,
    save_inspection,
)
from thidua_desktop.application.movement.survey_form import export_survey_form
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, date_json, path_json
from thidua_desktop.domain.awards.cases import CaseSubject
from thidua_desktop.domain.movement_book import (
    Activity,
    ActivityKind,
    Exemplar,
    ExemplarKind,
    Inspection,
)
from thidua_desktop.domain.vietnamese.dates import date_text

_REMOVED = "Đã xóa."


def exemplar_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record an exemplar."""
    del texts
    subject = CaseSubject(
        arguments.person or arguments.unit, is_person=arguments.person is not None
    )
    made = Exemplar(
        0,
        ExemplarKind(arguments.kind),
        subject,
        arguments.name,
        arguments.date,
        arguments.result,
        arguments.spread,
    )
    number = save_exemplar(desk, made)
    return Answer({"exemplar": number}, [f"Điển hình, mô hình số {number}."])


def exemplar_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Every exemplar, the newest first."""
    del arguments
    found = movement_book(desk).exemplars
    lines = [
        f"{line.exemplar.id:>4}. {_kind_words(line, texts)}: {line.exemplar.name} – "
        f"{line.who.name} ({date_text(line.exemplar.noted_on)})"
        for line in found
    ]
    told = {"exemplars": [_exemplar_json(line) for line in found]}
    return Answer(told, lines or ["Chưa ghi điển hình, mô hình nào."])


def exemplar_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_exemplar(desk, arguments.exemplar)
    return Answer({"exemplar": arguments.exemplar}, [_REMOVED])


def inspection_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Plan or record an inspection."""
    del texts
    made = Inspection(
        0, arguments.unit, arguments.date, arguments.place, tuple(arguments.inspector)
    )
    number = save_inspection(desk, made)
    return Answer({"inspection": number}, [f"Kiểm tra số {number}."])


def inspection_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Every inspection, the newest first."""
    del arguments
    found = movement_book(desk).inspections
    lines = [
        f"{line.inspection.id:>4}. {date_text(line.inspection.held_on)} {line.unit_name}: "
        f"{texts.render(f'inspection_state_{line.state}', {})}"
        for line in found
    ]
    told = {"inspections": [_inspection_json(line) for line in found]}
    return Answer(told, lines or ["Chưa ghi lần kiểm tra nào."])


def inspection_result(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """What was found."""
    del texts
    found = replace(
        inspection(desk, arguments.inspection),
        hosts=tuple(arguments.host),
        strengths=arguments.strengths,
        weaknesses=arguments.weaknesses,
        conclusion=arguments.conclusion,
        requests=arguments.requests,
        remedy_by=arguments.remedy_by,
    )
    save_inspection(desk, found)
    return Answer({"inspection": found.id}, ["Đã ghi kết quả kiểm tra."])


def inspection_remedy(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The unit has mended what was found."""
    del texts
    done = remedy_inspection(desk, arguments.inspection, arguments.date)
    told = {"inspection": done.id, "remedied": date_json(done.remedied_on)}
    return Answer(told, ["Đã ghi khắc phục xong."])


def inspection_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_inspection(desk, arguments.inspection)
    return Answer({"inspection": arguments.inspection}, [_REMOVED])


def activity_add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Record a training, contest, campaign or survey."""
    del texts
    made = Activity(
        0,
        ActivityKind(arguments.kind),
        arguments.name,
        arguments.date,
        arguments.place,
        arguments.by,
        arguments.people,
        arguments.result,
        arguments.document,
    )
    number = save_activity(desk, made)
    return Answer({"activity": number}, [f"Hoạt động số {number}."])


def survey_form(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The blank table of the IT survey."""
    del texts
    count = export_survey_form(desk, arguments.out)
    lines = [f"Đã lập biểu khảo sát của {count} đơn vị: {arguments.out}"]
    return Answer({"files": [path_json(arguments.out)], "units": count}, lines)


def activity_list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Every activity, the newest first."""
    del arguments
    found = movement_book(desk).activities
    lines = [
        f"{one.id:>4}. {date_text(one.held_on)} "
        f"{texts.render(f'activity_kind_{one.kind}', {})}: {one.name}"
        for one in found
    ]
    told = {"activities": [_activity_json(one) for one in found]}
    return Answer(told, lines or ["Chưa ghi hoạt động nào."])


def activity_remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """It was recorded by mistake."""
    del texts
    remove_activity(desk, arguments.activity)
    return Answer({"activity": arguments.activity}, [_REMOVED])


def _kind_words(line: ExemplarLine, texts: Texts) -> str:
    return texts.render(f"exemplar_kind_{line.exemplar.kind}", {})


def _exemplar_json(line: ExemplarLine) -> dict[str, Any]:
    one = line.exemplar
    return {
        "exemplar": one.id,
        "kind": one.kind.value,
        "person" if one.subject.is_person else "unit": one.subject.code,
        "name": line.who.name,
        "title": one.name,
        "date": date_json(one.noted_on),
        "result": one.result,
        "spread": one.spread,
    }


def _inspection_json(line: InspectionLine) -> dict[str, Any]:
    one = line.inspection
    return {
        "inspection": one.id,
        "unit": one.unit,
        "name": line.unit_name,
        "date": date_json(one.held_on),
        "state": line.state.value,
        "inspectors": list(one.inspectors),
        "conclusion": one.conclusion,
        "remedy_by": date_json(one.remedy_by),
        "remedied": date_json(one.remedied_on),
    }


def _activity_json(one: Activity) -> dict[str, Any]:
    return {
        "activity": one.id,
        "kind": one.kind.value,
        "name": one.name,
        "date": date_json(one.held_on),
        "by": one.organiser,
        "people": one.people,
        "result": one.result,
    }
