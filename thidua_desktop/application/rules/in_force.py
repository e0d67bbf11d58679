"""The rules that hold in this office: what ships, the office's own files, what it lets go on."""

from __future__ import annotations

from pathlib import Path

from thidua_desktop.application.ports import RulePackLibrary, Store
from thidua_desktop.domain.rule_layers import RuleExtension, extension_pack, in_layers
from thidua_desktop.domain.rule_pack import RulePack


class OfficeRulePacks:
    """Port `RulePackLibrary`: the shipped packs with the office's own in their place."""

    def __init__(self, shipped: RulePackLibrary, store: Store) -> None:
        self._shipped = shipped
        self._store = store

    def packs(self) -> tuple[RulePack, ...]:
        """What holds, from the earliest day on.

        Raises:
            InputError: a file is broken.
        """
        shipped = self._shipped.packs()
        own, extensions = self._own()
        return in_layers(shipped, own, extensions) if own or extensions else shipped

    def known(self) -> dict[str, RulePack]:
        """Every pack by its code, whether newer rules have put it aside or not.

        Raises:
            InputError: a file is broken.
        """
        own, extensions = self._own()
        whole = (*self._shipped.packs(), *own)
        going_on = [extension_pack(whole, extension) for extension in extensions]
        return {pack.code: pack for pack in (*whole, *going_on) if pack is not None}

    def text_of(self, path: Path) -> str:
        """As the library of what ships."""
        return self._shipped.text_of(path)

    def parse(self, text: str, name: str) -> RulePack:
        """As the library of what ships."""
        return self._shipped.parse(text, name)

    def _own(self) -> tuple[list[RulePack], tuple[RuleExtension, ...]]:
        with self._store.read() as books:
            kept, extensions = books.own_rules.packs(), books.own_rules.extensions()
        return [self.parse(one.source, one.code) for one in kept], extensions
