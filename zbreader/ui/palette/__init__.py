"""The command palette: everything the menus hold, the issues and the articles, found by a few letters."""
