"""Biên bản họp Hội đồng Thi đua - Khen thưởng, with attendance, votes and shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.application.papers import offices, wording
from thidua_desktop.application.papers.context import (
    BLANK,
    DOTS,
    Nominee,
    PaperContext,
    Registration,
)
from thidua_desktop.application.papers.council_at_session import (
    CouncilAtSession,
    round_text,
    threshold_text,
)
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
    taken_in_words,
)
from thidua_desktop.domain.council_members import CouncilRole
from thidua_desktop.domain.proposals import Ballot, CouncilSession, ProposalStatus
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.numerals import percent_text, two_digit_count

_COLUMNS = (
    TableColumn("STT", 8, Align.CENTRE),
    TableColumn("Tên tập thể, họ và tên", 44),
    TableColumn("Đồng ý", 14, Align.CENTRE),
    TableColumn("Không đồng ý", 16, Align.CENTRE),
    TableColumn("Không hợp lệ", 16, Align.CENTRE),
    TableColumn("Tỷ lệ đồng ý", 18, Align.CENTRE),
    TableColumn("Kết quả", 18, Align.CENTRE),
)


NUMBERS_ONLY = CouncilAtSession()
_CHAIR = "Chủ tịch Hội đồng"


@dataclass(frozen=True, slots=True)
class BienBanOrder:
    """One session to be written down; what was not noted is left to the pen.

    Attributes:
        nominees: all that the council voted on, with their ballots.
        place: where the council met.
        began_at: such as «08 giờ 00 phút».
        absence: who was absent, and why.
        discussion: ý kiến thảo luận.
        approval: how the members present approved the minutes.
        council: the members by name and how they voted; empty where only numbers are known.
    """

    session: CouncilSession
    nominees: tuple[Nominee, ...]
    registration: Registration = BLANK
    place: str = ""
    began_at: str = ""
    ended_at: str = ""
    absence: str = ""
    discussion: str = ""
    approval: str = ""
    council: CouncilAtSession = NUMBERS_ONLY


def build_bien_ban(context: PaperContext, order: BienBanOrder) -> Paper:
    """The minutes of one session.

    Raises:
        NotFound: the rule pack lacks a form that was voted on.
    """
    return _BienBan(context, order).paper()


class _BienBan:
    """One set of minutes in the making."""

    def __init__(self, context: PaperContext, order: BienBanOrder) -> None:
        self._context = context
        self._order = order
        self._session = order.session
        self._council = order.council
        record = order.council.record
        self._chair = order.council.head(CouncilRole.CHAIR, record.chair if record else "")
        self._secretary = order.council.head(
            CouncilRole.SECRETARY, record.secretary if record else ""
        )
        self._by_award = _by_award(context, order.nominees)

    def paper(self) -> Paper:
        context, order = self._context, self._order
        council = offices.council(context)
        asked = f"xét khen thưởng trong {wording.movement(context)} {wording.occasion(context)}"
        return Paper(
            parent=council.parent,
            issuer=council.lines,
            number=order.registration.number,
            symbol=f"BB-{council.code}",
            place="",
            signed_on=self._session.held_on,
            year=self._session.held_on.year,
            kind="BIÊN BẢN",
            subject=f"{self._what()} {context.council} {asked}",
            blocks=(*self._opening(), *self._course(), *self._conclusion()),
            signatures=(
                SignatureBlock(("THƯ KÝ",), self._secretary[0] or context.office.officer),
                SignatureBlock(("CHỦ TỌA",), self._chair[0] or context.office.chair),
            ),
            recipients=(f"Các thành viên Hội đồng TĐKT {context.word}", "Lưu: VT, hồ sơ"),
            snapshot=context.snapshot,
        )

    def _what(self) -> str:
        return "Lấy ý kiến bằng văn bản của" if self._council.in_writing else "Họp"

    def _opening(self) -> tuple[Block, ...]:
        order, office, council = self._order, self._context.office, self._council
        began = order.began_at or f"{DOTS} giờ {DOTS} phút"
        where = f"Địa điểm: {order.place or DOTS * 9}."
        if council.in_writing:
            where = "Hình thức: lấy ý kiến từng thành viên bằng văn bản, không tổ chức họp."
        chair, chairs_as = self._chair
        secretary, _ = self._secretary
        return (
            Paragraph(f"Thời gian bắt đầu: {began}, {long_date(self._session.held_on)}."),
            Paragraph(where),
            *wording.section(
                "I. THÀNH PHẦN THAM DỰ",
                f"1. Chủ tọa: {_comrade(chair or office.chair)}, {chairs_as or _CHAIR}.",
                f"2. Thư ký: {_comrade(secretary or office.officer)}.",
                f"3. Thành viên Hội đồng: {self._attendance()}",
            ),
            *((council.table(),) if council.lines else ()),
        )

    def _attendance(self) -> str:
        session, council = self._session, self._council
        total, present, absent = map(
            two_digit_count,
            (session.members_total, session.present, session.members_total - session.present),
        )
        told = f"tổng số theo quyết định thành lập {total}"
        if council.lines:
            told = f"tổng số {total} (theo {council.decision})"
        if council.in_writing:
            answered = two_digit_count(session.written)
            silent = two_digit_count(session.members_total - session.written)
            return f"{told}; gửi ý kiến {answered}; không gửi ý kiến {silent}."
        said = f"{told}; có mặt {present}; vắng mặt {absent}"
        if session.present == session.members_total:
            return f"{said}."
        why = self._order.absence or council.absences() or f"lý do: {DOTS * 5}"
        written = "" if council.lines else wording.written_opinions(session)
        return f"{said} ({why}){written}."

    def _course(self) -> tuple[Block, ...]:
        context = self._context
        total = two_digit_count(self._session.members_total)
        return (
            *wording.section(
                "II. NỘI DUNG",
                "1. Chủ tọa nêu mục đích, yêu cầu của cuộc họp và các văn bản hướng dẫn.",
                f"2. {context.department}, cơ quan thường trực của Hội đồng, báo cáo kết quả thẩm "
                "định hồ sơ và tóm tắt thành tích của từng trường hợp.",
                f"3. Ý kiến thảo luận: {self._order.discussion or DOTS * 9}",
                "4. Hội đồng biểu quyết từng trường hợp. Tỷ lệ đồng ý tính trên tổng số "
                f"{total} thành viên Hội đồng. Kết quả như sau:",
                *self._rounds(),
                *self._abstentions(),
            ),
            Table(_COLUMNS, tuple(self._rows())),
            *(Paragraph(line) for line in self._even()),
            *(Paragraph(line) for line in self._overridden()),
        )

    def _rounds(self) -> list[str]:
        """How each award was voted on, and what it asks for; nothing where only numbers are."""
        council, lines = self._council, []
        for award, nominees in self._by_award:
            code = nominees[0].proposal.award
            held, rule = council.rounds.get(code), council.rules.get(code)
            said = [round_text(held)] if held else []
            said += [f"cần {threshold_text(rule, self._session.members_total)}"] if rule else []
            lines += [f"{award}: {'; '.join(said)}"] if said else []
        return dashed(lines)

    def _abstentions(self) -> list[str]:
        said = self._council.abstentions(one.proposal for one in self._order.nominees)
        if not said:
            return []
        told = f"Thành viên không biểu quyết vì có liên quan: {'; '.join(said)}."
        return [f"{told} Tổng số để tính tỷ lệ không đổi."]

    def _even(self) -> list[str]:
        voted = self._council.chair
        return [
            f"{addressed_name(one)}: số phiếu ngang nhau, Chủ tịch Hội đồng "
            f"{'đồng ý' if voted[one.proposal.id] else 'không đồng ý'}."
            for one in self._order.nominees
            if one.proposal.id in voted
        ]

    def _overridden(self) -> list[str]:
        """Who was proposed against a check or beyond the number, with the written reason."""
        lines = taken_in_words(self._order.nominees)
        if not lines:
            return []
        return [
            "Trường hợp đề nghị kèm lý do:",
            *dashed(lines),
        ]

    def _rows(self) -> list[tuple[str, ...]]:
        rows: list[tuple[str, ...]] = []
        for award, nominees in self._by_award:
            for kind, part in sections(nominees):
                rows.append((f"{award} - {SUBJECT_WORDS[kind]}",))
                ranked = sorted(part, key=_yes, reverse=True)
                rows += [self._row(place, one) for place, one in enumerate(ranked, start=1)]
        return rows

    def _row(self, place: int, nominee: Nominee) -> tuple[str, ...]:
        name = addressed_name(nominee)
        ballot = nominee.ballot
        if ballot is None:
            return (str(place), name, "", "", "", "", "Chưa biểu quyết")
        share = percent_text(ballot.yes, self._session.members_total)
        votes = map(str, (ballot.yes, ballot.no, ballot.invalid))
        return (str(place), name, *votes, share, _verdict(nominee, ballot))

    def _conclusion(self) -> tuple[Block, ...]:
        ended = self._order.ended_at or f"{DOTS} giờ {DOTS} phút"
        return (
            *wording.section("III. KẾT LUẬN", *self._agreed(), *self._not_agreed()),
            Paragraph(
                f"Cuộc họp kết thúc lúc {ended} cùng ngày. Biên bản được đọc lại cho các thành "
                f"viên dự họp; kết quả thông qua: {self._order.approval or DOTS * 5}./."
            ),
        )

    def _agreed(self) -> list[str]:
        lines = [
            f"{award} cho {counted(passed)}"
            for award, nominees in self._by_award
            if (passed := [one for one in nominees if _goes_on(one)])
        ]
        if not lines:
            return ["Không có trường hợp nào đủ tỷ lệ đồng ý để đề nghị khen thưởng."]
        if len(lines) == 1:
            return [f"Đủ tỷ lệ đồng ý để đề nghị tặng {lines[0]}."]
        return ["Đủ tỷ lệ đồng ý để đề nghị tặng:", *dashed(lines)]

    def _not_agreed(self) -> list[str]:
        voted = [one for one in self._order.nominees if one.ballot is not None]
        names = [addressed_name(one) for one in voted if not _has_passed(one.ballot)]
        beyond = [addressed_name(one) for one in voted if _is_beyond(one)]
        said = [f"Không đủ tỷ lệ đồng ý để đề nghị: {'; '.join(names)}."] if names else []
        if beyond:
            said.append(
                "Đủ tỷ lệ đồng ý nhưng vượt số lượng, lấy theo số phiếu từ cao xuống thấp nên "
                f"không đề nghị: {'; '.join(beyond)}."
            )
        return said


def _by_award(
    context: PaperContext, nominees: Sequence[Nominee]
) -> list[tuple[str, tuple[Nominee, ...]]]:
    """The nominees by award, the highest first, under the award's name."""
    order = {form.code: form.order for form in context.pack.award_forms}
    ranked = sorted(nominees, key=lambda one: order.get(one.proposal.award, 0))
    return [
        (wording.award_name(context.pack.form(code), context), tuple(group))
        for code, group in groupby(ranked, key=lambda one: one.proposal.award)
    ]


def _yes(nominee: Nominee) -> int:
    return nominee.ballot.yes if nominee.ballot else -1


def _has_passed(ballot: Ballot | None) -> bool:
    return ballot is not None and ballot.passed


def _is_beyond(nominee: Nominee) -> bool:
    """Whether it had the votes and others with more took the places."""
    return _has_passed(nominee.ballot) and nominee.proposal.status is ProposalStatus.NOT_PASSED


def _goes_on(nominee: Nominee) -> bool:
    return _has_passed(nominee.ballot) and not _is_beyond(nominee)


def _verdict(nominee: Nominee, ballot: Ballot) -> str:
    if _is_beyond(nominee):
        return "Đạt, ngoài số lượng"
    return "Đạt" if ballot.passed else "Không đạt"


def _comrade(name: str) -> str:
    return f"đồng chí {name or DOTS * 5}"
