"""Chấm điểm: criteria, points, classification and ranking. Integers ×100 only."""
