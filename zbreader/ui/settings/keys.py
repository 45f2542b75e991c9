"""Names of the settings that the window keeps, each in one place."""

from __future__ import annotations

from dataclasses import asdict

from zbreader.services.settings import PERSON
from zbreader.ui.theme.choices import PageChoices

GEOMETRY = "window.geometry"
PANELS = "window.panels"  # where the panels stand
RESULTS_APART = "window.results_apart"  # whether search results have a panel of their own
SPEED = "speak.speed"  # of reading aloud: 1 is the voice's own
PROJECTOR_ZOOM = "projector.zoom"
PROJECTOR_MARKS = "projector.marks"  # which marks a room is shown: a Shown's value
SPLITTER = "window.splitter"
SHOW_LIBRARY = "window.show_library"
SHOW_NOTES = "window.show_notes"
FIRST_STEPS = "help.first_steps"  # names of the first steps that were done; None before there were any
FIRST_STEPS_CLOSED = "help.first_steps_closed"  # whether their card was put away
UNFOLDED = "window.unfolded"  # list of issue ids
LAST_ARTICLE = "reading.article"
THEME = "reading.theme"
ELDER = "ui.elder"  # 大字模式 (bool)
ELDER_ZOOM = "ui.elder_zoom"  # size of the page's type in it
PAGE = {field: f"reading.{field}" for field in asdict(PageChoices())}  # one for each choice about the page
CITATION = "quote.style"  # a CitationStyle's value
COLOR = "reading.color"  # of the next mark
LANGUAGE = "ui.language"
SAMPLE_OFFERED = "sample.offered"  # true once the sample was brought: a removed sample does not return
EXPORT_FOLDER = "export.folder"
EXPORT_FORMAT = "export.format"
EXPORT_TEMPLATE = "export.template"
EXPORT_MORE = "export.more"  # names of the boxes that are ticked
EXPORT_FIELDS = "export.fields"  # what was filled in last time
PALETTE_RECENT = "palette.recent"  # what was chosen in the command palette, newest first
IMPORT_FOLDER = "import.folder"
PREVIEW_FIRST = "import.preview"  # whether every import from the window is shown before it is made
DESK = "desk.window"  # place and size of the correction desk
DESK_SHARES = "desk.shares"
CORRECTIONS_FOLDER = "desk.folder"
COLLECT_FOLDER = "collect.folder"  # where the last notes of others were looked for
MARGIN_NOTES = "notes.margin"  # whether notes stand beside their lines
NOTES_ORDER = "notes.order"  # of all notes: a NoteOrder's value
NOTES_GROUPING = "notes.grouping"  # a NoteGrouping's value
SEARCH_ORDER = "search.order"  # of results: a SearchOrder's value; the searching service reads it too
SEARCH_VARIANTS = "search.variants"  # whether both writings are one (bool); the searching service reads it too
SEARCH_GROUPED = "search.grouped"  # whether results are gathered by issue

__all__ = [
    "CITATION",
    "COLLECT_FOLDER",
    "COLOR",
    "CORRECTIONS_FOLDER",
    "DESK",
    "DESK_SHARES",
    "ELDER",
    "ELDER_ZOOM",
    "EXPORT_FIELDS",
    "EXPORT_FOLDER",
    "EXPORT_FORMAT",
    "EXPORT_MORE",
    "EXPORT_TEMPLATE",
    "FIRST_STEPS",
    "FIRST_STEPS_CLOSED",
    "GEOMETRY",
    "IMPORT_FOLDER",
    "LANGUAGE",
    "LAST_ARTICLE",
    "MARGIN_NOTES",
    "NOTES_GROUPING",
    "NOTES_ORDER",
    "PAGE",
    "PALETTE_RECENT",
    "PANELS",
    "PERSON",
    "PREVIEW_FIRST",
    "PROJECTOR_MARKS",
    "PROJECTOR_ZOOM",
    "RESULTS_APART",
    "SAMPLE_OFFERED",
    "SEARCH_GROUPED",
    "SEARCH_ORDER",
    "SEARCH_VARIANTS",
    "SHOW_LIBRARY",
    "SHOW_NOTES",
    "SPEED",
    "SPLITTER",
    "THEME",
    "UNFOLDED",
]
