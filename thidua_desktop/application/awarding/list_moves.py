"""Sửa danh sách xét: the officer moves the line, takes one in, leaves one out; each kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from thidua_desktop.application.awarding.candidates import AwardScene
from thidua_desktop.application.awarding.listing import AwardDraft, ListOrder, draft_in
from thidua_desktop.application.books import Books
from thidua_desktop.application.ports import Desk
from thidua_desktop.domain.awards.quota_line import DrawnLine, ListChoice, ListChoiceKind
from thidua_desktop.domain.errors import InputError, NotFound, RuleViolation
from thidua_desktop.domain.kinds import SubjectKind
from thidua_desktop.domain.rule_pack import Principle


def choose(desk: Desk, order: ListOrder, choice: ListChoice | None, code: str) -> None:
    """Take a candidate in or leave it out with a reason; without a choice the order decides.

    Raises:
        NotFound: no such cycle, award, or candidate on this list.
        InputError: the reason is empty.
        RuleViolation: the cycle is closed, the candidate is proposed already, or a block stands
            that no reason lifts.
    """
    if choice is not None and not choice.reason.strip():
        raise InputError("list_reason_missing")
    draft = _open_draft(desk, order)
    row = next((row for row in draft.rows if row.code == code), None)
    if row is None:
        raise NotFound("list_candidate_unknown", key=code)
    if row.line.candidate.is_proposed and choice is not None:
        raise RuleViolation("list_already_proposed", name=row.name)
    if choice is not None and choice.choice is ListChoiceKind.TAKEN_IN:
        fast = next((one for one in row.blocks if not one.overridable), None)
        if fast is not None:
            raise RuleViolation("list_block_stands", fast.article, name=row.name)
    if choice is None:
        with desk.store.write("list_choice_removed", name=row.name) as books:
            books.list_choices.remove(order.cycle, order.award, code)
        return
    kept = replace(choice, reason=choice.reason.strip())
    with desk.store.write(f"list_{kept.choice}_for", name=row.name, reason=kept.reason) as books:
        books.list_choices.save(order.cycle, order.award, row.subject, kept)


def move_line(desk: Desk, order: ListOrder, places: int | None, reason: str = "") -> None:
    """Put the line so that `places` stand above it; `None` gives it back to the quota.

    Raises:
        NotFound: no such cycle or award.
        InputError: below zero.
        RuleViolation: the cycle is closed, or there are more than the quota gives and no reason.
    """
    if places is not None and places < 0:
        raise InputError("list_places_negative")
    draft = _open_draft(desk, order)
    allowed = draft.result.places.allowed
    is_over = places is not None and allowed is not None and places > allowed
    needs_reason = is_over and draft.result.places.binds
    if needs_reason and not reason.strip():
        raise RuleViolation(
            "list_line_over", draft_article(desk, order), places=places or 0, maximum=allowed or 0
        )
    kept = replace(draft.drawn, places=places, reason=reason.strip() if needs_reason else "")
    with desk.store.write("list_line_moved", award=draft.form.name) as books:
        _save(books, order, draft, kept)


def part_equals(desk: Desk, order: ListOrder, *, women_first: bool) -> None:
    """Let women's priority part equals at the line (NĐ 152/2025/NĐ-CP Điều 4.6), or no longer.

    Raises:
        NotFound: no such cycle or award.
        RuleViolation: the cycle is closed.
    """
    draft = _open_draft(desk, order)
    action = "list_women_first" if women_first else "list_women_not_first"
    with desk.store.write(action, award=draft.form.name) as books:
        _save(books, order, draft, replace(draft.drawn, women_first=women_first))


def tell_participants(desk: Desk, cycle: str, numbers: Mapping[SubjectKind, int]) -> None:
    """Keep how many take part, from which shares are counted.

    Raises:
        NotFound: no such cycle.
        InputError: a number is below zero.
    """
    if any(number < 0 for number in numbers.values()):
        raise InputError("list_places_negative")
    with desk.store.write("participants_told", cycle=cycle) as books:
        books.cycles.get(cycle)
        books.list_choices.save_participants(cycle, numbers)


def participants_told(desk: Desk, cycle: str) -> Mapping[SubjectKind, int]:
    """How many take part, as far as somebody told."""
    with desk.store.read() as books:
        return books.list_choices.participants(books.cycles.get(cycle).id)


def draft_article(desk: Desk, order: ListOrder) -> str:
    """The article that speaks of the number."""
    with desk.store.read() as books:
        scene = AwardScene(books, desk, books.cycles.get(order.cycle))
        return scene.pack.article(Principle.QUOTA)


def _open_draft(desk: Desk, order: ListOrder) -> AwardDraft:
    with desk.store.read() as books:
        scene = AwardScene(books, desk, books.cycles.get(order.cycle))
        scene.cycle.require_open()
        return draft_in(scene, order.award, order.subject)


def _save(books: Books, order: ListOrder, draft: AwardDraft, line: DrawnLine) -> None:
    books.list_choices.save_drawn(order.cycle, order.award, draft.subjects[0], line)
