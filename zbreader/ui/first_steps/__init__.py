"""The first steps: what a newcomer does once, ticked off as it is done."""
