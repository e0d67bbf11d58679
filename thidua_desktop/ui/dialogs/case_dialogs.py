"""Vụ việc, kỷ luật, lần khen trước, sáng kiến: what is asked for one record."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from thidua_desktop.application.cases.subjects import Who
from thidua_desktop.application.text import Texts
from thidua_desktop.domain.awards.cases import CaseSubject, EarlierAward, Initiative
from thidua_desktop.domain.awards.facts import Achievement, Discipline, Hold, HoldKind
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.day_edit import DayEdit, OptionalDay
from thidua_desktop.ui.widgets.text_fields import line_edit
from thidua_desktop.ui.widgets.who_field import WIDTH_IN_LETTERS, WhoField

_WHO_MISSING = "Cần chọn đơn vị hoặc cá nhân."
_DOCUMENT_MISSING = "Cần ghi số, ngày văn bản."
_OTHER_FORM = ""
WIDTH = 620


class HoldDialog(Dialog):
    """Whom a pending matter keeps back, and by which document."""

    def __init__(
        self,
        everyone: Sequence[Who],
        today: dt.date,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Ghi vụ việc", "Tạm dừng xét", icons, parent)
        self.setMinimumWidth(WIDTH)
        self.who = WhoField(everyone)
        self.kind = QComboBox()
        self.kind.setObjectName("holdKind")
        for kind in HoldKind:
            self.kind.addItem(texts.render(f"hold_kind_{kind}", {}), kind)
        self.begin = DayEdit("holdBegin", today)
        self.document = line_edit("document")
        self.document.setPlaceholderText("Ví dụ: Thông báo số 12/TB-UBKT ngày 03/11/2026")
        self.add_row("Đơn vị, cá nhân", self.who, is_required=True)
        self.add_row("Vụ việc", self.kind, is_required=True)
        self.add_row("Từ ngày", self.begin, is_required=True)
        self.add_row("Văn bản", self.document, is_required=True)
        self.add_hint("Chưa xét khen thưởng cho đến khi ghi văn bản kết luận.")

    def hold(self) -> Hold:
        """The matter."""
        return Hold(
            HoldKind(self.kind.currentData()), self.begin.day(), document=self.document.text()
        )

    def fault(self) -> str:
        """Somebody and a document are needed."""
        if self.who.who() is None:
            return _WHO_MISSING
        return "" if self.document.text().strip() else _DOCUMENT_MISSING


class ConclusionDialog(Dialog):
    """The document that concludes a matter."""

    def __init__(self, name: str, today: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Ghi kết luận", "Xét tiếp", icons, parent)
        self.on = DayEdit("conclusionDay", today)
        self.document = line_edit("document")
        self.document.setPlaceholderText("Ví dụ: Kết luận số 05/KL-UBND ngày 10/12/2026")
        self.add_hint(f"{name} được xét khen thưởng trở lại từ ngày kết luận.")
        self.add_row("Ngày kết luận", self.on, is_required=True)
        self.add_row("Văn bản kết luận", self.document, is_required=True)
        self.add_hint("Nếu kết luận là kỷ luật, hãy ghi thêm ở mục Kỷ luật.")

    def fault(self) -> str:
        """A document is needed."""
        return "" if self.document.text().strip() else _DOCUMENT_MISSING


class DisciplineDialog(Dialog):
    """Who was disciplined, how, and for how long."""

    def __init__(
        self, everyone: Sequence[Who], today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Ghi kỷ luật", "Ghi vào sổ", icons, parent)
        self.setMinimumWidth(WIDTH)
        self.who = WhoField(everyone)
        self.words = line_edit("disciplineForm")
        self.words.setPlaceholderText("Ví dụ: Khiển trách")
        self.begin = DayEdit("disciplineBegin", today)
        self.end = OptionalDay("Đã biết ngày hết", today, is_set=False)
        self.document = line_edit("document")
        self.add_row("Đơn vị, cá nhân", self.who, is_required=True)
        self.add_row("Hình thức", self.words, is_required=True)
        self.add_row("Từ ngày", self.begin, is_required=True)
        self.add_row("Đến ngày", self.end)
        self.add_row("Quyết định", self.document, is_required=True)
        self.add_hint("Thành tích xét khen tính từ khi hết thời gian bị kỷ luật.")

    def time(self) -> Discipline:
        """From when to when."""
        return Discipline(self.begin.day(), self.end.day())

    def fault(self) -> str:
        """Somebody, the form and a document are needed."""
        if self.who.who() is None:
            return _WHO_MISSING
        if not self.words.text().strip():
            return "Cần ghi hình thức kỷ luật."
        if not self.document.text().strip():
            return _DOCUMENT_MISSING
        end = self.end.day()
        return "Đến ngày phải sau từ ngày." if end and end < self.begin.day() else ""


class EndOfDisciplineDialog(Dialog):
    """The last day of a discipline."""

    def __init__(self, name: str, shown: dt.date, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Ngày hết kỷ luật", "Ghi vào sổ", icons, parent)
        self.end = DayEdit("disciplineEnd", shown)
        self.add_hint(f"Trường hợp: {name}.")
        self.add_row("Đến ngày", self.end, is_required=True)


class EarlierAwardDialog(Dialog):
    """An award as its decision writes it; the recipient may be known by name only."""

    def __init__(
        self,
        awards: Mapping[str, str],
        today: dt.date,
        texts: Texts,
        icons: Icons,
        parent: QWidget | None,
    ) -> None:
        super().__init__("Ghi lần khen trước", "Ghi vào sổ", icons, parent)
        self.recipient = line_edit("recipient")
        self.recipient.setPlaceholderText("Viết như trong quyết định")
        self.subject = QComboBox()
        self.subject.setObjectName("subject")
        for kind in SubjectKind:
            self.subject.addItem(texts.render(f"subject_{kind}", {}), kind)
        self.award = QComboBox()
        self.award.setObjectName("award")
        self.award.setMinimumContentsLength(WIDTH_IN_LETTERS)
        for code, name in awards.items():
            self.award.addItem(name, code)
        self.award.addItem("Hình thức khác", _OTHER_FORM)
        self.other = line_edit("otherForm")
        self.number = line_edit("number")
        self.given = OptionalDay("Đã biết", today, is_set=False)
        self.begin = OptionalDay("Đã biết", today, is_set=False)
        self.end = OptionalDay("Đã biết", today, is_set=False)
        self.achievement = line_edit("achievement")
        self.movement = line_edit("movement")
        self._lay_out()

    def _lay_out(self) -> None:
        self.add_row("Người được khen", self.recipient, is_required=True)
        self.add_row("Là", self.subject, is_required=True)
        self.add_row("Hình thức", self.award, is_required=True)
        self.add_row("Tên hình thức khác", self.other)
        self.add_row("Số quyết định", self.number)
        self.add_row("Ngày quyết định", self.given)
        self.add_row("Thành tích từ ngày", self.begin)
        self.add_row("Thành tích đến ngày", self.end)
        self.add_row("Phong trào", self.movement)
        self.add_row("Thành tích", self.achievement)

    def earlier_award(self) -> EarlierAward:
        """What was filled in; whom it is, the officer says afterwards."""
        code = str(self.award.currentData())
        return EarlierAward(
            id=0,
            recipient=self.recipient.text(),
            subject=SubjectKind(self.subject.currentData()),
            owner=None,
            award=code,
            name="" if code else self.other.text(),
            number=self.number.text().strip(),
            decided_on=self.given.day(),
            achievement=Achievement(
                self.movement.text().strip(),
                "",
                self.begin.day(),
                self.end.day(),
                self.achievement.text().strip(),
            ),
        )

    def fault(self) -> str:
        """Recipient and form are needed."""
        if not self.recipient.text().strip():
            return "Cần ghi tên người, đơn vị được khen."
        if self.award.currentData() == _OTHER_FORM and not self.other.text().strip():
            return "Cần ghi tên hình thức khác."
        return ""


class InitiativeDialog(Dialog):
    """A sáng kiến with who recognised it."""

    def __init__(
        self, everyone: Sequence[Who], today: dt.date, icons: Icons, parent: QWidget | None
    ) -> None:
        super().__init__("Ghi sáng kiến", "Ghi vào sổ", icons, parent)
        self.setMinimumWidth(WIDTH)
        self.who = WhoField(everyone)
        self.name = line_edit("initiativeName")
        self.by = line_edit("recognisedBy")
        self.number = line_edit("number")
        self.on = OptionalDay("Đã công nhận", today, is_set=False)
        self.add_row("Tác giả", self.who, is_required=True)
        self.add_row("Tên sáng kiến", self.name, is_required=True)
        self.add_row("Nơi công nhận", self.by)
        self.add_row("Số văn bản", self.number)
        self.add_row("Ngày công nhận", self.on)
        self.add_hint("Một sáng kiến chỉ dùng cho một đề nghị khen thưởng.")

    def initiative(self, subject: CaseSubject) -> Initiative:
        """What was filled in."""
        return Initiative(
            0,
            subject,
            self.name.text(),
            self.by.text().strip(),
            self.number.text().strip(),
            self.on.day(),
        )

    def fault(self) -> str:
        """Somebody and a name are needed."""
        if self.who.who() is None:
            return _WHO_MISSING
        return "" if self.name.text().strip() else "Cần ghi tên sáng kiến."
