"""Pictures of every sheet: `python -m tools.sheet_pictures` writes docs/screenshots/sheets/ (LibreOffice, poppler).

Each sheet is written as Word document with invented notes, opened by LibreOffice, printed to PDF and drawn by page.
The first two pages of each are kept; `--all FOLDER` puts every page there, also of sheets that nobody filled in.
"""

from __future__ import annotations

import argparse
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from zbreader.exporters import ExportOptions, registry, template_names
from zbreader.model.annotation import Annotation, PlacedAnnotation, Target
from zbreader.model.issue import Paragraph, ParagraphKind
from zbreader.model.selector import Anchor, AnchorState, Selectors, TextPositionSelector, TextQuoteSelector
from zbreader.model.study import ArticleNotes, NotesDocument

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "docs/screenshots/sheets"
ISSUE = "《苇渡支部生活》2031年第5期（上半月）"
TITLE = "渠水是怎样流到村口的"
KEPT = 2  # pages of each sheet

FIELDS = {
    **{"所在党支部": "苇渡镇第二党支部·学习小组", "学习形式": "集中学习", "时长": "40分钟", "听众": "全体党员"},
    **{"活动主题": "把渠修到田头去", "类别": "集中学习", "时间": "2031年6月20日 14:30", "地点": "镇文化站二楼"},
    **{"主办党支部": "苇渡镇第二党支部", "联建单位": "河湾村党支部", "主持人": "江一苇", "记录人": "何田"},
    **{"应到": "12", "实到": "10", "缺席及原因": "周望川（出差）、沈渡（值班）", "领学人": "林小禾"},
    **{
        "背景与意义": "汛期将到，渠道养护是眼下最要紧的事。",
        "研讨问题": "渠水为什么到不了最后一户？\n谁来管、怎么管得久？",
    },
    **{"结构提纲": "一、先看渠，再看人\n　　一是走一遍，二是问一遍\n二、把账摊开\n三、把规矩立住", "审核人": "江一苇"},
    **{
        "是什么": "修渠不只是工程。",
        "为什么": "水到了，人心也就到了。",
        "怎么做": "每月走一次渠。",
        "时段": "2031年第二季度",
    },
    **{
        "场次": "6",
        "人次": "63",
        "大家的共识": "先把最后一户的水接通。",
        "意见建议": "学习材料再早两天发。",
        "周期": "2031年7月至9月",
    },
    **{
        "供稿": "苇渡镇第二党支部",
        "题目": "一条渠的十分钟",
        "主讲人": "林小禾",
        "素材来源": ISSUE,
        "一个问题": "你家门前的水渠，今年清过几次淤？",
    },
    **{
        "讲稿": "同志们，今天只讲一条渠。\n它从山口来，走过三个村子。\n" + "渠边的人说，水是大家的，渠也是大家的。" * 12
    },
    **{
        "专题说明": "这里收的是近两期里关于渠道养护的几段话，供支部学习时用。",
        "点评": "说得实在，记得住。",
        "学习教育": "集中学习一篇文章。",
    },
}
TABLES = {
    "党员感言": [
        {"姓名": "林小禾", "所在支部": "第二党支部", "原话": "以前我只管自己门前那一段，现在知道渠是一条。"},
        {"姓名": "周望川", "所在支部": "河湾村党支部", "原话": "我报名当第一个护渠员。"},
    ],
    "议定事项": [
        {"事项": "清理东支渠淤泥三百米", "责任人": "何田", "时限": "7月5日前", "办结": ""},
        {"事项": "给沿渠四户装上分水闸，费用从集体收入列支", "责任人": "江一苇", "时限": "7月底", "办结": ""},
    ],
    "学习计划": [
        {"日期": f"{month}月{day}日", "主题": kind, "篇目": title, "形式": "集中学习", "领学人": person, "完成情况": ""}
        for month, day, kind, title, person in (
            (7, 1, "政治仪式", "渠水是怎样流到村口的", "江一苇"),
            (7, 15, "集中学习", "一张桌子上的三次会", "林小禾"),
            (8, 1, "问题查改", "夜校的灯", "何田"),
        )
    ],
    "学习台账": [
        {**{"序号": str(number), "日期": f"6月{number * 5}日", "形式": "集中学习", "篇目": "渠水是怎样流到村口的"},
         **{"领学人": "林小禾", "应到": "12", "实到": "10", "补学": "周望川、沈渡", "备注": ""}}
        for number in range(1, 6)
    ],
}  # fmt: skip


def _note(
    number: int, quote: str, note: str | None, *, tags: tuple[str, ...] = (), person: str = "林小禾"
) -> PlacedAnnotation:
    selectors = Selectors(TextQuoteSelector(quote), TextPositionSelector(0, len(quote)))
    target = Target("0123456789ab", "0123456789ab-000001", selectors=selectors)
    annotation = Annotation(f"01900000-0000-7000-8000-{number:012d}", target, person, note=note, tags=tags)
    state = AnchorState.REPAIRED if number == 2 else AnchorState.EXACT
    return PlacedAnnotation(annotation, Anchor(state, 0, len(quote), 1.0))


def invented() -> NotesDocument:
    """Notes of two people on two articles; one is very long."""
    long = "\n".join(
        f"第{number}天走渠，看见的和听见的都记在这里：水小的时候谁让谁，水大的时候谁帮谁。" * 3
        for number in range(1, 16)
    )
    first = (
        _note(1, "渠修到哪里，学习小组就走到哪里。", "先看渠，再看人。\n水到了，事才成。", tags=("水利", "共识")),
        _note(2, "账要摊在桌子上，话要说在当面。", "这一句可以写到墙上。", person="周望川"),
        _note(3, "最后一户的水，才是全村的水。", long),
    )
    second = (
        _note(4, "三次会，一次比一次短。", None),
        _note(5, "桌子不大，坐得下一个村子。", "{{模板}} 与 <b> 都是字。"),
    )
    reference = "江一苇, 何田. 渠水是怎样流到村口的[J]. 苇渡支部生活, 2031(5): 12."
    body = (
        Paragraph(ParagraphKind.HEADING, "一、先看渠"),
        *(Paragraph(ParagraphKind.BODY, "渠从山口来，走过三个村子，最后一户在坡上。" * 6) for _ in range(6)),
        Paragraph(ParagraphKind.HEADING, "二、再看人"),
        *(Paragraph(ParagraphKind.BODY, "水小的时候谁让谁，水大的时候谁帮谁，都记在一本账上。" * 5) for _ in range(6)),
    )
    return NotesDocument(
        "学习笔记",
        "2031-06-20",
        "林小禾",
        (
            ArticleNotes(
                ISSUE, "渠水是怎样流到村口的", "学习笔记", ("江一苇", "何田"), 731, 12, first, reference, body
            ),
            ArticleNotes(ISSUE, "一张桌子上的三次会", "支部故事", ("云岭镇机关党支部",), 731, 20, second),
        ),
    )


def draw(names: list[str], folder: Path, *, empty: bool, kept: int | None) -> None:
    """Write, open, print and draw the sheets NAMES into FOLDER; at most KEPT pages of each."""
    with tempfile.TemporaryDirectory() as scratch:
        place = Path(scratch)
        for name in names:
            options = ExportOptions(name) if empty else ExportOptions(name, FIELDS, tables=TABLES)
            document = replace(NotesDocument("", "", "") if empty else invented(), title=name)
            (place / f"{name}.docx").write_bytes(registry()["docx"].write(document, options))
        documents = [str(path) for path in sorted(place.glob("*.docx"))]
        office = ["soffice", "--headless", f"-env:UserInstallation=file://{place}/profile", "--convert-to", "pdf"]
        subprocess.run([*office, "--outdir", scratch, *documents], check=True, capture_output=True)
        for name in names:
            last = ["-l", str(kept)] if kept else []
            picture = folder / (f"{name}（空表）" if empty else name)
            subprocess.run(
                ["pdftoppm", "-png", "-r", "60", *last, str(place / f"{name}.pdf"), str(picture)], check=True
            )


def main() -> None:
    """Draw them all."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--all", type=Path, help="every page, also of empty sheets, into this folder")
    arguments = parser.parse_args()
    folder: Path = arguments.all or FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    draw(template_names(), folder, empty=False, kept=None if arguments.all else KEPT)
    if arguments.all:
        draw(template_names(), folder, empty=True, kept=None)


if __name__ == "__main__":
    main()
