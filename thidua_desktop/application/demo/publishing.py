"""What the practice year leaves: papers, the province's workbook, a backup, pictures."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.certificates.layouts import chosen_layout
from thidua_desktop.application.certificates.listing import certificates_of_cycle
from thidua_desktop.application.certificates.numbering import give_numbers
from thidua_desktop.application.certificates.printing import (
    PrintOrder,
    print_certificates,
    print_trial_sheet,
)
from thidua_desktop.application.demo.scene import Enrolled, Scene
from thidua_desktop.application.dossiers.writing import (
    export_dossier,
    export_papers,
    plan_dossier,
    plan_papers,
)
from thidua_desktop.application.naming import file_stem
from thidua_desktop.application.paper_kinds.ballot_papers import BALLOTS
from thidua_desktop.application.paper_kinds.kind import PlannedPaper
from thidua_desktop.application.province.summary_workbook import export_province
from thidua_desktop.application.province_forms.keeping import (
    fill_form,
    open_kept_form,
    open_new_form,
    save_new_profile,
)


def publish(scene: Scene, enrolled: Enrolled) -> None:
    """Every paper, the summary for the province, and a verified backup."""
    scene.step("Lập văn bản, báo cáo tỉnh", scene.day(12, 25))
    cycle = enrolled.cycle.id
    folder = scene.folder("van-ban")
    scene.files += export_dossier(scene.desk, scene.tools.texts, cycle, folder).whole()
    _print_along_the_year(scene, cycle)
    _print_certificates(scene, cycle)
    summary = scene.folder("bao-cao-tinh") / f"{file_stem('bieu-tong-hop', cycle)}.xlsx"
    scene.files += export_province(scene.desk, scene.tools.texts, cycle, summary)
    scene.files.append(_fill_practice_form(scene, cycle))
    scene.files.append(scene.desk.store.backup(scene.folder("sao-luu")).path)


def print_ballots(scene: Scene, enrolled: Enrolled) -> None:
    """The ballots lie ready before the council votes; afterwards nobody needs them."""
    desk, texts, cycle = scene.desk, scene.tools.texts, enrolled.cycle.id
    ballots = [one for one in plan_papers(desk, texts, cycle) if one.kind == BALLOTS.code]
    scene.files += export_papers(desk, ballots, scene.folder("van-ban")).whole()


def _print_along_the_year(scene: Scene, cycle: str) -> None:
    """The first of each paper that does not go with the awards: letters, sheets, minutes."""
    desk, texts = scene.desk, scene.tools.texts
    with_awards = {one.kind for one in plan_dossier(desk, texts, cycle)}
    firsts: dict[str, PlannedPaper] = {}
    for paper in plan_papers(desk, texts, cycle):
        if paper.kind not in with_awards:
            firsts.setdefault(paper.kind, paper)
    scene.files += export_papers(desk, tuple(firsts.values()), scene.folder("van-ban")).whole()


def _fill_practice_form(scene: Scene, cycle: str) -> Path:
    """A made-up form of a province, kept and filled."""
    desk = scene.desk
    opened = open_new_form(desk, desk.province_library.practice_workbook())
    kept = open_kept_form(desk, save_new_profile(desk, opened))
    path = scene.folder("bao-cao-tinh") / f"{file_stem(kept.profile.name, cycle)}.xlsx"
    return fill_form(desk, scene.tools.texts, cycle, kept, path).written.path


def _print_certificates(scene: Scene, cycle: str) -> None:
    """Numbers of the golden register, the sheets for the blanks, and the test sheet."""
    desk, texts = scene.desk, scene.tools.texts
    if not certificates_of_cycle(desk, cycle):
        return
    give_numbers(desk, certificates_of_cycle(desk, cycle))
    layout, folder = chosen_layout(desk), scene.folder("giay-khen")
    order = PrintOrder(layout, certificates_of_cycle(desk, cycle))
    made = print_certificates(desk, texts, order, folder / "giay-khen.pdf")
    trial = print_trial_sheet(desk, texts, layout, order.offset, folder / "trang-thu.pdf")
    scene.files += [made.path, trial]


def picture(scene: Scene, data: Path) -> None:
    """Pictures of every page of the window and of every paper."""
    scene.step("Chụp các trang")
    scene.files += scene.tools.picture_pages(data, scene.folder("man-hinh"))
    folder = scene.folder("anh-van-ban")
    for paper in [file for file in scene.files if file.suffix == ".pdf"]:
        scene.files += scene.tools.picture_paper(paper, folder)
