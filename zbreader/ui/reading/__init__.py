"""The reading pane: typesetting, marks, finding, selecting."""
