"""TOML files that people edit: read in one way and refused in one way, each kind by its codes."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.documents.toml_faults import Faults, parse_toml
from thidua_desktop.documents.toml_tables import TomlTable
from thidua_desktop.domain.errors import EnvironmentFault, InputError, NotFound
from thidua_desktop.domain.reasons import Issue

_BYTE_ORDER_MARK = "\ufeff"
"""What Windows Notepad may put before a text."""


@dataclass(frozen=True, slots=True)
class TomlText:
    """A text that could be taken apart.

    Attributes:
        table: its outermost table; whoever reads it ends it.
        faults: where everything that is wrong with it gathers.
    """

    values: dict[str, object]
    table: TomlTable
    faults: Faults


@dataclass(frozen=True, slots=True)
class TomlKind:
    """One kind of file, by the codes of what may go wrong with it.

    Attributes:
        broken: it has faults, each an issue with its line.
        unreadable: the machine does not let it be read.
    """

    broken: str
    unreadable: str

    def text_of(self, path: Path) -> str:
        """The text of a file as it stands there.

        Raises:
            NotFound: no such file.
            EnvironmentFault: the machine does not let it be read.
            InputError: it is not a text in UTF-8.
        """
        try:
            return path.read_bytes().decode("utf-8")
        except UnicodeDecodeError as error:
            raise self.refusal(path.name, Issue("toml_not_utf8", file=path.name)) from error
        except FileNotFoundError as error:
            raise NotFound("path_missing", file=path.name) from error
        except OSError as error:
            raise EnvironmentFault(self.unreadable, file=path.name) from error

    def take_apart(self, text: str, name: str) -> TomlText:
        """The tables of a text; `name` is the file's, which faults bear.

        Raises:
            InputError: it is no TOML at all.
        """
        source = text.removeprefix(_BYTE_ORDER_MARK)
        values = parse_toml(source, name)
        if isinstance(values, Issue):
            raise self.refusal(name, values)
        faults = Faults(name, source)
        return TomlText(values, TomlTable(values, (), faults), faults)

    def refuse_faulty(self, name: str, issues: tuple[Issue, ...]) -> None:
        """Let no text pass that has faults.

        Raises:
            InputError: it has; the issues name every fault by line.
        """
        if issues:
            raise self.refusal(name, *issues)

    def refusal(self, name: str, *issues: Issue) -> InputError:
        """The error that tells what is wrong with a file."""
        return InputError(self.broken, issues, file=name, count=len(issues))
