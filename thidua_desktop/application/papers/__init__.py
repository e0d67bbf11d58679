"""Văn bản: official papers as content, the same for PDF and Word, and the builders of each."""
