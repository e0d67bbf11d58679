"""What the officer wants to do: one module per goal; what it needs from outside is in `ports`."""
