"""Rule packs as files: one TOML file for each span of time, named by its first day."""

from __future__ import annotations

from pathlib import Path, PurePath

from thidua_desktop.documents.rule_pack_checks import check_pack
from thidua_desktop.documents.rule_pack_schema import read_pack_table
from thidua_desktop.documents.toml_faults import Faults, parse_toml
from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.reasons import Issue
from thidua_desktop.domain.rule_pack import RulePack, overlaps

_SUFFIX = ".toml"
_BYTE_ORDER_MARK = "\ufeff"
"""What Windows Notepad may put before a text."""


def read_rule_pack(path: Path) -> RulePack:
    """The rule pack in a file.

    Raises:
        NotFound: no such file.
        EnvironmentFault: the machine does not let it be read.
        InputError: the file is broken; the issues name every fault by line.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise _broken(path.name, Issue("toml_not_utf8", file=path.name)) from error
    except FileNotFoundError as error:
        raise NotFound("path_missing", file=path.name) from error
    except OSError as error:
        raise EnvironmentFault("rule_pack_unreadable", file=path.name) from error
    return parse_rule_pack(text, path.name)


def parse_rule_pack(text: str, name: str) -> RulePack:
    """The rule pack in a text.

    Args:
        text: what the file holds.
        name: the file's name, with or without its ending: what faults bear, and the pack's code.

    Raises:
        InputError: the text is broken; the issues name every fault by line.
    """
    source = text.removeprefix(_BYTE_ORDER_MARK)
    values = parse_toml(source, name)
    if isinstance(values, Issue):
        raise _broken(name, values)
    faults = Faults(name, source)
    table = TomlTable(values, (), faults)
    pack = read_pack_table(table, PurePath(name).stem)
    table.end()
    check_pack(pack, values, faults)
    if faults.issues:
        raise _broken(name, *faults.issues)
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


def _broken(name: str, *issues: Issue) -> InputError:
    return InputError("rule_pack_broken", issues, file=name, count=len(issues))
