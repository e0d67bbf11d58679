"""Phát và thu phiếu: giving forms, judging what comes back, who is late, what is returned."""
