"""The program as a process of its own, always of the tree that the test stands in.

What an environment installed may stand before `PYTHONPATH`; a worktree would then test another
tree's program. The folder is handed over as bytes: under another alphabet it has no other name.
"""

from __future__ import annotations

import os
import sys

from tests.architecture.sources import ROOT

_START = (
    f"import os, runpy, sys; sys.path.insert(0, os.fsdecode({os.fsencode(ROOT)!r})); "
    "runpy.run_module('thidua_desktop', run_name='__main__', alter_sys=True)"
)

PROGRAM = (sys.executable, "-P", "-c", _START)
"""What its words are added to, as `run.py` starts it: without the folder it is started in."""
