"""The kinds of values that commands take; what is no such value is told in Vietnamese."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from pathlib import Path

from thidua_desktop.domain.vietnamese.numerals import NumeralError, parse_points

LARGEST = 2**31 - 1
"""No count, number or year of an office comes near it."""

EARLIEST_YEAR, LATEST_YEAR = 1900, 2100
"""No paper of an office bears a day outside these."""

_MOST_POINTS = 10_000_00
_LONGEST_MONEY = 12
_MOST_UNITS = 2_000
_MONEY = re.compile(r"[0-9]+|[0-9]{1,3}(\.[0-9]{3})+")


LONGEST_NAME = 255
"""Bytes in the name of a file, on the usual file systems."""


def points(text: str) -> int:
    """Points on the command line: 8, 8.5 or 8,5 → ×100."""
    try:
        found = parse_points(text).points
    except NumeralError as error:
        raise argparse.ArgumentTypeError(f"điểm không đúng: {text}") from error
    if found > _MOST_POINTS:
        raise argparse.ArgumentTypeError(f"điểm lớn quá 10.000: {text}")
    return found


def day(text: str) -> dt.date:
    """A day as ISO or dd/mm/yyyy."""
    for form in ("%Y-%m-%d", "%d/%m/%Y"):
        try:
            found = dt.datetime.strptime(text, form).replace(tzinfo=dt.UTC).date()
        except ValueError:
            continue
        if not EARLIEST_YEAR <= found.year <= LATEST_YEAR:
            told = f"năm phải từ {EARLIEST_YEAR} đến {LATEST_YEAR}: {text}"
            raise argparse.ArgumentTypeError(told)
        return found
    raise argparse.ArgumentTypeError(f"ngày không đúng: {text} (viết 2026-12-10 hoặc 10/12/2026)")


def count(text: str) -> int:
    """A whole number from 0 to the largest that a register can hold."""
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"cần số nguyên không âm: {text}")
    if len(text) > len(str(LARGEST)) or int(text) > LARGEST:
        raise argparse.ArgumentTypeError(f"số lớn quá {LARGEST}: {text}")
    return int(text)


def few(text: str) -> int:
    """A number of units or the like that one office can have."""
    found = count(text)
    if not 1 <= found <= _MOST_UNITS:
        raise argparse.ArgumentTypeError(f"số phải từ 1 đến {_MOST_UNITS}: {text}")
    return found


def words(text: str) -> str:
    """Free text; a terminal may hand over bytes that are no letters at all."""
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise argparse.ArgumentTypeError("có ký tự không đọc được") from error
    return text


def code(text: str) -> str:
    """A code or key: anything but nothing."""
    if not words(text).strip():
        raise argparse.ArgumentTypeError("không được để trống")
    return text.strip()


def path(text: str) -> Path:
    """A file or folder; nothing does not stand for the folder one is in."""
    named = Path(code(text))
    if any(len(part.encode()) > LONGEST_NAME for part in named.parts):
        raise argparse.ArgumentTypeError("tên tệp hoặc thư mục quá dài")
    if named.exists() and not (named.is_file() or named.is_dir()):
        # Reading a pipe or a device may never end.
        raise argparse.ArgumentTypeError(f"không phải tệp hay thư mục: {text}")
    return named


def workbook_path(text: str) -> Path:
    """A workbook to be written: Excel opens none whose name ends otherwise than its content."""
    named = path(text)
    if named.suffix.lower() != ".xlsx":
        raise argparse.ArgumentTypeError(f"tên tệp cần có đuôi .xlsx: {text}")
    return named


def money(text: str) -> int:
    """Money in đồng: 5000000 or 5.000.000."""
    digits = text.replace(".", "")
    # «1.5» is no money: dots part thousands and nothing else.
    if not _MONEY.fullmatch(text):
        raise argparse.ArgumentTypeError(f"số tiền không đúng: {text}")
    if len(digits) > _LONGEST_MONEY:
        raise argparse.ArgumentTypeError(f"số tiền lớn quá 999.999.999.999 đồng: {text}")
    return int(digits)
