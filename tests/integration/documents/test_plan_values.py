"""A plan written as a file reads as the same plan."""

from __future__ import annotations

import tomllib

import pytest
import tomli_w

from tests.integration.documents.test_plan_file import PLANS
from thidua_desktop.documents.plan_file import FilePlanLibrary, parse_plan
from thidua_desktop.documents.plan_values import keywords_as_written, plan_values

SLUGS = FilePlanLibrary(PLANS).slugs()


@pytest.mark.parametrize("slug", SLUGS)
def test_a_shipped_plan_is_itself_again(slug: str) -> None:
    library = FilePlanLibrary(PLANS)
    plan = library.load(slug)
    written = keywords_as_written(tomllib.loads(library.source(slug)))
    text = tomli_w.dumps(plan_values(plan, written))
    assert parse_plan(text, slug) == plan
    assert '"cơ quan"' in text or "cơ quan" not in written.values()
