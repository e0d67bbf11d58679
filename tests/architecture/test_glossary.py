"""One name for one thing: `docs/glossary.md` and the code say the same."""

from __future__ import annotations

import ast
import re
import tomllib
from collections import Counter
from functools import cache
from typing import NamedTuple

from tests.architecture.sources import PACKAGE, ROOT, classes, name_of, python_files, tree
from thidua_desktop.ui.pages.registry import PAGES

GLOSSARY = ROOT / "docs" / "glossary.md"
DOMAIN = PACKAGE / "domain"
RESOURCES = ROOT / "resources"
MIGRATIONS = ROOT / "db" / "migrations"

PLUMBING = {
    "AddressedName": "a name with its form of address, for reading lists",
    "Answer": "what one criterion's method is asked",
    "Cap": "one row of the table of lowered classes",
    "Conflict": "an error",
    "DateError": "an error",
    "EnvironmentFault": "an error",
    "Evaluation": "points with their reasons",
    "InputError": "an error",
    "Issue": "a fault by cell",
    "NamedSubject": "a name with what tells it from a namesake",
    "NameParts": "family, middle and given name",
    "NotFound": "an error",
    "Note": "a sentence of a rule pack",
    "NumeralError": "an error",
    "ParsedPoints": "points as read",
    "Query": "what is searched for",
    "Corpus": "texts read for comparing",
    "ReadText": "a text as words",
    "RankedRow": "one row of a result",
    "Reason": "one step of an explanation",
    "RuleViolation": "an error",
    "ScoreLine": "points beside one criterion",
    "Severity": "how much a fault weighs",
    "Source": "where a rule stands",
    "ThiDuaError": "the family of errors",
    "UnitFacts": "what ranking knows of a unit",
    "UnitStanding": "the figures that ranking sorts",
    "YearOnly": "a year of birth without a day",
    "LatePenalty": "two figures of the policy",
    "Tie": "units with one total",
    "Box": "a rectangle on a sheet",
    "Face": "a face of type",
    "FittedText": "a text as its line takes it",
    "PlacedText": "a line of type at its place",
    "Placement": "all lines of type of one sheet",
    "Sheet": "a page ready to be drawn",
    "Stroke": "a thin line on a test sheet",
}
"""Public classes of the domain that name no thing of the field, with what they are."""

PLUMBING_TABLES = {"dataset", "open_operation", "change", "attachment"}
"""Tables that name no thing of the field."""

LEGAL_CODES = {
    *("giay_khen", "giay_khen_xa", "bang_khen_tinh", "bang_khen_thu_tuong"),
    *("co_thi_dua_tinh", "co_thi_dua_chinh_phu", "huan_chuong_lao_dong"),
    *("to_trinh", "bien_ban", "quyet_dinh", "danh_hieu", "hinh_thuc", "khoi_thi_dua"),
    *("xa", "phuong", "dac_khu"),
    *("cong_trang", "dot_xuat", "phong_trao", "chuyen_de", "cong_hien", "nien_han", "doi_ngoai"),
}
"""Legal instruments that English blurs keep their Vietnamese name (design, section 2)."""

OUR_OWN_NAME = {"thi_dua_error"}
"""The program is called Thi đua Desktop, and so is its family of errors."""

FOLDED_WORDS = (
    *("don_vi", "tieu_chi", "diem", "phieu", "ky", "khen", "thuong", "thi_dua", "hoi_dong"),
    *("ke_hoach", "tham_dinh", "xep_hang", "xep_loai", "minh_chung", "thuyet_minh", "bao_cao"),
    *("ca_nhan", "tap_the", "ho_gia_dinh", "doanh_nghiep", "nhom", "khoi", "de_nghi", "bo_phieu"),
    *("so_ket", "tong_ket", "cham", "ngay", "nam", "thang", "noi_dung", "van_ban", "mau"),
)
"""Words of the field without marks: as an identifier each would be a second name of a thing."""


class Row(NamedTuple):
    """One line of the glossary."""

    identifiers: tuple[str, ...]
    term: str
    meaning: str
    source: str


@cache
def rows() -> tuple[Row, ...]:
    found = []
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split(" | ")]
        if line.startswith("| `") and len(cells) == 4:
            found.append(Row(tuple(re.findall(r"`([^`]+)`", cells[0])), *cells[1:]))
    return tuple(found)


@cache
def identifiers() -> frozenset[str]:
    return frozenset(name for row in rows() for name in row.identifiers)


def is_enum(cls: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and "Enum" in base.id for base in cls.bases)


def public_classes() -> dict[str, ast.ClassDef]:
    return {
        cls.name: cls
        for path in python_files(DOMAIN)
        for cls in classes(tree(path))
        if not cls.name.startswith("_")
    }


def members(cls: ast.ClassDef) -> list[str]:
    """The members of an enum as `Class.MEMBER`."""
    names = [node.targets[0] for node in cls.body if isinstance(node, ast.Assign)]
    return [f"{cls.name}.{name.id}" for name in names if isinstance(name, ast.Name)]


def tables() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in MIGRATIONS.glob("*.sql"))
    return set(re.findall(r"CREATE TABLE (\w+)", text))


def data_files(folder: str) -> list[dict[str, object]]:
    paths = sorted((RESOURCES / folder).glob("*.toml"))
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in paths]


def codes_in(files: list[dict[str, object]], part: str, key: str) -> set[str]:
    """The values of one key in one part of all files."""
    found = set()
    for file in files:
        part_rows = file.get(part, [])
        assert isinstance(part_rows, list)
        found |= {str(row[key]) for row in part_rows if key in row}
    return found


def test_the_glossary_is_read_whole() -> None:
    """A row that is not understood would silently be no row."""
    lines = GLOSSARY.read_text(encoding="utf-8").splitlines()
    data = [line for line in lines if line.startswith("|") and "---" not in line]
    heads = [line for line in data if line.startswith("| Identifier |")]
    assert len(rows()) + len(heads) == len(data)
    assert len(rows()) > 100


def test_every_thing_of_the_domain_is_in_the_glossary() -> None:
    known = identifiers() | PLUMBING.keys()
    missing = [name for name in public_classes() if name not in known]
    missing += [
        member
        for name, cls in public_classes().items()
        if is_enum(cls) and name not in PLUMBING
        for member in members(cls)
        if member not in identifiers()
    ]
    assert missing == []


def test_plumbing_is_plumbing() -> None:
    """A word of the list exists, and is not in the glossary too."""
    assert [name for name in PLUMBING if name not in public_classes()] == []
    assert sorted(PLUMBING.keys() & identifiers()) == []


def test_tables_pages_groups_and_awards_are_in_the_glossary() -> None:
    plans, packs = data_files("plans"), data_files("rule_packs")
    wanted = tables() - PLUMBING_TABLES
    wanted |= {spec.key for spec in PAGES}
    wanted |= codes_in(plans, "groups", "code") | codes_in(plans, "audiences", "code")
    wanted |= codes_in(plans, "ladder", "award") | codes_in(plans, "quotas", "award")
    wanted |= codes_in(plans, "duties", "kind") | codes_in(packs, "award_forms", "code")
    assert sorted(wanted - identifiers()) == []
    assert packs


def test_awards_are_called_as_the_rule_packs_call_them() -> None:
    names = {name: row.term for row in rows() for name in row.identifiers}
    different = []
    for pack in data_files("rule_packs"):
        forms = pack["award_forms"]
        assert isinstance(forms, list)
        different += [form["name"] for form in forms if names[form["code"]] != form["name"]]
    assert different == []


def test_every_identifier_exists() -> None:
    """In the code as a word, in the data as a code, or in the database as a table."""
    texts = [path.read_text(encoding="utf-8") for path in python_files(PACKAGE)]
    texts += [p.read_text(encoding="utf-8") for p in sorted(RESOURCES.rglob("*.toml"))]
    texts += [p.read_text(encoding="utf-8") for p in sorted(MIGRATIONS.glob("*.sql"))]
    words = set(re.findall(r"\w+", "\n".join(texts)))
    of_enums = {m for cls in public_classes().values() if is_enum(cls) for m in members(cls)}
    gone = [
        name
        for name in sorted(identifiers())
        if (name not in of_enums if "." in name else name not in words)
    ]
    assert gone == []


def test_no_thing_has_two_names_and_no_name_two_things() -> None:
    terms = Counter(row.term.casefold() for row in rows())
    assert [term for term, count in terms.items() if count > 1] == []
    names = Counter(name for row in rows() for name in row.identifiers)
    assert [name for name, count in names.items() if count > 1] == []


def test_every_row_is_filled() -> None:
    assert [row for row in rows() if not all((row.identifiers, row.term, row.meaning))] == []
    assert [row.identifiers for row in rows() if not row.source] == []


def own_names(module: ast.Module) -> set[str]:
    """What a module names itself: classes, functions, parameters, variables, attributes."""
    found = set()
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.arg):
            found.add(node.arg)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            found.add(node.attr)
    return found


def vietnamese_in(name: str) -> bool:
    """Whether a name holds a folded word of the field as whole words, legal codes apart."""
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower().strip("_")
    if words in LEGAL_CODES | OUR_OWN_NAME:
        return False
    return any(f"_{word}_" in f"_{words}_" for word in FOLDED_WORDS)


def test_what_counts_as_a_vietnamese_name() -> None:
    verdicts = {name: vietnamese_in(name) for name in ("so_diem", "DonVi", "_KY", "diemension")}
    assert verdicts == {"so_diem": True, "DonVi": True, "_KY": True, "diemension": False}
    assert [name for name in LEGAL_CODES if vietnamese_in(name)] == []


def test_identifiers_are_english_but_for_legal_instruments() -> None:
    found = {
        f"{name_of(path)}: {name}"
        for path in python_files(PACKAGE)
        for name in own_names(tree(path))
        if vietnamese_in(name)
    }
    assert sorted(found) == []
    assert sorted(table for table in tables() if vietnamese_in(table)) == []


def test_legal_codes_are_in_the_glossary_or_on_the_way() -> None:
    """The list of allowed codes does not outlive its codes."""
    assert sorted(LEGAL_CODES - identifiers() - {"giay_khen", "khoi_thi_dua"}) == []
