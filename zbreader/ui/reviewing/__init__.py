"""Looking at what changed: notes after their text was replaced, and the source lines behind a passage."""
