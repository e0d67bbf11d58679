"""Thẩm định: the office's points beside the unit's own, and the council's beside both."""
