"""The panels beside the page: the library, the notes, and the results of a search where they stand by themselves."""
