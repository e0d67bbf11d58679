"""Minh chứng: files tied to units and criteria, looked at, exported, missed."""
