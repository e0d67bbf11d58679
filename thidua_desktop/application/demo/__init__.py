"""Năm mẫu: a whole year of one commune on its real plan, with made-up units."""
