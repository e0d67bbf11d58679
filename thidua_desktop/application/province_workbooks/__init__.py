"""What a province's workbook is, how it is pointed at, and what is written into a copy."""
