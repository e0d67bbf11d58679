"""The pages of the window in order; each module is loaded when its page is first shown.

A step of the year may have further pages of its own, its sections: they stand as tabs above the
page, and the rail shows the step for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from thidua_desktop.ui.pages.page import Page
    from thidua_desktop.ui.state import WindowState


@dataclass(frozen=True, slots=True)
class PageSpec:
    """One page.

    Attributes:
        step: its place among the twelve steps, 0 for a page beside them.
        under: the key of the step whose section it is; empty for a page of the rail.
        tab: its word on the tab, where the step has sections; the title where empty.
    """

    key: str
    step: int
    title: str
    icon: str
    class_name: str
    under: str = ""
    tab: str = ""

    @property
    def rail_key(self) -> str:
        """The page of the rail that it belongs to."""
        return self.under or self.key

    @property
    def tab_words(self) -> str:
        """What its tab says."""
        return self.tab or self.title

    @property
    def module(self) -> str:
        """Where its class stands."""
        return f"thidua_desktop.ui.pages.{self.key}"

    def build(self, state: WindowState) -> Page:
        """Load the module and make the page."""
        return cast("Page", getattr(import_module(self.module), self.class_name)(state))


HOME = PageSpec("home", 0, "Việc hôm nay", "home", "HomePage")
JOURNAL = PageSpec("journal", 0, "Nhật ký, sao lưu", "history", "JournalPage")
STEPS = (
    PageSpec("plan", 1, "Kế hoạch", "clipboard-list", "PlanPage", tab="Nội dung"),
    PageSpec("units", 2, "Đơn vị, cá nhân", "building", "UnitsPage"),
    PageSpec("cycles", 3, "Kỳ", "calendar", "CyclesPage"),
    PageSpec("forms", 4, "Phát phiếu", "file-output", "FormsPage"),
    PageSpec("collecting", 5, "Thu phiếu", "inbox", "CollectingPage", tab="Nhận phiếu"),
    PageSpec("appraisal", 6, "Thẩm định", "clipboard-check", "AppraisalPage", tab="Chấm điểm"),
    PageSpec("ranking", 7, "Xếp hạng, xếp loại", "trophy", "RankingPage"),
    PageSpec("awards", 8, "Đề nghị khen thưởng", "award", "AwardsPage", tab="Từng trường hợp"),
    PageSpec("council", 9, "Hội đồng", "vote", "CouncilPage", tab="Phiên họp"),
    PageSpec("papers", 10, "Văn bản", "file-text", "PapersPage", tab="Các văn bản"),
    PageSpec("province", 11, "Báo cáo tỉnh", "send", "ProvincePage", tab="Biểu tổng hợp"),
    PageSpec("archive", 12, "Tra cứu, lưu", "archive", "ArchivePage", tab="Quá trình"),
)
SECTIONS: tuple[PageSpec, ...] = (
    PageSpec("rules", 1, "Căn cứ pháp lý", "gavel", "RulesPage", under="plan"),
    PageSpec(
        "typing_in",
        5,
        "Nhập thay đơn vị",
        "pencil",
        "TypingInPage",
        under="collecting",
        tab="Nhập bản giấy",
    ),
    PageSpec("requests", 5, "Kiến nghị, vướng mắc", "inbox", "RequestsPage", under="collecting"),
    PageSpec("unit_sheet", 6, "Từng đơn vị", "clipboard-list", "UnitSheetPage", under="appraisal"),
    PageSpec("evidence", 6, "Minh chứng", "file-text", "EvidencePage", under="appraisal"),
    PageSpec("findings", 6, "Điểm cần xem lại", "eye", "FindingsPage", under="appraisal"),
    PageSpec(
        "movement_book", 6, "Sổ phong trào", "lightbulb", "MovementBookPage", under="appraisal"
    ),
    PageSpec("quota_line", 8, "Danh sách xét, chỉ tiêu", "trophy", "QuotaLinePage", under="awards"),
    PageSpec("cases", 8, "Vụ việc, lịch sử", "shield", "CasesPage", under="awards"),
    PageSpec(
        "council_members",
        9,
        "Thành viên Hội đồng",
        "users",
        "CouncilMembersPage",
        under="council",
    ),
    PageSpec(
        "dossier_gate", 10, "Kiểm tra hồ sơ", "clipboard-check", "DossierGatePage", under="papers"
    ),
    PageSpec("certificates", 10, "Giấy khen", "award", "CertificatesPage", under="papers"),
    PageSpec("province_forms", 11, "Biểu của tỉnh", "table", "ProvinceFormsPage", under="province"),
    PageSpec("five_years", 12, "Năm năm", "trophy", "FiveYearsPage", under="archive"),
    PageSpec("decisions", 12, "Sổ quyết định", "gavel", "DecisionsPage", under="archive"),
    PageSpec("rewards", 12, "Sổ khen thưởng", "award", "RewardsPage", under="archive"),
    PageSpec(
        "fund", 12, "Quỹ thi đua, khen thưởng", "table", "FundPage", under="archive", tab="Quỹ"
    ),
)
"""Further pages of the steps; those of one step in the order of their tabs."""
RAIL = (HOME, *STEPS, JOURNAL)
PAGES = tuple(
    page for spec in RAIL for page in (spec, *(one for one in SECTIONS if one.under == spec.key))
)


def spec_of(key: str) -> PageSpec:
    """The page with this key.

    Raises:
        KeyError: no such page.
    """
    return {spec.key: spec for spec in PAGES}[key]


def tabs_of(key: str) -> tuple[PageSpec, ...]:
    """The pages that stand beside each other in the tabs of this page; itself alone for most."""
    rail_key = spec_of(key).rail_key
    return tuple(spec for spec in PAGES if spec.rail_key == rail_key)
