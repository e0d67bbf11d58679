"""Giấy khen on pre-printed blanks: where each line stands, how it is fitted, its golden number."""
