"""Căn cứ pháp lý: the rules that hold in this office, and the office's own among them."""
