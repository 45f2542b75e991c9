"""The parts of a Word file: the document and what belongs to it (ECMA-376 Part 2, Open Packaging Conventions)."""

from __future__ import annotations

import posixpath
from xml.etree.ElementTree import Element

from zbreader.importers.readers import tree
from zbreader.importers.readers.archive import Archive, damaged, resolved

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w.",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w.",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc.",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r.",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r.",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m.",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a.",
}


def document_part(archive: Archive) -> str | None:
    """The name of the main part of a Word file; None where the archive is no Word file."""
    if "_rels/.rels" in archive:
        for target, kind in _relations(archive, "_rels/.rels", ""):
            if kind == "officeDocument" and "word" in target.lower() and target in archive:
                return target
    return "word/document.xml" if "word/document.xml" in archive else None


def related_parts(archive: Archive, part: str) -> dict[str, str]:
    """Names of the parts that belong to one, by kind (styles, numbering, footnotes, endnotes …)."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive:
        return {}
    return {kind: target for target, kind in _relations(archive, relations, folder) if target in archive}


def parsed(archive: Archive, part: str) -> Element:
    """The root of a part, its names with prefixes w:, mc:, r:, m:, a:. Raises KnownError where it is damaged."""
    try:
        return tree.parse(archive.read(part), _PREFIXES)
    except tree.XmlError as error:
        raise damaged(archive.name) from error


def _relations(archive: Archive, part: str, folder: str) -> list[tuple[str, str]]:
    """Targets and kinds of a part's relations. What lies outside the file is left out: nothing is loaded."""
    return [
        (resolved(folder, found.get("Target", "")), found.get("Type", "").rpartition("/")[2])
        for found in parsed(archive, part).iter("Relationship")
        if found.get("TargetMode") != "External"
    ]
