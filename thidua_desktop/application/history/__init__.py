"""Tra cứu: every unit and person through the years."""
