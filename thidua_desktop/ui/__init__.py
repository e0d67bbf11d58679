"""The window: shows and asks, decides nothing. The only package that knows Qt."""
