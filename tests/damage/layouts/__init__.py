"""Random layouts: whole invented issues in the forms that converted magazines and newspapers have, with exact truth."""
