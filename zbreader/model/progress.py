"""How far an article was read."""

READ_TO_THE_END = 0.98  # fraction from which an article counts as read: the last lines rarely reach the top of the page
