"""Kế hoạch: the plan in force, the office's facts, its class levels and its working days."""
