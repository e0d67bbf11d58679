"""Dialogs: each gives back a value, or `None` when left."""
