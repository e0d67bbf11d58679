"""Sổ khen thưởng và quỹ: what was given, paid, and is left."""
