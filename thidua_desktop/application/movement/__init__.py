"""Sổ phong trào: exemplars, inspections and activities of the year."""
