"""The composition root: the only module that knows every layer, and joins ports to adapters.

Every part is imported where it is joined: the window then stands before the database, the
spreadsheet and the PDF libraries are loaded, which is most of the start.
"""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from thidua_desktop.system.paths import AppPaths, suggested_data_folder

if TYPE_CHECKING:
    from thidua_desktop.application.demo.order import DemoMade, DemoOrder
    from thidua_desktop.application.ports import (
        Clock,
        Desk,
        PlanLibrary,
        RulePackLibrary,
    )
    from thidua_desktop.application.progress import Progress
    from thidua_desktop.application.setting_up.starting import NewOffice
    from thidua_desktop.application.text import Texts
    from thidua_desktop.cli.program import Program
    from thidua_desktop.documents.plan_workbooks import PlanWorkbookFiles
    from thidua_desktop.domain.plan import Plan
    from thidua_desktop.storage.store import SqliteStore
    from thidua_desktop.ui.services import Launch, PlanChoice, ReadPlan, UiServices
    from thidua_desktop.ui.tasks import TaskRunner

LOG_FOLDER = "logs"
TEMPLATES_FOLDER = "templates"
"""Of the program, and of the office within its data folder."""


class Joiner:
    """Joins the parts for one run of the program."""

    def __init__(self, paths: AppPaths, clock: Clock) -> None:
        self._paths = paths
        self._clock = clock

    @classmethod
    def detect(cls, clock: Clock | None = None) -> Joiner:
        """For this machine, with its own clock unless another is given."""
        from thidua_desktop.system.clock import SystemClock

        return cls(AppPaths.detect(), clock or SystemClock())

    @cached_property
    def texts(self) -> Texts:
        """The sentences that ship."""
        from thidua_desktop.application.text import Texts
        from thidua_desktop.system.text_files import read_sentences

        return Texts(read_sentences(self._paths.resources / "text"))

    @cached_property
    def plans(self) -> PlanLibrary:
        """The plans that ship."""
        from thidua_desktop.documents.plan_file import FilePlanLibrary

        return FilePlanLibrary(self._paths.resources / "plans", partial(_plan_workbooks, self))

    @cached_property
    def rule_packs(self) -> RulePackLibrary:
        """The rule packs that ship."""
        from thidua_desktop.documents.rule_pack_file import FileRulePackLibrary

        return FileRulePackLibrary(self._paths.resources / "rule_packs")

    def program(self) -> Program:
        """The program without a window."""
        from thidua_desktop.cli.program import Program

        return Program(
            texts=self.texts,
            plans=self.plans,
            rule_packs=self.rule_packs,
            open_desk=self.open_desk,
            start_office=self.start_office,
            restore=self.restore,
            make_demo=self.make_demo,
            default_data=self.default_data,
        )

    def store(self, folder: Path) -> SqliteStore:
        """The store of a data folder, not yet opened."""
        from thidua_desktop.storage.store import SqliteStore, StorePlaces
        from thidua_desktop.system.who import actor

        return SqliteStore(StorePlaces(folder, self._paths.migrations, actor()), self._clock)

    @contextmanager
    def open_desk(self, folder: Path) -> Iterator[Desk]:
        """Hold a data folder while the block runs."""
        from thidua_desktop.system.crash import logging_into

        store = self.store(folder)
        store.open()
        try:
            with logging_into(folder / LOG_FOLDER):
                yield self.desk(store)
        finally:
            store.close()

    def desk(self, store: SqliteStore) -> Desk:
        """The desk over an open store."""
        from thidua_desktop.application.ports import Desk
        from thidua_desktop.application.rules.in_force import OfficeRulePacks
        from thidua_desktop.documents.archives import ZipArchives
        from thidua_desktop.documents.blank_file import FileBlankLibrary
        from thidua_desktop.documents.excel.guarded_reader import GuardedWorkbookReader
        from thidua_desktop.documents.excel.list_writer import ExcelListWriter
        from thidua_desktop.documents.holiday_file import FileHolidays
        from thidua_desktop.documents.late_writers import (
            LateForms,
            LatePapers,
            LateProvinceWorkbooks,
            LateSummaries,
        )
        from thidua_desktop.documents.pdf.certificate_writer import PdfCertificateWriter
        from thidua_desktop.documents.pdf.year_chart import PdfYearCharts
        from thidua_desktop.documents.province_profile_file import ProvinceProfileFiles
        from thidua_desktop.documents.zip_file import ZipPacker
        from thidua_desktop.system.printer_offsets import FILE, PrinterOffsetFile
        from thidua_desktop.system.scan_folder import FILE as SCANS
        from thidua_desktop.system.scan_folder import ScanFolderFile
        from thidua_desktop.system.settings import settings_file

        return Desk(
            store=store,
            clock=self._clock,
            plans=self.plans,
            rule_packs=OfficeRulePacks(self.rule_packs, store),
            archives=ZipArchives(),
            workbooks=GuardedWorkbookReader(),
            forms=LateForms(),
            lists=ExcelListWriter(),
            summaries=LateSummaries(),
            papers=LatePapers(
                self._paths.resources / "fonts",
                shipped=self._paths.resources / TEMPLATES_FOLDER,
                own=store.folder / TEMPLATES_FOLDER,
            ),
            attachments=store.attachments,
            certificates=PdfCertificateWriter(self._paths.resources / "fonts"),
            blanks=FileBlankLibrary(self._paths.resources / "blanks"),
            printers=PrinterOffsetFile(settings_file().with_name(FILE)),
            province_workbooks=LateProvinceWorkbooks(),
            province_library=ProvinceProfileFiles(self._paths.resources / "province_forms"),
            charts=PdfYearCharts(self._paths.resources / "fonts"),
            holidays=FileHolidays(self._paths.resources / "working_days.toml"),
            packer=ZipPacker(),
            scans=ScanFolderFile(settings_file().with_name(SCANS)),
        )

    def start_office(self, folder: Path, new: NewOffice) -> Path:
        """Make a new data folder for an office.

        The plan and the office's file are read before anything is made, so that a broken file
        leaves no half folder behind.
        """
        from thidua_desktop.application.records import Office
        from thidua_desktop.application.setting_up.starting import adoption, chosen_plan
        from thidua_desktop.documents.office_file import read_office

        office = new.office or (read_office(new.office_file) if new.office_file else Office())
        plan = new.chosen or chosen_plan(self.plans, new.plan)
        store = self.store(folder)
        store.create(is_practice=new.is_practice, first=adoption(plan, office, self._clock.today()))
        store.close()
        return folder

    def restore(self, backup: Path, folder: Path) -> Path:
        """Put a backup into a new folder and open it once, to prove that it works."""
        from thidua_desktop.storage.restoring import unpack_backup

        unpack_backup(backup, folder)
        with self.open_desk(folder):
            return folder

    def make_demo(self, order: DemoOrder, progress: Progress | None) -> DemoMade:
        """Run a whole year into a folder."""
        from thidua_desktop.application.demo.scene import DemoTools
        from thidua_desktop.application.demo.year import make_year
        from thidua_desktop.documents.excel.sample_answers import fill_form
        from thidua_desktop.documents.pdf.page_pictures import render_pages
        from thidua_desktop.system.clock import FixedClock

        clock = FixedClock(order.first_day)
        joiner = Joiner(self._paths, clock)
        tools = DemoTools(
            texts=self.texts,
            start_office=joiner.start_office,
            open_desk=joiner.open_desk,
            go_to=clock.set,
            fill_form=lambda source, target, filled: fill_form(
                source, target, filled.answers, filled.requests, filled.highlights
            ),
            picture_pages=joiner.picture_window,
            picture_paper=render_pages,
        )
        return make_year(order, tools, progress)

    def picture_window(self, data: Path, folder: Path) -> list[Path]:
        """Pictures of every page of the window on some data; needs no screen."""
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from thidua_desktop.ui.app import create_application, take_page_pictures
        from thidua_desktop.ui.tasks import InlineTaskRunner

        create_application(["thidua-desktop"], self._paths.resources)
        with self.open_desk(data) as desk:
            return take_page_pictures(self.window_services(desk, InlineTaskRunner()), folder)

    def window_services(self, desk: Desk, tasks: TaskRunner) -> UiServices:
        """What the window's pages work with."""
        from thidua_desktop.documents.pdf.page_pictures import page_pngs
        from thidua_desktop.system.opening import open_with_system, start_on
        from thidua_desktop.ui.services import UiServices

        return UiServices(
            desk=desk,
            texts=self.texts,
            tasks=tasks,
            resources=self._paths.resources,
            picture_pages=page_pngs,
            open_path=open_with_system,
            own_templates=partial(_own_templates, self._paths.resources, desk.store.folder),
            open_data=start_on,
            make_practice=partial(_make_practice, self, desk),
            restore=self.restore,
        )

    def launch(self, data: Path | None) -> Launch:
        """What the window starts with; nothing heavy is loaded for it."""
        from thidua_desktop.ui.services import Launch

        return Launch(
            resources=self._paths.resources,
            data_folder=data or self.default_data(),
            open_services=self.open_for_window,
            create=self.start_office,
            restore=self.restore,
            plans=partial(_plan_choices, self.plans),
            suggested_folder=suggested_data_folder(),
            explain=self.explain,
            watch_bugs=self.watch_bugs,
            read_plan=partial(_read_plan, self),
        )

    def watch_bugs(self, tell: Callable[[str], None]) -> None:
        """Send the sentence of every unforeseen error of the window to a teller."""
        from thidua_desktop.system.crash import catch_bugs

        catch_bugs(lambda _error: tell(self.texts.render("bug", {})))

    def open_for_window(self, folder: Path, tasks: TaskRunner) -> UiServices:
        """Hold a data folder until the program ends."""
        from thidua_desktop.system.settings import Settings, save_settings, settings_file

        held = ExitStack()
        desk = held.enter_context(self.open_desk(folder))
        atexit.register(held.close)
        save_settings(settings_file(), Settings(str(folder)))
        return self.window_services(desk, tasks)

    def explain(self, error: Exception) -> str:
        """The sentence of a foreseen failure.

        Raises:
            Exception: the error itself, when it is a bug.
        """
        from thidua_desktop.domain.errors import ThiDuaError

        if isinstance(error, ThiDuaError):
            return self.texts.error(error)
        raise error

    def default_data(self) -> Path | None:
        """The portable folder beside the program, else the one used last."""
        from thidua_desktop.system.settings import load_settings, settings_file

        if self._paths.portable_data.is_dir():
            return self._paths.portable_data
        last = load_settings(settings_file()).last_data_folder
        return Path(last) if last else None


def _make_practice(joiner: Joiner, desk: Desk, folder: Path) -> Path:
    """Practice data of an office's own plan and names; its real data is only read."""
    from thidua_desktop.application.setting_up.planning import plan_of
    from thidua_desktop.application.setting_up.starting import ChosenPlan, NewOffice

    with desk.store.read() as books:
        chosen = ChosenPlan(plan_of(books, desk.plans), books.plans.source())
        new = NewOffice(chosen.plan.slug, None, books.office, is_practice=True, chosen=chosen)
    return joiner.start_office(folder, new)


def _plan_workbooks(joiner: Joiner) -> PlanWorkbookFiles:
    """What reads and writes plans as workbooks, in this program's words."""
    from thidua_desktop.application.setting_up.plan_words import plan_words
    from thidua_desktop.documents.plan_workbooks import PlanWorkbookFiles

    return PlanWorkbookFiles(plan_words(joiner.texts, joiner.rule_packs.packs()))


def _plan_choices(plans: PlanLibrary) -> tuple[PlanChoice, ...]:
    """The shipped plans as the first-run dialog offers them."""
    return tuple(_choice_of(slug, plans.load(slug)) for slug in plans.slugs())


def _read_plan(joiner: Joiner, path: Path) -> ReadPlan:
    """An office's own plan file as the first-run dialog offers it."""
    from thidua_desktop.application.setting_up.starting import chosen_plan
    from thidua_desktop.domain.errors import ThiDuaError
    from thidua_desktop.ui.failure_words import failure_words
    from thidua_desktop.ui.services import ReadPlan

    try:
        return ReadPlan(_choice_of(str(path), chosen_plan(joiner.plans, str(path)).plan))
    except ThiDuaError as error:
        sentence, details = failure_words(joiner.texts, error)
        return ReadPlan(None, sentence, tuple(details))


def _choice_of(key: str, plan: Plan) -> PlanChoice:
    from thidua_desktop.application.naming import commune_title
    from thidua_desktop.ui.services import PlanChoice

    return PlanChoice(key, commune_title(plan.commune), plan.commune.province, plan.title)


def _own_templates(resources: Path, data: Path) -> Path:
    """The office's folder of templates, with a copy of each that it does not have yet."""
    from thidua_desktop.documents.own_templates import copy_templates

    copy_templates(resources / TEMPLATES_FOLDER, data / TEMPLATES_FOLDER)
    return data / TEMPLATES_FOLDER
