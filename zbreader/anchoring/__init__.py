"""Describes a range of text so that it can be found again, and finds it again in a text that has changed. Pure."""

from zbreader.anchoring.describe import describe
from zbreader.anchoring.resolve import resolve, resolve_all

__all__ = ["describe", "resolve", "resolve_all"]
