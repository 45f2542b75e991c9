"""Damaged issues with known truth: how they are scored, and how to damage them further. For tests only."""
