"""Kỳ: opening one, and what it asks: its units, its criteria, the points of the year before.

Closing stands above the ranking, in `results`.
"""
