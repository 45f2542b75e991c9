"""The words by which the importer knows bylines, columns, mastheads …: editable files, no code."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from pathlib import Path

from zbreader.model.errors import KnownError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

SIZE_LIMIT = 1_000_000  # bytes of one vocabulary file


@dataclass(frozen=True, eq=False, slots=True)
class Vocabulary:
    """All vocabulary lists. Field `a_b` is list `b` of file `a.toml`; see the comments in those files.

    Compared by identity, so that patterns compiled from it can be cached.
    """

    bylines_roles: tuple[str, ...]
    bylines_picture_roles: tuple[str, ...]
    bylines_self_signed: tuple[str, ...]
    bylines_marks: tuple[str, ...]
    bylines_body_endings: tuple[str, ...]
    bylines_position_endings: tuple[str, ...]
    bylines_note_openings: tuple[str, ...]
    bylines_note_closings: tuple[str, ...]
    bylines_credit_closings: tuple[str, ...]
    bylines_datelines: tuple[str, ...]
    contents_titles: tuple[str, ...]
    contents_marks: tuple[str, ...]
    contents_first_columns: tuple[str, ...]
    contents_column_endings: tuple[str, ...]
    contents_intro_openings: tuple[str, ...]
    contents_partner_endings: tuple[str, ...]
    contents_subtitle_endings: tuple[str, ...]
    masthead_fields: tuple[str, ...]
    masthead_signs: tuple[str, ...]
    masthead_cover_openings: tuple[str, ...]
    masthead_notice_titles: tuple[str, ...]
    masthead_notice_words: tuple[str, ...]
    masthead_newspaper_names: tuple[str, ...]
    furniture_qr_words: tuple[str, ...]
    furniture_advertisement_words: tuple[str, ...]
    furniture_caption_openings: tuple[str, ...]
    furniture_caption_closings: tuple[str, ...]
    furniture_caption_words: tuple[str, ...]
    furniture_end_marks: tuple[str, ...]
    furniture_turn_to: tuple[str, ...]
    furniture_turn_from: tuple[str, ...]
    names_surnames: tuple[str, ...]  # one character each
    names_compound: tuple[str, ...]


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read the vocabulary files (`*.toml`) of a folder. A missing or unreadable file or list raises KnownError."""
    lists: dict[str, tuple[str, ...]] = {}
    for field in fields(Vocabulary):
        stem, _, name = field.name.partition("_")
        path = folder / f"{stem}.toml"
        if field.name not in lists:
            lists.update(_lists_of(path, stem))
        if field.name not in lists:
            raise KnownError("词表 {file} 里缺少“{name}”这一项，请恢复原来的文件。", file=path.name, name=name)
    return Vocabulary(**{field.name: lists[field.name] for field in fields(Vocabulary)})


def _lists_of(path: Path, stem: str) -> dict[str, tuple[str, ...]]:
    try:
        if path.stat().st_size > SIZE_LIMIT:
            raise KnownError("词表 {file} 太大，请恢复原来的文件。", file=path.name)
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise KnownError("读不到词表 {file}，请重新安装或恢复这个文件。", file=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnownError("词表 {file} 的格式不对，请改正或恢复原来的文件。", file=path.name) from error
    return {f"{stem}_{key}": _words(value, path, key) for key, value in content.items()}


def _words(value: object, path: Path, key: str) -> tuple[str, ...]:
    """A list of words, or a text each of whose characters is a word."""
    if isinstance(value, str):
        return tuple(dict.fromkeys(c for c in value if not c.isspace()))
    if isinstance(value, list) and all(isinstance(word, str) and word for word in value):
        return tuple(dict.fromkeys(value))
    raise KnownError("词表 {file} 里“{name}”应当是一组词，请改正。", file=path.name, name=key)
