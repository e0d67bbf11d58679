"""Đề nghị khen thưởng: who may get what, the line of the quota, and what stands against it."""
