"""What a person calls a correction: in the undo menu, and in the list of corrections."""

from __future__ import annotations

from collections.abc import Sequence

from zbreader.model.correction import (
    Change,
    Cut,
    Furniture,
    Join,
    Kind,
    Mend,
    Merge,
    Move,
    Reauthor,
    Regroup,
    Retitle,
    Split,
)
from zbreader.model.message import Message, message

_NAMES: dict[type[Change], Message] = {
    Split: message("拆分文章"),
    Merge: message("合并文章"),
    Move: message("移动段落"),
    Retitle: message("修改标题"),
    Reauthor: message("修改作者"),
    Regroup: message("修改栏目"),
    Join: message("连接段落"),
    Cut: message("断开段落"),
    Kind: message("修改段落类型"),
    Furniture: message("移出正文"),
    Mend: message("改正文字"),
}


def name_of(changes: Sequence[Change]) -> Message:
    """The name of the step that makes these changes."""
    kinds = {type(change) for change in changes}
    return _NAMES[kinds.pop()] if len(kinds) == 1 else message("{count} 处校订", count=len(changes))


def sentence_of(change: Change) -> Message:
    """One line that tells a change."""
    line, name = change.lines[0], str(_NAMES[type(change)])
    if isinstance(change, Mend):
        return message("第 {line} 行：“{old}”改为“{new}”", line=line, old=change.old, new=change.new)
    if isinstance(change, Retitle):
        return message("第 {line} 行：标题改为《{title}》", line=line, title=change.title)
    if isinstance(change, Reauthor):
        return message("第 {line} 行：作者改为{authors}", line=line, authors="、".join(change.authors) or "（无）")
    if isinstance(change, Regroup):
        return message("第 {line} 行：栏目改为{column}", line=line, column=change.column or "（无）")
    if isinstance(change, Move):
        return message("第 {line} 行：移到第 {after} 行之后", line=line, after=change.after)
    if isinstance(change, Join):
        return message("第 {line} 行与第 {other} 行连成一段", line=line, other=change.lines[1])
    return message("第 {line} 行：{name}", line=line, name=name)
