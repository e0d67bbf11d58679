"""A data folder for each test."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import add_units, new_store, opened
from tests.integration.storage.ordinary_user import public_folder
from thidua_desktop.storage import lock
from thidua_desktop.storage.connection import DATABASE_NAME
from thidua_desktop.storage.store import SqliteStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data are to stand; a name with marks and a space, as offices have them."""
    return tmp_path / "Dữ liệu thi đua"


@pytest.fixture(scope="session")
def new_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new data folder with a plan and a cycle; made once, for making takes the longest."""
    folder = tmp_path_factory.mktemp("new") / "data"
    new_store(folder).close()
    return folder


@pytest.fixture
def store(folder: Path, new_data: Path) -> Iterator[SqliteStore]:
    """A data folder with a plan and a cycle of the test's own, held."""
    folder.mkdir()
    shutil.copyfile(new_data / DATABASE_NAME, folder / DATABASE_NAME)
    with opened(folder) as store:
        yield store


@pytest.fixture(autouse=True)
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody gives the folder back while a test waits for the refusal."""
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)


@pytest.fixture
def public_store(new_data: Path) -> Iterator[SqliteStore]:
    """A data folder that anyone may enter and write, held."""
    with public_folder() as folder:
        data = folder / "data"
        shutil.copytree(new_data, data)
        with opened(data) as store:
            for path in (data, *data.iterdir()):
                path.chmod(0o777 if path.is_dir() else 0o666)
            yield store


@pytest.fixture
def usb(tmp_path: Path) -> Path:
    """Where the officer wants the copy."""
    return tmp_path / "USB" / "sao lưu"


@pytest.fixture
def attached(store: SqliteStore, tmp_path: Path) -> SqliteStore:
    """Two units and two attachments."""
    add_units(store, 1, 2)
    for name in ("phiếu 1.xlsx", "phiếu 2.xlsx"):
        (tmp_path / name).write_bytes(name.encode() * 500)
        with store.write("forms_collected") as books:
            books.collecting.add_attachment(store.attachments.keep(tmp_path / name))
    return store
