"""One way out: notes become a document. One format per file; what is heavy is loaded when it is first written."""

from __future__ import annotations

from zbreader.exporters.citation import cite
from zbreader.exporters.registry import Exporter, registry
from zbreader.exporters.template import known_fields, load_template, template_names
from zbreader.model.study import ExportOptions, NotesDocument, WordTemplate

__all__ = [
    "ExportOptions",
    "Exporter",
    "cite",
    "known_fields",
    "load_template",
    "own_fields",
    "registry",
    "template_names",
    "write_own",
]


def own_fields(template: WordTemplate) -> list[str]:
    """The fields that a Word template asks for beyond those of the sheets. Raises KnownError when it is broken."""
    from zbreader.exporters import word_filling

    return word_filling.own_fields(template)


def write_own(document: NotesDocument, options: ExportOptions, format: str) -> bytes:
    """DOCUMENT in FORMAT (docx, html, md or txt) as the person's own Word template in OPTIONS lays it out."""
    from zbreader.exporters import word

    return word.write(document, options) if format == "docx" else word.write_as(document, options, format)
