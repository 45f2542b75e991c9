"""Invented notes that the exporters' tests write down."""

from __future__ import annotations

from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.selector import Anchor, AnchorState, Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.model.study import ArticleNotes, NotesDocument


def placed(
    number: int,
    quote: str | None,
    note: str | None,
    *,
    state: AnchorState = AnchorState.EXACT,
    tags: tuple[str, ...] = (),
    creator: str = "林小禾",
    article_id: str = "0123456789ab-000001",
) -> PlacedAnnotation:
    """One note; NUMBER makes its id and its time."""
    selectors = None
    if quote is not None:
        selectors = Selectors(TextQuoteSelector(quote), TextPositionSelector(10, 10 + len(quote)))
    annotation = Annotation(
        id=f"01900000-0000-7000-8000-{number:012d}",
        target=Target("0123456789ab", article_id, selectors=selectors),
        creator=creator,
        created=f"2031-05-{number % 28 + 1:02d}T08:00:00.000Z",
        modified=f"2031-05-{number % 28 + 1:02d}T09:30:00.000Z",
        note=note,
        tags=tags,
    )
    lost = state is AnchorState.UNPLACED or quote is None
    anchor = Anchor(state) if lost else Anchor(state, 10, 10 + len(quote or ""), 1.0)
    return PlacedAnnotation(annotation, anchor)


def document_of(*notes: PlacedAnnotation, person: str = "林小禾") -> NotesDocument:
    """NOTES on one article."""
    article = ArticleNotes("《田野学习》2031年第5期（上半月）", "渠水是怎样流到村口的", "学习笔记", notes=notes)
    return NotesDocument("学习笔记", "2031-05-20", person, (article,))


def group_document() -> NotesDocument:
    """Two people's notes on three articles of two issues, in every state."""
    may, june = "《田野学习》2031年第5期（上半月）", "《田野学习》2031年第6期（下半月）"
    first = (
        placed(1, "渠修到哪里，学习小组就走到哪里。", "先看渠，再看人。\n水到了，事才成。", tags=("水利", "组织生活")),
        placed(7, "渠修到哪里，学习小组就走到哪里。", "先修哪一段？", tags=("存疑",), creator="周望川"),
        placed(2, "第一段写水。\n第二段写人。", None, state=AnchorState.REPAIRED),
        placed(3, "这句话后来改掉了", "留作对照。", state=AnchorState.UNPLACED, creator="周望川"),
    )
    second = (
        placed(4, None, "整篇值得再读：1. 数字；2. <b>例子</b>。", tags=("重读",), article_id="0123456789ab-000002"),
        placed(
            5, "*星号*、#井号与 [方括号](x) 都是字", "=1+1 不是公式，{{模板}} 也不是。\n- 列表\n12. 十二\n> 引用 $x$"
        ),
    )
    third = (placed(6, "𠮷野家的灯亮到很晚👩‍🌾", "שלום 与中文混排，𠮷字不丢。", tags=("a b", "2031")),)
    return NotesDocument(
        "学习笔记",
        "2031-06-20",
        "林小禾",
        (
            ArticleNotes(may, "渠水是怎样流到村口的", "学习笔记", ("江一苇", "何田"), 731, 12, first),
            ArticleNotes(may, "一张桌子上的三次会", "支部故事", ("云岭镇机关党支部",), 731, 20, second),
            ArticleNotes(june, "夜校的灯", None, (), None, None, third),
        ),
    )
