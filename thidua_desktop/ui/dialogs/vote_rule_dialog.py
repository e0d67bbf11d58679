"""Quy định biểu quyết: what holds for each award, and the province's own in its place."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from thidua_desktop.application.council.vote_rules import RuleInForce, VotingRules, own_source
from thidua_desktop.domain.award_forms import VoteRule
from thidua_desktop.domain.rule_pack import Quorum
from thidua_desktop.ui.dialogs.dialog import Dialog
from thidua_desktop.ui.icons import Icons
from thidua_desktop.ui.widgets.labels import label, named
from thidua_desktop.ui.widgets.number_field import NumberField

QUORUM = ""
"""Stands among the awards for the quorum of all sessions."""

BY_PACK, OWN = "pack", "own"


@dataclass(frozen=True, slots=True)
class RuleWish:
    """What the officer wants to hold; `award` is empty for the quorum.

    Attributes:
        rule: `None` to go back to what ships.
        quorum: `None` to go back to what ships.
    """

    award: str
    rule: VoteRule | None = None
    quorum: Quorum | None = None


class VoteRuleDialog(Dialog):
    """One rule at a time: what ships, or the office's own with the document that says so."""

    def __init__(self, rules: VotingRules, icons: Icons, parent: QWidget | None) -> None:
        super().__init__("Quy định biểu quyết", "Ghi", icons, parent)
        self._rules = rules
        self._awards = {one.form.code: one for one in rules.awards}
        self.subject = QComboBox()
        named(self.subject, "ruleSubject", "Áp dụng cho")
        self.subject.addItem("Số thành viên tối thiểu của phiên họp", QUORUM)
        for one in rules.awards:
            self.subject.addItem(one.form.name, one.form.code)
        self.shipped = label("", "caption", wraps=True)
        self.choice = QComboBox()
        named(self.choice, "ruleChoice", "Theo")
        self.choice.addItem("Quy định có sẵn", BY_PACK)
        self.choice.addItem("Quy định riêng của tỉnh, của Hội đồng", OWN)
        self.percent = NumberField("rulePercent")
        self.parts, self.of = NumberField("quorumParts"), NumberField("quorumOf")
        self.secret = QCheckBox("Phải bỏ phiếu kín")
        self.chair = QCheckBox("Số phiếu ngang nhau thì theo ý kiến Chủ tịch Hội đồng")
        self.citation = QLineEdit()
        named(self.citation, "ruleCitation", "Văn bản quy định")
        self.citation.setPlaceholderText("Số, ngày, điều khoản")
        self._build()
        self.subject.currentIndexChanged.connect(self._show)
        self.choice.currentIndexChanged.connect(self._let_edit)
        self._show()

    def _build(self) -> None:
        self.add_row("Áp dụng cho", self.subject)
        self.form.addRow("", self.shipped)
        self.add_row("Theo", self.choice)
        self.fraction = QWidget()
        line = QHBoxLayout(self.fraction)
        line.setContentsMargins(0, 0, 0, 0)
        for part in (self.parts, label("phần trên", "soft"), self.of):
            line.addWidget(part)
        line.addStretch(1)
        self.add_row("Ít nhất", self.fraction)
        self.add_row("Tỷ lệ đồng ý, %", self.percent)
        self.percent.setPlaceholderText("quá nửa")
        self.form.addRow("", self.secret)
        self.form.addRow("", self.chair)
        self.add_row("Văn bản quy định", self.citation)

    @property
    def _award(self) -> RuleInForce | None:
        return self._awards.get(self.subject.currentData())

    @Slot()
    def _show(self) -> None:
        one, rules = self._award, self._rules
        is_own = rules.has_own_quorum if one is None else one.is_own
        self.shipped.setText(_told(one) if one else _told_quorum(rules.pack_quorum))
        self.choice.setCurrentIndex(int(is_own))
        quorum = rules.quorum
        self.parts.show_number(quorum.parts)
        self.of.show_number(quorum.of)
        if one is not None:
            self.percent.show_number(one.rule.threshold_percent)
            self.secret.setChecked(one.rule.ballot_required)
            self.chair.setChecked(one.rule.chair_breaks_tie)
        self.form.setRowVisible(self.fraction, one is None)
        for field in (self.percent, self.secret, self.chair):
            self.form.setRowVisible(field, one is not None)
        source = one.rule.source if one else quorum.source
        self.citation.setText(source.citation if is_own else "")
        self._let_edit()

    @Slot()
    def _let_edit(self) -> None:
        is_own = self.choice.currentData() == OWN
        for field in (self.percent, self.secret, self.chair):
            field.setEnabled(is_own and self._award is not None)
        self.fraction.setEnabled(is_own and self._award is None)
        self.citation.setEnabled(is_own)

    def fault(self) -> str:
        """An own rule says where it stands."""
        if self.choice.currentData() == OWN and not self.citation.text().strip():
            return "Cần ghi văn bản quy định (số, ngày, điều khoản)."
        return ""

    def wish(self) -> RuleWish:
        """What the officer wants to hold."""
        award = self.subject.currentData()
        if self.choice.currentData() == BY_PACK:
            return RuleWish(award)
        source = own_source(self.citation.text())
        if award == QUORUM:
            return RuleWish(award, quorum=Quorum(self.parts.number(), self.of.number(), source))
        return RuleWish(
            award,
            VoteRule(
                self.percent.number() or None,
                ballot_required=self.secret.isChecked(),
                source=source,
                chair_breaks_tie=self.chair.isChecked(),
            ),
        )


def _told(one: RuleInForce) -> str:
    rule = one.by_pack
    share = f"ít nhất {rule.threshold_percent}%" if rule.threshold_percent else "quá nửa"
    way = ", phải bỏ phiếu kín" if rule.ballot_required else ""
    return f"Có sẵn: {share} tổng số thành viên{way}. {rule.source.citation}."


def _told_quorum(quorum: Quorum) -> str:
    return f"Có sẵn: {quorum.parts}/{quorum.of} tổng số thành viên. {quorum.source.citation}."
