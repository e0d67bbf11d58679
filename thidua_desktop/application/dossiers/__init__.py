"""Hồ sơ: its papers written, compared, checked at the gate and packed."""
