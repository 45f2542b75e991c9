"""Filling a Word template: checked before anything of it is read, filled in the little language, checked again."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from zbreader.exporters.word_context import Context
from zbreader.model.errors import KnownError
from zbreader.model.study import WordTemplate

MOST_BYTES = 20 * 1024 * 1024  # of a template, packed and unpacked
MOST_TEXT = 2 * 1024 * 1024  # bytes of one part that is read as a template
MOST_PARTS = 500
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE_PARTS = re.compile(r"word/(document|header\d*|footer\d*|footnotes)\.xml")
_EXTERNAL = re.compile(rb'TargetMode\s*=\s*["\']External', re.IGNORECASE)
_LINK = re.compile(rb'relationships/hyperlink["\']')
_UNKNOWN = re.compile(r"'([^']+)' is undefined|has no attribute '?([^']+?)'?$")
_TAG = re.compile(r"<[^>]+>")
_STUMBLES: tuple[type[Exception], ...] = (
    *(AssertionError, AttributeError, EOFError, IndexError, KeyError, OSError, RuntimeError),
    *(TypeError, ValueError, struct.error, zipfile.BadZipFile, zlib.error),
)


@contextmanager
def doubting(template: WordTemplate) -> Iterator[None]:
    """Raises KnownError for what Word's libraries stumble over in TEMPLATE: they take a file's word for everything."""
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError

    try:
        yield
    except (*_STUMBLES, OpcError, LxmlError) as error:
        raise _broken(template) from error


def fill(template: WordTemplate, context: Context) -> Any:
    """TEMPLATE filled with CONTEXT, as a python-docx document. Raises KnownError that names template and place."""
    from jinja2.exceptions import TemplateError, TemplateSyntaxError, UndefinedError

    from zbreader.exporters.word_language import TemplateLanguage, TooManySteps

    check(template)
    word = _checked_template()(io.BytesIO(template.data))
    try:
        word.render(context, TemplateLanguage(), autoescape=True)
    except UndefinedError as error:
        raise _unknown(template, str(error)) from error
    except TemplateSyntaxError as error:
        raise _wrong(template, error.message or "", _line(error)) from error
    except TooManySteps as error:
        raise KnownError("Word 模板“{name}”里的循环太多，没有写成。请减少循环的层数。", name=template.name) from error
    except KnownError:
        raise
    except (TemplateError, ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise _wrong(template, str(error), "") from error
    return word.docx


def own_fields(template: WordTemplate) -> list[str]:
    """The fields of its own (自填.…) that TEMPLATE asks for. Raises KnownError when it cannot be read."""
    from jinja2.exceptions import TemplateSyntaxError

    from zbreader.exporters import word_language

    check(template)
    language = word_language.TemplateLanguage()
    try:
        with doubting(template):
            word = _checked_template()(io.BytesIO(template.data))
            word.init_docx()
            texts = [word.patch_xml(word.get_xml())]
            for uri in (word.HEADER_URI, word.FOOTER_URI):
                texts += [word.patch_xml(word.get_part_xml(part)) for _, part in word.get_headers_footers(uri)]
        trees = [language.parse(text) for text in texts]
    except TemplateSyntaxError as error:
        raise _wrong(template, error.message or "", _line(error)) from error
    except RecursionError as error:
        raise _wrong(template, "括号里套着太多括号", "") from error
    return word_language.own_fields(trees)


def check(template: WordTemplate) -> None:
    """Raises KnownError when TEMPLATE is no plain .docx: damaged, huge, with macros, or loading from elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(template.data)) as archive:
            members = archive.infolist()
            if (
                len(template.data) > MOST_BYTES
                or len(members) > MOST_PARTS
                or sum(member.file_size for member in members) > MOST_BYTES
            ):
                raise KnownError("Word 模板“{name}”太大，没有使用。请去掉里面的大图片后再试。", name=template.name)
            if _MAIN.encode() not in archive.read("[Content_Types].xml"):
                raise KeyError
            for member in members:
                _check_part(template, member.filename, archive.read(member))
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, RuntimeError, OSError, ValueError) as error:
        raise _broken(template) from error


def _check_part(template: WordTemplate, name: str, data: bytes) -> None:
    lower = name.lower()
    if lower.endswith((".bin", ".exe", ".dll", ".js", ".vbs")) or lower.startswith(("word/embeddings", "word/activex")):
        raise KnownError("Word 模板“{name}”里有宏或嵌入的程序，没有使用。请换一份不带宏的模板。", name=template.name)
    if lower.endswith(".rels"):
        relations = data.replace(b">", b">\n").splitlines()
        if any(_EXTERNAL.search(one) and not _LINK.search(one) for one in relations):
            raise KnownError(
                "Word 模板“{name}”要从别处加载内容，没有使用。请把图片等直接放进模板。", name=template.name
            )
    if lower.endswith((".xml", ".rels")) and b"<!DOCTYPE" in data[:4096].upper().replace(b"<!doctype", b"<!DOCTYPE"):
        raise ValueError("a document type where none belongs")
    if _TEMPLATE_PARTS.fullmatch(lower) and len(data) > MOST_TEXT:
        raise KnownError("Word 模板“{name}”太大，没有使用。请去掉里面的大图片后再试。", name=template.name)


def _checked_template() -> Callable[[io.BytesIO], Any]:
    """docxtpl's template, which would repair broken XML in silence, made to say so."""
    from docx.oxml import parse_xml
    from docxtpl import DocxTemplate
    from jinja2.exceptions import TemplateSyntaxError
    from lxml.etree import XMLSyntaxError

    class Checked(DocxTemplate):  # type: ignore[misc]
        def render_xml_part(self, src_xml: str, part: Any, context: Context, jinja_env: Any = None) -> str:
            filled: str = super().render_xml_part(src_xml, part, context, jinja_env)
            try:
                parse_xml(filled.encode())
            except XMLSyntaxError as error:
                raise TemplateSyntaxError("循环或条件的开头和结尾不在同一层（段落、表格行）里", 1) from error
            return filled

        def render_properties(self, context: Context, jinja_env: Any = None) -> None:
            """Skipping: title and author are set by `package`, whatever the template says of itself."""

    return Checked


def _line(error: Any) -> str:
    """The words of the paragraph in which ERROR is: docxtpl gives seven lines of which the fourth is it."""
    lines: Sequence[str] = [_TAG.sub("", line).strip() for line in getattr(error, "docx_context", ())]
    told = [line for line in lines if "{%" in line or "{{" in line] or [line for line in lines if line]
    return (lines[3] if len(lines) > 3 and lines[3] else told[0] if told else "")[:60]


def _unknown(template: WordTemplate, error: str) -> KnownError:
    from zbreader.exporters.word_language import OWN

    found = _UNKNOWN.search(error)
    field = next((group for group in found.groups() if group), error) if found else error
    return KnownError(
        "Word 模板“{name}”里的字段“{field}”不存在。请检查有没有写错；自己加的字段要写成“{own}”。",
        name=template.name,
        field=field,
        own=f"{OWN}.{field}",
    )


def _broken(template: WordTemplate) -> KnownError:
    return KnownError(
        "Word 模板“{name}”不是完好的 .docx 文件。请用 Word 或 WPS 打开它，另存为 .docx 后再试。", name=template.name
    )


def _wrong(template: WordTemplate, why: str, line: str) -> KnownError:
    if line:
        return KnownError(
            "Word 模板“{name}”里的“{line}”写得不对（{why}）。请改正这一处。", name=template.name, line=line, why=why
        )
    return KnownError("Word 模板“{name}”写得不对（{why}）。请改正后再试。", name=template.name, why=why)
