"""The library as a tree: issue → 栏目 → article. Plain nodes in `nodes`, Qt's translation in `model`, behaviour in `view`."""
