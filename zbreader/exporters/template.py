"""Sheets: which fields and sections a document has. They are TOML files, so that a branch can change their words."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from enum import Enum
from typing import Any

from zbreader.model.errors import KnownError
from zbreader.resources import resource

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

MOST_ROWS = 200  # blank lines or table rows of one section


class SectionKind(str, Enum):
    """What a section of a sheet shows."""

    FIELDS = "fields"  # label and value, one line each
    NOTES = "notes"  # the notes themselves
    LINES = "lines"  # a label and some blank lines to write on
    TABLE = "table"  # labels as column heads and some rows
    CARDS = "cards"  # each quotation with its source, framed
    COVER = "cover"  # title, who and when on a page of their own
    CONTENTS = "contents"  # the articles by name
    TEXTS = "texts"  # the articles themselves, whole


HOLDS_NOTES = frozenset({SectionKind.NOTES, SectionKind.CARDS})


@dataclass(frozen=True, slots=True)
class Section:
    """One section: its heading (may be empty), its labels, and how many blank lines or rows it offers."""

    kind: SectionKind
    heading: str = ""
    labels: tuple[str, ...] = ()
    rows: int = 1
    name: str = ""  # of a table: under which its rows are given
    wide: tuple[str, ...] = ()  # fields that get a whole line


@dataclass(frozen=True, slots=True)
class Template:
    """One sheet. An empty title leaves the document its own; large type is for those whose eyes are old."""

    name: str
    title: str = ""
    sections: tuple[Section, ...] = (Section(SectionKind.NOTES),)
    large: bool = False
    key: str = ""  # its file's name without the ending

    @property
    def holds_notes(self) -> bool:
        """Whether notes stand in it."""
        return any(section.kind in HOLDS_NOTES for section in self.sections)

    @property
    def holds_texts(self) -> bool:
        """Whether whole articles stand in it."""
        return any(section.kind is SectionKind.TEXTS for section in self.sections)

    @property
    def table(self) -> Section | None:
        """The section that a spreadsheet shows: its table, where it has one and no notes."""
        tables = [section for section in self.sections if section.kind is SectionKind.TABLE]
        return tables[0] if tables and not self.holds_notes else None


def template_names() -> list[str]:
    """Names of all sheets, the default one first."""
    return [template.name for template in _all_templates().values()]


def load_template(name: str) -> Template:
    """The sheet called NAME (or whose file is called NAME). Raises KnownError when there is none."""
    templates = _all_templates()
    for key, template in templates.items():
        if name in (key, template.name):
            return template
    raise KnownError(
        "没有名为“{name}”的模板。请从这些里选：{names}。",
        name=name,
        names="、".join(t.name for t in templates.values()),
    )


def read_template(text: str, source: str) -> Template:
    """Read one sheet from TOML; SOURCE names it in errors. Raises KnownError when it is not a sheet."""
    try:
        raw = tomllib.loads(text)
        sections = tuple(_section(entry) for entry in raw["section"])
        key = source.rpartition(".")[0]
        return Template(str(raw["name"]), str(raw.get("title", "")), sections, bool(raw.get("large", False)), key)
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise KnownError(
            "模板文件 {source} 写得不对（{error}）。请改正或删去它。", source=source, error=error
        ) from error


def read_look(*parts: str) -> dict[str, Any]:
    """The values (sizes, fonts, colours) of one look file in resources/templates."""
    look: dict[str, Any] = tomllib.loads(resource("templates", *parts).read_text(encoding="utf-8"))
    return look


def _section(entry: dict[str, Any]) -> Section:
    labels = tuple(str(label) for label in entry.get("labels", ()))
    rows = min(max(int(entry.get("rows", 1)), 1), MOST_ROWS)
    heading = str(entry.get("heading", ""))
    wide = tuple(str(label) for label in entry.get("wide", ()))
    return Section(SectionKind(entry["kind"]), heading, labels, rows, str(entry.get("name", heading)), wide)


def field_name(label: str) -> str:
    """By which name a label's value goes in templates: what stands in brackets is only an explanation."""
    return label.partition("（")[0].strip()


def known_fields() -> list[str]:
    """The names of all fields that any sheet has."""
    labels = (
        label
        for template in _all_templates().values()
        for section in template.sections
        if section.kind in (SectionKind.FIELDS, SectionKind.LINES)
        for label in section.labels
    )
    return list(dict.fromkeys(field_name(label) for label in labels))


def known_tables() -> dict[str, Section]:
    """All tables that any sheet has, by name."""
    sections = (section for template in _all_templates().values() for section in template.sections)
    return {section.name: section for section in sections if section.kind is SectionKind.TABLE}


def _all_templates() -> dict[str, Template]:
    files = sorted(resource("templates", "sheets").glob("*.toml"))
    return {file.stem: read_template(file.read_text(encoding="utf-8"), file.name) for file in files}
