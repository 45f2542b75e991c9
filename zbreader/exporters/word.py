"""Word documents that can be handed in as they are: a Word template, the sheet's or one's own, filled with notes."""

from __future__ import annotations

from typing import Any

from zbreader.exporters.template import Template, load_template, read_look, template_names
from zbreader.exporters.word_context import context_of
from zbreader.exporters.word_filling import doubting, fill
from zbreader.exporters.word_package import package
from zbreader.model.study import ExportOptions, NotesDocument, WordTemplate
from zbreader.resources import resource


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as a .docx file; the same input gives the same bytes. Raises KnownError for a bad template."""
    sheet = sheet_of(options)
    context = context_of(document, options, sheet)
    template = options.word or built_in(sheet)
    with doubting(template):
        word = fill(template, context)
        if options.large and not sheet.large:
            _enlarge(word)
        return package(word, title=context["标题"], person=document.person, made=document.made)


def sheet_of(options: ExportOptions) -> Template:
    """The sheet that OPTIONS name; for a Word template with a name of its own, the plain one."""
    if options.word is not None and options.template not in template_names():
        return Template(options.template, title="")
    return load_template(options.template)


def built_in(sheet: Template) -> WordTemplate:
    """The Word template that comes with the program for SHEET."""
    return WordTemplate(sheet.name, resource("templates", "word", f"{sheet.key}.docx").read_bytes())


def _enlarge(word: Any) -> None:
    """Multiply every type size that WORD names, in its styles and in its text (half points, ECMA-376, 17.3.2.38)."""
    from docx.oxml.ns import qn

    factor = float(read_look("word.toml")["sizes"]["large_factor"])
    for root in (word.styles.element, word.element):
        for tag in ("w:sz", "w:szCs"):
            for size in root.iter(qn(tag)):
                size.set(qn("w:val"), str(round(int(size.get(qn("w:val"))) * factor)))


def write_as(document: NotesDocument, options: ExportOptions, format: str) -> bytes:
    """DOCUMENT in FORMAT (html, md or txt) as the Word template of OPTIONS lays it out."""
    from zbreader.exporters import word_reading

    data = write(document, options)
    with doubting(options.word or built_in(sheet_of(options))):
        if format == "html":
            return word_reading.to_web(data, options.template)
        return word_reading.to_markdown(data) if format == "md" else word_reading.to_plain_text(data)
