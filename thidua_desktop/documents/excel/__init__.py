"""Workbooks: unit forms out and in, lists in, the province's summary out."""
