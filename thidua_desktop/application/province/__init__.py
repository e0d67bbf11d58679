"""Báo cáo tỉnh: the summary and the lists of proposals in the columns that provinces ask for."""
