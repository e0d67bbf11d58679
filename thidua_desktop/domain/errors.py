"""The error taxonomy: every failure a person can meet has a stable code and data, never a sentence.

The Vietnamese sentence for each code lives in ``resources/text``. Anything that is not a
`ThiDuaError` is a bug and ends in the crash handler.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thidua_desktop.domain.reasons import Issue, Value


class ThiDuaError(Exception):
    """A failure that the program foresees and can explain.

    Attributes:
        code: the stable key of the sentence in ``resources/text``.
        data: the values that the sentence names.
    """

    def __init__(self, code: str, /, **data: Value) -> None:
        super().__init__(code, dict(data))
        self.code = code
        self.data: Mapping[str, Value] = data


class RuleViolation(ThiDuaError):
    """The law, the plan or the office's own rule says no.

    Attributes:
        article: where the rule stands, such as «Điều 33 khoản 5 Nghị định 152/2025/NĐ-CP».
    """

    def __init__(self, code: str, /, article: str = "", **data: Value) -> None:
        super().__init__(code, article=article, **data)
        self.article = article


class InputError(ThiDuaError):
    """What the user gave is wrong; every fault is listed, not only the first.

    Attributes:
        issues: all faults with file, sheet, cell and code.
    """

    def __init__(self, code: str, /, issues: Sequence[Issue] = (), **data: Value) -> None:
        super().__init__(code, **data)
        self.issues = tuple(issues)


class NotFound(ThiDuaError):
    """A thing that the user named does not exist."""


class Conflict(ThiDuaError):
    """A thing exists already, or was changed by something else meanwhile."""


class EnvironmentFault(ThiDuaError):
    """The machine is in the way: disk full, file open in Excel, database locked or newer."""
