"""Xếp hạng, xếp loại: ranking a cycle, closing it, and what a closed cycle keeps."""
