"""Corrections: what a person put right, laid upon what the rules made of a source."""
