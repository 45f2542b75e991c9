"""The library as a tree of issue, 栏目, article: plain nodes in `nodes`, Qt's words in `model`, behaviour in `view`."""
