"""Biểu của tỉnh: a stranger's workbook pointed at once, and filled from then on."""
