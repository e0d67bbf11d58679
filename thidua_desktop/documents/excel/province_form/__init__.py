"""Strangers' workbooks filled by changing only the cells that are asked for."""
