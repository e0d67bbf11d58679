"""Điểm cần xem lại: what a careful reader would notice in the figures and texts of a cycle."""
