"""An office at the moment before the first form comes back, and the same as plan and data only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office_in_hand import OfficeInHand, build_office, copied, opened


@pytest.fixture(scope="session")
def built_office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built-office")
    build_office(folder)
    return folder


@pytest.fixture
def office(built_office: Path, tmp_path: Path) -> Iterator[OfficeInHand]:
    """A copy of the built office, for one test to work on: plan Cao Minh, forms given out."""
    with copied(built_office, tmp_path / "office") as office:
        yield office


@pytest.fixture
def new_office(tmp_path: Path) -> Iterator[OfficeInHand]:
    """An office with its plan and nothing else."""
    with opened(tmp_path / "new-office", is_new=True) as office:
        yield office
