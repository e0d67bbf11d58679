"""export province, export dossier."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from thidua_desktop.application.dossiers.packing import PackOrder, pack_dossiers
from thidua_desktop.application.dossiers.paper_names import unnamed_signers
from thidua_desktop.application.dossiers.writing import export_dossier
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.province.summary_workbook import export_province
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json, path_json
from thidua_desktop.cli.commands.province import fill
from thidua_desktop.cli.progress_line import progress_line
from thidua_desktop.domain.reasons import Issue


def province(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The province's summary, or the province's own workbook by a profile."""
    if arguments.profile:
        return fill(desk, texts, arguments)
    files = export_province(desk, texts, arguments.cycle, arguments.out)
    return Answer({"files": [path_json(file) for file in files]}, [f"Đã lập {arguments.out}"])


def dossier(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The papers of the awards; with --zip one file to send for each level that decides."""
    progress = progress_line(quiet=arguments.json)
    told: Sequence[Issue] = ()
    refused: Sequence[Issue] = ()
    if arguments.zip:
        order = PackOrder(arguments.out, arguments.despite)
        files = pack_dossiers(desk, texts, arguments.cycle, order, progress)
        lines = [f"Đã đóng gói {len(files)} hồ sơ tại {arguments.out}"]
    else:
        made = export_dossier(desk, texts, arguments.cycle, arguments.out, progress)
        files, told, refused = made.files, made.issues, made.refused
        lines = [f"Đã lập {len(files)} tệp văn bản tại {arguments.out}"]
    issues = [*told, *unnamed_signers(desk)]
    data = {
        "files": [path_json(file) for file in files],
        "issues": [issue_json(issue, texts) for issue in issues],
    }
    code = ExitCode.IN_PART if refused else ExitCode.DONE
    return Answer(data, lines, code, issues)
