"""What a rule pack's file holds: its tables and keys, one reader for each part.

Every key is told in the comments of the files in ``resources/rule_packs``.
"""

from __future__ import annotations

import datetime as dt
from functools import partial

from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.award_forms import (
    AwardForm,
    AwardKind,
    AwardLevel,
    Coefficient,
    CommendationType,
    Grade,
    Source,
    Sure,
    VoteRule,
)
from thidua_desktop.domain.dossier_parts import DossierPart, PartNeed, PartProof
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.rule_pack import (
    BaseSalary,
    CommendationName,
    Law,
    LowestClass,
    Note,
    Principle,
    Quorum,
    RulePack,
    Standard,
    Transition,
)
from thidua_desktop.domain.scoring.policy import Classification

_THOUSAND = 1_000
_NO_DAY = dt.date.min
"""Stands where a day is missing, which was noted as a fault."""


def read_pack_table(table: TomlTable, code: str) -> RulePack:
    """The whole pack."""
    votes = dict(table.many("vote_rules", _named_vote))
    return RulePack(
        code=code,
        name=table.text("name"),
        valid_from=_day(table, "valid_from"),
        valid_to=table.optional_day("valid_to"),
        laws=table.many("laws", _law),
        articles=dict(table.many("articles", _article)),
        award_forms=table.many("award_forms", partial(_form, votes=votes)),
        base_salaries=table.many("base_salaries", _base_salary),
        commendations=table.many("commendations", _commendation),
        standards=table.many("standards", _standard) if table.has("standards") else (),
        quorum=table.one("quorum", _quorum),
        lowest_class=table.one("lowest_class", _lowest) if table.has("lowest_class") else None,
        transition=table.one("transition", _transition) if table.has("transition") else None,
        tie_break=table.many("tie_break", _note),
        notes=table.many("notes", _note) if table.has("notes") else (),
        dossier_parts=table.many("dossier_parts", _dossier_part)
        if table.has("dossier_parts")
        else (),
    )


def _source(table: TomlTable, prefix: str = "") -> Source:
    return Source(
        citation=table.text(f"{prefix}citation"),
        sure=table.choice(f"{prefix}sure", Sure),
        province_may_set=table.flag(f"{prefix}province_may_set"),
    )


def _day(table: TomlTable, key: str) -> dt.date:
    """A day that has to be there."""
    if not table.has(key):
        table.text(key)
    return table.optional_day(key) or _NO_DAY


def _law(table: TomlTable) -> Law:
    return Law(
        short=table.text("short"),
        citation=table.text("citation"),
        valid_from=_day(table, "valid_from"),
        valid_to=table.optional_day("valid_to"),
        source=Source(table.text("source"), table.choice("sure", Sure)),
    )


def _article(table: TomlTable) -> tuple[Principle, Source]:
    return table.choice("principle", Principle), _source(table)


def _base_salary(table: TomlTable) -> BaseSalary:
    return BaseSalary(
        valid_from=_day(table, "valid_from"),
        amount=table.whole("thousand_dong") * _THOUSAND,
        source=_source(table),
    )


def _commendation(table: TomlTable) -> CommendationName:
    return CommendationName(
        type=table.choice("type", CommendationType),
        name=table.text("name"),
        source=_source(table),
    )


def _standard(table: TomlTable) -> Standard:
    return Standard(
        code=table.text("code"),
        awards=table.texts("awards"),
        subjects=table.choices("subjects", SubjectKind),
        text=table.text("text"),
        is_choice=table.flag("is_choice"),
        source=_source(table),
    )


def _dossier_part(table: TomlTable) -> DossierPart:
    return DossierPart(
        code=table.text("code"),
        awards=table.texts("awards"),
        subjects=table.choices("subjects", SubjectKind),
        text=table.text("text"),
        proof=table.choice("proof", PartProof),
        need=table.choice("need", PartNeed),
        source=_source(table),
    )


def _quorum(table: TomlTable) -> Quorum:
    return Quorum(parts=table.whole("parts"), of=table.whole("of"), source=_source(table))


def _lowest(table: TomlTable) -> LowestClass:
    return LowestClass(
        classification=table.choice("classification", Classification),
        name=table.text("name"),
        source=_source(table),
    )


def _transition(table: TomlTable) -> Transition:
    return Transition(
        received_before=_day(table, "received_before"),
        text=table.text("text"),
        source=_source(table),
    )


def _note(table: TomlTable) -> Note:
    return Note(text=table.text("text"), source=_source(table))


def _named_vote(table: TomlTable) -> tuple[str, VoteRule]:
    rule = VoteRule(
        threshold_percent=table.whole("threshold_percent")
        if table.has("threshold_percent")
        else None,
        ballot_required=table.flag("ballot_required"),
        source=_source(table),
        chair_breaks_tie=table.flag("chair_breaks_tie"),
    )
    return table.text("code"), rule


def _form(table: TomlTable, votes: dict[str, VoteRule]) -> AwardForm:
    vote = table.word("vote", tuple(votes))
    return AwardForm(
        code=table.text("code"),
        name=table.text("name"),
        kind=table.choice("kind", AwardKind),
        level=table.choice("level", AwardLevel),
        decider=table.text("decider"),
        subjects=table.choices("subjects", SubjectKind),
        coefficients=table.many("coefficients", _coefficient) if table.has("coefficients") else (),
        grades=table.many("grades", _grade) if table.has("grades") else (),
        vote=votes.get(vote, _NO_VOTE),
        order=table.whole("order"),
        source=_source(table),
        bonus_source=_source(table, "bonus_"),
    )


_NO_VOTE = VoteRule(None, ballot_required=False, source=Source("", Sure.PROPOSED))
"""Stands where a form names no known rule, which was noted as a fault."""


def _coefficient(table: TomlTable) -> Coefficient:
    return Coefficient(
        subject=table.choice("subject", SubjectKind),
        value=table.points("value"),
        grade=table.optional_text("grade"),
    )


def _grade(table: TomlTable) -> Grade:
    return Grade(code=table.text("code"), name=table.text("name"))
