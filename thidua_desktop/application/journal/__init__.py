"""Nhật ký: undoing what was done, and saying it in words."""
