"""province profile add, list, show, remove, export, import; export province --profile."""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from thidua_desktop.application.grids import cell_name, column_letters
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.province_forms.area_rows import RowsChoice, with_rows_at
from thidua_desktop.application.province_forms.building import BuiltForm
from thidua_desktop.application.province_forms.changing import with_choice, with_field
from thidua_desktop.application.province_forms.keeping import (
    OpenedForm,
    build,
    field_words,
    fill_form,
    give_away,
    open_kept_form,
    open_new_form,
    province_profile,
    province_profiles,
    remove_profile,
    save_new_profile,
    take_over,
    worded,
)
from thidua_desktop.application.province_workbooks.profile import FormProfile, RowsOf
from thidua_desktop.application.setting_up.award_forms import award_names
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json, path_json
from thidua_desktop.domain.errors import NotFound
from thidua_desktop.domain.reasons import Severity

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_MAPPING = re.compile(r"(?:(.+)!)?([A-Za-z]{1,3})=([a-z_]*)")
_ROWS = re.compile(
    r"(?:(.+)!)?(\d{1,7})(?:-(\d{1,7}))?=(proposals|passed|decided|units|people)(?::([a-z_]+))?"
)
_CHOICE = re.compile(r"(?:(.+)!)?([A-Za-z]{1,3}):([^=]+)=(.*)")


def profile(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """One of the deeds on profiles."""
    if arguments.deed != "list" and not arguments.target:
        arguments.refuse("cần thêm tên tệp hoặc tên cách điền")
    return _DEEDS[arguments.deed](desk, texts, arguments)


def _add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    opened = open_new_form(desk, Path(arguments.target))
    opened = _pointed(desk, opened, arguments)
    if arguments.name:
        opened = replace(opened, profile=replace(opened.profile, name=arguments.name))
    saved = save_new_profile(desk, opened, replaces=arguments.replace)
    notes = (*opened.template.notes, *opened.template.losses)
    data = {
        "profile": _profile_json(saved, texts),
        "known_as": opened.known_as or None,
        "issues": [issue_json(issue, texts) for issue in notes],
    }
    lines = [f"Đã lưu cách điền «{saved.name}»", *_profile_lines(saved, texts)]
    return Answer(data, lines, ExitCode.DONE, notes)


def _pointed(desk: Desk, opened: OpenedForm, arguments: argparse.Namespace) -> OpenedForm:
    """The profile with what the command line points at."""
    changed = opened.profile
    for text in arguments.rows:
        sheet, first, last, source, award = _parts(_ROWS, text, arguments)
        title = sheet or opened.template.sheets[0].title
        if award and award not in award_names(desk):
            raise NotFound("award_form_unknown", key=award)
        choice = RowsChoice(
            int(first) - 1, int(last) - 1 if last else None, RowsOf(source), (), award
        )
        changed = with_rows_at(changed, opened.template, title, choice)
    for text in arguments.map:
        sheet, letters, field = _parts(_MAPPING, text, arguments)
        changed = with_field(changed, sheet, letters, field)
    for text in arguments.choose:
        sheet, letters, ours, theirs = _parts(_CHOICE, text, arguments)
        changed = with_choice(changed, sheet, letters, (ours, theirs))
    return replace(opened, profile=changed)


def _parts(pattern: re.Pattern[str], text: str, arguments: argparse.Namespace) -> list[str]:
    """The parts of what was pointed at; what is no such thing is wrong usage."""
    found = pattern.fullmatch(text)
    if found is None:
        arguments.refuse(f"chưa hiểu «{text}»")
        return []
    return [part or "" for part in found.groups()]


def _list(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    del arguments
    kept = province_profiles(desk)
    data = {
        "profiles": [_profile_json(one, texts) for one in kept],
        "shipped": [one.name for one in desk.province_library.profiles()],
    }
    lines = [f"{one.name}  ({one.file_name})" for one in kept]
    return Answer(data, [*lines, f"{len(kept)} cách điền biểu của tỉnh"])


def _show(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    found = province_profile(desk, arguments.target)
    return Answer({"profile": _profile_json(found, texts)}, _profile_lines(found, texts))


def _remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    del texts
    remove_profile(desk, arguments.target)
    return Answer({"removed": arguments.target}, [f"Đã bỏ cách điền «{arguments.target}»"])


def _export(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    del texts
    if arguments.out is None:
        arguments.refuse("còn thiếu --out")
    give_away(desk, arguments.target, arguments.out)
    lines = [f"Đã ghi {arguments.out}, gồm cách điền và tệp của tỉnh"]
    return Answer({"files": [path_json(arguments.out)]}, lines)


def _import(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    with tempfile.TemporaryDirectory() as folder:
        saved = take_over(desk, Path(arguments.target), Path(folder), replaces=arguments.replace)
    lines = [f"Đã nhận cách điền «{saved.name}»", *_profile_lines(saved, texts)]
    return Answer({"profile": _profile_json(saved, texts)}, lines)


_DEEDS: Mapping[str, Callable[[Desk, Texts, argparse.Namespace], Answer]] = {
    "add": _add,
    "list": _list,
    "show": _show,
    "remove": _remove,
    "export": _export,
    "import": _import,
}


def fill(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The province's own workbook, filled in a new copy."""
    opened = _chosen(desk, arguments.profile)
    if arguments.dry_run:
        built = build(desk, texts, arguments.cycle, opened)
        return _answer(built, texts, {"files": []}, ["Mới kiểm tra, chưa ghi tệp"])
    filled = fill_form(desk, texts, arguments.cycle, opened, arguments.out)
    written = filled.written
    data = {
        "files": [path_json(written.path)],
        "parts_kept": written.kept,
        "parts_changed": list(written.changed),
    }
    lines = [f"Đã điền {filled.rows} dòng vào {written.path}"]
    sheets = ", ".join(f"«{sheet.title}»" for sheet in filled.built.sheets)
    lines.append(f"Chỉ ghi vào trang {sheets}; {written.kept} phần khác của tệp giữ nguyên")
    return _answer(filled.built, texts, data, lines)


def _chosen(desk: Desk, wanted: str) -> OpenedForm:
    """A kept profile by its name, or a workbook that is mapped as its titles say."""
    if wanted.lower().endswith(_WORKBOOKS) and Path(wanted).exists():
        return open_new_form(desk, Path(wanted))
    return open_kept_form(desk, province_profile(desk, wanted))


def _answer(built: BuiltForm, texts: Texts, data: dict[str, Any], lines: list[str]) -> Answer:
    issues = worded(built.issues, texts)
    told = [issue for issue in issues if issue.severity is not Severity.NOTE]
    data |= {
        "profile": built.profile.name,
        "rows": sum(len(area.rows) for area in built.areas),
        "areas": [{"sheet": one.area.sheet, "rows": len(one.rows)} for one in built.areas],
        "issues": [issue_json(issue, texts) for issue in issues],
    }
    return Answer(data, lines, ExitCode.IN_PART if told else ExitCode.DONE, told)


def _profile_json(found: FormProfile, texts: Texts) -> dict[str, Any]:
    return {
        "name": found.name,
        "workbook": found.file_name,
        "areas": [
            {
                "sheet": area.sheet,
                "first_row": area.first_row + 1,
                "last_row": None if area.last_row is None else area.last_row + 1,
                "rows_of": area.rows_of.value,
                "subjects": [kind.value for kind in area.subjects],
                "award": area.award or None,
                "columns": [
                    {
                        "column": column_letters(column.column),
                        "title": column.title,
                        "state": column.state.value,
                        "field": column.field or None,
                        "label": field_words(column.field, texts) or None,
                        "required": column.is_required,
                        "choices": dict(column.choices),
                    }
                    for column in area.columns
                ],
            }
            for area in found.areas
        ],
        "cells": [
            {"sheet": cell.sheet, "cell": cell_name(cell.row, cell.column), "field": cell.field}
            for cell in found.cells
        ],
    }


def _profile_lines(found: FormProfile, texts: Texts) -> list[str]:
    lines = []
    for area in found.areas:
        lines.append(f"Trang «{area.sheet}», dữ liệu từ dòng {area.first_row + 1}")
        for column in area.columns:
            state = texts.render(f"province_column_{column.state.value}", {})
            words = field_words(column.field, texts) if column.is_filled else state
            lines.append(f"  {column_letters(column.column)}  {column.title} → {words}")
    for cell in found.cells:
        place = cell_name(cell.row, cell.column)
        lines.append(f"Trang «{cell.sheet}», ô {place} → {field_words(cell.field, texts)}")
    return lines
