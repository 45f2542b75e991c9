"""Save a tiny library of this schema as tests/data/schemas/v<version>.db, once for each released schema.

Run it before a release that has a new migration; it never overwrites: a saved schema is history.
"""

from __future__ import annotations

import hashlib
import sys
import tempfile
from pathlib import Path

from zbreader.model.annotation import Annotation, Target
from zbreader.model.collection import Collection
from zbreader.model.correction import Correction, Mend, Retitle
from zbreader.model.issue import (
    Article,
    Block,
    ContentsEntry,
    Finding,
    HeadPart,
    Issue,
    IssueIdentity,
    Paragraph,
    ParagraphKind,
)
from zbreader.model.mark import HighlightColor, MarkStyle
from zbreader.model.message import Message
from zbreader.model.person import Person, person_key
from zbreader.model.selector import Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.model.session import Absence, Decision, Remark, Session, SessionArticle, SessionPlan, plan_of
from zbreader.store import annotations as stored
from zbreader.store import backups, collections, corrections, issues, people, places, readings, session_plans, sessions
from zbreader.store.database import Database
from zbreader.store.migrations import SCHEMA_VERSION
from zbreader.store.readings import Reading
from zbreader.store.sources import Source

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "data" / "schemas"
MOMENT = "2031-04-01T08:00:00.000Z"
LINES = (
    "山间学习",
    "溪水的声音",
    "溪水从石头上流下来，𠮷祥的日子就开始了。",
    "先读书，再说话",
    "读书会的人都这样说。",
    "修桥的人",
    "修桥的人不问姓名。",
)
TEXT = "\n".join(LINES[2:5])


def issue() -> Issue:
    """An issue with one of everything."""
    body, heading, caption = ParagraphKind.BODY, ParagraphKind.HEADING, ParagraphKind.CAPTION
    first = (
        Paragraph(body, LINES[2], (3,)),
        Paragraph(heading, LINES[3], (4,)),
        Paragraph(body, LINES[4], (5,), 0.75),
    )
    head = (HeadPart("headline", (2,)),)
    return Issue(
        "0123456789ab",
        IssueIdentity("山间学习", "上半月", 2031, 4, 88, "每月1日出版"),
        (
            Article(
                "0123456789ab-000001",
                LINES[1],
                "卷首",
                "专题",
                "肩题",
                "副题",
                ("甲", "乙"),
                "作者附注",
                3,
                first,
                0.9,
                head,
            ),
            Article("0123456789ab-000002", LINES[5], paragraphs=(Paragraph(caption, LINES[6], (7,)),)),
        ),
        (Block("masthead", LINES[0], (1,)),),
        (ContentsEntry("丢失的一篇", "卷首", None, ("丙",), 9, (2,)),),
        (Finding("headlines", (2, 6), Message("第 {line} 行可能是标题", {"line": 6}), 0.6),),
    )


def marks() -> list[Annotation]:
    """A highlight with a note and tags, an underlined one by someone else, a bookmark, and a tombstone."""
    start = TEXT.index("先读书")
    here = Selectors(
        TextQuoteSelector("先读书", TEXT[:start], TEXT[start + 3 :][:32]), TextPositionSelector(start, start + 3)
    )
    target = Target("0123456789ab", "0123456789ab-000001", "《山间学习》2031年第4期（上半月）", LINES[1], here)
    away = Target("ffffffffffff", "ffffffffffff-000001", "《别处》2030年第1期", "不在这里的文章", here)
    whole = Target("0123456789ab", "0123456789ab-000002", "《山间学习》2031年第4期（上半月）", LINES[5])
    name = "01893f00-0000-7000-8000-00000000000{}".format
    wavy, pink = MarkStyle.WAVY, HighlightColor.PINK
    return [
        Annotation(name(1), target, "甲", MOMENT, MOMENT, 3, note="要紧：𠮷", tags=("学习", "方法")),
        Annotation(name(2), away, "乙", MOMENT, MOMENT, 1, wavy, pink),
        Annotation(name(3), whole, "", MOMENT, MOMENT),
        Annotation(name(4), target, "甲", MOMENT, MOMENT, 2, deleted=True),
    ]


def put_right() -> list[Correction]:
    """A headline and a character put right by two people."""
    name = "01893f00-0000-7000-8000-0000000000a{}".format
    return [
        Correction(name(1), Retitle((2,), "溪水之声"), "甲", MOMENT),
        Correction(name(2), Mend((7,), 0, 1, "修", "架"), "", MOMENT),
    ]


def collection() -> Collection:
    """A list of three of the marks, the deleted one among them."""
    first, _, third, fourth = (mark.id for mark in marks())
    return Collection("01893f00-0000-7000-8000-0000000000c1", "摘编：溪水", (third, fourth, first))


def session() -> Session:
    """A session with one of everything."""
    return Session(
        "01893f00-0000-7000-8000-0000000000d1",
        "2031-06-20",
        theme="先读书",
        kind="集中学习",
        articles=(SessionArticle("0123456789ab-000001", LINES[1], "《山间学习》2031年第4期（上半月）", "甲"),),
        questions=("怎么读？",),
        expected=("甲", "乙"),
        absences=(Absence("乙", "值班"),),
        remarks=(Remark("甲", "第二党小组", "要紧。"),),
        decisions=(Decision("修桥", "甲", "六月"),),
        extra=(("点评", "好"),),
        held=True,
    )


def main() -> int:
    """Make the file; return 1 when it is there already."""
    path = FOLDER / f"v{SCHEMA_VERSION}.db"
    if path.exists():
        print(f"{path.name} is there already, and a saved schema is history")
        return 1
    path.parent.mkdir(parents=True, exist_ok=True)
    data = "\n".join(LINES).encode()
    source = Source("第四期.txt", data, hashlib.sha256(data).hexdigest())
    with tempfile.TemporaryDirectory() as folder:
        database = Database(Path(folder) / "library.db")
        with database.write() as connection:
            issues.insert(connection, issue(), source, title="《山间学习》2031年第4期（上半月）", imported=MOMENT)
            stored.put(connection, marks())
            corrections.add(connection, source.sha256, issue().id, put_right())
            places.put(connection, "0123456789ab-000001", 0.5, MOMENT)
            collections.put(connection, collection(), MOMENT)
            sessions.put(connection, session(), MOMENT)
            session_plans.put(connection, [SessionPlan(plan_of(session()), person_key("", "甲"), 2)])
            readings.put(connection, [Reading(person_key("", "乙"), "0123456789ab", "0123456789ab-000002")])
            people.put(connection, [Person(person_key("", "甲"), "甲", "第二党小组", 1)])
        backups.copy_to(database, path)
        database.close()
    print(f"saved {path.name}, {path.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
