"""Bringing issues in: by menu, by dropping files on the window, by the command line; and how far it is."""
