"""学习会: the list of sessions, their plan and record, what the group made of its articles, and the wall."""
