"""交笔记 and 收笔记: notes that go from one person's library to another's as one file."""
