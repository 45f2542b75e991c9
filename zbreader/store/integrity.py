"""Integrity: what is wrong with the library on the disk, as sentences."""

from __future__ import annotations

import sqlite3

from zbreader.model.message import Message, message
from zbreader.store import sources

_SHOWN = 20  # of one sort of damage; a broken file can have thousands


def file_problems(connection: sqlite3.Connection) -> list[Message]:
    """What SQLite finds wrong with the open file: damaged pages, indexes, references."""
    try:
        rows = connection.execute(f"PRAGMA integrity_check({_SHOWN})").fetchall()
        problems = [message("资料库文件损坏：{detail}", detail=row[0]) for row in rows if row[0] != "ok"]
        if not problems:
            references = connection.execute("PRAGMA foreign_key_check").fetchmany(_SHOWN)
            problems = [
                message("表 {table} 的第 {row} 行指向不存在的内容", table=table, row=row)
                for table, row, *_ in references
            ]
    except sqlite3.DatabaseError as error:
        problems = [message("资料库文件损坏：{detail}", detail=error)]
    return problems


def is_readable(connection: sqlite3.Connection) -> bool:
    """Whether every page of the open file can be read and belongs somewhere; a tenth of the work of `file_problems`."""
    try:
        return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except sqlite3.DatabaseError:
        return False


def content_problems(connection: sqlite3.Connection) -> list[Message]:
    """What is wrong with the content of a file that is sound: texts that changed, articles that stand twice."""
    problems = [
        message("{file} 的原文存档与导入时不符，请重新导入这个文件", file=name) for name in sources.damaged(connection)
    ]
    for sentence, query in _QUESTIONS:
        rows = connection.execute(query).fetchmany(_SHOWN)
        problems += [Message(sentence, {"what": what, "id": id_}) for what, id_ in rows]
    return problems


# Each row of an answer is (what a person calls it, its id).
_QUESTIONS = (
    (
        message("{what}（{id}）没有原文存档").template,
        "SELECT title, id FROM issues WHERE key NOT IN (SELECT issue FROM sources)",
    ),
    (
        message("文章“{what}”（{id}）在资料库里出现了两次").template,
        "SELECT articles.title, articles.id FROM articles JOIN issues ON issues.key = articles.issue"
        " WHERE issues.removed IS NULL GROUP BY articles.id HAVING count(*) > 1",
    ),
    (
        message("“{what}”上的一条标注（{id}）位置不合理").template,
        'SELECT article_title, id FROM annotations WHERE exact IS NOT NULL AND ("start" < 0 OR "end" < "start")',
    ),
)
