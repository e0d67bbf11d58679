"""A whole year of each of the five communes, from an empty folder to the papers and back."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pypdf
import pytest
from openpyxl import load_workbook

from tests.command_line import CommandLine, Object
from tests.forms_in_hand import fill, rows_of
from thidua_desktop.system.clock import FixedClock

pytestmark = pytest.mark.e2e

CYCLE = "2026-annual"
SESSION = f"{CYCLE}-1"
PRAISE = "Dẫn đầu phong trào thi đua đổi mới sáng tạo và chuyển đổi số năm 2026"
PLANS = {
    "cao-minh": ("xã Cao Minh", "xóm"),
    "dang-thuy-tram": ("xã Đặng Thùy Trâm", "thôn"),
    "tay-hieu": ("phường Tây Hiếu", "khối"),
    "trung-khanh": ("xã Trùng Khánh", "xóm"),
    "xuan-hung": ("xã Xuân Hưng", "xóm"),
}
UNITS = (
    ("Phòng Kinh tế", "Cơ quan"),
    ("Phòng Văn hóa - Xã hội", "Cơ quan"),
    ("Trạm Y tế", "Cơ quan"),
    ("Hội Nông dân", "Mặt trận Tổ quốc"),
    ("Trường Tiểu học Ví Dụ", "Trường học"),
    ("Trường THCS Ví Dụ", "Trường học"),
    ("{hamlet} Ví Dụ 1", "{hamlet}"),
    ("{hamlet} Ví Dụ 2", "{hamlet}"),
    ("HTX Nông nghiệp Ví Dụ", "Doanh nghiệp"),
)


@dataclass
class Year:
    """One commune's year under way."""

    slug: str
    folder: Path
    line: CommandLine
    forms: dict[str, Path] = field(default_factory=dict)

    def on(self, month: int, day: int) -> None:
        self.line.clock.set(dt.date(2026, month, day))

    def set_up(self) -> None:
        """Plan, units and people."""
        hamlet = PLANS[self.slug][1].capitalize()
        named = [(n.format(hamlet=hamlet), g.format(hamlet=hamlet)) for n, g in UNITS]
        units = "".join(f"{i},{n},{g}\n" for i, (n, g) in enumerate(named, start=1))
        self._list("don-vi", f"STT,Tên đơn vị,Nhóm\n{units}")
        self._list("ca-nhan", "STT,Họ và tên,Nữ,Đơn vị\n1,Lê Thị Mẫu,x,Phòng Kinh tế\n")
        self.line.ask("init", "--plan", self.slug)
        assert self.line.ask("unit", "import", self.folder / "don-vi.csv")["accepted"] == len(UNITS)
        assert self.line.ask("person", "import", self.folder / "ca-nhan.csv")["accepted"] == 1

    def _list(self, name: str, text: str) -> None:
        (self.folder / f"{name}.csv").write_text(text, encoding="utf-8-sig")

    def give_forms(self) -> None:
        words = ("--kind", "annual", "--year", 2026, "--due", "2026-12-10")
        self.line.ask("cycle", "open", *words)
        out = self.folder / "phieu"
        given = self.line.ask("form", "export", "--cycle", CYCLE, "--out", out)["files"]
        self.forms = {file["unit"]: Path(file["path"]) for file in given}

    def collect(self) -> None:
        """One good form each, better from unit to unit; one comes back faulty, one late."""
        first, second = self.folder / "dot-1", self.folder / "dot-2"
        first.mkdir()
        second.mkdir()
        codes = sorted(self.forms)
        for number, code in enumerate(codes[:-1]):
            form = self.forms[code]
            faulty = {rows_of(form)[0].code: "đạt yêu cầu"} if number == 0 else {}
            fill(form, first / f"Bao cao ({number}).xlsx", 7 + number % 3, faulty)
        self.on(12, 9)
        answer = self.line.ask("form", "import", first, "--cycle", CYCLE, code=1)
        assert [f["status"] for f in answer["files"]].count("rejected") == 1
        out = self.folder / "tra-lai"
        (slip,) = self.line.ask("form", "return", "--cycle", CYCLE, "--out", out)["files"]
        assert slip["unit"] == codes[0]
        fill(Path(slip["path"]), second / "sua lai.xlsx", 7)
        fill(self.forms[codes[-1]], second / "nop muon.xlsx", 9)
        self.on(12, 12)
        again = self.line.ask("form", "import", second, "--cycle", CYCLE)
        assert [f["status"] for f in again["files"]] == ["accepted", "accepted"]

    def appraise(self) -> None:
        """A point less for every first criterion; the reason is asked for."""
        self.on(12, 14)
        for code, form in sorted(self.forms.items()):
            row = rows_of(form)[0]
            words = ("--cycle", CYCLE, "--unit", code, "--criterion", row.code)
            given = row.maximum * 6 // 10 / 100
            self.line.ask("score", "set", *words, "--points", given, "--reason", "Thiếu văn bản")

    def rank(self) -> Object:
        return self.line.ask("rank", "--cycle", CYCLE)

    def propose(self, *subject: str, award: str = "giay_khen_xa") -> Any:
        words = ("award", "propose", "--cycle", CYCLE, "--award", award, *subject)
        words = (*words, "--achievement", PRAISE, "--override", "Đơn vị dẫn đầu nhóm")
        return self.line.ask(*words)["proposal"]

    def council(self, proposals: list[int], refused: int) -> None:
        self.on(12, 18)
        words = ("--date", "2026-12-18", "--members", 11, "--present", 9)
        self.line.ask("council", "open", "--cycle", CYCLE, *words)
        for number in proposals:
            yes = 3 if number == refused else 9
            votes = ("--proposal", number, "--yes", yes, "--no", 9 - yes)
            answer = self.line.ask("council", "vote", "--session", SESSION, *votes)
            assert answer["passed"] is (number != refused)


@pytest.fixture(params=sorted(PLANS))
def year(request: pytest.FixtureRequest, tmp_path: Path) -> Year:
    line = CommandLine(tmp_path / "data", FixedClock(dt.date(2026, 10, 5)))
    return Year(request.param, tmp_path, line)


def ranked_units(ranking: Object) -> dict[str, Object]:
    return {row["unit"]: row for group in ranking["groups"] for row in group["rows"]}


def pdf_text(path: Path) -> str:
    return " ".join("".join(page.extract_text() for page in pypdf.PdfReader(path).pages).split())


def test_a_whole_year(year: Year) -> None:
    year.set_up()
    year.give_forms()
    year.collect()
    year.appraise()
    ranking = ranked_units(year.rank())
    assert_ranking_holds(year, ranking)

    best = max(ranking.values(), key=lambda row: row["total"])["unit"]
    worst = min(ranking.values(), key=lambda row: row["total"])["unit"]
    proposals = [year.propose("--unit", best), year.propose("--unit", worst)]
    proposals.append(year.propose("--person", "CN0001"))
    year.council(proposals, refused=proposals[1])
    year.on(12, 21)
    words = ("--session", SESSION, "--date", "2026-12-20")
    decision = year.line.ask("decision", "issue", *words)
    amounts = {award["proposal"]: award["amount"] for award in decision["awards"]}
    assert amounts == {proposals[0]: 1_520_000, proposals[2]: 760_000}

    assert_papers(year, ranking[best]["name"])
    assert_kept_and_undone(year)


def assert_ranking_holds(year: Year, ranking: dict[str, Object]) -> None:
    """Every unit has a place; the late one lost points; totals come from the lines."""
    assert len(ranking) == len(UNITS)
    assert all(isinstance(row["rank"], int) for row in ranking.values())
    late = ranking[max(year.forms)]
    assert any("chậm" in sentence for sentence in late["why"])
    for row in ranking.values():
        assert row["total"] < row["self"], row["name"]
    for group in year.rank()["groups"]:
        totals = [row["total"] for row in group["rows"]]
        assert totals == sorted(totals, reverse=True)


def assert_papers(year: Year, rewarded: str) -> None:
    commune = PLANS[year.slug][0]
    summary = year.folder / "gui-tinh.xlsx"
    year.line.ask("export", "province", "--cycle", CYCLE, "--out", summary)
    book = load_workbook(summary)
    cells = {cell for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row}
    assert rewarded in cells

    out = year.folder / "van-ban"
    files = year.line.ask("export", "dossier", "--cycle", CYCLE, "--out", out)["files"]
    texts = [pdf_text(Path(file)) for file in files if file.endswith(".pdf")]
    whole = " ".join(texts)
    assert all(title in whole for title in ("QUYẾT ĐỊNH", "TỜ TRÌNH", "BIÊN BẢN"))
    for text in texts:
        assert commune.upper() in text
        assert "\ufffd" not in text
    decision = next(text for text in texts if "QUYẾT ĐỊNH" in text and "Lê Thị Mẫu" in text)
    assert rewarded in decision
    assert "LỜI DẪN" in whole
    assert "DANH SÁCH KÝ NHẬN" in whole
    assert_dossiers(year)


def assert_dossiers(year: Year) -> None:
    """What only the officer can say is open; the papers agree; the zip holds them."""
    checked = year.line.ask("dossier", "check", "--cycle", CYCLE, code=1)
    assert checked["differences"] == []
    out = year.folder / "gui-di"
    words = ("--cycle", CYCLE, "--out", out, "--zip", "--despite", "Bổ sung bản giấy sau")
    (packed,) = year.line.ask("export", "dossier", *words)["files"]
    with zipfile.ZipFile(packed) as zipped:
        names = zipped.namelist()
        contents = pypdf.PdfReader(io.BytesIO(zipped.read("00_muc-luc.pdf")))
    said = " ".join("".join(page.extract_text() for page in contents.pages).split())
    assert "Bổ sung bản giấy sau" in said
    assert all(name.isascii() for name in names)
    assert {Path(name).suffix for name in names} == {".pdf", ".docx"}


def assert_kept_and_undone(year: Year) -> None:
    """The backup holds everything; undo takes the decision back in the copy only."""
    before = year.line.state()
    made = year.line.ask("backup", "--to", year.folder / "usb")
    copy = CommandLine(year.folder / "ban-sao", year.line.clock)
    copy.ask("restore", made["file"])
    assert copy.state() == before
    newest, decided = copy.ask("log")["operations"][:2]
    assert (newest["action"], decided["action"]) == ("dossiers_released", "decision_issued")
    copy.ask("undo", decided["id"])
    statuses = {p["status"] for p in copy.ask("award", "list", "--cycle", CYCLE)["proposals"]}
    assert statuses == {"passed", "not_passed"}
    assert copy.ask("check") == {"ok": True, "problems": []}
    assert year.line.state() == before
