"""Table models: lists of immutable records, sorted and filtered by themselves."""
