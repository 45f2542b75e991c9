"""Notes out of the window: which, in what form, and how they will look, before a file is written."""
