"""Phiếu tự chấm as results: as it is given, as it came back, as it was typed in from paper."""
