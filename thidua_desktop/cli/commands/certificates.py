"""certificate export, number."""

from __future__ import annotations

import argparse

from thidua_desktop.application.certificates.layouts import chosen_layout
from thidua_desktop.application.certificates.listing import (
    DecidedCertificate,
    certificates_of_decision,
)
from thidua_desktop.application.certificates.numbering import give_numbers, set_numbers
from thidua_desktop.application.certificates.printing import (
    CertificatesPrinted,
    PrintOrder,
    offset_of,
    print_certificates,
    print_trial_sheet,
)
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.text import Texts
from thidua_desktop.cli.answers import Answer, ExitCode, issue_json, path_json
from thidua_desktop.cli.progress_line import progress_line
from thidua_desktop.domain.errors import InputError, NotFound


def export(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """The giấy khen of a decision as one file, and the sheet that measures a printer."""
    certificates = certificates_of_decision(desk, arguments.decision)
    layout = chosen_layout(desk, arguments.layout or "")
    offset = offset_of(desk, arguments.printer)
    path = arguments.out / f"{file_stem('giay-khen', str(arguments.decision))}.pdf"
    trial = arguments.out / f"{file_stem('trang-thu', layout.code)}.pdf"
    order = PrintOrder(layout, certificates, offset)
    progress = progress_line(quiet=arguments.json)
    made = print_certificates(desk, texts, order, path, progress)
    files = [made.path, print_trial_sheet(desk, texts, layout, offset, trial)]
    data = {
        "files": [path_json(file) for file in files],
        "layout": layout.code,
        "certificates": _certificates_json(certificates, made),
        "issues": [issue_json(issue, texts) for issue in made.issues],
    }
    left_out = [one.subject_name for one in certificates if one.proposal not in made.printed]
    lines = [f"Đã ghi {len(made.printed)} giấy khen vào {made.path}", layout.note]
    if left_out:
        lines.append(f"Chưa ghi giấy khen của: {'; '.join(left_out)}")
    code = ExitCode.IN_PART if left_out else ExitCode.DONE
    return Answer(data, [line for line in lines if line], code, made.issues)


def number(desk: Desk, texts: Texts, arguments: argparse.Namespace) -> Answer:
    """Give the next numbers of the golden register, or take one over from paper."""
    del texts
    chosen = certificates_of_decision(desk, arguments.decision)
    if arguments.proposal is not None:
        chosen = tuple(one for one in chosen if one.proposal == arguments.proposal)
        if not chosen:
            raise NotFound("proposal_unknown", key=str(arguments.proposal))
    if arguments.number is not None:
        if arguments.proposal is None:
            raise InputError("golden_number_for_whom")
        set_numbers(desk, [(chosen[0], arguments.number)])
    else:
        give_numbers(desk, chosen, arguments.first)
    numbered = certificates_of_decision(desk, arguments.decision)
    lines = [f"  {one.kept.golden_number or '–'}  {one.subject_name}" for one in numbered]
    return Answer({"decision": arguments.decision, "numbers": _numbers_json(numbered)}, lines)


def _certificates_json(
    certificates: tuple[DecidedCertificate, ...], made: CertificatesPrinted
) -> list[dict[str, object]]:
    pages = {proposal: page for page, proposal in enumerate(made.printed, start=1)}
    return [
        {**row, "page": pages.get(one.proposal)}
        for row, one in zip(_numbers_json(certificates), certificates, strict=True)
    ]


def _numbers_json(certificates: tuple[DecidedCertificate, ...]) -> list[dict[str, object]]:
    return [
        {
            "proposal": one.proposal,
            "name": one.subject_name,
            "year": one.decided_on.year,
            "number": one.kept.golden_number,
        }
        for one in certificates
    ]
