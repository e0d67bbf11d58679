"""Wrong usage and help in Vietnamese: the library behind the command line knows only English."""

from __future__ import annotations

import re

_FAULTS = (
    (r"the following arguments are required: (.+)", r"còn thiếu \1"),
    (r"unrecognized arguments: (.+)", r"không hiểu {\1}"),
    (r"one of the arguments (.+) is required", r"cần một trong: \1"),
    (r"argument (\S+): not allowed with argument (\S+)", r"không dùng \1 cùng với \2"),
    (r"argument (\S+): expected one argument", r"\1 cần một giá trị"),
    (r"argument (\S+): expected at least one argument", r"\1 cần ít nhất một giá trị"),
    (r"argument (\S+): invalid int value: '(.*)'", r"\1 cần số nguyên, không phải {\2}"),
    (
        r"argument (\S+): invalid choice: '(.*)' \(choose from (.+)\)",
        r"\1 không có lựa chọn {\2}; chọn một trong: \3",
    ),
    (r"argument (\S+): invalid \S+ value: '(.*)'", r"\1 không có lựa chọn {\2}"),
    (r"argument (\S+): (.+)", r"\1: \2"),
)
_HELP = (
    ("usage: ", "cách dùng: "),
    ("positional arguments:", "tham số:"),
    ("options:", "tùy chọn:"),
    ("show this help message and exit", "xem cách dùng"),
)

_NAME_ALONE = re.compile(r"^( {4}[a-z]+)\n +(?=\S)", re.MULTILINE)
"""The library puts the longest of the commands' first words on a line of its own."""


def fault_words(message: str) -> str:
    """What was wrong with the words of a command."""
    for english, vietnamese in _FAULTS:
        found = re.fullmatch(english, message)
        if found:
            return found.expand(vietnamese).replace("{", "«").replace("}", "»")
    return message


def help_words(text: str) -> str:
    """The help of a command."""
    for english, vietnamese in _HELP:
        text = text.replace(english, vietnamese)
    return _NAME_ALONE.sub(r"\1  ", text)
