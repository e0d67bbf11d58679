"""Điểm cần xem lại: what an appraiser should look at twice; it tells, and decides nothing."""
