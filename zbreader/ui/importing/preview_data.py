"""What an import would give, gathered on the worker: issues, their sources, and what the library has of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from zbreader.model.errors import KnownError
from zbreader.model.issue import Finding, Issue
from zbreader.model.message import Message, message
from zbreader.model.source import SourceDocument
from zbreader.services import source_files
from zbreader.services.jobs import Job
from zbreader.services.labels import file_label, issue_label
from zbreader.services.library import Services
from zbreader.ui.correcting.findings_model import ranked
from zbreader.ui.correcting.outline import OutlineNode, Part, outline_of


@dataclass(frozen=True, slots=True)
class Preview:
    """One file: what it would give (None: `error` says why nothing), and whether the library has that issue."""

    path: Path
    title: str
    issue: Issue | None = None
    document: SourceDocument | None = None
    known: bool = False
    error: Message | None = None


def look_into(
    services: Services, paths: Sequence[Path], job: Job, encodings: Mapping[Path, str] | None = None
) -> list[Preview]:
    """A preview of each file in PATHS (folders are walked), in this order, texts in ENCODINGS. Raises Cancelled."""
    files = source_files.files_among(paths)
    known = {summary.id for summary in services.reading.issues()}
    previews: list[Preview] = []
    for at, path in enumerate(files):
        job.report(at, len(files), message("正在查看 {file}", file=path.name))
        previews.append(_look(services, path, known, (encodings or {}).get(path)))
    job.report(len(files), len(files))
    return previews


def preview_outline(previews: Sequence[Preview]) -> list[OutlineNode]:
    """The issues with their columns and articles."""
    tops: list[OutlineNode] = []
    for preview in previews:
        if preview.issue is None:
            cannot = QCoreApplication.translate("importing", "不能导入")
            top = OutlineNode(Part.ISSUE, str(preview.path), preview.title, detail=cannot, doubtful=True)
        else:
            top = outline_of(preview.issue, paragraphs=False)
            top.title, top.key = preview.title, str(preview.path)
        tops.append(top)
    return tops


def doubts_of(previews: Sequence[Preview]) -> list[tuple[Preview, Finding]]:
    """What is doubtful in all of them, the most doubtful first; a file that gives nothing before all else."""
    told = [(preview, Finding("file", (), preview.error, 0.0)) for preview in previews if preview.error is not None]
    for preview in previews:
        if preview.issue is not None:
            told += [(preview, finding) for finding in preview.issue.findings]
    order = ranked([finding for _, finding in told])
    places = {id(finding): place for place, finding in enumerate(order)}
    return sorted(told, key=lambda pair: places[id(pair[1])])


def _look(services: Services, path: Path, known: set[str], encoding: str | None) -> Preview:
    try:
        issue = services.importing.inspect(path, encoding)
        document = source_files.document_in(path, encoding)
    except KnownError as error:
        return Preview(path, path.name, error=error.message)
    return Preview(path, issue_label(issue.identity, file_label(path.name)), issue, document, issue.id in known)
