"""All registers over one connection: what a reading or an operation works with."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict

from thidua_desktop.application.records import Dataset, Office
from thidua_desktop.domain.kinds import CommuneKind
from thidua_desktop.storage.registers.appraisals import AppraisalRegister
from thidua_desktop.storage.registers.awards import AwardRegister
from thidua_desktop.storage.registers.cases import CaseRegister
from thidua_desktop.storage.registers.certificates import CertificateRegister
from thidua_desktop.storage.registers.class_levels import ClassLevelRegister
from thidua_desktop.storage.registers.collecting import CollectingRegister
from thidua_desktop.storage.registers.council import CouncilRegister
from thidua_desktop.storage.registers.cycles import CycleRegister
from thidua_desktop.storage.registers.dossiers import DossierRegister
from thidua_desktop.storage.registers.earlier_awards import EarlierAwardRegister
from thidua_desktop.storage.registers.evidence import EvidenceRegister
from thidua_desktop.storage.registers.findings import FindingRegister
from thidua_desktop.storage.registers.funds import DayRegister, FundRegister
from thidua_desktop.storage.registers.initiatives import InitiativeRegister
from thidua_desktop.storage.registers.lineage import LineageRegister
from thidua_desktop.storage.registers.list_choices import ListChoiceRegister
from thidua_desktop.storage.registers.movement_book import MovementRegisters
from thidua_desktop.storage.registers.outcomes import OutcomeRegister
from thidua_desktop.storage.registers.own_rules import OwnRuleRegister
from thidua_desktop.storage.registers.plans import PlanRegister
from thidua_desktop.storage.registers.province_forms import ProvinceFormRegister
from thidua_desktop.storage.registers.requests import RequestRegister
from thidua_desktop.storage.registers.typed_forms import TypedFormRegister
from thidua_desktop.storage.registers.units import PersonRegister, UnitRegister
from thidua_desktop.storage.registers.violations import ViolationRegister
from thidua_desktop.storage.registers.voting import VotingRegister
from thidua_desktop.storage.rows import Rows, SqlValue


class SqliteBooks:
    """Port `Books`.

    Attributes:
        operation: the number of the operation under way, 0 while only reading.
    """

    def __init__(self, rows: Rows, operation: int) -> None:
        self._rows = rows
        self.operation = operation
        self.units = UnitRegister(rows)
        self.lineage = LineageRegister(rows)
        self.people = PersonRegister(rows)
        self.plans = PlanRegister(rows)
        self.cycles = CycleRegister(rows)
        self.collecting = CollectingRegister(rows)
        self.typed_forms = TypedFormRegister(rows)
        self.evidence = EvidenceRegister(rows)
        self.appraisals = AppraisalRegister(rows)
        self.class_levels = ClassLevelRegister(rows)
        self.violations = ViolationRegister(rows)
        self.list_choices = ListChoiceRegister(rows)
        self.awards = AwardRegister(rows)
        self.cases = CaseRegister(rows)
        self.earlier_awards = EarlierAwardRegister(rows)
        self.initiatives = InitiativeRegister(rows)
        self.certificates = CertificateRegister(rows)
        self.province_forms = ProvinceFormRegister(rows)
        self.outcomes = OutcomeRegister(rows)
        self.funds = FundRegister(rows)
        self.calendar = DayRegister(rows)
        self.council = CouncilRegister(rows)
        self.voting = VotingRegister(rows)
        self.dossiers = DossierRegister(rows)
        self.requests = RequestRegister(rows)
        self.findings = FindingRegister(rows)
        self.movement = MovementRegisters(rows)
        self.own_rules = OwnRuleRegister(rows)

    @property
    def dataset(self) -> Dataset:
        """What tells this data folder from any other."""
        row = self._rows.one("dataset_missing", "SELECT * FROM dataset WHERE id = ?", (1,))
        return Dataset(
            id=row["dataset_id"],
            form_key=row["form_key"],
            created_on=dt.date.fromisoformat(row["created_on"]),
            is_practice=bool(row["is_practice"]),
        )

    def save_dataset(self, dataset: Dataset) -> None:
        """Write the data set's identity; done once, when the folder is made."""
        self._rows.insert(
            "dataset",
            {
                "id": 1,
                "dataset_id": dataset.id,
                "form_key": dataset.form_key,
                "created_on": dataset.created_on.isoformat(),
                "is_practice": int(dataset.is_practice),
            },
        )

    @property
    def office(self) -> Office:
        """The office as its papers name it."""
        row = self._rows.one("office_missing", "SELECT * FROM office WHERE id = ?", (1,))
        return Office(
            chair=row["chair"],
            deputy=row["deputy"],
            department_head=row["department_head"],
            officer=row["officer"],
            signer_is_deputy=bool(row["signer_is_deputy"]),
            late_points_per_day=row["late_points_per_day"],
            late_cap=row["late_cap"],
            commune_kind=CommuneKind(row["commune_kind"]) if row["commune_kind"] else None,
            commune_name=row["commune_name"],
            province=row["province"],
            place_in_date=row["place_in_date"],
            hamlet_word=row["hamlet_word"],
            movement=row["movement"],
            filing=row["filing"],
        )

    def save_office(self, office: Office) -> None:
        """Write what the office says of itself."""
        row: dict[str, SqlValue] = dict(asdict(office))
        row |= {"id": 1, "signer_is_deputy": int(office.signer_is_deputy)}
        self._rows.upsert("office", row, ("id",))
