"""Exporting: a thousand notes as a Word document, against python-docx writing the same paragraphs."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from pathlib import Path

from benchmarks.measure import Row, compare
from benchmarks.shelf import library, processor_time, written
from zbreader.model.annotation import AnnotationFilter
from zbreader.services.library import Services

NOTES = 1_000
LENGTH = 40  # characters of a marked passage


def rows() -> Iterable[Row]:
    with tempfile.TemporaryDirectory(prefix="zbreader-exporting-") as folder:
        (file,) = written(Path(folder) / "incoming", 1)
        with closing(library(Path(folder) / "library")) as services:
            (outcome,) = services.importing.import_files([file])
            mark(services, str(outcome.issue_id))
            export = partial(services.exporting.export, AnnotationFilter(), "docx")
            texts = paragraphs(export())
            note = f"{len(texts):,} paragraphs, notes read and placed included; floor: python-docx, the same texts"
            name = f"export {NOTES:,} notes to docx"
            yield compare(name, processor_time(export), processor_time(partial(by_hand, texts)), 2, note=note)


def mark(services: Services, issue_id: str) -> None:
    """A thousand marks with a note each, evenly over the articles of an issue."""
    articles = services.reading.articles(issue_id)
    for number in range(NOTES):
        article = services.reading.article(articles[number % len(articles)].id)
        start = number * 37 % (len(article.text) - LENGTH)
        note = f"第 {number} 条：这一段和我们支部的做法对得上，下次会上可以念一念，请大家说说自己的体会。"
        services.annotating.add_highlight(article.id, start, start + LENGTH, note=note, tags=("研讨",))


def paragraphs(document: bytes) -> list[str]:
    """The texts of a Word document's paragraphs."""
    import docx

    return [paragraph.text for paragraph in docx.Document(io.BytesIO(document)).paragraphs]


def by_hand(texts: Iterable[str]) -> bytes:
    """The least that puts the same words into a Word document."""
    import docx

    document = docx.Document()
    for text in texts:
        document.add_paragraph(text)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()
