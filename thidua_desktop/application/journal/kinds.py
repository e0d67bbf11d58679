"""Which operations of the journal took in whole files, and which changed many rows at once."""

from __future__ import annotations

from thidua_desktop.application.records import Operation

IMPORTS = frozenset({"units_imported", "people_imported", "forms_collected"})
DRAFTS = frozenset({"typed_form_kept", "ballots_keyed", "ballots_dropped"})
MANY_ROWS = 20
"""From so many changed rows on an operation counts as a bulk act, whatever it was."""


def is_import(operation: Operation) -> bool:
    """Whether it took in a list or returned forms."""
    return operation.action in IMPORTS


def is_draft(operation: Operation) -> bool:
    """Whether it only kept what was typed so far of a paper form, or of a pile of ballots.

    What the officer did is the taking of the form, the recording of the count; a draft is no step
    of its own on the way back.
    """
    return operation.action in DRAFTS


def is_bulk(operation: Operation) -> bool:
    """Whether it is an import, or changed many rows at once."""
    return is_import(operation) or operation.changes >= MANY_ROWS
