"""Small widgets without domain words."""
