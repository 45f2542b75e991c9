"""Search over the whole library, as one types; and within the article that is open."""
