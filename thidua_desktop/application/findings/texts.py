"""Đoạn giống nhau of a cycle: what units wrote, beside each other and beside last year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thidua_desktop.application.books import Books
from thidua_desktop.application.collecting.unit_requests import asked
from thidua_desktop.application.findings.owners import Owners
from thidua_desktop.application.results.last_year import LastYear, PastUnit
from thidua_desktop.domain.cycles import Cycle
from thidua_desktop.domain.findings.commonplaces import examples, shared_by_many
from thidua_desktop.domain.findings.finding import Finding, FindingKey, FindingKind
from thidua_desktop.domain.findings.likeness import (
    AnswerField,
    Corpus,
    Likeness,
    ReadText,
    Run,
    UnitText,
    alike,
    compared,
    runs_of,
)
from thidua_desktop.domain.findings.limits import FindingLimits
from thidua_desktop.domain.plan import Plan
from thidua_desktop.domain.reasons import Reason, Value
from thidua_desktop.domain.scoring.criterion import CriteriaSet
from thidua_desktop.domain.self_reports import SelfReport


def texts_of(report: SelfReport) -> Iterator[UnitText]:
    """Everything that a unit wrote into its report."""
    unit = report.unit
    for line in report.lines:
        yield UnitText(unit, line.explanation, AnswerField.EXPLANATION, line.criterion)
        yield UnitText(unit, line.evidence, AnswerField.EVIDENCE, line.criterion)
    yield UnitText(unit, report.highlights, AnswerField.HIGHLIGHTS)
    yield UnitText(unit, asked(report.requests), AnswerField.REQUESTS)


def achievements_of(books: Books, cycle: Cycle) -> Iterator[UnitText]:
    """The achievements in the proposals of units and people, each text of one subject once."""
    proposals = books.awards.proposals(cycle.id)
    for subject, said in dict.fromkeys((one.subject_code, one.achievement) for one in proposals):
        yield UnitText(subject, said, AnswerField.ACHIEVEMENT)


def known_wording(plan: Plan, criteria: Iterable[CriteriaSet]) -> frozenset[Run]:
    """The runs of the plan's and the form's own words: everybody may repeat them."""
    return runs_of(
        [
            plan.title,
            plan.movement,
            plan.award_standard,
            *(f"{basis.short} {basis.citation}" for basis in plan.legal_bases),
            *(basis.citation for basis in plan.legal_bases),
            *(f"{area.label} {area.text}" for area in plan.content_areas),
            *(audience.name for audience in plan.audiences),
            *(stage.text for stage in plan.stages),
            *(duty.text for duty in plan.duties),
            *(one.text for one_set in criteria for one in one_set.criteria),
        ]
    )


def like_others(
    corpus: Corpus,
    owners: Owners,
    limits: FindingLimits,
    known: frozenset[Run],
) -> tuple[Finding, ...]:
    """One finding for every two units, or people of units, that share passages."""
    pairs: dict[tuple[str, str], list[Likeness]] = defaultdict(list)
    for likeness in alike(corpus, limits, known):
        pairs[likeness.first.owner, likeness.second.owner].append(likeness)
    return tuple(
        Finding(
            owners.pair_key(first, second),
            Reason("finding_like_other", {"other": owners.name(second), **_measure(shared)}),
            tuple(shared),
            second,
        )
        for (first, second), shared in pairs.items()
    )


def like_many(
    corpus: Corpus, owners: Owners, limits: FindingLimits, known: frozenset[Run]
) -> tuple[Finding, ...]:
    """One finding for every passage that went round, with the first two texts as an example."""
    found = []
    for passage in shared_by_many(corpus, limits, known):
        texts = examples(passage, limits, known)
        if texts:
            first = texts[0].first
            unit = owners.unit(first.owner)
            key = FindingKey(unit, FindingKind.LIKE_OTHER, first.criterion, first.field.value)
            data: dict[str, Value] = {"count": len(texts) + 1, "words": passage.words}
            found.append(Finding(key, Reason("finding_like_many", data), texts))
    return tuple(found)


def like_last_year(
    corpus: Corpus, past: LastYear, limits: FindingLimits, known: frozenset[Run]
) -> tuple[Finding, ...]:
    """One finding for every unit that repeats what it wrote last year."""
    if past.cycle is None:
        return ()
    own: dict[str, list[ReadText]] = defaultdict(list)
    for one in corpus.read:
        own[one.source.owner].append(one)
    found = []
    for unit, written in own.items():
        before = past.units.get(unit)
        shared = _repeated(written, before, limits, known) if before else []
        if shared:
            why = Reason("finding_like_last_year", {"year": past.cycle.year, **_measure(shared)})
            found.append(Finding(FindingKey(unit, FindingKind.LIKE_LAST_YEAR), why, tuple(shared)))
    return tuple(found)


def _repeated(
    written: Iterable[ReadText], past: PastUnit, limits: FindingLimits, known: frozenset[Run]
) -> list[Likeness]:
    """What stands at the same place in both years."""
    if past.report is None:
        return []
    before = {text.place: replace(text, owner=past.code) for text in texts_of(past.report)}
    found = [
        compared(one, ReadText.of(before[one.source.place]), limits, known)
        for one in written
        if one.source.place in before
    ]
    return sorted(filter(None, found), key=lambda one: one.order)


def _measure(shared: Sequence[Likeness]) -> dict[str, Value]:
    return {
        "count": len(shared),
        "percent": max(one.percent for one in shared),
        "words": sum(one.words for one in shared),
    }
