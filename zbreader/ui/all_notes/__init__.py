"""全部笔记: every note of the library in one window, and the collections (摘编本) made of them."""
