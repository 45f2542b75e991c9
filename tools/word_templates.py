"""Builds the Word templates from the sheets: `python -m tools.word_templates` writes resources/templates/word/.

A leader may open any of them in Word and change everything but the words between {{ }} and {% %}.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import docx
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.shared import Pt

from tools.word_look import (
    CARD,
    CARD_SOURCE,
    CONTENTS,
    DETAIL,
    FIELD,
    GAP,
    LABEL,
    NOTE,
    QUOTATION,
    REMARK,
    RULED,
    SOURCE,
    Look,
    prefer_chinese,
)
from zbreader.exporters.template import Section, SectionKind, Template, field_name, load_template, template_names
from zbreader.exporters.word_package import package

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources/templates/word"
MIDDLE = WD_CELL_VERTICAL_ALIGNMENT.CENTER
LABEL_WIDTH = 3.3  # centimetres; seven characters stand on one line
# Share of the measure that a table's column takes; the others share what is left.
SHARES = {
    **{
        "序号": 0.08,
        "日期": 0.13,
        "形式": 0.125,
        "篇目": 0.195,
        "领学人": 0.1,
        "应到": 0.08,
        "实到": 0.08,
        "补学": 0.13,
    },
    **{"主题（类别）": 0.2, "事项": 0.46, "原话": 0.6},
}


def build(name: str) -> bytes:
    """The template for the sheet NAME."""
    sheet = load_template(name)
    word = docx.Document()
    _Builder(word, Look(word, sheet.large), sheet).build()
    return package(word, title=sheet.name, person="", made="")


class _Builder:
    """Writes one sheet as a template into one empty document."""

    def __init__(self, word: Any, look: Look, sheet: Template) -> None:
        self._word, self._look, self._sheet = word, look, sheet

    def build(self) -> None:
        kinds = [section.kind for section in self._sheet.sections]
        if SectionKind.COVER not in kinds:
            self._add("{{标题}}", "Title")
            if SectionKind.FIELDS not in kinds:
                self._add("{{落款}}", "Subtitle")
        build: dict[SectionKind, Callable[[Section], None]] = {
            SectionKind.FIELDS: self._fields,
            SectionKind.NOTES: self._notes,
            SectionKind.LINES: self._lines,
            SectionKind.TABLE: self._table,
            SectionKind.CARDS: self._cards,
            SectionKind.COVER: self._cover,
            SectionKind.CONTENTS: self._contents,
            SectionKind.TEXTS: self._texts,
        }
        for place, section in enumerate(self._sheet.sections):
            if section.heading:
                self._add(section.heading, "Heading 1")
            elif place and section.kind not in (SectionKind.NOTES, SectionKind.CARDS):
                self._add("", GAP)  # two tables without a paragraph between them would become one
            build[section.kind](section)

    def _fields(self, section: Section) -> None:
        rows: list[list[str]] = []
        for label in section.labels:
            if label not in section.wide and rows and len(rows[-1]) == 1 and rows[-1][0] not in section.wide:
                rows[-1].append(label)
            else:
                rows.append([label])
        table = self._word.add_table(rows=len(rows), cols=4, style="Table Grid")
        half = self._look.measure / 2 - LABEL_WIDTH
        self._look.set_widths(table, [LABEL_WIDTH, half, LABEL_WIDTH, half])
        for row, labels in zip(table.rows, rows, strict=True):
            row.height = self._look.line_height()
            cells = row.cells
            if len(labels) == 1:
                cells[1].merge(cells[3])
            for place, label in enumerate(labels):
                self._label(cells[2 * place], label)
                self._fill(cells[2 * place + 1], f"{{{{{field_name(label)}}}}}")
                # After the shade: the schema wants it behind.
                cells[2 * place].vertical_alignment = cells[2 * place + 1].vertical_alignment = MIDDLE

    def _lines(self, section: Section) -> None:
        table = self._word.add_table(rows=len(section.labels), cols=2, style="Table Grid")
        self._look.set_widths(table, [LABEL_WIDTH, self._look.measure - LABEL_WIDTH])
        for row, label in zip(table.rows, section.labels, strict=True):
            row.height = self._look.line_height() * section.rows
            self._label(row.cells[0], label)
            tags = [f"{{%p for 段 in {field_name(label)}|分段 %}}", "{{段}}", "{%p endfor %}"]
            self._fill(row.cells[1], *tags)

    def _table(self, section: Section) -> None:
        labels = section.labels
        table = self._word.add_table(rows=4, cols=len(labels), style="Table Grid")
        self._look.set_widths(table, self._widths(labels))
        self._look.repeat_head(table)
        head, before, row, after = table.rows
        for cell, label in zip(head.cells, labels, strict=True):
            self._label(cell, label)
        self._fill(before.cells[0], f"{{%tr for 行 in {section.name} %}}")
        row.height = self._look.line_height()
        for cell, label in zip(row.cells, labels, strict=True):
            self._fill(cell, f"{{{{行.{field_name(label)}}}}}")
        self._fill(after.cells[0], "{%tr endfor %}")

    def _notes(self, section: Section) -> None:
        level = 2 if section.heading else 1
        self._add("{%p if 没有笔记 %}", FIELD)
        if any(one.kind is SectionKind.FIELDS for one in self._sheet.sections):
            if not section.heading:
                self._add("", GAP)  # the lines would stand right below the table
            for text in ("原文：\t", "\t", "——出处：\t", "【解读】\t", "\t", "\t"):
                self._add(text, RULED)  # a form is filled in by hand
        else:
            self._add("{{没有笔记}}", REMARK)
        self._add("{%p endif %}", FIELD)
        self._add("{%p for 期 in 期刊 %}", FIELD)
        self._if("期.期号", f"Heading {level}", "{{期.期号}}")
        self._add("{%p for 篇 in 期.篇目 %}", FIELD)
        self._if("篇.标题", f"Heading {level + 1}", "{{篇.标题}}")
        self._add("{%p for 条 in 篇.摘录 %}", FIELD)
        self._each("段", "条.原文各段", QUOTATION)
        self._add("——{{条.出处}}", SOURCE)
        self._add("{%p if 条.解读 %}", FIELD)
        reading = self._add("", NOTE)
        reading.add_run("{{解读标记}}").bold = True
        prefer_chinese(reading.add_run("{{条.解读首段}}"))
        self._each("段", "条.解读余段", NOTE)
        self._add("{%p endif %}", FIELD)
        self._if("条.附注", DETAIL, "{{条.附注}}")
        self._if("条.引用", DETAIL, "引用：{{条.引用}}")
        self._if("条.校订提示", REMARK, "{{条.校订提示}}")
        self._add("", GAP)
        for _ in range(3):
            self._add("{%p endfor %}", FIELD)

    def _cards(self, section: Section) -> None:
        self._if("没有笔记", REMARK, "{{没有笔记}}")
        self._add("{%p for 条 in 摘录 %}", FIELD)
        table = self._word.add_table(rows=1, cols=1, style="Table Grid")
        self._look.set_widths(table, [self._look.measure])
        self._look.keep_row(table.rows[0])
        cell = table.rows[0].cells[0]
        self._fill(cell, "{%p for 段 in 条.原文各段 %}", "{{段}}", "{%p endfor %}", style=CARD)
        self._fill_more(cell, "——{{条.出处}}", CARD_SOURCE)
        self._add("", GAP)
        self._add("{%p endfor %}", FIELD)

    def _cover(self, section: Section) -> None:
        title = self._add("{{标题}}", "Title")
        title.paragraph_format.space_before = Pt(self._look.cover_before)
        title.runs[0].font.size = Pt(self._look.cover_size)
        self._add("{{所在党支部}}", "Subtitle")
        last = self._add("{{落款}}", "Subtitle")
        last.add_run().add_break(WD_BREAK.PAGE)

    def _contents(self, section: Section) -> None:
        self._add("{%p for 项 in 目录 %}", FIELD)
        line = self._add("{{loop.index}}. {{项.篇目}}　", CONTENTS)
        prefer_chinese(line.add_run("{{项.期号}}"))
        self._add("{%p endfor %}", FIELD)

    def _texts(self, section: Section) -> None:
        self._add("{%p for 篇 in 全文 %}", FIELD)
        self._add("{{篇.标题}}", "Heading 1")
        self._add("{{篇.期号}}　{{篇.作者}}", DETAIL)
        self._add("{%p for 段 in 篇.各段 %}", FIELD)
        self._add("{%p if 段.小标题 %}", FIELD)
        self._add("{{段.文字}}", "Heading 2")
        self._add("{%p else %}", FIELD)
        self._add("{{段.文字}}", NOTE)
        for end in ("{%p endif %}", "{%p endfor %}", "{%p endfor %}"):
            self._add(end, FIELD)

    def _widths(self, labels: Sequence[str]) -> list[float]:
        taken = sum(SHARES.get(label, 0.0) for label in labels)
        free = [label for label in labels if label not in SHARES]
        rest = (1 - taken) / len(free) if free else 0.0
        return [self._look.measure * (SHARES.get(label) or rest) for label in labels]

    def _if(self, condition: str, style: str, text: str) -> None:
        self._add(f"{{%p if {condition} %}}", FIELD)
        self._add(text, style)
        self._add("{%p endif %}", FIELD)

    def _each(self, name: str, items: str, style: str) -> None:
        self._add(f"{{%p for {name} in {items} %}}", FIELD)
        self._add(f"{{{{{name}}}}}", style)
        self._add("{%p endfor %}", FIELD)

    def _label(self, cell: Any, text: str) -> None:
        self._look.shade(cell)
        self._fill(cell, text, style=LABEL)

    def _fill(self, cell: Any, *texts: str, style: str = FIELD) -> None:
        first, *others = texts
        cell.paragraphs[0].style = self._word.styles[style]
        prefer_chinese(cell.paragraphs[0].add_run(first))
        for text in others:
            self._fill_more(cell, text, style)

    def _fill_more(self, cell: Any, text: str, style: str) -> None:
        prefer_chinese(cell.add_paragraph("", self._word.styles[style]).add_run(text))

    def _add(self, text: str, style: str) -> Any:
        paragraph = self._word.add_paragraph("", self._word.styles[style])
        if text:
            prefer_chinese(paragraph.add_run(text))
        return paragraph


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name in template_names():
        (FOLDER / f"{load_template(name).key}.docx").write_bytes(build(name))


if __name__ == "__main__":
    main()
