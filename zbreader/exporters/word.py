"""Word documents that can be handed in as they are: A4, the magazine's own form, page numbers, lines to write on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from zbreader.exporters.sheet import NO_NOTES, READING, Entry, IssuePart, Sheet, SheetSection, lay_out
from zbreader.exporters.template import SectionKind
from zbreader.exporters.word_look import DETAIL, FIELD, NOTE, QUOTATION, REMARK, SOURCE, Look, prefer_chinese
from zbreader.exporters.word_package import package
from zbreader.model.study import ExportOptions, NotesDocument


def write(document: NotesDocument, options: ExportOptions) -> bytes:
    """DOCUMENT as a .docx file; the same input gives the same bytes."""
    import docx

    sheet = lay_out(document, options)
    word = docx.Document()
    look = Look(word, sheet.large)
    _Writer(word, look).write(sheet)
    return package(word, title=sheet.title, person=document.person, made=document.made)


class _Writer:
    """Puts one sheet into one empty Word document."""

    def __init__(self, word: Any, look: Look) -> None:
        self._word = word
        self._look = look
        # Looking a style up by name walks all of them: once is enough.
        self._styles = {name: word.styles[name] for name in look.style_names}

    def write(self, sheet: Sheet) -> None:
        self._paragraph(sheet.title, "Title")
        if sheet.byline:
            self._paragraph(sheet.byline, "Subtitle")
        for section in sheet.sections:
            if section.heading:
                self._paragraph(section.heading, "Heading 1")
            self._section(section)

    def _section(self, section: SheetSection) -> None:
        if section.kind is SectionKind.NOTES:
            for issue in section.issues:
                self._issue(issue, level=2 if section.heading else 1)
            if not section.issues:
                self._paragraph(NO_NOTES, REMARK)
        elif section.kind is SectionKind.TABLE:
            self._table([label for label, _ in section.values], section.rows)
        else:
            for label, value in section.values:
                self._field(label, value, 1 if section.kind is SectionKind.FIELDS else section.rows)

    def _issue(self, issue: IssuePart, level: int) -> None:
        if issue.label:
            self._paragraph(issue.label, f"Heading {level}")
        for article in issue.articles:
            if article.title:
                self._paragraph(article.title, f"Heading {level + 1}")
            for entry in article.entries:
                self._entry(entry)

    def _entry(self, entry: Entry) -> None:
        for text in entry.quotation:
            self._paragraph(text, QUOTATION)
        last = self._paragraph(entry.source, SOURCE)
        for number, text in enumerate(entry.reading):
            last = self._paragraph("", NOTE)
            if number == 0:
                last.add_run(READING).bold = True
            prefer_chinese(last.add_run(text))
        details = [f"记录：{entry.person}"] if entry.person else []
        if entry.tags:
            details.append(f"标签：{'、'.join(entry.tags)}")
        if details:
            last = self._paragraph("　".join(details), DETAIL)
        if entry.remark:
            last = self._paragraph(entry.remark, REMARK)
        last.paragraph_format.space_after = self._look.entry_after

    def _field(self, label: str, value: str, blank_lines: int) -> None:
        if value:
            self._paragraph(f"{label}：{value}", FIELD)
            return
        self._paragraph(f"{label}：\t", FIELD)
        for _ in range(blank_lines - 1):
            self._paragraph("\t", FIELD)

    def _table(self, labels: Sequence[str], rows: int) -> None:
        table = self._word.add_table(rows=rows + 1, cols=len(labels), style="Table Grid")
        self._look.finish_table(table)
        for cell, label in zip(table.rows[0].cells, labels, strict=True):
            cell.paragraphs[0].style = self._styles[FIELD]
            cell.paragraphs[0].add_run(label).bold = True

    def _paragraph(self, text: str, style: str) -> Any:
        paragraph = self._word.add_paragraph("", self._styles[style])
        if text:
            prefer_chinese(paragraph.add_run(text))
        return paragraph
