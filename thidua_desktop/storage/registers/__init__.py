"""The registers of the office: one module per noun, rows to domain objects and back."""
