"""Biên bản kiểm phiếu: the ballots of one award and what they say, most votes first."""

from __future__ import annotations

from dataclasses import dataclass

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import (
    BLANK,
    DOTS,
    Nominee,
    PaperContext,
    Registration,
)
from thidua_desktop.application.papers.council_at_session import CouncilAtSession, threshold_text
from thidua_desktop.application.papers.fixed_lines import dashed
from thidua_desktop.application.papers.model import (
    Align,
    Block,
    Paper,
    Paragraph,
    SignatureBlock,
    Table,
    TableColumn,
)
from thidua_desktop.application.papers.subjects import (
    SUBJECT_WORDS,
    addressed_name,
    counted,
    sections,
)
from thidua_desktop.domain.proposals import CouncilSession
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import percent_text, two_digit_count
from thidua_desktop.domain.voting import VoteRound

_COLUMNS = (
    TableColumn("TT", 7, Align.CENTRE),
    TableColumn("Tên tập thể, họ và tên", 40),
    TableColumn("Năm sinh", 13, Align.CENTRE),
    TableColumn("Chức danh, chức vụ, đơn vị", 38),
    TableColumn("Số phiếu đồng ý", 14, Align.CENTRE),
    TableColumn("Số phiếu không đồng ý", 16, Align.CENTRE),
    TableColumn("Tỷ lệ", 15, Align.CENTRE),
)

_TELLERS_BESIDE = 2


@dataclass(frozen=True, slots=True)
class CountMinutesOrder:
    """One award's count.

    Attributes:
        nominees: all on the ballot, with their votes.
    """

    session: CouncilSession
    council: CouncilAtSession
    held: VoteRound
    nominees: tuple[Nominee, ...]
    registration: Registration = BLANK


def build_count_minutes(context: PaperContext, order: CountMinutesOrder) -> Paper:
    """The minutes of one count.

    Raises:
        NotFound: the rule pack lacks the award.
    """
    issuer = offices.council(context)
    award = wording.award_name(context.pack.form(order.held.award), context)
    return Paper(
        parent=issuer.parent,
        issuer=issuer.lines,
        number=order.registration.number,
        symbol=f"BB-{issuer.code}",
        place="",
        signed_on=order.session.held_on,
        year=order.session.held_on.year,
        kind="BIÊN BẢN",
        subject=f"Kiểm phiếu đề nghị tặng {award} {wording.occasion(context)}",
        blocks=(
            *_opening(context, order),
            *wording.section("II. SỐ PHIẾU", *_sheets(order.held)),
            *_results(order),
            *_conclusion(order, award),
        ),
        signatures=_signatures(order.held),
        recipients=("Chủ tọa phiên họp", "Lưu: hồ sơ phiên họp"),
        snapshot=context.snapshot,
    )


def _opening(context: PaperContext, order: CountMinutesOrder) -> tuple[Block, ...]:
    session, held, council = order.session, order.held, order.council
    total = two_digit_count(session.members_total)
    voted = two_digit_count(held.returned)
    silent = session.members_total - held.returned
    why = ""
    if silent:
        why = f"; không tham gia bỏ phiếu: {two_digit_count(silent)}"
        why += f" ({council.silent(silent) or f'lý do: {DOTS * 5}'})"
    return (
        Paragraph(
            f"Ngày kiểm phiếu: {long_date(session.held_on)}, tại phiên họp của {context.council}."
        ),
        *wording.section(
            "I. HỘI ĐỒNG VÀ BAN KIỂM PHIẾU",
            f"1. Hội đồng được thành lập theo {council.decision}; tổng số thành viên: "
            f"{total}; tham gia bỏ phiếu: {voted}{why}.",
            f"2. Trưởng ban kiểm phiếu: {held.head_teller or DOTS * 5}.",
            f"3. Ủy viên Ban kiểm phiếu: {held.tellers or DOTS * 7}.",
        ),
    )


def _sheets(held: VoteRound) -> tuple[str, ...]:
    numbers = (
        ("Số phiếu phát ra", held.issued),
        ("Số phiếu thu vào", held.returned),
        ("Số phiếu hợp lệ", held.valid),
        ("Số phiếu không hợp lệ", held.void),
    )
    return tuple(dashed([f"{name}: {two_digit_count(number)}" for name, number in numbers]))


def _results(order: CountMinutesOrder) -> tuple[Block, ...]:
    rule = order.council.rules.get(order.held.award)
    asked = f" Cần {threshold_text(rule, order.session.members_total)}." if rule else ""
    parts = sections(order.nominees)
    rows: list[tuple[str, ...]] = []
    for kind, part in parts:
        if len(parts) > 1:
            rows.append((SUBJECT_WORDS[kind].capitalize(),))
        ranked = sorted(part, key=_yes, reverse=True)
        rows += [_row(place, one, order) for place, one in enumerate(ranked, start=1)]
    return (
        *wording.section(
            "III. KẾT QUẢ",
            "Xếp theo số phiếu đồng ý từ cao xuống thấp; tỷ lệ tính trên tổng số thành viên Hội "
            f"đồng theo quyết định.{asked}",
        ),
        Table(_COLUMNS, tuple(rows)),
        *(Paragraph(line) for line in _abstentions(order)),
    )


def _row(place: int, nominee: Nominee, order: CountMinutesOrder) -> tuple[str, ...]:
    person, ballot = nominee.person, nominee.ballot
    year = str(person.birth_year) if person and person.birth_year else ""
    start = (str(place), addressed_name(nominee), year, nominee.proposal.detail)
    if ballot is None:
        return (*start, "", "", "")
    share = percent_text(ballot.yes, order.session.members_total)
    return (*start, str(ballot.yes), str(ballot.no), share)


def _abstentions(order: CountMinutesOrder) -> list[str]:
    said = order.council.abstentions(one.proposal for one in order.nominees)
    return [f"Thành viên có liên quan, không biểu quyết: {'; '.join(said)}."] if said else []


def _conclusion(order: CountMinutesOrder, award: str) -> tuple[Block, ...]:
    passed = [one for one in order.nominees if one.ballot is not None and one.ballot.passed]
    failed = [one for one in order.nominees if one.ballot is not None and not one.ballot.passed]
    lines = []
    if passed:
        lines.append(f"Đủ số phiếu để đề nghị tặng {award}: {counted(passed)}.")
    if failed:
        lines.append(f"Không đủ số phiếu: {'; '.join(map(addressed_name, failed))}.")
    return (
        *wording.section("IV. KẾT LUẬN", *lines),
        Paragraph(
            "Biên bản được lập thành 02 bản, thông qua trước Hội đồng; phiếu bầu được niêm phong, "
            "lưu cùng hồ sơ./."
        ),
    )


def _signatures(held: VoteRound) -> tuple[SignatureBlock, ...]:
    """Each member of the Ban kiểm phiếu signs; more than fit beside each other sign under one."""
    names = [name.strip() for name in held.tellers.split(",") if name.strip()]
    head = SignatureBlock(("TRƯỞNG BAN",), held.head_teller)
    if len(names) > _TELLERS_BESIDE:
        return SignatureBlock(("CÁC ỦY VIÊN",), "\n".join(names)), head
    return *(SignatureBlock(("ỦY VIÊN",), name) for name in names or [""]), head


def _yes(nominee: Nominee) -> int:
    return nominee.ballot.yes if nominee.ballot else -1
