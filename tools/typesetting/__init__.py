"""Sets a manuscript as a converted issue would look, and keeps the truth about every line it prints."""
