"""Sổ khen thưởng as a workbook and as a paper for printing."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from thidua_desktop.application.folders import ready_folder
from thidua_desktop.application.naming import authority_lines, commune_title, signer_name
from thidua_desktop.application.office_workbook import write_office_workbook
from thidua_desktop.application.papers.model import (
    Align,
    Annex,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.application.ports import Desk
from thidua_desktop.application.rewards.book import Reward
from thidua_desktop.application.setting_up.planning import plan_of
from thidua_desktop.application.summary import ColumnKind, SummaryColumn, SummarySheet
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.vietnamese.dates import date_text
from thidua_desktop.domain.vietnamese.numerals import integer_text

_SHEET_COLUMNS = (
    SummaryColumn("STT", 6, ColumnKind.COUNT),
    SummaryColumn("Số quyết định", 16),
    SummaryColumn("Ngày quyết định", 13, ColumnKind.DATE),
    SummaryColumn("Cấp quyết định", 24),
    SummaryColumn("Tên tập thể, cá nhân, hộ", 32),
    SummaryColumn("Phân loại", 13),
    SummaryColumn("Danh hiệu, hình thức", 30),
    SummaryColumn("Số sổ vàng", 9, ColumnKind.COUNT),
    SummaryColumn("Tiền thưởng (đồng)", 14, ColumnKind.MONEY),
    SummaryColumn("Ngày chi", 13, ColumnKind.DATE),
    SummaryColumn("Người nhận", 22),
    SummaryColumn("Tình trạng", 18),
    SummaryColumn("Ghi chú", 34),
)
_PAPER_COLUMNS = (
    TableColumn("STT", 9, Align.CENTRE),
    TableColumn("Số, ngày quyết định", 26),
    TableColumn("Cấp quyết định", 30),
    TableColumn("Tên tập thể, cá nhân, hộ", 42),
    TableColumn("Danh hiệu, hình thức", 42),
    TableColumn("Sổ vàng", 12, Align.CENTRE),
    TableColumn("Tiền thưởng (đồng)", 22, Align.RIGHT),
    TableColumn("Ghi chú", 42),
)


def export_rewards(
    desk: Desk, texts: Texts, rewards: Sequence[Reward], about: str, path: Path
) -> Path:
    """Write lines of the book as a workbook; `about` says which, such as «năm 2026».

    Raises:
        EnvironmentFault: the file can't be written, or is open in another program.
    """
    rows = tuple(
        (
            number,
            one.number,
            one.decided_on,
            one.decider,
            one.proposal.subject_name,
            texts.render(f"subject_{one.proposal.subject}", {}),
            one.award,
            one.golden_number,
            one.amount or None,
            one.bonus.payment.paid_on if one.bonus and one.bonus.payment else None,
            one.bonus.payment.receiver if one.bonus and one.bonus.payment else "",
            texts.render(f"proposal_{one.proposal.status}", {}),
            reward_note(one, texts),
        )
        for number, one in enumerate(rewards, start=1)
    )
    total = ("", "", "", "", "Tổng cộng", "", "", "", _sum(rewards), "", "", "", "")
    sheet = SummarySheet(
        title="Sổ khen thưởng",
        heading="SỔ KHEN THƯỞNG",
        sub_heading=about,
        columns=_SHEET_COLUMNS,
        rows=rows,
        total=total if rows else (),
        empty_note="Chưa có khen thưởng.",
    )
    return write_office_workbook(desk, (sheet,), path)


def print_rewards(
    desk: Desk, texts: Texts, rewards: Sequence[Reward], about: str, path: Path
) -> Path:
    """Write lines of the book as a paper for printing, in the format that the path's ending says.

    Raises:
        EnvironmentFault: the file can't be written, or is open in another program.
        InputError: a letter can't be printed.
    """
    with desk.store.read() as books:
        plan, office, dataset = plan_of(books, desk.plans), books.office, books.dataset
    newest = desk.store.operations(limit=1)[0].id
    today = desk.clock.today()
    rows = tuple(_paper_row(number, one, texts) for number, one in enumerate(rewards, start=1)) or (
        ("Chưa có khen thưởng.",),
    )
    total = ("", "", "", "Tổng cộng", "", "", integer_text(_sum(rewards)), "")
    paper = Paper(
        parent="",
        issuer=("ỦY BAN NHÂN DÂN", commune_title(plan.commune).upper()),
        number="",
        symbol="",
        place=plan.commune.place_in_date,
        signed_on=None,
        year=today.year,
        kind="SỔ KHEN THƯỞNG",
        subject=about,
        blocks=(
            Paragraph(
                f"Sổ có {integer_text(len(rewards))} dòng, in ngày {date_text(today)}, "
                "kèm theo trang này."
            ),
        ),
        signatures=(SignatureBlock(authority_lines(office), signer_name(office)),),
        annexes=(
            Annex(
                label="",
                title="SỔ KHEN THƯỞNG",
                attached_to=about,
                blocks=(Table(_PAPER_COLUMNS, rows, total),),
                landscape=True,
            ),
        ),
        snapshot=f"Bản {dataset.id[:8]}/{newest}",
    )
    with ready_folder(path.parent):
        desk.papers.write(paper, path)
    return path


def reward_note(one: Reward, texts: Texts) -> str:
    """What stands beside a line: the gift, the way above, why it was cancelled and what is back."""
    notes = []
    if one.bonus is not None and not one.bonus.is_due and not one.bonus.is_cancelled:
        notes.append(texts.render("bonus_higher_title", {}))
    if one.bonus is not None and one.bonus.payment is not None and one.bonus.payment.gift:
        notes.append(texts.render("paid_as_gift", {"gift": one.bonus.payment.gift}))
    if one.referral is not None and one.referral.document:
        notes.append(texts.render("sent_with", {"document": one.referral.document}))
    if one.referral is not None and one.referral.note:
        notes.append(one.referral.note)
    if one.cancelled is not None:
        ground = texts.render(f"cancel_ground_{one.cancelled.cancellation.ground}", {})
        state = texts.render(f"recovery_{one.cancelled.recovery.state}", {})
        notes.append(
            texts.render(
                "cancelled_by",
                {
                    "number": one.cancelled.cancellation.number or "……",
                    "on": one.cancelled.cancellation.decided_on,
                    "ground": ground,
                    "state": state,
                },
            )
        )
    return " ".join(notes)


def _paper_row(number: int, one: Reward, texts: Texts) -> tuple[str, ...]:
    on = date_text(one.decided_on) if one.decided_on else "chưa có quyết định"
    return (
        str(number),
        f"{one.number or '……'}, {on}" if one.decided_on else on,
        one.decider,
        one.proposal.subject_name,
        one.award,
        str(one.golden_number or ""),
        integer_text(one.amount) if one.amount else "",
        reward_note(one, texts),
    )


def _sum(rewards: Sequence[Reward]) -> int:
    return sum(one.amount for one in rewards)
