"""One page for each step of the year; built when first shown."""
