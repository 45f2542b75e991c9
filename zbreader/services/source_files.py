"""Source files: which files are meant, and what an import of one gives, without any library.

What reads files is loaded by the functions that need it: a third of all imports, and most starts read no file.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.model.correction import Correction
from zbreader.model.errors import KnownError
from zbreader.model.issue import Issue
from zbreader.model.source import SourceDocument
from zbreader.resources import resource
from zbreader.services.files import read_limited
from zbreader.services.given import clean_text
from zbreader.services.jobs import Job
from zbreader.services.sandboxed_reading import read_document
from zbreader.store.sources import Source

if TYPE_CHECKING:
    from zbreader.importers import Vocabulary

SIZE_LIMIT = 128 * 1024 * 1024  # bytes; an issue is a quarter of a megabyte as text, and may be a hundred with pictures
PACK_LIMIT = 256 * 1024 * 1024  # bytes
PACK_SUFFIX = ".zbissue"
# What a folder is searched for; a file that is named itself is tried whatever its ending.
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".docx", ".epub", ".html", ".htm", ".pdf", PACK_SUFFIX})

_NO_SOURCE = (".", "~$")  # beginnings of names: hidden files, and what Word leaves beside a file that is open


def program_vocabulary() -> Vocabulary:
    """The importer's word lists as they lie in `resources/vocabulary`."""
    from zbreader import importers

    return importers.load_vocabulary(resource("vocabulary"))


def inspect(path: Path, vocabulary: Vocabulary, encoding: str | None = None) -> Issue:
    """What an import of PATH would give. Raises KnownError when the file cannot be read as text.

    ENCODING is what a person says of a text.
    """
    given = given_in(path, encoding)
    if len(given) != 1:
        raise KnownError("{file} 里有 {count} 期，这里只能查看一期。请先导入。", file=path, count=len(given))
    one = given[0]
    return read_issue(one.name, one.data, vocabulary, one.corrections, encoding=one.encoding)[0]


def document_in(path: Path, encoding: str | None = None) -> SourceDocument:
    """The lines of the file PATH, by which the findings of `inspect` name them. Raises KnownError as that does."""
    given = given_in(path, encoding)[0]
    return lines_of(Source(clean_text(given.name), given.data, "", given.encoding))


@dataclass(frozen=True, slots=True)
class Given:
    """One source as it was given: its file's name, its bytes, and the corrections that came with it.

    encoding: what a person says of its text; None: it is told from the bytes.
    """

    name: str
    data: bytes
    corrections: tuple[Correction, ...] = ()
    encoding: str | None = None


def given_in(path: Path, encoding: str | None = None) -> list[Given]:
    """The sources in the file PATH: itself, read in ENCODING, or those in an issue pack. Raises KnownError."""
    if path.is_dir():
        raise _no_file(path)
    if path.suffix.lower() != PACK_SUFFIX:
        return [Given(path.name, read_limited(path, SIZE_LIMIT), encoding=encoding)]
    from zbreader.exchange import issue_pack

    packed = issue_pack.load(read_limited(path, PACK_LIMIT), path.name)
    return [Given(issue.source_name, issue.source_bytes, issue.corrections, issue.encoding) for issue in packed]


def _no_file(folder: Path) -> KnownError:
    """What is said where a folder stands in the place of a file."""
    if not os.access(folder, os.R_OK | os.X_OK):
        return KnownError("没有权限打开文件夹 {folder}。请检查它的权限，或把它复制到别处再试。", folder=folder)
    if _walk(folder):
        return KnownError("{file} 是文件夹，这里需要一个文件。请选择里面的文件。", file=folder)
    return KnownError(
        "文件夹 {folder} 里没有可导入的文件（txt、md、docx、epub、html、pdf 或 zbissue）。请确认选对了文件夹。",
        folder=folder,
    )


def read_issue(
    name: str,
    data: bytes,
    vocabulary: Vocabulary,
    corrections: Sequence[Correction] = (),
    *,
    encoding: str | None = None,
    job: Job | None = None,
) -> tuple[Issue, Source]:
    """The issue in DATA, the content of a file called NAME, put right by CORRECTIONS, and its source.

    ENCODING is what a person says of a text. Raises KnownError as the readers do, Cancelled when JOB is cancelled.
    """
    name = clean_text(name)
    if not data.strip(b"\0 \t\r\n\x0b\x0c\xef\xbb\xbf\xff\xfe"):
        raise KnownError("文件 {file} 是空的，没有可导入的内容。请确认选对了文件。", file=name)
    sha256 = hashlib.sha256(data).hexdigest()
    document = read_document(name, data, encoding=encoding, job=job)
    if not any(line.text.strip() for line in document.lines):
        raise KnownError("文件 {file} 里没有文字（可能是扫描的图片）。请换用有文字的版本。", file=name)
    chosen = document.encoding if encoding is not None and document.encoding is not None else None
    return build(document, vocabulary, sha256, corrections), Source(name, data, sha256, chosen)


def build(
    document: SourceDocument, vocabulary: Vocabulary, sha256: str, corrections: Sequence[Correction] = ()
) -> Issue:
    """The issue that DOCUMENT holds, put right by CORRECTIONS; sha256: of its source's bytes."""
    from zbreader import importers

    return importers.build_issue(document, vocabulary, source_sha256=sha256, corrections=corrections)


def lines_of(source: Source) -> SourceDocument:
    """The lines of a kept source, by which findings and paragraphs name them."""
    return read_document(source.name, source.data, encoding=source.encoding)


def files_among(paths: Iterable[Path]) -> list[Path]:
    """The files meant by PATHS: files as they are, folders walked for what can be imported, by name, each once.

    A folder in which there is nothing stands for itself, so that whoever gave it is told. Left out
    are hidden files and folders and what Word leaves beside an open file; links to folders are not followed.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += _walk(path) or [path]
        else:
            found.append(path)
    return list(dict.fromkeys(found))


def _walk(folder: Path) -> list[Path]:
    found = []
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(_NO_SOURCE) and Path(name).suffix.lower() in SUFFIXES:
                found.append(Path(where, name))
    return found
