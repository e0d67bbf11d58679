"""The program as a process of its own, always of the tree that the test stands in.

What an environment installed may stand before `PYTHONPATH`; a worktree would then test another
tree's program. The folder is written in ASCII: under another alphabet an argument can hold no more.
"""

from __future__ import annotations

import sys

from tests.architecture.sources import ROOT

_START = (
    f"import runpy, sys; sys.path.insert(0, {str(ROOT)!a}); "
    "runpy.run_module('thidua_desktop', run_name='__main__', alter_sys=True)"
)

PROGRAM = (sys.executable, "-P", "-c", _START)
"""What its words are added to, as `run.py` starts it: without the folder it is started in."""
