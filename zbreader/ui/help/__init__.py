"""The sheet of keys, the guide, and who we are."""
