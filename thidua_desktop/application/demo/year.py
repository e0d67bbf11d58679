"""A whole year of one commune on its real plan, by the use cases that the office works with."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

from thidua_desktop.application.demo.appraising import appraise
from thidua_desktop.application.demo.awards import follow_up, reward
from thidua_desktop.application.demo.collecting import collect
from thidua_desktop.application.demo.council import OFFICE
from thidua_desktop.application.demo.enrolling import enrol
from thidua_desktop.application.demo.evidence import attach
from thidua_desktop.application.demo.order import DemoMade, DemoOrder
from thidua_desktop.application.demo.publishing import picture, publish
from thidua_desktop.application.demo.scene import STEPS, DemoTools, Enrolled, Scene
from thidua_desktop.application.progress import Progress
from thidua_desktop.application.setting_up.starting import NewOffice
from thidua_desktop.domain.errors import EnvironmentFault

MARK = ".nam-mau"
"""Stands in the folder of a practice year: only such a folder is ever emptied."""

_PLACES = (
    ("Danh sách đơn vị, cá nhân", "danh-sach"),
    ("Phiếu đã phát", "phieu-da-phat"),
    ("Phiếu các đơn vị gửi về, đợt 1", "phieu-da-nop-dot-1"),
    ("Phiếu trả lại để sửa", "phieu-tra-lai"),
    ("Phiếu gửi về, đợt 2", "phieu-da-nop-dot-2"),
    ("Minh chứng các đơn vị gửi", "minh-chung-don-vi-gui"),
    ("Minh chứng đã xuất, có mục lục", "minh-chung"),
    ("Văn bản", "van-ban"),
    ("Giấy khen in trên phôi", "giay-khen"),
    ("Báo cáo tỉnh", "bao-cao-tinh"),
    ("Bản sao lưu", "sao-luu"),
    ("Ảnh các trang màn hình", "man-hinh"),
    ("Ảnh các trang văn bản", "anh-van-ban"),
)


def make_year(order: DemoOrder, tools: DemoTools, progress: Progress | None = None) -> DemoMade:
    """Run the year into the folder; the same order gives the same year.

    Raises:
        NotFound: no such plan.
        EnvironmentFault: the folder holds foreign files, or can't be written.
    """
    _clear(order.out)
    data = order.out / "data"
    tools.go_to(order.first_day)
    tools.start_office(data, NewOffice(order.plan, office=OFFICE, is_practice=True))
    dice = random.Random(order.seed)  # noqa: S311 - made-up data, nothing secret
    with tools.open_desk(data) as desk:
        scene = Scene(order, tools, desk, dice, progress)
        enrolled = _live(scene)
    picture(scene, data)
    if progress is not None:
        progress(STEPS, STEPS)
    places = tuple((title, order.out / name) for title, name in _PLACES)
    return DemoMade(enrolled.commune, data, tuple(scene.files), places)


def _live(scene: Scene) -> Enrolled:
    """The steps of the year in order."""
    enrolled = enrol(scene)
    collect(scene, enrolled)
    attach(scene, enrolled)
    appraise(scene, enrolled)
    reward(scene, enrolled)
    publish(scene, enrolled)
    follow_up(scene)
    return enrolled


def _clear(out: Path) -> None:
    """Empty the folder of an earlier practice year; refuse anything else."""
    try:
        if out.exists() and any(out.iterdir()):
            if not (out / MARK).is_file():
                raise EnvironmentFault("out_folder_foreign", folder=str(out))
            shutil.rmtree(out)
        out.mkdir(parents=True, exist_ok=True)
        (out / MARK).write_text("Dữ liệu mẫu, được làm lại mỗi lần chạy.\n", encoding="utf-8")
    except OSError as error:
        raise EnvironmentFault("folder_read_only", folder=str(out)) from error
