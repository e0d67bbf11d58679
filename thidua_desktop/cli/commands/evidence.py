"""evidence add, list, missing, export, remove, rename."""

from __future__ import annotations

import argparse
from typing import Any

from thidua_desktop.application.evidence.export import export_evidence
from thidua_desktop.application.evidence.gaps import evidence_gaps
from thidua_desktop.application.evidence.linking import (
    EvidencePlace,
    add_evidence,
    evidence_of,
    remove_evidence,
    rename_evidence,
)
from thidua_desktop.application.evidence.looking import (
    FoundEvidence,
    FoundState,
    look_for_evidence,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, path_json, points_json
from thidua_desktop.cli.progress_line import progress_line
from thidua_desktop.domain.errors import InputError, NotFound
from thidua_desktop.domain.evidence import Evidence


def add(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Files and folders; what is not sure is told and left alone."""
    if arguments.criterion and not arguments.unit:
        raise InputError("evidence_place_missing", file=str(arguments.paths[0]))
    place = EvidencePlace(arguments.unit, arguments.criterion or "") if arguments.unit else None
    found = look_for_evidence(desk, arguments.cycle, arguments.paths, place)
    ready = [one.file for one in found if one.state is FoundState.READY]
    added = None
    if ready and not arguments.dry_run:
        progress = progress_line(quiet=arguments.json)
        added = add_evidence(desk, arguments.cycle, ready, progress)
    data = {
        "files": [_found_json(one, texts) for one in found],
        "added": len(added.added) if added else 0,
        "known": added.known if added else 0,
        "operation": added.operation if added else None,
    }
    lines = [_found_line(one, texts) for one in found]
    left = len(found) - len(ready)
    if arguments.dry_run:
        lines.append(f"Nhận ra {len(ready)} tệp, còn {left}; chưa thêm tệp nào.")
    else:
        lines.append(f"Đã thêm {data['added']} tệp minh chứng, không thêm {left}.")
    return Answer(data, lines, ExitCode.IN_PART if left else ExitCode.DONE)


def _found_json(one: FoundEvidence, texts: Texts) -> dict[str, Any]:
    return {
        "path": path_json(one.path),
        "title": one.title,
        "unit": one.unit or None,
        "criterion": one.criterion or None,
        "state": one.state.value,
        "code": one.issue.code if one.issue else None,
        "message": texts.issue(one.issue) if one.issue else "",
    }


def _found_line(one: FoundEvidence, texts: Texts) -> str:
    place = " ".join(filter(None, (one.unit, one.criterion)))
    said = texts.render(f"found_{one.state}", {})
    why = f" – {texts.issue(one.issue)}" if one.issue else ""
    return f"{one.shown}: {said}{f' ({place})' if place else ''}{why}"


def listed(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The links of a cycle."""
    del texts
    if arguments.unit is not None:
        with desk.store.read() as books:
            books.units.get(arguments.unit)
    links = [
        one for one in evidence_of(desk, arguments.cycle) if arguments.unit in (None, one.unit)
    ]
    lines = [
        f"{one.unit} {one.criterion or 'cả phiếu'}: {one.title} ({one.sha256[:12]})"
        for one in links
    ]
    return Answer({"evidence": [_json(one) for one in links]}, lines or ["Chưa có tệp nào."])


def _json(one: Evidence) -> dict[str, Any]:
    return {
        "unit": one.unit,
        "criterion": one.criterion or None,
        "title": one.title,
        "size": one.size,
        "sha256": one.sha256,
    }


def export(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Into a folder, or into a zip by its ending."""
    del texts
    progress = progress_line(quiet=arguments.json)
    written = export_evidence(desk, arguments.cycle, arguments.out, arguments.unit or "", progress)
    return Answer(
        {"files": [path_json(path) for path in written]},
        [f"Đã xuất minh chứng vào {arguments.out}"],
    )


def missing(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Criteria that claim points on evidence without a file."""
    gaps = [
        one for one in evidence_gaps(desk, arguments.cycle) if arguments.unit in (None, one.unit)
    ]
    data = [
        {
            "unit": one.unit,
            "name": one.name,
            "criterion": one.criterion,
            "points": points_json(one.points),
            "named": one.named,
            "kind": one.kind.value,
            "demanded": one.is_demanded,
        }
        for one in gaps
    ]
    lines = [
        f"{one.name}, {one.criterion}: {texts.render(f'gap_{one.kind}', {})}"
        f"{f' ({one.named})' if one.named else ''}"
        for one in gaps
    ]
    return Answer({"missing": data}, lines or ["Không tiêu chí nào thiếu tệp minh chứng."])


def remove(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Untie one file."""
    del texts
    link = _link(desk, arguments)
    operation = remove_evidence(desk, link)
    data = {**_json(link), "operation": operation}
    return Answer(data, [f"Đã gỡ «{link.title}»; nội dung tệp vẫn được giữ để hoàn tác."])


def rename(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Call one file otherwise."""
    del texts
    named = rename_evidence(desk, _link(desk, arguments), arguments.name)
    return Answer(_json(named), [f"Tệp nay có tên «{named.title}»."])


def _link(desk: Desk, arguments: argparse.Namespace) -> Evidence:
    """One link, by the beginning of its file's hash."""
    found = [
        one
        for one in evidence_of(desk, arguments.cycle)
        if (one.unit, one.criterion) == (arguments.unit, arguments.criterion or "")
        and one.sha256.startswith(arguments.file.lower())
    ]
    if len(found) != 1:
        raise NotFound("evidence_unknown", key=arguments.file)
    return found[0]
