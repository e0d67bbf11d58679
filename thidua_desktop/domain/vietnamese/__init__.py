"""Vietnamese text: how it is cleaned, found, ordered, counted and dated."""
