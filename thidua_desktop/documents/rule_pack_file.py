"""Rule packs as files: one TOML file for each span of time, named by its first day."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path, PurePath

from thidua_desktop.documents.rule_pack_checks import check_pack
from thidua_desktop.documents.rule_pack_schema import read_pack_table
from thidua_desktop.documents.toml_file import TomlKind
from thidua_desktop.domain.errors import InputError
from thidua_desktop.domain.rule_pack import RulePack, overlaps

_SUFFIX = ".toml"
_PACK = TomlKind(broken="rule_pack_broken", unreadable="rule_pack_unreadable")


def read_rule_pack(path: Path) -> RulePack:
    """The rule pack in a file.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: the file is broken; the issues name every fault by line.
    """
    return parse_rule_pack(_PACK.text_of(path), path.name)


@lru_cache(maxsize=16)
def parse_rule_pack(text: str, name: str) -> RulePack:
    """The rule pack in a text; remembered, for every page and command asks for the same few.

    Args:
        text: what the file holds.
        name: the file's name, with or without its ending: what faults bear, and the pack's code.

    Raises:
        InputError: the text is broken; the issues name every fault by line.
    """
    read = _PACK.take_apart(text, name)
    pack = read_pack_table(read.table, PurePath(name).stem)
    read.table.end()
    check_pack(pack, read.values, read.faults)
    _PACK.refuse_faulty(name, read.faults.issues)
    return pack


class FileRulePackLibrary:
    """Port `RulePackLibrary`: the packs of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._packs: tuple[RulePack, ...] | None = None

    def packs(self) -> tuple[RulePack, ...]:
        """All packs from the earliest on, read once.

        Raises:
            InputError: a file is broken, or two packs hold on the same day.
        """
        if self._packs is None:
            read = [read_rule_pack(path) for path in sorted(self._folder.glob(f"*{_SUFFIX}"))]
            issues = overlaps(read)
            if issues:
                raise InputError("rule_packs_broken", issues, count=len(issues))
            self._packs = tuple(sorted(read, key=lambda pack: pack.valid_from))
        return self._packs

    def known(self) -> dict[str, RulePack]:
        """All packs by their codes.

        Raises:
            InputError: as `packs`.
        """
        return {pack.code: pack for pack in self.packs()}

    def text_of(self, path: Path) -> str:
        """The text of an office's own file.

        Raises:
            NotFound: no such file.
            EnvironmentFault: the machine does not let it be read.
            InputError: it is not a text in UTF-8.
        """
        return _PACK.text_of(path)

    def parse(self, text: str, name: str) -> RulePack:
        """As `parse_rule_pack`."""
        return parse_rule_pack(text, name)
