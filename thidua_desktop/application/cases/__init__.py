"""Vụ việc, kỷ luật, khen thưởng trước đây, sáng kiến: recorded, concluded, taken out."""
