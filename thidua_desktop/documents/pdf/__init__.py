"""Printed papers by Nghị định 30/2020/NĐ-CP."""
