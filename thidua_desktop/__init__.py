"""Thi đua Desktop: the emulation movement of a commune office, from plan to province, offline."""

__version__ = "0.1.0"
