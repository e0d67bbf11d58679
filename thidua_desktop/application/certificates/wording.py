"""What a giấy khen says, line by line (NĐ 98/2023/NĐ-CP Điều 104)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.application.naming import authority_lines, commune_title, signer_name
from thidua_desktop.application.papers.fixed_lines import NUMBER_GAP, with_symbol
from thidua_desktop.application.records import Office
from thidua_desktop.domain.certificates.certificate import Certificate
from thidua_desktop.domain.certificates.layout import CertificateField
from thidua_desktop.domain.plan import Commune
from thidua_desktop.domain.proposals import Decision, Proposal
from thidua_desktop.domain.vietnamese.cleaning import clean_text
from thidua_desktop.domain.vietnamese.dates import long_date
from thidua_desktop.domain.vietnamese.folding import fold
from thidua_desktop.domain.vietnamese.numerals import two_digit_count

SYMBOL = "QĐ-UBND"
_ON_BEHALF = "TM."


@dataclass(frozen=True, slots=True)
class SheetOffice:
    """Who gives the giấy khen and signs it."""

    office: Office
    commune: Commune

    @property
    def title(self) -> str:
        """«xã Xuân Hưng»."""
        return commune_title(self.commune)

    @property
    def authority(self) -> str:
        """The signer's post, line by line; the chair signs in person, never «TM.»."""
        lines = authority_lines(self.office)
        return "\n".join(line for line in lines if not line.startswith(_ON_BEHALF))


def sheet_values(
    office: SheetOffice, decision: Decision, proposal: Proposal, own: Certificate
) -> Mapping[CertificateField, str]:
    """The text of each line; what is not given yet is left as room for the pen."""
    date = long_date(decision.decided_on)
    golden = two_digit_count(own.golden_number) if own.golden_number else NUMBER_GAP
    values = {
        CertificateField.GIVER: f"Chủ tịch Ủy ban nhân dân {office.title}",
        CertificateField.RECIPIENT: own.recipient or proposal.subject_name,
        CertificateField.ADDRESS: own.address or usual_address(office, proposal),
        CertificateField.ACHIEVEMENT: own.achievement or proposal.achievement,
        CertificateField.GOLDEN_NUMBER: golden,
        CertificateField.SIGNER: signer_name(office.office),
    }
    cleaned = {field: _cleaned(value) for field, value in values.items()}
    return {
        **cleaned,
        CertificateField.DECISION: with_symbol(decision.number, SYMBOL),
        CertificateField.DECISION_DATE: date,
        CertificateField.PLACE_DATE: f"{office.commune.place_in_date}, {date}",
        CertificateField.AUTHORITY: office.authority,
    }


def usual_address(office: SheetOffice, proposal: Proposal) -> str:
    """A person's post and unit with the commune; of a unit the commune with its province."""
    if not proposal.is_person:
        return f"{office.title}, {office.commune.province}"
    detail = clean_text(proposal.detail)
    if not detail or fold(office.title) in fold(detail):
        return detail or office.title
    return f"{detail}, {office.title}"


def _cleaned(value: str) -> str:
    return value if value == NUMBER_GAP else clean_text(value)
