"""Hội đồng: its members, its sessions, attendance, votes and what they come to."""
