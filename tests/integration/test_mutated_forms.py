"""Spoilt bytes through the whole way of a form or list: told in words, and nothing is written.

A part of the hunt runs each time; more of it by hand:

    THIDUA_MUTATIONS=10000 THIDUA_SEED=7 pytest -s tests/integration/test_mutated_forms.py
"""

from __future__ import annotations

import io
import os
import random
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

from openpyxl import load_workbook

from tests.gui.office import SampleOffice, enrol, new_office, returned_forms
from thidua_desktop.application.collecting.taking import CollectOrder, rehearse_forms, take_forms
from thidua_desktop.application.cycles.opening import open_cycle
from thidua_desktop.application.enrolling.list_import import import_people, import_units
from thidua_desktop.application.enrolling.list_workbooks import ListKind, save_blank_list
from thidua_desktop.application.records import IntakeStatus
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.kinds import CycleKind
from thidua_desktop.domain.reasons import Issue

COUNT = int(os.environ.get("THIDUA_MUTATIONS", "240"))
SEED = int(os.environ.get("THIDUA_SEED", "20261209"))
BATCH = 120

Mutate = Callable[[random.Random, bytes], bytes]


def flipped(dice: random.Random, data: bytes) -> bytes:
    """Some bits turned over, as a failing stick does."""
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 20)):
        spoilt[dice.randrange(len(spoilt))] ^= 1 << dice.randrange(8)
    return bytes(spoilt)


def cut(dice: random.Random, data: bytes) -> bytes:
    """A download that stopped."""
    return data[: dice.randrange(len(data))]


def blanked(dice: random.Random, data: bytes) -> bytes:
    """A run of zeros, as a disk leaves it after the power went."""
    start, length = dice.randrange(len(data)), dice.randint(1, 4096)
    return data[:start] + bytes(min(length, len(data) - start)) + data[start + length :]


def moved(dice: random.Random, data: bytes) -> bytes:
    """A piece of the file in another place."""
    start, length, to = dice.randrange(len(data)), dice.randint(1, 2048), dice.randrange(len(data))
    piece = data[start : start + length]
    rest = data[:start] + data[start + length :]
    return rest[:to] + piece + rest[to:]


def within(mutate: Mutate) -> Mutate:
    """The same inside one part of the archive, whose frame stays sound."""

    def spoil(dice: random.Random, data: bytes) -> bytes:
        spoilt = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(spoilt, "w") as target:
            names = source.namelist()
            victim = dice.choice([n for n in names if n.endswith((".xml", ".rels"))])
            for name in names:
                content = source.read(name)
                target.writestr(name, mutate(dice, content) if name == victim else content)
        return spoilt.getvalue()

    return spoil


def retyped(dice: random.Random, data: bytes) -> bytes:
    """One number of a sheet written as something else."""
    strange = dice.choice([b"1e999", b"-0", b"NaN", b"0x1F", b"1,5", b"", b"9" * 400, b"1e-400"])

    def spoil(_dice: random.Random, content: bytes) -> bytes:
        places = [at for at in range(len(content)) if content.startswith(b"<v>", at)]
        if not places:
            return content
        at = _dice.choice(places) + 3
        return content[:at] + strange + content[content.index(b"<", at) :]

    return within(spoil)(dice, data)


UNIT_ROW = (1, "Trạm Y tế Mẫu", "Cơ quan", "Khối 1", "Trạm trưởng", 9, 6, "0912345678")
PERSON_ROW = (1, "Lê Thị Mẫu", 1980, "Nữ", "Chuyên viên", None, "không")

MUTATIONS: tuple[Mutate, ...] = (
    *(flipped, cut, blanked, moved, retyped),
    *(within(flipped), within(cut), within(blanked), within(moved)),
)


def collecting_office(folder: Path) -> tuple[SampleOffice, list[Path]]:
    """An office that has given its forms, and good forms on their way back."""
    office = new_office(folder)
    enrol(office)
    cycle = open_cycle(office.desk, CycleKind.ANNUAL, 2026)
    return office, sorted(returned_forms(office, cycle).glob("*.xlsx"))


def is_told(office: SampleOffice, issue: Issue) -> bool:
    """Whether the issue has a Vietnamese sentence of its own."""
    sentence = office.joiner.texts.issue(issue)
    return bool(sentence) and issue.code not in sentence and "{" not in sentence


def test_whatever_happens_to_a_file_it_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    office, good = collecting_office(tmp_path)
    print(f"seed {SEED}, {COUNT} files")  # noqa: T201  to find the same files again
    spoilt = tmp_path / "spoilt"
    spoilt.mkdir()
    before = len(office.store.operations())
    seen: dict[str, int] = {}
    for start in range(0, COUNT, BATCH):
        paths = []
        for number in range(start, min(start + BATCH, COUNT)):
            dice = random.Random(SEED * 1_000_003 + number)  # noqa: S311  no secrets
            path = spoilt / f"{number}.xlsx"
            path.write_bytes(dice.choice(MUTATIONS)(dice, dice.choice(good).read_bytes()))
            paths.append(path)
        files = rehearse_forms(office.desk, "2026-annual", CollectOrder(paths)).seen.files
        assert [file.path for file in files] == paths
        for file in files:
            told = [issue for issue in file.issues if not is_told(office, issue)]
            assert told == [], (file.path.name, told)
            if file.status in (IntakeStatus.REJECTED, IntakeStatus.UNKNOWN):
                assert any(issue.stops for issue in file.issues), file.path.name
            seen[file.status] = seen.get(file.status, 0) + 1
    assert len(office.store.operations()) == before
    assert seen[IntakeStatus.REJECTED] > COUNT // 4
    assert office.store.check() == ()
    office.store.close()


def test_whatever_happens_to_a_list_it_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    count = COUNT // 8
    print(f"seed {SEED}, {count} lists")  # noqa: T201  to find the same files again
    good = []
    for kind, row in (("units", UNIT_ROW), ("people", PERSON_ROW)):
        path = tmp_path / f"{kind}.xlsx"
        save_blank_list(office.desk, ListKind(kind), path)
        book = load_workbook(path)
        sheet = book.worksheets[0]
        last = sheet.max_row + 1
        for column, value in enumerate(row, start=1):
            sheet.cell(last, column).value = value
        book.save(path)
        good.append((path.read_bytes(), import_units if kind == "units" else import_people))
    before = office.store.operations()
    read = 0
    for number in range(count):
        dice = random.Random(SEED * 900_007 + number)  # noqa: S311  no secrets
        data, take = dice.choice(good)
        path = tmp_path / "hong.xlsx"
        path.write_bytes(dice.choice(MUTATIONS)(dice, data))
        try:
            issues: Sequence[Issue] = take(office.desk, path, dry_run=True).issues
            read += 1
        except InputError as refused:
            issues = (*refused.issues, Issue(refused.code, data=refused.data))
        assert [issue for issue in issues if not is_told(office, issue)] == [], number
    assert office.store.operations() == before
    assert read < count
    office.store.close()


def test_good_forms_among_spoilt_ones_are_taken_whole(tmp_path: Path) -> None:
    office, good = collecting_office(tmp_path)
    dice = random.Random(SEED)  # noqa: S311  no secrets
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for number, path in enumerate(good):
        (mixed / f"{number:02}-tot.xlsx").write_bytes(path.read_bytes())
        (mixed / f"{number:02}-hong.xlsx").write_bytes(cut(dice, path.read_bytes()))
    alone = rehearse_forms(office.desk, "2026-annual", CollectOrder(good)).seen
    taken = take_forms(
        office.desk, rehearse_forms(office.desk, "2026-annual", CollectOrder([mixed]))
    )
    wanted = {file.unit: file.report.lines for file in alone.files if file.report}
    got = {file.unit: file.report.lines for file in taken.files if file.report}
    assert got == wanted
    with office.desk.store.read() as books:
        reports = books.collecting.reports("2026-annual")
    assert {unit: report.lines for unit, report in reports.items()} == wanted
    office.store.close()
