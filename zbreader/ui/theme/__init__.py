"""Themes: colours, type and icons. Their values live in resources/themes and resources/icons, their names here."""
