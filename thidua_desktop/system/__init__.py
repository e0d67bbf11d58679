"""The machine: paths, settings, logging, clock, crash handling."""
