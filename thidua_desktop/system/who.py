"""Who works at which machine, as the journal records it."""

from __future__ import annotations

import getpass
import socket


def actor() -> str:
    """«user@machine»; «?» where the system does not say."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError, ImportError):  # by version and system, each says it another way
        user = "?"
    return f"{user}@{socket.gethostname()}"
