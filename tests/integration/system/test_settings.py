"""What the machine remembers: little, and never in the way."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from thidua_desktop.system.settings import Settings, load_settings, save_settings, settings_file


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    file = tmp_path / "mới" / "settings.json"
    save_settings(file, Settings("D:\\Thi đua\\dữ liệu"))
    assert load_settings(file) == Settings("D:\\Thi đua\\dữ liệu")
    save_settings(file, Settings("E:\\"))
    assert load_settings(file) == Settings("E:\\")
    assert list(file.parent.iterdir()) == [file]


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"null", b"\xff\xfe", b"\x00" * 40, b'{"khac": 1}']
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "settings.json"
    file.write_bytes(content)
    assert load_settings(file) == Settings()


def test_no_file_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.json") == Settings()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_save_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "settings.json"
    save_settings(file, Settings("cũ"))

    def cut(self: Path, _text: str, **_: object) -> int:
        self.write_bytes(b'{"last')
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", cut)
    with pytest.raises(OSError, match="space"):
        save_settings(file, Settings("mới"))
    assert load_settings(file) == Settings("cũ")


def test_the_file_lies_in_the_persons_own_place(own_home: Path) -> None:
    assert settings_file().is_relative_to(own_home)
    assert settings_file().name == "settings.json"


@pytest.mark.skipif(sys.platform == "win32", reason="asks for another system's places")
def test_windows_keeps_it_in_the_local_profile(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/người dùng/local")
    assert settings_file() == Path("/người dùng/local/thidua-desktop/settings.json")
