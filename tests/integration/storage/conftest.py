"""A data folder for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.integration.storage.data_folder import new_store
from thidua_desktop.storage import lock
from thidua_desktop.storage.store import SqliteStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the data are to stand; a name with marks and a space, as offices have them."""
    return tmp_path / "Dữ liệu thi đua"


@pytest.fixture
def store(folder: Path) -> Iterator[SqliteStore]:
    """A new data folder with a plan and a cycle, held."""
    store = new_store(folder)
    yield store
    store.close()


@pytest.fixture(autouse=True)
def short_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody gives the folder back while a test waits for the refusal."""
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)
