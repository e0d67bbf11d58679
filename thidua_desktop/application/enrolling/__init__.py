"""Đơn vị, cá nhân, hộ: read from lists, and led through renames, mergers and splits."""
