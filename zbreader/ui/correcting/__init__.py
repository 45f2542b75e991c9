"""The correction desk: source lines on the left, the structure made of them on the right, doubts below."""
