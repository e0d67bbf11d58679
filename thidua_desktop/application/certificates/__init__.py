"""Giấy khen on blanks: who gets one, its number in the golden register, and printing it."""
