"""An office on the command line: plan, units, an open cycle, forms given out."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from tests.command_line import CommandLine
from tests.forms_in_hand import fill
from thidua_desktop.system.clock import FixedClock

DAY = dt.date(2026, 11, 2)
CYCLE = "2026-annual"
UNITS = """\
STT,Tên đơn vị,Nhóm,Khối thi đua,Người đứng đầu,Tổng số người,Nữ
1,Phòng Kinh tế,Cơ quan,Khối 1,Trưởng phòng,11,4
2,Phòng Văn hóa - Xã hội,Cơ quan,Khối 1,Trưởng phòng,12,7
3,Hội Nông dân xã,Mặt trận Tổ quốc,Khối 2,Chủ tịch,3,1
4,Trường Tiểu học Ví Dụ,Trường học,Khối 3,Hiệu trưởng,41,33
"""
PEOPLE = """\
STT,Họ và tên,Giới tính,Năm sinh,Chức vụ,Đơn vị,Lãnh đạo
1,Nguyễn Văn Mẫu,Nam,1980,Trưởng phòng,Phòng Kinh tế,x
2,Trần Thị Ví Dụ,Nữ,1985,Chuyên viên,Phòng Kinh tế,không
"""


@dataclass
class Office:
    """A data folder of its own, the command line on it and the forms that it gave out."""

    line: CommandLine
    folder: Path
    forms: dict[str, Path]

    def returned(self, unit: str, name: str = "", **spoilt: int | str | None) -> Path:
        """A filled form of a unit; criterion codes may be spoilt by position: `at_0=…`."""
        folder = self.folder / "returned"
        folder.mkdir(exist_ok=True)
        return fill(self.forms[unit], folder / (name or self.forms[unit].name), changes=spoilt)

    def take_all(self) -> None:
        """Take a good form of every unit."""
        for unit in self.forms:
            self.returned(unit)
        self.line.ask("form", "import", self.folder / "returned", "--cycle", CYCLE)


def set_up(folder: Path) -> None:
    """Make the office once: plan, units, people, an open cycle, forms given out."""
    line = CommandLine(folder / "data", FixedClock(DAY))
    units, people = folder / "don-vi.csv", folder / "ca-nhan.csv"
    units.write_text(UNITS, encoding="utf-8-sig")
    people.write_text(PEOPLE, encoding="utf-8-sig")
    line.ask("init", "--plan", "xuan-hung")
    line.ask("unit", "import", units)
    line.ask("person", "import", people)
    line.ask("cycle", "open", "--kind", "annual", "--year", 2026, "--due", "2026-12-10")
    line.ask("form", "export", "--cycle", CYCLE, "--out", folder / "forms")
