"""Plain string functions without domain words: str in, str out. Standard library only."""
