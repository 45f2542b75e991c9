"""The panel of an article's notes: list, filter and editor."""
