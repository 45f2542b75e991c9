"""Describes a range of text so that it can be found again, and finds it again in a text that has changed. Pure."""
