"""Everything a library holds in formats that any program reads: nobody is kept here by their own notes."""

from __future__ import annotations

import json
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zbreader.exchange import corrections_file
from zbreader.exchange.corrections_file import CorrectionsFile
from zbreader.model.annotation import AnnotationFilter
from zbreader.model.errors import KnownError
from zbreader.model.issue import Article, Issue, IssueSummary, ParagraphKind
from zbreader.model.message import message
from zbreader.services.files import unwritable, write_whole
from zbreader.services.jobs import Job
from zbreader.services.opened import TEMPLATES
from zbreader.store import corrections, sources
from zbreader.text.file_names import file_name

if TYPE_CHECKING:
    from zbreader.services.library import Services

ISSUES, SOURCES, CORRECTIONS, NOTES, SHEETS = "期刊", "期刊原文", "校订", "笔记", "模板"
NOTE_FORMATS = ("json", "md", "csv", "html")
_LARGEST_TEMPLATE = 20 * 1024 * 1024  # bytes
_HELP = """这个文件夹里是资料库的全部内容，不用支部阅读也能打开：

期刊/        每期两个文件：.txt 供阅读，.json 供程序读取（栏目、文章、段落、存疑之处）
期刊原文/    每期导入时的原文件，一字未改
笔记/        全部笔记：.md .html 供阅读，.csv 供表格，.json 供程序，.zbnotes 可以再收进支部阅读（W3C Web Annotation）
校订/        对期刊的校订（JSON），可以再套用
学习会.json  每次学习会的计划和记录
摘编本.json  每本摘编里是哪些笔记（按笔记的编号）
模板/        自己的 Word 模板
设置.json    程序的设置

把“期刊原文”重新导入支部阅读，套用“校订”里的文件，再收下“笔记/全部笔记.zbnotes”，期刊和笔记就回到原来的样子。
要连学习会、摘编本和设置一起带走，请用“备份”。
"""

Put = Callable[[str, bytes], object]


@dataclass(frozen=True, slots=True)
class WholeExport:
    """What was written."""

    issues: int
    notes: int
    files: int


def export_everything(services: Services, target: Path, job: Job | None = None) -> WholeExport:
    """Write everything to TARGET: a zip when its name ends so, else a folder, which must be new or empty.

    It appears whole or not at all. Raises KnownError, Cancelled.
    """
    job = job or Job()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        if target.suffix.lower() == ".zip":
            return _as_zip(services, target, job)
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise KnownError("{folder} 里已经有东西了，没有导出。请给一个新文件夹，或 .zip 文件名。", folder=target)
        with tempfile.TemporaryDirectory(prefix=".zbreader-", dir=target.parent) as folder:
            whole = Path(folder) / "whole"
            done = _written(services, lambda name, data: write_whole(whole / name, data), job)
            if target.exists():
                target.rmdir()
            whole.replace(target)
    except OSError as error:
        raise unwritable(target, error) from error
    return done


def _as_zip(services: Services, target: Path, job: Job) -> WholeExport:
    temporary = target.with_name(f".{target.name}.tmp")
    try:
        with zipfile.ZipFile(temporary, "w", zipfile.ZIP_DEFLATED) as archive:
            done = _written(services, archive.writestr, job)
        temporary.replace(target)
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return done


def _written(services: Services, put: Put, job: Job) -> WholeExport:
    summaries = services.reading.issues()
    names = _names(summaries)
    files = 0
    for at, summary in enumerate(summaries):
        job.report(at, len(summaries) + 1, message("正在导出{issue}", issue=summary.title))
        for path, data in _of_issue(services, summary, names[summary.id]):
            put(path, data)
            files += 1
    job.report(len(summaries), len(summaries) + 1, message("正在导出全部笔记"))
    notes = 0
    for path, data, count in _of_notes(services):
        put(path, data)
        files += 1
        notes = count
    for path, data in (*_of_the_group(services), *_templates(services.directory / TEMPLATES)):
        put(path, data)
        files += 1
    put("设置.json", _json(services.settings.everything()))
    put("说明.txt", _HELP.encode())
    job.report(1, 1)
    return WholeExport(len(summaries), notes, files + 2)


def _of_issue(services: Services, summary: IssueSummary, name: str) -> Iterator[tuple[str, bytes]]:
    from zbreader.importers import issue_to_json  # Here, because only this needs an importer.

    issue = services.reading.issue(summary.id)
    yield f"{ISSUES}/{name}.txt", as_text(issue, summary.title).encode()
    yield f"{ISSUES}/{name}.json", json.dumps(issue_to_json(issue), ensure_ascii=False, indent=1).encode()
    with services.database.read() as connection:
        source = sources.of_issue(connection, summary.id)
        put_right = tuple(corrections.of_source(connection, source.sha256)) if source is not None else ()
    if source is not None:
        yield f"{SOURCES}/{name}{Path(source.name).suffix[:12]}", source.data
    if source is not None and put_right:
        kept = CorrectionsFile(source.sha256, source.name, summary.title, put_right)
        yield f"{CORRECTIONS}/{name}.zbfix", corrections_file.dump(kept)


def _of_the_group(services: Services) -> Iterator[tuple[str, bytes]]:
    """Sessions and collections, as far as there are any."""
    for name, found in (("学习会", services.studying.sessions()), ("摘编本", services.collecting.collections())):
        if found:
            yield f"{name}.json", _json([asdict(one) for one in found])


def _templates(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.glob("*.docx")) if folder.is_dir() else ():
        if path.is_file() and path.stat().st_size <= _LARGEST_TEMPLATE:
            yield f"{SHEETS}/{path.name}", path.read_bytes()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, sort_keys=True).encode()


def _of_notes(services: Services) -> Iterator[tuple[str, bytes, int]]:
    everything = AnnotationFilter()
    count = len(services.annotating.notes(everything))
    if not count:
        return
    for format in NOTE_FORMATS:
        yield f"{NOTES}/全部笔记.{format}", services.exporting.export(everything, format), count
    with tempfile.TemporaryDirectory(prefix=".export-", dir=services.directory) as folder:
        path = Path(folder) / "notes.zbnotes"
        services.exchanging.save_notes(everything, path)
        yield f"{NOTES}/全部笔记.zbnotes", path.read_bytes(), count


def as_text(issue: Issue, title: str) -> str:
    """A whole issue for a person to read."""
    return "\n".join([title, "", *(line for article in issue.articles for line in _article(article))]).rstrip() + "\n"


def _article(article: Article) -> Iterator[str]:
    place = "·".join(part for part in (article.column, article.group) if part)
    yield f"【{place}】" if place else ""
    yield from filter(None, (article.kicker, article.title, article.subtitle and f"——{article.subtitle}"))
    if article.authors:
        yield " ".join(article.authors)
    yield ""
    for paragraph in article.paragraphs:
        heading = paragraph.kind is ParagraphKind.HEADING
        yield f"\n{paragraph.text}" if heading else f"　　{paragraph.text}"
    if article.author_note:
        yield f"（{article.author_note}）"
    yield ""


def _names(summaries: list[IssueSummary]) -> dict[str, str]:
    """A file name for each issue, by id; no two are one name on a system that does not tell A from a."""
    names: dict[str, str] = {}
    taken: set[str] = set()
    for summary in summaries:
        name = file_name(summary.title) or summary.id
        if name.casefold() in taken:
            name = f"{name} {summary.id}"
        taken.add(name.casefold())
        names[summary.id] = name
    return names
