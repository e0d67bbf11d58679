"""Danh sách Excel as offices write them: columns by meaning, group rows, totals, doubts by cell."""
